package import Source

/// Reads Markdown (CommonMark 0.29 with GitHub's tables) as a ``Document``.
///
/// Own constructs, all of them ordinary Markdown to other programs: passages
/// (`::: for builder` … `:::`), captions (`Tabel: …` before a table), ids
/// (` {#id}` at the end of a heading or a caption). Footnotes, task lists,
/// struck text and bare links are not read. Every line it tells is a line of
/// the file.
package struct MarkdownReader: Sendable {
    private let limits: Limits
    private let constructs: Bool

    /// Without `constructs` the text is CommonMark with tables and no more.
    package init(limits: Limits = .standard, constructs: Bool = true) {
        self.limits = limits
        self.constructs = constructs
    }

    /// An empty document, with a finding, where the text exceeds a limit.
    /// `firstLine` is the line of the file that the text starts at.
    package func read(
        _ text: String, file: String, firstLine: Int = 1, _ findings: inout Findings
    ) -> Document {
        let lines = SourceLines(text)
        if let excess = limits.excess(in: lines) {
            findings.add(
                .markdownLimit, at: Place(file: file, line: excess.line + firstLine - 1),
                excess.message)
            return Document()
        }
        do {
            let root = try CMarkTree(text).document(depth: limits.depth, nodes: limits.nodes)
            var reader = TreeReader(
                lines: lines, file: file, offset: firstLine - 1, constructs: constructs)
            let blocks = reader.page(InlineLines.corrected(root, lines).children)
            findings.add(reader.findings)
            return Document(blocks)
        } catch {
            let excess = limits.excess(error)
            findings.add(
                .markdownLimit, at: Place(file: file, line: excess.line + firstLine - 1),
                excess.message)
            return Document()
        }
    }
}

/// Turns the engine's tree into blocks and inlines.
struct TreeReader {
    let lines: SourceLines
    let file: String
    /// What is added to a line of the text to get a line of the file.
    let offset: Int
    let constructs: Bool
    var findings = Findings()

    init(lines: SourceLines, file: String, offset: Int, constructs: Bool) {
        self.lines = lines
        self.file = file
        self.offset = offset
        self.constructs = constructs
    }

    func place(_ line: Int) -> Place { Place(file: file, line: line + offset) }

    mutating func blocks(_ nodes: some Collection<EngineNode>) -> [Block] {
        var blocks: [Block] = []
        var rest = Array(nodes)[...]
        while let node = rest.popFirst() {
            if constructs, let captioned = captioned(node, before: rest.first) {
                if captioned.takesNext { rest.removeFirst() }
                blocks.append(captioned.block)
            } else if let kind = kind(node) {
                let line = if case .table = kind { firstLine(ofTable: node) } else { node.line }
                blocks.append(Block(kind, line: line + offset))
            }
        }
        return blocks
    }

    private mutating func kind(_ node: EngineNode) -> Block.Kind? {
        switch node.kind {
        case .paragraph: return .paragraph(inlines(node.children))
        case .heading(let level): return .heading(heading(node, level: level))
        case .blockQuote: return .blockQuote(blocks(node.children))
        case .list(let start, let isTight):
            let items = node.children.map { blocks($0.children) }
            return .list(List(start: start, isTight: isTight, items: items))
        case .codeBlock(let info, let text): return .codeBlock(info: info, text: text)
        case .rawHTML(let text):
            reportRawHTML(text, line: node.line)
            return .rawHTML(text)
        case .thematicBreak: return .thematicBreak
        case .table(let alignments): return .table(table(node, alignments))
        case .document, .item, .tableRow, .tableCell, .emphasis, .strong, .softBreak, .lineBreak,
            .text, .code, .link, .image:
            return nil
        }
    }

    private mutating func heading(_ node: EngineNode, level: Int) -> Heading {
        var content = node.children
        let id = constructs ? takeID(&content, line: node.line) : nil
        return Heading(level: level, id: id, content: inlines(content))
    }

    /// The inlines of one paragraph, heading or cell; neighbouring
    /// texts are one.
    mutating func inlines(_ nodes: [EngineNode], line: Int? = nil) -> [Inline] {
        if constructs { checkLineStarts(nodes) }
        return Inline.joined(nodes.compactMap { inline($0, line: line) })
    }

    /// Inside a table the engine's lines are not used: a row is one line.
    private mutating func inline(_ node: EngineNode, line: Int?) -> Inline? {
        let first = line ?? node.line
        let kind: Inline.Kind
        switch node.kind {
        case .text(let text): kind = .text(text)
        case .softBreak: kind = .softBreak
        case .lineBreak: kind = .lineBreak
        case .code(let text): kind = .code(text)
        case .emphasis: kind = .emphasis(nested(node, line))
        case .strong: kind = .strong(nested(node, line))
        case .link(let destination, let title):
            checkDestination(destination, schemes: Destination.linkSchemes, line: first)
            kind = .link(Link(destination: destination, title: title, content: nested(node, line)))
        case .image(let source, let title):
            checkDestination(source, schemes: Destination.imageSchemes, line: first)
            kind = .image(Image(source: source, title: title, content: nested(node, line)))
        case .rawHTML(let text):
            reportRawHTML(text, line: first)
            kind = .rawHTML(text)
        case .document, .blockQuote, .item, .paragraph, .thematicBreak, .tableRow, .tableCell,
            .list, .codeBlock, .heading, .table:
            return nil
        }
        return Inline(kind, line: first + offset)
    }

    private mutating func nested(_ node: EngineNode, _ line: Int?) -> [Inline] {
        Inline.joined(node.children.compactMap { inline($0, line: line) })
    }
}
