import Markup
import Source
import Testing

/// Texts that no person writes do not hang the compiler: they are refused, or
/// read in about a second.
@Suite(.serialized) struct Pathological {
    /// Each fills a megabyte; most are kept just inside the limits.
    private static let texts: [(String, String)] = [
        ("quotes at the start", line(">", 32)),
        ("bullets at the start", line("- ", 16)),
        ("quotes and bullets", line("> - ", 8)),
        ("nested items", nested()),
        ("nested items, blank lines", nested() + String(repeating: "\n", count: 900_000)),
        ("quotes, then lazy lines", paragraph("> > > > > > > > a\n", of: "b\n")),
        ("underscores", paragraph("", of: "_a__b___c", perParagraph: 1_300)),
        ("long underscore runs", blocks(String(repeating: "_", count: 19_000) + "a")),
        ("stars", paragraph("", of: "*a **b ", perParagraph: 1_900)),
        ("stars, both sides", paragraph("", of: "a**b*c", perParagraph: 1_900)),
        ("open brackets", paragraph("", of: "[a", perParagraph: 3_900)),
        ("brackets", paragraph("", of: "[a](", perParagraph: 1_900)),
        ("images", paragraph("", of: "![a]", perParagraph: 1_300)),
        ("closed brackets", paragraph("", of: "a]", perParagraph: 3_900)),
        ("nested links", blocks(open("[", 1_900) + open("](x)", 1_900))),
        ("references", "[a]: /x\n\n" + paragraph("", of: "[a] ", perParagraph: 1_900)),
        ("long references", "[a]: /" + open("x", 3_000) + "\n\n" + open("[a]\n\n", 1_600)),
        ("definitions", paragraph("", of: "[a]: /x\n", perParagraph: 1_900)),
        ("comments", paragraph("", of: "a<!--", perParagraph: 1_900)),
        ("instructions", paragraph("", of: "<?", perParagraph: 3_900)),
        ("declarations", paragraph("", of: "<!A ", perParagraph: 1_900)),
        ("character data", paragraph("", of: "<![CDATA[", perParagraph: 950)),
        ("tags", paragraph("", of: "<a b=\"", perParagraph: 3_900)),
        ("one paragraph of tags", open("<a b=\"", 3_900) + open(open("x", 9_000) + "\n", 100)),
        ("one paragraph of stars", open("*a_b ", 900) + open(open("x", 9_000) + "\n", 100)),
        ("back-quotes", paragraph("", of: "`a``b```c", perParagraph: 1_300)),
        ("back-quote runs", blocks((1...180).map { open("`", $0) + "a" }.joined())),
        ("entities", paragraph("", of: "&a", perParagraph: 3_900)),
        ("escapes", blocks(open("\\*", 9_000))),
        ("wide tables", blocks(table(columns: 250, rows: 350))),
        ("short rows", blocks(table(columns: 250, rows: 390, cell: ""))),
        ("long tables", blocks(table(columns: 9, rows: 9_000))),
        ("one wide table", table(columns: 250, rows: 350)),
        ("one table of short rows", table(columns: 250, rows: 390, cell: "")),
        ("one long table", table(columns: 9, rows: 9_000)),
        ("headers only", blocks(table(columns: 250, rows: 0))),
        ("nearly tables", open("|" + open("a|", 250) + "\n", 300)),
        ("fences", blocks("```\na\n")),
        ("headings", blocks("# a")),
        ("underlines", open("a\n-\n", 240_000)),
        ("one long paragraph", open("a\n", 499_000)),
        ("thematic breaks", open("---\n", 190_000)),
        ("lists of one item", open("- a\n+ b\n", 49_000)),
    ]

    @Test func `texts at the limits are read in time`() {
        var slowest: [(name: String, time: Duration)] = []
        let clock = ContinuousClock()
        for (name, text) in Self.texts {
            var findings = Findings()
            var document = Document()
            let time = clock.measure {
                document = MarkdownReader().read(text, file: "x.md", &findings)
                _ = HTMLWriter().write(document)
            }
            let refusal = findings.all.first { $0.rule == .markdownLimit }?.message ?? "read"
            slowest.append(("\(name), \(text.utf8.count) bytes, \(refusal)", time))
        }
        slowest.sort { $0.time > $1.time }
        for (name, time) in slowest.prefix(3) { print("slowest: \(name): \(time)") }
        #expect(slowest[0].time < .seconds(10))
    }

    private static func open(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    private static func line(_ mark: String, _ count: Int) -> String {
        let line = open(mark, count) + "a\n"
        return open(line, 990_000 / line.utf8.count)
    }

    private static func nested() -> String {
        (0..<120).map { open(" ", 2 * $0) + "- a\n" }.joined()
    }

    private static func blocks(_ text: String) -> String {
        open(text + "\n\n", 990_000 / (text.utf8.count + 2))
    }

    /// Paragraphs of one piece, broken into lines.
    private static func paragraph(
        _ start: String, of piece: String, perParagraph count: Int = 400_000
    ) -> String {
        var text = start
        while text.utf8.count < 980_000 {
            for number in 1...count {
                text += piece
                if number % 2_000 == 0 { text += "\n" }
                if text.utf8.count > 980_000 { break }
            }
            text += "\n\n"
        }
        return text
    }

    private static func table(columns: Int, rows: Int, cell: String = "a") -> String {
        open("|a", columns) + "\n" + open("|-", columns) + "\n"
            + open(cell.isEmpty ? "a\n" : open("|\(cell)", columns) + "\n", rows)
    }
}
