// swift-tools-version: 6.2
import PackageDescription

/// Strict settings of every target: what the compiler can prove, it proves.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
/// For every target that does not talk to C.
let memorySafe = strict + [.strictMemorySafety()]

let package = Package(
    name: "kapitaal",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "kapitaal", targets: ["kapitaal"])],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CCmarkGFM",
            pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
        ),
        .target(
            name: "Source",
            dependencies: [.product(name: "Yams", package: "Yams")],
            swiftSettings: memorySafe
        ),
        .target(name: "Markup", dependencies: ["Source", "CCmarkGFM"], swiftSettings: strict),
        .target(name: "Declarations", dependencies: ["Source"], swiftSettings: memorySafe),
        .target(
            name: "Capital", dependencies: ["Source", "Declarations"], swiftSettings: memorySafe),
        .target(
            name: "Reports",
            dependencies: [
                "Source", "Markup", "Declarations", "Capital",
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: memorySafe
        ),
        .executableTarget(
            name: "kapitaal",
            dependencies: [
                "Reports", "Declarations",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .testTarget(name: "SourceTests", dependencies: ["Source"], swiftSettings: strict),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: strict),
        .testTarget(
            name: "DeclarationsTests", dependencies: ["Declarations", "Source"],
            swiftSettings: strict),
        .testTarget(
            name: "CapitalTests", dependencies: ["Capital", "Declarations"],
            swiftSettings: strict),
        .testTarget(
            name: "ReportsTests", dependencies: ["Reports", "Declarations"],
            swiftSettings: strict),
        .testTarget(
            name: "KapitaalTests",
            dependencies: [
                "kapitaal", "Reports", "Source",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "bench", dependencies: ["Capital", "Source"], path: "Tests/Bench",
            swiftSettings: strict
        ),
        .testTarget(name: "TidyTests", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
