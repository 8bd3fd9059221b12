import Markup
import Source
import Testing

/// Every code span and link tells the line it stands at.
@Suite struct Lines {
    @Test(arguments: [
        "a\n`2`\n**b\n`4`** `4`\nc [d `5`](e)",
        "a `x\ny` `2`\n`3`",
        "[a](b.md\n\"c\") d `2`\ne `3`",
        "[a]: b\n[c]: d\ne `3` [a]\n`4`",
        "[a]: b\n[c] `2`\n`3`",
        "a  \n`2`\\\n`3`",
        "a <b\nc> d `2`\n`3`",
        "> a\nb `2`\n> `3`\n\n- a\n  b\n  `7`\n  - c `8`\n    d `9`",
        "a\n\n| b | c |\n|---|---|\n| `5` | d |\n| e | [f](g) `6` |",
        "a `1`\nb `2`\n| c `3` |\n|---|\n| `5` |\n\n`7`",
        "- a\n\n  Tabel: b `3`\n  | c `4` |\n  |---|\n  | `6` |\n",
        "a\n===\nb `3`\n---\n\n# c `6`",
        "&copy; a\n`2`\n&copy;\n`4`\n\n\n\n`8`\n![x\ny](z) `10`",
    ])
    func `a code span holds its own line`(text: String) {
        var wrong: [String] = []
        var count = 0
        Reading(text).document.forEachInline { inline in
            guard case .code(let code) = inline.kind, let line = Int(code) else { return }
            count += 1
            if inline.line != line { wrong.append("\(line) is told as \(inline.line ?? 0)") }
        }
        #expect(count > 0)
        #expect(wrong == [])
    }

    @Test func `a link tells the line it starts at`() {
        var lines: [Int?] = []
        Reading("a\n[b\nc](d\n\"e\")\n[f](g)").document.forEachInline { inline in
            if case .link = inline.kind { lines.append(inline.line) }
        }
        #expect(lines == [2, 5])
    }
}
