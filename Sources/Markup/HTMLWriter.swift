/// Writes a document as HTML5, without head and body: what stands inside a
/// page. No styles and no scripts, so that a page can forbid them.
///
/// Without tables and figures the form is the engine's own, byte for byte,
/// which the differential test relies on. Raw HTML prints nothing, and a
/// link that is not allowed prints its text only.
package struct HTMLWriter: Sendable {
    package init() {}

    /// Ends with a line end, unless nothing is written.
    package func write(_ document: Document) -> String {
        var page = HTMLPage()
        page.blocks(document.blocks)
        return page.bytes.text
    }
}

private struct HTMLPage {
    var bytes = MarkupBytes()
    /// Counts captions and drawings without an id of their own.
    private var nameless = 0

    mutating func blocks(_ blocks: [Block], isTight: Bool = false) {
        for block in blocks { self.block(block, isTight: isTight) }
    }

    private mutating func block(_ block: Block, isTight: Bool) {
        switch block.kind {
        case .heading(let heading): self.heading(heading)
        case .paragraph(let content):
            if isTight { return inlines(content) }
            bytes.endLine()
            element("p", content)
            bytes.endLine()
        case .blockQuote(let blocks):
            bytes.endLine()
            bytes.raw("<blockquote>\n")
            self.blocks(blocks)
            bytes.endLine()
            bytes.raw("</blockquote>\n")
        case .list(let list): self.list(list)
        case .codeBlock(let info, let text): codeBlock(info, text)
        case .rawHTML: bytes.endLine()
        case .thematicBreak:
            bytes.endLine()
            bytes.raw("<hr>\n")
        case .table(let table): self.table(table)
        case .figure(let figure): self.figure(figure)
        case .passage(let passage):
            bytes.endLine()
            bytes.raw("<div class=\"passage\">\n")
            blocks(passage.blocks)
            bytes.endLine()
            bytes.raw("</div>\n")
        }
    }

    private mutating func heading(_ heading: Heading) {
        let name = "h\(min(max(heading.level, 1), 6))"
        bytes.endLine()
        bytes.raw("<\(name)")
        if let id = heading.id { bytes.attribute("id", id) }
        bytes.raw(">")
        inlines(heading.content)
        bytes.raw("</\(name)>\n")
    }

    private mutating func list(_ list: List) {
        let name = list.start == nil ? "ul" : "ol"
        bytes.endLine()
        bytes.raw("<\(name)")
        if let start = list.start, start != 1 { bytes.attribute("start", "\(start)") }
        bytes.raw(">\n")
        for item in list.items {
            bytes.endLine()
            bytes.raw("<li>")
            blocks(item, isTight: list.isTight)
            bytes.raw("</li>\n")
        }
        bytes.raw("</\(name)>\n")
    }

    private mutating func codeBlock(_ info: String, _ text: String) {
        bytes.endLine()
        bytes.raw("<pre><code")
        if let word = info.split(whereSeparator: \.isWhitespace).first {
            bytes.attribute("class", "language-\(word)")
        }
        bytes.raw(">")
        bytes.escaped(text)
        bytes.raw("</code></pre>\n")
    }

    private mutating func element(_ name: String, _ content: [Inline]) {
        bytes.raw("<\(name)>")
        inlines(content)
        bytes.raw("</\(name)>")
    }

    private mutating func inlines(_ content: [Inline]) {
        for inline in content { self.inline(inline) }
    }

    private mutating func inline(_ inline: Inline) {
        switch inline.kind {
        case .text(let text): bytes.escaped(text)
        case .emphasis(let content): element("em", content)
        case .strong(let content): element("strong", content)
        case .code(let text):
            bytes.raw("<code>")
            bytes.escaped(text)
            bytes.raw("</code>")
        case .link(let link): self.link(link)
        case .image(let image):
            self.image(image.source, title: image.title, alternative: image.content.plainText)
        case .softBreak: bytes.raw("\n")
        case .lineBreak: bytes.raw("<br>\n")
        case .rawHTML: break
        case .value(let value): self.value(value)
        }
    }

    private mutating func link(_ link: Link) {
        guard Destination.isSafe(link.destination, schemes: Destination.linkSchemes) else {
            return inlines(link.content)
        }
        bytes.raw("<a")
        bytes.address("href", link.destination)
        if !link.title.isEmpty { bytes.attribute("title", link.title) }
        bytes.raw(">")
        inlines(link.content)
        bytes.raw("</a>")
    }

    private mutating func image(_ source: String, title: String, alternative: String) {
        guard Destination.isSafe(source, schemes: Destination.imageSchemes) else {
            return bytes.escaped(alternative)
        }
        bytes.raw("<img")
        bytes.address("src", source)
        bytes.attribute("alt", alternative)
        if !title.isEmpty { bytes.attribute("title", title) }
        bytes.raw(">")
    }

    private mutating func value(_ value: PrintedValue) {
        guard let meaning = value.meaning else { return bytes.escaped(value.text) }
        bytes.raw("<abbr")
        bytes.attribute("title", meaning)
        bytes.raw(">")
        bytes.escaped(value.text)
        bytes.raw("</abbr>")
    }
}

/// Tables and figures.
extension HTMLPage {
    /// The box round a table scrolls by itself on a narrow screen, and is
    /// then reached by keyboard and named by the caption.
    private mutating func table(_ table: Table) {
        bytes.endLine()
        bytes.raw("<div class=\"table\"")
        let captionID = table.caption.map { _ in name(table.id, "caption") }
        if let captionID {
            bytes.raw(" role=\"region\" tabindex=\"0\"")
            bytes.attribute("aria-labelledby", captionID)
        }
        bytes.raw(">\n<table")
        if let id = table.id { bytes.attribute("id", id) }
        bytes.raw(">\n")
        if let caption = table.caption, let captionID {
            bytes.raw("<caption")
            bytes.attribute("id", captionID)
            self.caption(caption)
            bytes.raw("</caption>\n")
        }
        bytes.raw("<thead>\n<tr>\n")
        for (column, cell) in table.header.enumerated() {
            self.cell(cell, scope: "col", alignment(table, column))
        }
        bytes.raw("</tr>\n</thead>\n")
        if !table.rows.isEmpty { bytes.raw("<tbody>\n") }
        for row in table.rows { self.row(row, of: table) }
        if !table.rows.isEmpty { bytes.raw("</tbody>\n") }
        bytes.raw("</table>\n</div>\n")
    }

    private mutating func row(_ row: [[Inline]], of table: Table) {
        bytes.raw(Table.isTotal(row) ? "<tr class=\"total\">\n" : "<tr>\n")
        for (column, cell) in row.enumerated() {
            self.cell(cell, scope: column == 0 ? "row" : nil, alignment(table, column))
        }
        bytes.raw("</tr>\n")
    }

    /// A header cell without text heads nothing, and is an ordinary cell.
    private mutating func cell(
        _ content: [Inline], scope: String?, _ alignment: Table.Alignment
    ) {
        let scope = content.isEmpty ? nil : scope
        let name = scope == nil ? "td" : "th"
        bytes.raw("<\(name)")
        if let scope { bytes.attribute("scope", scope) }
        switch alignment {
        case .none: break
        case .left: bytes.attribute("class", "l")
        case .center: bytes.attribute("class", "c")
        case .right: bytes.attribute("class", "r")
        }
        bytes.raw(">")
        inlines(content)
        bytes.raw("</\(name)>\n")
    }

    private func alignment(_ table: Table, _ column: Int) -> Table.Alignment {
        table.alignments.indices.contains(column) ? table.alignments[column] : .none
    }

    /// A drawing keeps its lettering legible on a narrow screen by scrolling,
    /// so its figure is reached by keyboard, as the box round a table is.
    private mutating func figure(_ figure: Figure) {
        bytes.endLine()
        bytes.raw("<figure")
        if let id = figure.id { bytes.attribute("id", id) }
        let captionID = figure.caption.map { _ in name(figure.id, "caption") }
        if case .drawing = figure.picture {
            bytes.raw(" tabindex=\"0\"")
            if let captionID { bytes.attribute("aria-labelledby", captionID) }
        }
        bytes.raw(">\n")
        switch figure.picture {
        case .image(let source): image(source, title: "", alternative: figure.alternative)
        case .drawing(let drawing):
            bytes.svg(drawing, title: figure.alternative, titleID: name(figure.id, "title"))
        }
        bytes.raw("\n")
        if let caption = figure.caption, let captionID {
            bytes.raw("<figcaption")
            bytes.attribute("id", captionID)
            self.caption(caption)
            bytes.raw("</figcaption>\n")
        }
        bytes.raw("</figure>\n")
    }

    /// The rest of the opening tag, the label and the text.
    private mutating func caption(_ caption: Caption) {
        bytes.raw(">")
        if let label = caption.label {
            bytes.raw("<b>")
            bytes.escaped(label + ".")
            bytes.raw("</b>")
            if !caption.content.isEmpty { bytes.raw(" ") }
        }
        inlines(caption.content)
    }

    /// An id for a part. No heading, table or figure can have a colon in its
    /// id, so it is the only one of its name.
    private mutating func name(_ id: String?, _ part: String) -> String {
        if let id { return "\(id):\(part)" }
        nameless += 1
        return "\(part):\(nameless)"
    }
}

extension Table {
    /// Whether a row is a total or a subtotal: its first cell is one strong
    /// text.
    package static func isTotal(_ row: [[Inline]]) -> Bool {
        guard let first = row.first, first.count == 1, case .strong = first[0].kind else {
            return false
        }
        return true
    }
}
