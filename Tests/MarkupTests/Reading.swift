import Markup
import Source

/// A text read as a page; every test reads the same way.
struct Reading {
    let document: Document
    let findings: [Diagnostic]

    init(_ text: String, firstLine: Int = 1) {
        var findings = Findings()
        document = MarkdownReader().read(text, file: "x.md", firstLine: firstLine, &findings)
        self.findings = findings.sorted
    }

    /// `line rule` of everything that was found.
    var found: [String] { findings.map { "\($0.place.line) \($0.rule.id)" } }

    var kinds: [Block.Kind] { document.blocks.map(\.kind) }

    /// The table that the text holds.
    var table: Table? {
        for case .table(let table) in kinds { return table }
        return nil
    }

    var html: String { HTMLWriter().write(document) }
    var markdown: String { MarkdownWriter().write(document) }
}
