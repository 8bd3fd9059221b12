import Markup
import Source
import Testing

/// Every rule of this target is broken here once, with the line it is found
/// at.
@Suite struct Rules {
    @Test(arguments: [
        ("raw-html", "a\n\nCO<sub>2</sub>", ["3 raw-html", "3 raw-html"]),
        ("raw-html", "a\n\n<div>\nb\n</div>", ["3 raw-html"]),
        ("raw-html", "a <!-- b -->", ["1 raw-html"]),
        ("raw-html", "<a id=\"Fout\"></a>\nb", ["1 raw-html", "1 raw-html"]),
        ("unsafe-link", "a\n[b](javascript:c)", ["2 unsafe-link"]),
        ("table-row-width", "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |",
            ["3 table-row-width", "4 table-row-width"]),
        ("table-row-width", "| a | b |\n|---|---|\n| `1|2` | 3 |\nc",
            ["3 table-row-width", "4 table-row-width"]),
        ("table-row-width", "> | a | b |\n> |---|---|\n> | 1 |\n", ["3 table-row-width"]),
        ("table-row-width", "- a\n\n  | a | b |\n  |---|---|\n  | 1 |\n", ["5 table-row-width"]),
        ("table-row-width", "| a | b | c |\n|---|---|\n| 1 | 2 | 3 |", ["2 table-row-width"]),
        ("caption-alone", "a\n\nTabel: b {#c}\n\nd", ["3 caption-alone"]),
        ("caption-alone", "Figure: b\n\nd", ["1 caption-alone"]),
        ("caption-alone", "a\nTable: b\n\n| c |\n|---|", ["2 caption-alone"]),
        ("wrong-id", "## a {#B c}", ["1 wrong-id"]),
        ("wrong-id", "Tabel: a {#b_c}\n\n| d |\n|---|\n", ["1 wrong-id"]),
        ("passage-unclosed", "a\n\n::: for b\n\nc", ["3 passage-unclosed"]),
        ("passage-unopened", "a\n\n:::\n\nc", ["3 passage-unopened"]),
        ("passage-nested", "::: for a\n\n::: for b\n\nc\n\n:::", ["3 passage-nested"]),
        ("passage-marker", "a\n::: for b\n\nc\n\n:::", ["2 passage-marker", "6 passage-unopened"]),
        ("passage-marker", "::: for b\n\nc\n:::\n", ["1 passage-unclosed", "4 passage-marker"]),
        ("passage-marker", "- a\n\n  ::: for b\n", ["3 passage-marker"]),
        ("passage-marker", "# a\n::: for b\n\nc\n\n:::",
            ["2 passage-marker", "6 passage-unopened"]),
        ("passage-marker", "| a |\n|---|\n:::\n", ["3 passage-marker"]),
        ("markdown-limit", "a\n" + String(repeating: ">", count: 40), ["2 markdown-limit"]),
        ("markdown-limit", "a\n\n" + String(repeating: "*a ", count: 5_000), ["3 markdown-limit"]),
        ("markdown-limit", "a\n\n" + String(repeating: "a", count: 30_000), ["3 markdown-limit"]),
        ("markdown-limit", "a\n\n" + String(repeating: "|", count: 300), ["3 markdown-limit"]),
    ])
    func `a broken rule is found at its line`(rule: String, text: String, found: [String]) {
        let reading = Reading(text)
        // Findings of one rule and one line that differ only in their text
        // count as often as they are printed.
        #expect(Set(reading.found) == Set(found))
        #expect(reading.found.contains { $0.hasSuffix(rule) })
    }

    @Test func `lines count from where the text stands in its file`() {
        #expect(Reading("a\n\n<b>", firstLine: 10).found == ["12 raw-html"])
        #expect(Reading("a", firstLine: 10).document.blocks[0].line == 10)
    }

    @Test func `a deep tree and a large tree are refused`() {
        let deep = (0..<60).map { String(repeating: " ", count: 2 * $0) + "- a\n" }.joined()
        #expect(Reading(deep).findings.map(\.rule.id) == ["markdown-limit"])
        let large = String(repeating: "a\n\n", count: 150_000)
        #expect(Reading(large).findings.map(\.rule.id) == ["markdown-limit"])
        #expect(Reading(large).document == Document())
    }

    @Test func `every rule has an id of its own and its texts`() {
        let ids = Rule.markup.map(\.id)
        #expect(Set(ids).count == ids.count)
        for rule in Rule.markup {
            #expect(!rule.reason.isEmpty && !rule.example.isEmpty && rule.mend.hasSuffix("."))
        }
    }

    @Test func `good text breaks no rule`() {
        let text = """
            # Kop {#kop}

            Tabel: Uitstoot {#tbl-a}

            | a | b \\| c |
            |---|---|
            | `x \\| y` | 2 |

            ::: for builder

            ```
            ::: for nobody
            | a |
            ```

            :::

            <a id="fig-b"></a>
            **Figuur 2.** Onderschrift

            ![alt](b.svg)

            \\::: geen, en Tabel: ook niet
            """
        #expect(Reading(text).found == [])
    }
}
