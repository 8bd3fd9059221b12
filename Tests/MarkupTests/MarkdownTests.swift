import Markup
import Testing

/// What a report looks like as plain text.
@Suite struct Markdown {
    @Test func `a table's columns stand in line`() {
        let table = Table(
            id: "tbl-x", caption: Caption(label: "Tabel 3", content: [.text("Uit")]),
            alignments: [.left, .right, .center, .none],
            header: [[.text("Naam")], [.text("EUR")], [.text("?")], []],
            rows: [
                [[.text("één|twee")], [.value("12,5", meaning: "x")], [], [.text("n.v.t.")]],
                [[.strong("Totaal")], [.text("1.000,0")], [.text("x")], []],
            ])
        let link = Block.paragraph(.text("Zie "), .link("tabel 3", to: "#tbl-x"))
        #expect(
            MarkdownWriter().write(Document([link, Block(.table(table))])) == """
                Zie [tabel 3](#tbl-x)

                <a id="tbl-x"></a>
                **Tabel 3.** Uit

                | Naam       |     EUR |  ?  |        |
                | :--------- | ------: | :-: | ------ |
                | één\\|twee  |    12,5 |     | n.v.t. |
                | **Totaal** | 1.000,0 |  x  |        |

                """)
        #expect(
            MarkdownWriter().write(Document([Block(.table(table))])).hasPrefix("**Tabel 3.** Uit"))
    }

    @Test func `a drawing prints as the image beside the report`() {
        let figure = Figure(
            caption: Caption(label: "Figuur 2", content: [.text("Uit")]), alternative: "Lijn [a]",
            picture: .drawing(Drawing(file: "a b.svg", width: 1, height: 1, content: [])))
        #expect(
            MarkdownWriter().write(Document([Block(.figure(figure))]))
                == "**Figuur 2.** Uit\n\n![Lijn \\[a\\]](<a b.svg>)\n")
    }

    @Test func `two lists of one kind have different marks`() {
        let list = Block(.list(List(items: [[.paragraph(.text("a"))]])))
        let numbers = Block(.list(List(start: 3, items: [[.paragraph(.text("a"))]])))
        #expect(
            MarkdownWriter().write(Document([list, list, list, numbers, numbers]))
                == "- a\n\n* a\n\n- a\n\n3. a\n\n3) a\n")
    }

    @Test(arguments: [
        ("2024. was", "2024\\. was"), ("- 5 t", "\\- 5 t"), ("+ 3 %", "\\+ 3 %"), ("# a", "\\# a"),
        ("5) x", "5\\) x"), ("> a", "\\> a"), ("===", "\\==="), ("---", "\\---"), ("* a", "\\* a"),
        ("::: for x", "\\::: for x"), ("Tabel: x", "Tabel\\: x"), ("Figuur: x", "Figuur\\: x"),
        ("4*5*6", "4\\*5\\*6"), ("a_b_c", "a_b_c"), ("_a_", "\\_a\\_"),
        ("10~20~30", "10\\~20\\~30"),
        ("a<b>", "a\\<b>"), ("a < b", "a < b"), ("[a](b)", "\\[a](b)"), ("&copy;", "\\&copy;"),
        ("R&D", "R&D"), ("a\\b", "a\\\\b"), ("`a`", "\\`a\\`"), ("1.000,5", "1.000,5"),
        ("-5", "-5"), ("a | b", "a | b"), ("#1", "#1"), ("a - b", "a - b"), ("=b", "=b"),
    ])
    func `a text is escaped where it must be`(text: String, markdown: String) {
        #expect(MarkdownWriter().write(Document([.paragraph(.text(text))])) == markdown + "\n")
    }

    @Test func `line starts inside a paragraph open nothing`() {
        let content: [Inline] = [
            .text("a"), Inline(.softBreak), .text("- b"), Inline(.softBreak), .text("---"),
            Inline(.lineBreak), .text("| - |"),
        ]
        #expect(
            MarkdownWriter().write(Document([Block(.paragraph(content))]))
                == "a\n\\- b\n---\\\n\\| - |\n")
    }

    @Test func `emphasis holds also inside words and against other emphasis`() {
        let content: [Inline] = [
            .text("a"), .strong("(b)"), .text("c "), .strong("d"), .emphasis("e"), .text(" "),
            Inline(.strong([.text("f "), .emphasis("g")])), .text("h"),
        ]
        let markdown = MarkdownWriter().write(Document([Block(.paragraph(content))]))
        #expect(markdown == "&#97;**(b)**&#99; **d**_e_ **f _g_**&#104;\n")
        #expect(Reading(markdown).document == Document([Block(.paragraph(content))]))
    }

    @Test func `code blocks, passages and breaks keep their form`() {
        let text = """
            ````table statement
            ```
            x: y
            ````

            ::: for ready-mix

            1. a

               b
            2. c

            :::

            ___

            > d
            >
            > ## e

            """
        // The one list is loose, so a blank line parts its items too.
        #expect(Reading(text).markdown == text.replacing("b\n2.", with: "b\n\n2."))
    }
}
