import Markup
import Testing

/// What stands in a page, sign by sign.
@Suite struct HTML {
    @Test func `a table has its caption, its headers and its total`() {
        let document = Document([
            Block(
                .table(
                    Table(
                        id: "tbl-x",
                        caption: Caption(label: "Tabel 3", content: [.text("Uit & \"in\"")]),
                        alignments: [.left, .right], header: [[], [.text("EUR")]],
                        rows: [
                            [[.text("zand")], [.value(".", meaning: "onbekend")]],
                            [[.strong("Totaal")], [.text("1")]],
                        ])))
        ])
        #expect(
            HTMLWriter().write(document) == """
                <div class="table" role="region" tabindex="0" aria-labelledby="tbl-x:caption">
                <table id="tbl-x">
                <caption id="tbl-x:caption"><b>Tabel 3.</b> Uit &amp; &quot;in&quot;</caption>
                <thead>
                <tr>
                <td class="l"></td>
                <th scope="col" class="r">EUR</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <th scope="row" class="l">zand</th>
                <td class="r"><abbr title="onbekend">.</abbr></td>
                </tr>
                <tr class="total">
                <th scope="row" class="l"><strong>Totaal</strong></th>
                <td class="r">1</td>
                </tr>
                </tbody>
                </table>
                </div>

                """)
    }

    @Test func `a table without caption is not a named region`() {
        #expect(Reading("| a |\n|---|\n").html.hasPrefix("<div class=\"table\">\n<table>\n<thead>"))
    }

    @Test func `two captions without ids have names of their own`() {
        let html = Reading("Tabel: a\n\n| b |\n|---|\n\nTabel: a\n\n| b |\n|---|\n").html
        #expect(html.contains("id=\"caption:1\"") && html.contains("id=\"caption:2\""))
    }

    @Test func `a drawing prints inside its figure, with its alternative as title`() {
        let line = Drawing.Node.element(
            "line", [.init("x1", "0"), .init("style", "x"), .init("onclick", "x")], [])
        let script = Drawing.Node.element("script", [], [.text("x")])
        let drawing = Drawing(file: "a.svg", width: 9, height: 4, content: [line, script])
        let figure = Figure(
            id: "fig-a", caption: Caption(content: [.text("Uit")]), alternative: "a<b",
            picture: .drawing(drawing))
        #expect(
            HTMLWriter().write(Document([Block(.figure(figure))])) == """
                <figure id="fig-a" tabindex="0" aria-labelledby="fig-a:caption">
                <svg viewBox="0 0 9 4" role="img" aria-labelledby="fig-a:title">\
                <title id="fig-a:title">a&lt;b</title><line x1="0"/></svg>
                <figcaption id="fig-a:caption">Uit</figcaption>
                </figure>

                """)
        #expect(
            drawing.svg(title: "a\u{1}&b") == """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4" width="9" height="4" \
                role="img" aria-labelledby="title"><title id="title">a&amp;b</title>\
                <line x1="0"/></svg>

                """)
    }

    @Test func `a passage is a division, and raw HTML prints nothing`() {
        #expect(
            Reading("::: for a\n\nb <i>c</i>\n\n<hr>\n\n:::").html
                == "<div class=\"passage\">\n<p>b c</p>\n</div>\n")
    }
}

/// Nothing that an editor or a party writes becomes markup.
@Suite struct Escaping {
    @Test(arguments: ["<", ">", "\"", "'", "&"], ["", "\u{301}", "\u{20E3}", "\u{FE0F}"])
    func `a sign is escaped, also with a mark on it`(sign: String, mark: String) {
        let text = sign + mark + "x"
        let document = Document([
            .paragraph(
                .text(text), .value(text, meaning: text),
                Inline(.link(Link(destination: "#" + text, title: text, content: [.text(text)]))),
                Inline(.image(Image(source: "a", title: text, content: [.text(text)])))),
            Block(.codeBlock(info: text, text: text)), .heading(1, text, id: text),
        ])
        let html = HTMLWriter().write(document)
        let tags = html.split(separator: "<").count
        let plain = HTMLWriter().write(
            document.mapInlines { inline in
                guard case .text = inline.kind else { return [inline] }
                return [.text("y")]
            })
        #expect(tags == plain.split(separator: "<").count)
        #expect(!html.unicodeScalars.contains("\u{27}"))
        #expect(html.utf8.count { $0 == UInt8(ascii: "\"") } == 16)
    }

    @Test(arguments: [
        "javascript:x", "JaVaScRiPt:x", " javascript:x", "java\tscript:x", "\u{1}javascript:x",
        "vbscript:x", "data:text/html,x", "file:///x", "//x.nl", "\\\\x.nl", "/\\x.nl", "ftp://x",
        "x\u{85}y", "httpſ://x", "https\u{301}://x", "javascript\u{301}:x", "a:b",
    ])
    func `an unsafe address prints its text only`(address: String) {
        let html = HTMLWriter().write(
            Document([
                .paragraph(
                    .link("a", to: address),
                    Inline(.image(Image(source: address, content: [.text("b")]))))
            ]))
        #expect(html == "<p>ab</p>\n")
    }

    @Test(arguments: [
        "[a](javascript:b)", "[a](javascript&colon;b)", "[a](JAVASCRIPT&#58;b)", "![a](data:b)",
        "<javascript:b>", "[a](<java\tscript:b>)", "[a]\n\n[a]: vbscript:b", "[a](//b.nl)",
        "![a](mailto:b)", "![a](source:b)",
    ])
    func `an unsafe address in a text is found`(text: String) {
        #expect(Reading(text).found == ["1 unsafe-link"])
    }

    @Test(arguments: [
        "../a/b.nl.md#c", "#a", "a.md", "https://a.b/c?d=e:f", "HTTPS://a.b", "mailto:a@b.nl",
        "source:ncp-2016", "", "a/b:c", "?a:b", "é.md", "a b.md",
    ])
    func `a safe address is printed`(address: String) {
        let html = HTMLWriter().write(Document([.paragraph(.link("a", to: address))]))
        #expect(html.hasPrefix("<p><a href=\""))
    }
}
