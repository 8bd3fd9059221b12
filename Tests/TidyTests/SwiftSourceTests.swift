import Testing

/// The reader of Swift files, on which the checks rest.
@Suite struct ReadingSwift {
    @Test func stringsAndCommentsAreBlank() {
        let source = SwiftSource(
            path: "x.swift",
            text: """
                let a = "print(" // print(
                /* func b() {} */ let c = #/ { /# + 1
                let d = "\\"{" + e
                """)
        #expect(source.code.map { $0.replacing(#/ +/#, with: " ") } == [
            "let a = ", " let c = + 1", "let d = + e",
        ])
    }

    @Test func functionsAreMeasuredByTheirBraces() {
        let source = SwiftSource(
            path: "x.swift",
            text: """
                protocol P {
                    func a() -> Int
                    var b: Int { get }
                }
                struct S {
                    init?(_ a: [Int]) {
                        self.init()
                    }
                    func c(
                        d: () -> Int = { 1 }
                    ) { if d() > 0 { e() } }
                }
                """)
        #expect(source.functions.map(\.name) == ["init", "c"])
        #expect(source.functions.map(\.length) == [3, 3])
    }
}
