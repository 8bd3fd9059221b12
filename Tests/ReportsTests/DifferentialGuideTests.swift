import Markup
import Source
import Testing

/// Read without our own constructs, every page of the guide gives the HTML
/// that the library itself gives, after a stated normalisation.
@Suite struct DifferentialGuide {
    @Test func everyPageOfTheGuideEqualsTheLibrarys() throws {
        let guide = try Repository.tree("guide", as: "guide")
        let pages = guide.paths.filter { $0.hasSuffix(".md") }
        #expect(pages.count > 40)
        for path in pages {
            let body = guide.body(path)
            var findings = Findings()
            let document = MarkdownReader(constructs: false).read(body, file: path, &findings)
            let ours = Self.lines(ours: HTMLWriter().write(document))
            let engine = Self.lines(engine: CMarkTree(body).html())
            let first = zip(ours, engine).first { $0 != $1 }
            #expect(ours == engine, "\(path): \(first.map { "\($0)" } ?? "")")
        }
    }

    /// Ours: header cells have a scope, tables scroll in a box of their own,
    /// sides are classes, an apostrophe is escaped.
    private static func lines(ours html: String) -> [Substring] {
        lines(
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

    /// The library's: void elements end with a slash.
    private static func lines(engine html: String) -> [Substring] {
        lines(html.replacing(" />", with: ">").replacing("<!-- raw HTML omitted -->", with: ""))
    }

    private static func lines(_ html: String) -> [Substring] {
        html.replacing(#/<th([^>]*)></th>/#) { "<td\($0.1)></td>" }.split(separator: "\n")
    }
}
