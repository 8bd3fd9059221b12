/// Puts right the lines that the engine tells wrongly: it counts the lines of
/// a paragraph from its first, also where that was a link definition, and
/// does not count a line end between a link's address and its title.
struct InlineLines {
    private let lines: SourceLines
    /// What is added to the engine's line.
    private var drift = 0
    /// Where the walk is; an inline never stands above the one before it.
    private var line = 0
    private var lastLine = 0

    /// How far a word is looked for: a title runs over few lines.
    private static let reach = 8

    private init(_ lines: SourceLines) { self.lines = lines }

    static func corrected(_ node: EngineNode, _ lines: SourceLines) -> EngineNode {
        var node = node
        switch node.kind {
        case .paragraph, .heading:
            var inlines = InlineLines(lines)
            inlines.correct(&node)
        case .document, .blockQuote, .list, .item:
            node.children = node.children.map { corrected($0, lines) }
        case .thematicBreak, .tableRow, .tableCell, .codeBlock, .table, .emphasis, .strong,
            .softBreak, .lineBreak, .text, .code, .rawHTML, .link, .image:
            break
        }
        return node
    }

    private mutating func correct(_ block: inout EngineNode) {
        lastLine = block.lastLine >= block.line ? block.lastLine : lines.count
        if !startsWithBracket(block) {
            while block.line + drift < lastLine, lines.isDefinition(block.line + drift) {
                drift += 1
            }
        }
        block.line += drift
        line = block.line
        correct(&block.children)
    }

    private mutating func correct(_ inlines: inout [EngineNode]) {
        for index in inlines.indices {
            let node = inlines[index]
            // A link has the line it ends at, in the engine; its text knows
            // better.
            if node.isLinkOrImage, !node.children.isEmpty {
                correct(&inlines[index].children)
                inlines[index].line = inlines[index].children[0].line
                continue
            }
            line = min(max(line, node.line + drift), lastLine)
            find(Self.word(node.kind))
            drift = line - node.line
            inlines[index].line = line
            correct(&inlines[index].children)
            if node.isBreak { line = min(line + 1, lastLine) }
        }
    }

    /// What looks like a definition and is printed is none.
    private func startsWithBracket(_ block: EngineNode) -> Bool {
        guard case .text(let text)? = block.children.first?.kind else { return false }
        return text.starts(withBytes: "[")
    }

    private mutating func find(_ word: Substring.UTF8View) {
        let end = min(lastLine, line + Self.reach)
        guard !word.isEmpty, line <= end else { return }
        line = (line...end).first { lines.contains(word, in: $0) } ?? line
    }

    /// A piece of an inline that stands in its line as it is: the start of
    /// code, or the longest run of letters and digits, which no escape parts.
    private static func word(_ kind: EngineNode.Kind) -> Substring.UTF8View {
        if case .code(let text) = kind { return start(text) }
        if case .rawHTML(let text) = kind { return start(text) }
        guard case .text(let text) = kind else { return Substring().utf8 }
        return text.utf8.split { byte in
            !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }.max { $0.count < $1.count } ?? Substring().utf8
    }

    private static func start(_ text: String) -> Substring.UTF8View {
        text.utf8.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
    }
}
