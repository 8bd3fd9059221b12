extension Document {
    /// What is left of a document when it is written as Markdown: the stated
    /// convention of the round trip. `MarkdownReader` reads exactly this from
    /// what ``MarkdownWriter`` writes.
    ///
    /// - A computed value is its text; a drawing is the image in its file.
    /// - Ids go, save those of tables and figures that a link names.
    /// - Raw HTML goes, and so does what is left without any content:
    ///   texts, links, paragraphs, items, lists, quotations, passages.
    /// - Neighbouring texts, code spans, and emphases of one kind are one;
    ///   emphasis inside emphasis of the same kind is left out, and so is a
    ///   link inside a link.
    /// - White space in a text is one space, and none at the start and the
    ///   end of a line; code keeps its spaces, but has no line ends outside
    ///   code blocks. A break in a cell, in a heading or at the end of a
    ///   text is a space, or nothing.
    /// - A row has as many cells as the header. A list is tight where
    ///   Markdown can say so, and loose where it cannot.
    /// - A label that starts with none of the words Tabel, Table, Figuur and
    ///   Figure is the first text of the caption; a figure with neither
    ///   caption nor id is a paragraph.
    /// - A passage inside something else is its blocks.
    package var normalised: Document {
        // Which links are left shows only when the rest is done.
        let withIDs = Document(Normaliser(linked: nil).page(blocks))
        var linked: Set<String> = []
        withIDs.forEachInline { inline in
            if case .link(let link) = inline.kind, link.destination.hasPrefix("#") {
                linked.insert(String(link.destination.dropFirst()))
            }
        }
        return Document(Normaliser(linked: linked).page(withIDs.blocks))
    }
}

private struct Normaliser {
    /// The ids that links name; nil where all ids stay.
    let linked: Set<String>?

    func page(_ blocks: [Block]) -> [Block] {
        blocks.flatMap { block -> [Block] in
            guard case .passage(var passage) = block.kind else { return self.block(block) }
            passage.blocks = self.blocks(passage.blocks)
            passage.condition = passage.condition
                .flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
            guard !passage.condition.isEmpty, !passage.blocks.isEmpty else {
                return passage.blocks
            }
            return [Block(.passage(passage), line: block.line)]
        }
    }

    private func blocks(_ blocks: [Block]) -> [Block] { blocks.flatMap { block($0) } }

    private func block(_ block: Block) -> [Block] {
        let kind: Block.Kind
        switch block.kind {
        case .heading(var heading):
            heading.content = InlineNormaliser.oneLine(heading.content)
            if heading.content.isEmpty { return [] }
            heading.level = min(max(heading.level, 1), 6)
            heading.id = nil
            kind = .heading(heading)
        case .paragraph(let content):
            let content = InlineNormaliser.lines(content)
            if content.isEmpty { return [] }
            kind = .paragraph(content)
        case .blockQuote(let blocks):
            let blocks = self.blocks(blocks)
            if blocks.isEmpty { return [] }
            kind = .blockQuote(blocks)
        case .list(let list):
            guard let list = self.list(list) else { return [] }
            kind = .list(list)
        case .codeBlock(let info, let text):
            kind = .codeBlock(info: Self.info(info), text: Self.code(text))
        case .rawHTML: return []
        case .thematicBreak: kind = .thematicBreak
        case .table(let table):
            guard let table = self.table(table) else { return [] }
            kind = .table(table)
        case .figure(let figure): kind = self.figure(figure)
        case .passage(let passage): return blocks(passage.blocks)
        }
        return [Block(kind, line: block.line)]
    }

    private func list(_ list: List) -> List? {
        let items = list.items.map { blocks($0) }.filter { !$0.isEmpty }
        guard !items.isEmpty else { return nil }
        return List(
            start: list.start.map { min(max($0, 0), 999_999_999) },
            isTight: isTight(items, wanted: list.isTight), items: items)
    }

    /// A list is loose where a blank line stands inside it that counts.
    private func isTight(_ items: [[Block]], wanted: Bool) -> Bool {
        if items.contains(where: { $0.contains(where: \.hasBlankLine) }) { return false }
        let inner = items.flatMap { $0.dropLast() }
        let between = inner + items.dropLast().compactMap(\.last)
        if between.contains(where: \.endsInHeader) { return false }
        guard between.contains(where: \.endsBeforeBlank) else { return true }
        return wanted && items.allSatisfy { item in
            zip(item, item.dropFirst()).allSatisfy { $0.canTouch($1) }
        }
    }

    private func table(_ table: Table) -> Table? {
        let count = table.header.count
        guard count > 0 else { return nil }
        func fitted(_ row: [[Inline]]) -> [[Inline]] {
            (row.prefix(count) + Array(repeating: [], count: max(0, count - row.count)))
                .map { InlineNormaliser.oneLine($0) }
        }
        let rest = Array(repeating: Table.Alignment.none, count: count)
        return Table(
            id: kept(table.id), caption: caption(table.caption, CaptionWord.table),
            alignments: Array((table.alignments + rest).prefix(count)),
            header: fitted(table.header), rows: table.rows.map(fitted))
    }

    private func figure(_ figure: Figure) -> Block.Kind {
        let source = switch figure.picture {
        case .image(let source): source
        case .drawing(let drawing): drawing.file
        }
        let address = InlineNormaliser.address(source)
        let content = InlineNormaliser.oneLine([.text(figure.alternative)])
        let id = kept(figure.id)
        let caption = caption(figure.caption, CaptionWord.figure)
        if id == nil, caption == nil {
            return .paragraph([Inline(.image(Image(source: address, content: content)))])
        }
        return .figure(
            Figure(
                id: id, caption: caption, alternative: content.plainText,
                picture: .image(source: address)))
    }

    private func kept(_ id: String?) -> String? {
        guard let id, Identifier.isValid(id), linked?.contains(id) ?? true else { return nil }
        return id
    }

    private func caption(_ caption: Caption?, _ words: [String]) -> Caption? {
        guard var caption else { return nil }
        if let label = caption.label {
            let text = InlineNormaliser.oneLine([.text(label)]).plainText
            let isKnown = CaptionWord.isLabel(text) && words.contains { text.hasPrefix($0 + " ") }
            caption.label = isKnown ? text : nil
            if !isKnown { caption.content.insert(.text(text + ". "), at: 0) }
        }
        caption.content = InlineNormaliser.oneLine(caption.content)
        return caption.label == nil && caption.content.isEmpty ? nil : caption
    }

    private static func info(_ info: String) -> String {
        let words = info.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let clean = InlineNormaliser.withoutNull(words)
        let signs = clean.unicodeScalars
        return signs.contains("`") && signs.contains("~")
            ? clean.replacing(byte: "`", with: "") : clean
    }

    private static func code(_ text: String) -> String {
        var lines = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in InlineNormaliser.withoutNull(text).unicodeScalars {
            if scalar == "\r" {
                lines.append("\n")
            } else if !(scalar == "\n" && previous == "\r") {
                lines.append(scalar)
            }
            previous = scalar
        }
        if let last = lines.last, last != "\n" { lines.append("\n") }
        return String(lines)
    }
}

extension Block {
    /// Whether the block has a blank line between its own parts.
    fileprivate var hasBlankLine: Bool {
        switch kind {
        case .table(let table): table.caption != nil || table.id != nil
        case .figure: true
        case .heading, .paragraph, .blockQuote, .list, .codeBlock, .rawHTML, .thematicBreak,
            .passage:
            false
        }
    }

    /// Whether the block ends in a table without rows, below which the engine
    /// always counts a blank line.
    fileprivate var endsInHeader: Bool {
        switch kind {
        case .table(let table): table.rows.isEmpty
        case .list(let list): list.items.last?.last?.endsInHeader ?? false
        case .heading, .paragraph, .blockQuote, .codeBlock, .rawHTML, .thematicBreak, .figure,
            .passage:
            false
        }
    }

    /// Whether the engine counts a blank line below this block; below a
    /// thematic break it does not.
    fileprivate var endsBeforeBlank: Bool {
        switch kind {
        case .thematicBreak: false
        case .list(let list): list.items.last?.last?.endsBeforeBlank ?? true
        case .heading, .paragraph, .blockQuote, .codeBlock, .rawHTML, .table, .figure, .passage:
            true
        }
    }

    /// Whether another block can stand below this one without a blank line
    /// between them and still be a block of its own.
    fileprivate func canTouch(_ next: Block) -> Bool {
        switch kind {
        case .heading, .codeBlock, .thematicBreak: next.canFollowRule
        case .paragraph: next.canInterrupt
        case .blockQuote, .list, .rawHTML, .table, .figure, .passage: false
        }
    }

    private var canFollowRule: Bool {
        switch kind {
        case .heading, .paragraph, .blockQuote, .list, .codeBlock, .thematicBreak: true
        case .rawHTML, .table, .figure, .passage: false
        }
    }

    /// Whether this block ends a paragraph that stands directly above it.
    private var canInterrupt: Bool {
        switch kind {
        case .heading, .blockQuote, .codeBlock, .thematicBreak: true
        case .list(let list): list.start == nil || list.start == 1
        case .paragraph, .rawHTML, .table, .figure, .passage: false
        }
    }
}
