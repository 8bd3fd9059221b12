import Markup
import Source
import Testing

/// Without our own constructs our HTML is the engine's own, after what we do
/// differently on purpose is taken out of both.
@Suite struct Differential {
    @Test func `our HTML equals the engine's on generated texts`() {
        var random = SplitMix64(seed: 1)
        var differences: [String] = []
        let count = 6_000
        for _ in 0..<count {
            let text = RandomMarkdown.text(&random)
            if let difference = Self.difference(text) { differences.append(difference) }
        }
        print("differential: \(count - differences.count) of \(count) texts equal")
        differences.sort { $0.utf8.count < $1.utf8.count }
        #expect(differences.count == 0, "\(differences.prefix(3))")
    }

    @Test(arguments: [
        "10~20 en 30~40", "2024. was droog", "- 5 t", "12 t\n---", "4*5*6", "a<b>c",
        "| a | b |\n|---|---|\n| `x|y` | 2 |", "| a |\n|---|\n| \\| |\nna", "a\n| b |\n|---|",
        "- a\n\n  b\n- c", "- a\n- b\n\n\n- c", "1. a\n   - b\n\n     c\n2. d", "> a\nb\n> c",
        "* a\n+ b\n- c", "# a #\n## b \\#", "a  \nb\\\nc", "[a]: /x 'y'\n[a] [b][a] ![a]",
        "``` a b\nx\n\ny\n```", "    a\n\n    b", "***a** b*", "**a *b***", "_a __b__ c_",
        "<div>\n\nx\n\n</div>", "a <!-- b --> c", "&copy; &#65; &nope;", "a\u{0}b", "\"x\" 'y'",
        "[a](<b c> \"d\") [e](f_(g)_h) [i](é?x=1&y=2)", "![a *b* `c`\nd](e.svg)",
        "| a | b |\n|:-:|--:|\n| **t** | 1 |\n\n> | c |\n> |---|\n> | d |",
    ])
    func `our HTML equals the engine's on traps`(text: String) {
        #expect(Self.difference(text) == nil)
    }

    private static func difference(_ text: String) -> String? {
        var findings = Findings()
        let document = MarkdownReader(constructs: false).read(text, file: "x.md", &findings)
            .mapInlines(keepingHTMLInAlternatives)
        let ours = normalised(ours: HTMLWriter().write(document))
        let engine = normalised(engine: CMarkTree(text).html())
        return ours == engine ? nil : "\(text.debugDescription)\nours\n\(ours)\nengine\n\(engine)"
    }

    /// The engine keeps raw HTML in alternative texts, as text.
    private static func keepingHTMLInAlternatives(_ inline: Inline) -> [Inline] {
        guard case .image(var image) = inline.kind else { return [inline] }
        image.content = image.content.map { piece in
            guard case .rawHTML(let html) = piece.kind else { return piece }
            return .text(html)
        }
        return [Inline(.image(image))]
    }

    private static func normalised(ours html: String) -> String {
        common(
            html.replacing(#/<th scope="row"([^>]*)>(.*)</th>/#) { "<td\($0.1)>\($0.2)</td>" }
                .replacing(" scope=\"col\"", with: "")
                .replacing("<div class=\"table\">\n", with: "")
                .replacing("</table>\n</div>", with: "</table>")
                .replacing("<tr class=\"total\">", with: "<tr>")
                .replacing("class=\"l\"", with: "align=\"left\"")
                .replacing("class=\"c\"", with: "align=\"center\"")
                .replacing("class=\"r\"", with: "align=\"right\"")
                .replacing("&#39;", with: "'"))
    }

    private static func normalised(engine html: String) -> String {
        common(
            html.replacing(" />", with: ">")
                .replacing("<!-- raw HTML omitted -->", with: "")
                .replacing("&#x27;", with: "'"))
    }

    /// An empty header cell is an ordinary cell; omitted HTML leaves lines.
    private static func common(_ html: String) -> String {
        let lines = html.replacing(#/<th([^>]*)></th>/#) { "<td\($0.1)></td>" }
            .split(separator: "\n")
        return lines.joined(separator: "\n")
    }
}
