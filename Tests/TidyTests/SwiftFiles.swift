import Foundation

/// The Swift files of the repository.
enum SwiftFiles {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path()

    static let sources = files(in: "Sources")
    static let tests = files(in: "Tests")
    static let all = sources + tests

    private static func files(in folder: String) -> [SwiftSource] {
        let paths = try? FileManager.default.subpathsOfDirectory(atPath: root + folder + "/")
        return (paths ?? []).filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
            (try? String(contentsOfFile: "\(root)\(folder)/\(path)", encoding: .utf8))
                .map { SwiftSource(path: "\(folder)/\(path)", text: $0) }
        }
    }
}
