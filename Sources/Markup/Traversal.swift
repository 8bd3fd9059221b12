extension Document {
    /// Replaces every inline, the innermost first, wherever inlines stand:
    /// paragraphs, headings, links, captions and cells.
    package func mapInlines(_ change: (Inline) -> [Inline]) -> Document {
        Document(blocks.map { $0.mapInlines(change) })
    }

    /// Replaces every block, the innermost first, in reading order.
    package func mapBlocks(_ change: (Block) -> [Block]) -> Document {
        Document(blocks.flatMap { $0.mapBlocks(change) })
    }

    /// Visits every inline, the outermost first, in reading order.
    package func forEachInline(_ visit: (Inline) -> Void) {
        forEachBlock { block in block.contents.forEach { $0.forEachInline(visit) } }
    }

    /// Visits every block, the outermost first, in reading order.
    package func forEachBlock(_ visit: (Block) -> Void) {
        blocks.forEach { $0.forEachBlock(visit) }
    }
}

extension Block {
    /// The blocks directly inside this one, in reading order.
    package var children: [Block] {
        switch kind {
        case .blockQuote(let blocks): blocks
        case .list(let list): list.items.flatMap(\.self)
        case .passage(let passage): passage.blocks
        case .heading, .paragraph, .codeBlock, .rawHTML, .thematicBreak, .table, .figure: []
        }
    }

    /// The inlines directly inside this block, in reading order.
    package var contents: [Inline] {
        switch kind {
        case .heading(let heading): heading.content
        case .paragraph(let content): content
        case .table(let table):
            (table.caption?.content ?? []) + table.header.flatMap(\.self)
                + table.rows.flatMap { $0.flatMap(\.self) }
        case .figure(let figure): figure.caption?.content ?? []
        case .blockQuote, .list, .codeBlock, .rawHTML, .thematicBreak, .passage: []
        }
    }

    fileprivate func forEachBlock(_ visit: (Block) -> Void) {
        visit(self)
        children.forEach { $0.forEachBlock(visit) }
    }

    fileprivate func mapBlocks(_ change: (Block) -> [Block]) -> [Block] {
        var block = self
        switch kind {
        case .blockQuote(let blocks):
            block.kind = .blockQuote(blocks.flatMap { $0.mapBlocks(change) })
        case .list(var list):
            list.items = list.items.map { $0.flatMap { $0.mapBlocks(change) } }
            block.kind = .list(list)
        case .passage(var passage):
            passage.blocks = passage.blocks.flatMap { $0.mapBlocks(change) }
            block.kind = .passage(passage)
        case .heading, .paragraph, .codeBlock, .rawHTML, .thematicBreak, .table, .figure:
            break
        }
        return change(block)
    }

    fileprivate func mapInlines(_ change: (Inline) -> [Inline]) -> Block {
        var block = self
        switch kind {
        case .heading(var heading):
            heading.content = heading.content.map(change)
            block.kind = .heading(heading)
        case .paragraph(let content):
            block.kind = .paragraph(content.map(change))
        case .blockQuote(let blocks):
            block.kind = .blockQuote(blocks.map { $0.mapInlines(change) })
        case .list(var list):
            list.items = list.items.map { $0.map { $0.mapInlines(change) } }
            block.kind = .list(list)
        case .table(var table):
            table.caption?.content.change(change)
            table.header = table.header.map { $0.map(change) }
            table.rows = table.rows.map { $0.map { $0.map(change) } }
            block.kind = .table(table)
        case .figure(var figure):
            figure.caption?.content.change(change)
            block.kind = .figure(figure)
        case .passage(var passage):
            passage.blocks = passage.blocks.map { $0.mapInlines(change) }
            block.kind = .passage(passage)
        case .codeBlock, .rawHTML, .thematicBreak:
            break
        }
        return block
    }
}

extension Inline {
    /// The inlines directly inside this one.
    package var children: [Inline] {
        switch kind {
        case .emphasis(let content), .strong(let content): content
        case .link(let link): link.content
        case .image(let image): image.content
        case .text, .code, .softBreak, .lineBreak, .rawHTML, .value: []
        }
    }

    fileprivate func forEachInline(_ visit: (Inline) -> Void) {
        visit(self)
        children.forEach { $0.forEachInline(visit) }
    }

    fileprivate func map(_ change: (Inline) -> [Inline]) -> [Inline] {
        var inline = self
        switch kind {
        case .emphasis(let content): inline.kind = .emphasis(content.map(change))
        case .strong(let content): inline.kind = .strong(content.map(change))
        case .link(var link):
            link.content.change(change)
            inline.kind = .link(link)
        case .image(var image):
            image.content.change(change)
            inline.kind = .image(image)
        case .text, .code, .softBreak, .lineBreak, .rawHTML, .value: break
        }
        return change(inline)
    }

    /// Neighbouring texts as one text; a text without letters is left out.
    static func joined(_ inlines: some Sequence<Inline>) -> [Inline] {
        var joined: [Inline] = []
        var text: (piece: String, line: Int?)?
        for inline in inlines {
            if case .text(let more) = inline.kind {
                text = (text.map { $0.piece + more } ?? more, text?.line ?? inline.line)
            } else {
                if let text, !text.piece.isEmpty {
                    joined.append(Inline(.text(text.piece), line: text.line))
                }
                text = nil
                joined.append(inline)
            }
        }
        if let text, !text.piece.isEmpty {
            joined.append(Inline(.text(text.piece), line: text.line))
        }
        return joined
    }
}

extension [Inline] {
    /// The words alone: breaks as spaces, images as their alternative text,
    /// no marks and no raw HTML.
    package var plainText: String {
        map { inline in
            switch inline.kind {
            case .text(let text), .code(let text): text
            case .softBreak, .lineBreak: " "
            case .value(let value): value.text
            case .rawHTML: ""
            case .emphasis, .strong, .link, .image: inline.children.plainText
            }
        }.joined()
    }

    fileprivate func map(_ change: (Inline) -> [Inline]) -> [Inline] {
        flatMap { $0.map(change) }
    }

    fileprivate mutating func change(_ change: (Inline) -> [Inline]) { self = map(change) }
}
