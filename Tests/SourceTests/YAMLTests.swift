import Source
import Testing

@Suite("A YAML file")
struct YAMLTests {
    private func read(_ text: String, firstLine: Int = 1) -> (tree: YAMLTree?, found: [String]) {
        var findings = Findings()
        let tree = YAMLTree(text, file: "t.yaml", firstLine: firstLine, &findings)
        return (tree, findings.sorted.map(\.description))
    }

    private func rules(_ text: String) -> [String] {
        var findings = Findings()
        _ = YAMLTree(text, file: "t.yaml", &findings)
        return findings.sorted.map(\.rule.id)
    }

    @Test("is a tree of texts with their places")
    func places() throws {
        let tree = try #require(read("a: 1\nb:\n  - é: x\n    f: 0.10\n", firstLine: 3).tree)
        #expect(tree.described == "{a: 1@3:4, b: [{é: x@5:8, f: 0.10@6:8}]}")
        #expect(tree.place.description == "t.yaml:3:1")
    }

    @Test("keeps what other readers take for numbers and dates as text")
    func texts() {
        #expect(read("[012, 1e3, yes, 2024-01-01, 0x1F]").tree?.described
            == "[012@1:2, 1e3@1:7, yes@1:12, 2024-01-01@1:17, 0x1F@1:29]")
    }

    @Test("has empty text for null, unless null is quoted")
    func nulls() {
        #expect(read("{a: null, b: ~, c: , d: 'null', e: \"~\"}").tree?.described
            == "{a: @1:5, b: @1:14, c: @1:20, d: null@1:25, e: ~@1:36}")
    }

    @Test("without content is an empty mapping", arguments: ["", "\n\n", "# comment\n", "---\n"])
    func empty(text: String) {
        let (tree, found) = read(text)
        #expect(found.isEmpty)
        #expect(["{}", "@1:1", "@2:1"].contains(tree?.described ?? "nil"), "\(text)")
    }

    @Test("with a key that stands twice is refused")
    func duplicateKeys() {
        let (tree, found) = read("a: 1\nb: 2\na: 3\n")
        #expect(tree == nil)
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("error: key 'a' stands twice [yaml-syntax]") == true)
    }

    @Test("that cannot be read is refused at its line", arguments: [
        ("title: Stap 1: aan de slag", 1), ("a: 1\nb: [1, 2\nc: 3", 3), ("a: 1\n\tb: 2", 2),
        ("- a\nb: c", 2), ("a: @b", 1), ("a: %b", 1),
    ])
    func syntax(text: String, line: Int) {
        let (tree, found) = read(text)
        #expect(tree == nil)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("t.yaml:") == true)
        #expect(found.first?.hasSuffix("[yaml-syntax]") == true)
    }

    @Test("with an anchor or an alias is refused", arguments: [
        "a: &x 1", "a: &x 1\nb: *x", "a: &x [1]", "a: &x {b: 1}", "&x a: 1", "- &x a",
        "a: &x {b: 1}\nc: {<<: *x}", "a: *x",
    ])
    func anchors(text: String) {
        #expect(rules(text).first == "yaml-anchor")
    }

    @Test("that grows without bound is refused at once")
    func billionLaughs() {
        var text = "l0: &l0 [lol, lol]\n"
        for level in 1...60 {
            text += "l\(level): &l\(level) [*l\(level - 1), *l\(level - 1), *l\(level - 1)]\n"
        }
        let start = ContinuousClock.now
        #expect(rules(text).contains("yaml-anchor"))
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test("cannot hide an anchor from the reader", arguments: [
        "#\u{2028}a: &x [1]\n", "a: |\n  \"\nb: &x 1", "a: it's\nb: &x 1", "a: 'b''\n  c': &x 1",
        "a: !!str &x 1", "? &x a\n: 1", "[a, &x b]", "{a: b, c: &x d}",
    ])
    func hiddenAnchors(text: String) {
        #expect(rules(text).first == "yaml-anchor")
    }

    @Test("may be nested a few levels")
    func shallow() {
        let list = String(repeating: "[", count: 19) + String(repeating: "]", count: 19)
        #expect(rules(list).isEmpty)
    }

    static func many(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    static func stairs(_ step: String) -> String {
        (0..<600).map { many(" ", $0) + step + "\n" }.joined()
    }

    static let deepTexts: [String] = [
        many("[", 21) + many("]", 21),
        many("[", 100_000), many("{a: ", 100_000), many("[\n", 100_000),
        many("- ", 100_000), many("? ", 100_000), many("- ? ", 50_000),
        stairs("a:"), stairs("-"), stairs("?"),
    ]

    @Test("that is nested deeply is refused, in whatever way", arguments: deepTexts.indices)
    func deep(index: Int) {
        let found = rules(Self.deepTexts[index])
        #expect(found == ["nesting-too-deep"])
    }

    static let disguisedTexts: [String] = [
        "#\u{2028}" + many("- ", 100_000),
        "#\u{85}" + many("- ", 100_000),
        many(many("[", 150) + "\n# " + many("]", 150) + "\n", 1_000),
        many("[\"]\", ", 100_000),
        many("[ # ]\n", 100_000),
        many("{\"}\": ", 100_000),
        many("-\t", 100_000),
        many("?\t", 100_000),
        "a: |\n" + many(" ]\n", 1_000) + "b: " + many("[\n", 1_100),
    ]

    @Test("that hides its nesting is refused too", arguments: disguisedTexts.indices)
    func disguised(index: Int) {
        let found = rules(Self.disguisedTexts[index])
        #expect(found == ["nesting-too-deep"] || found == ["yaml-syntax"], "\(found)")
    }

    @Test("takes a key that is no text for an error")
    func keysThatAreNoText() {
        #expect(rules("? [a, b]\n: 1\nc: 2\n") == ["yaml-syntax"])
        #expect(rules("{[a]: 1}") == ["yaml-syntax"])
    }
}

extension YAMLTree {
    /// The tree on one line, each text with its line and column.
    fileprivate var described: String {
        switch self {
        case .text(let text): "\(text.value)@\(text.place.line):\(text.place.column ?? 0)"
        case .list(let items, _): "[" + items.map(\.described).joined(separator: ", ") + "]"
        case .map(let entries, _):
            "{" + entries.map { "\($0.key.value): \($0.value.described)" }
                .joined(separator: ", ") + "}"
        }
    }
}
