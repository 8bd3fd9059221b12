import Source
import Testing

@Suite("Any bytes")
struct TotalityTests {
    private static let words = [
        "\"", ",", ";", "\n", "\r", "\r\n", " ", "  ", "a", "b", "é", "1", "0.5", "e", "-", "- ",
        ":", ": ", "?", "? ", "[", "]", "{", "}", "&x", "*x", "<<: ", "!", "!!int ", "|", ">", "#",
        "'", "\\", "\t", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{301}", "---", "---\n", "...\n",
        "a: ", "%YAML 1.1\n", "\0", "@", "`", "~", "null", "👩‍👩‍👧",
    ]

    private static func bytes(_ random: inout SplitMix64) -> [UInt8] {
        let count = Int.random(in: 0..<80, using: &random)
        if random.chance(0.3) {
            return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        return (0..<count).flatMap { _ in Array(words.randomElement(using: &random)!.utf8) }
    }

    @Test("give findings or values and never a crash", arguments: 0..<20)
    func neverCrash(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        for _ in 0..<150 {
            var tree = FileTree()
            tree["x"] = Self.bytes(&random)
            if random.chance(0.3) { tree["x"] = Array("---\n".utf8) + tree["x"]! }
            var findings = Findings()
            guard let file = SourceFile("x", in: tree, &findings) else {
                #expect(findings.hasErrors)
                continue
            }
            let dialect = CSVDialect(separator: random.chance(0.5) ? ";" : ",")
            let table = CSVTable(
                file, dialect: dialect, required: ["a"], optional: ["b"], &findings)
            for row in table.rows { #expect(row["a"].place.line >= 1) }
            if let tree = YAMLTree(file.text, file: "x", &findings) {
                Fields(tree, &findings)?.finish(&findings)
            }
            if let page = FrontMatter(file, &findings) { #expect(page.bodyLine >= 3) }
            _ = StrictNumber.scan(file.text)
            _ = NearMiss.hint(for: file.text, among: Self.words)
            #expect(findings.sorted.allSatisfy { $0.place.file == "x" && $0.place.line >= 1 })
        }
    }
}
