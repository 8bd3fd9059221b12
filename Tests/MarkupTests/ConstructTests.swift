import Markup
import Source
import Testing

/// What we read beyond CommonMark.
@Suite struct Constructs {
    @Suite struct Captions {
        @Test(arguments: ["Tabel: Uit *x* {#tbl-a}", "Table: Uit *x* {#tbl-a}"])
        func `a caption above a table is its caption, with its id`(caption: String) {
            let table = Reading("\(caption)\n\n| a |\n|---|\n").table
            #expect(table?.id == "tbl-a")
            #expect(table?.caption == Caption(content: [.text("Uit "), .emphasis("x")]))
        }

        @Test func `a written caption reads back with its label and anchor`() {
            let text = "<a id=\"tbl-x\"></a>\n**Tabel 3.** Uit\n\n| a |\n|---|\n"
            let table = Reading(text).table
            #expect(table?.id == "tbl-x")
            #expect(table?.caption == Caption(label: "Tabel 3", content: [.text("Uit")]))
        }

        @Test func `a caption may touch its table`() {
            let reading = Reading("a\n\nTabel: b {#c}\n| d |\n|---|\n| e |\n")
            #expect(reading.table?.caption?.content == [.text("b")])
            #expect(reading.document.blocks[1].line == 4)
            #expect(reading.found == [])
        }

        @Test func `a caption above a picture makes a figure`() {
            let reading = Reading("Figuur: Uit {#fig-a}\n\n![alt *x*](a.svg)\n")
            #expect(
                reading.kinds == [
                    .figure(
                        Figure(
                            id: "fig-a", caption: Caption(content: [.text("Uit")]),
                            alternative: "alt x", picture: .image(source: "a.svg")))
                ])
            #expect(reading.document.blocks[0].line == 3)
        }

        @Test(arguments: [
            "Tabel\\: a", "**Tabel 3\\.** a", "**Noot.** a", "Tabel 3: a", "a Tabel: b",
            "Tabel\\: a Tabel: b", "**Tabel 3\\.** a **Tabel 3.**",
        ])
        func `text that is no caption stays text`(text: String) {
            let reading = Reading("\(text)\n\n| a |\n|---|\n")
            #expect(reading.kinds.count == 2)
            #expect(reading.found == [])
        }
    }

    @Suite struct Headings {
        @Test func `a heading takes its id from its end`() {
            #expect(heading("## Kop `x` {#kop-1}") == "kop-1")
            #expect(heading("Kop {#kop-1}\n---") == "kop-1")
            #expect(heading("## Kop {#kop-1} ##") == "kop-1")
        }

        @Test(arguments: ["## Kop \\{#kop}", "## Kop {#kop} x", "## Kop{#kop}", "## Kop `{#kop}`"])
        func `what is not at the end, apart and bare is no id`(text: String) {
            #expect(heading(text) == nil)
        }

        @Test func `the others get GitHub's ids, each its own`() {
            let text = "# Één *kop*, 2024!\n# a_b-c\n# a\n# a\n# a {#a-1}\n# !\n> # a"
            var ids: [String?] = []
            Reading(text).document.givingIDs().forEachBlock { block in
                if case .heading(let heading) = block.kind { ids.append(heading.id) }
            }
            #expect(ids == ["één-kop-2024", "a_b-c", "a", "a-2", "a-1", "section", "a-3"])
        }

        private func heading(_ text: String) -> String? {
            guard case .heading(let heading)? = Reading(text).kinds.first else { return nil }
            return heading.id
        }
    }

    @Suite struct Passages {
        @Test func `what stands between markers is a passage`() {
            let text = "a\n\n::: for ready-mix client\n\nb\n\n- c\n\n:::\n\nd"
            let reading = Reading(text)
            guard case .passage(let passage)? = reading.kinds.dropFirst().first else {
                Issue.record("no passage")
                return
            }
            #expect(passage.condition == ["for", "ready-mix", "client"])
            #expect(passage.blocks.map(\.line) == [5, 7])
            #expect(reading.document.blocks.map(\.line) == [1, 3, 11])
        }

        @Test(arguments: [
            "```\n\n::: for a\n\n```", "~~~~\n\n::: for a\n\n~~~\n\n:::\n~~~~",
            "    a\n\n    ::: for b", "- ```\n\n  ::: for a\n\n  ```\n", "\\::: for a", "a `:::` b",
        ])
        func `a marker in code, or escaped, is text`(text: String) {
            #expect(Reading(text).found == [])
            #expect(Reading(text).kinds.count == 1)
        }

        @Test func `a link definition holds inside and outside a passage`() {
            let reading = Reading("::: for a\n\n[b]\n\n:::\n\n[b]: c.md")
            var links = 0
            reading.document.forEachInline { if case .link = $0.kind { links += 1 } }
            #expect(links == 1)
        }
    }

    @Test func `without the constructs they are text`() {
        var findings = Findings()
        let text = "::: for a\n\nTabel: b\n\n:::\n\n# c {#d}"
        let document = MarkdownReader(constructs: false).read(text, file: "x.md", &findings)
        #expect(document.blocks.count == 4)
        #expect(findings.all.isEmpty)
    }
}
