import Markup
import Source
import Testing

/// A code block that asks for a computed table or figure.
@Suite struct Directives {
    private func read(_ text: String) -> (Directive?, [String]) {
        var findings = Findings()
        let document = MarkdownReader().read(text, file: "x.md", &findings)
        let directive = document.blocks.first.flatMap { Directive($0, file: "x.md", &findings) }
        return (directive, findings.sorted.map { "\($0.place.line) \($0.rule.id)" })
    }

    @Test func `a block says its kind, its name and its options with their lines`() {
        let (directive, found) = read(
            "```table statement\nlines: a, b\n\ncaption: Winst: *en* verlies \n```\n")
        #expect(directive?.kind == .table && directive?.name == "statement")
        #expect(
            directive?.options == [
                "lines": Located("a, b", at: Place(file: "x.md", line: 2)),
                "caption": Located("Winst: *en* verlies", at: Place(file: "x.md", line: 4)),
            ])
        #expect(directive?.line == 1 && found == [])
    }

    @Test(arguments: ["```\na: b\n```", "```swift table\n```", "```tables a\n```", "a"])
    func `other blocks are no directives`(text: String) {
        let (directive, found) = read(text)
        #expect(directive == nil && found == [])
    }

    @Test(arguments: [
        ("```table\n```", ["1 directive-form"]), ("```figure a b\n```", ["1 directive-form"]),
        ("```table a\nb: c\nonly CO2\n```", ["3 directive-form"]),
        ("```table a\nb:c\n```", ["2 directive-form"]),
        ("```table a\nb: c\nd: e\nb: f\n```", ["4 directive-key"]),
    ])
    func `what is not understood is found at its line`(text: String, found: [String]) {
        #expect(read(text).1 == found)
    }
}
