import Source
import Testing

@Suite("Every rule of Source")
struct SourceRuleTests {
    /// Input that breaks each rule, by the rule's id.
    private static let provocations: [String: @Sendable (inout Findings) -> Void] = [
        "missing-file": { _ = SourceFile("x", in: FileTree(), &$0) },
        "file-too-large": { findings in
            let text = String(repeating: "a", count: SourceFile.byteLimit + 1)
            _ = SourceFile("x", in: FileTree(["x": text]), &findings)
        },
        "not-utf8": { findings in
            var tree = FileTree()
            tree["x"] = [0xE9]
            _ = SourceFile("x", in: tree, &findings)
        },
        "csv-quote": { table("a\n\"1", &$0) },
        "csv-row-width": { table("a\n1,5", &$0) },
        "unknown-column": { table("a,b\n1,2", &$0) },
        "missing-column": { table("", &$0) },
        "duplicate-column": { table("a,a\n1,2", &$0) },
        "yaml-syntax": { fields("title: Stap 1: aan de slag", &$0) },
        "yaml-anchor": { fields("unit: &u kg", &$0) },
        "nesting-too-deep": { findings in
            let list = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
            fields(list, &findings)
        },
        "json-syntax": { _ = JSONTree(SourceFile(path: "x", text: "{"), &$0) },
        "json-duplicate-key": {
            _ = JSONTree(SourceFile(path: "x", text: "{\"a\": 1, \"a\": 2}"), &$0)
        },
        "missing-key": { fields("b: 1", &$0) },
        "unknown-key": { fields("a: 1\npublises: all", &$0) },
        "wrong-form": { fields("a: [1]", &$0) },
        "front-matter": { _ = FrontMatter(SourceFile(path: "x", text: "# Kop"), &$0) },
    ]

    private static func table(_ text: String, _ findings: inout Findings) {
        _ = CSVTable(
            SourceFile(path: "x", text: text), dialect: CSVDialect(), required: ["a"], &findings)
    }

    private static func fields(_ text: String, _ findings: inout Findings) {
        guard let tree = YAMLTree(text, file: "x", &findings),
            var fields = Fields(tree, &findings)
        else { return }
        _ = fields.text("a", &findings)
        fields.finish(&findings)
    }

    @Test("is provoked here", arguments: Rule.source.map(\.id))
    func provoked(id: String) throws {
        let provoke = try #require(Self.provocations[id], "no input breaks rule \(id)")
        var findings = Findings()
        provoke(&findings)
        #expect(findings.all.contains { $0.rule.id == id })
    }

    @Test("has a name of its own and its texts")
    func texts() {
        #expect(Set(Rule.source.map(\.id)).count == Rule.source.count)
        for rule in Rule.source {
            #expect(rule.reason.hasSuffix(".") && rule.mend.hasSuffix("."), "\(rule.id)")
            #expect(!rule.example.isEmpty, "\(rule.id)")
        }
    }
}
