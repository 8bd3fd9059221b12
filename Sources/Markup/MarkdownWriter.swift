/// Writes a document as Markdown that reads well as plain text and on a
/// forge: tables with their columns in line, one blank line between blocks,
/// no more escapes than are needed.
///
/// What Markdown cannot hold is left out or rewritten first; see
/// ``Document/normalised``. One known gap: a paragraph that starts with a link
/// whose words hold `]:` in a code span reads back as a link's definition.
package struct MarkdownWriter: Sendable {
    package init() {}

    /// Ends with a line end, unless nothing is written.
    package func write(_ document: Document) -> String {
        let document = document.normalised
        let references = LinkReferences(document)
        let lines = MarkdownBlocks(references: references).lines(document.blocks, isTight: false)
        let below = references.lines
        return (lines + (below.isEmpty ? [] : [""] + below)).map { $0 + "\n" }.joined()
    }
}

/// Blocks as lines without their ends; a container puts its own marks before
/// the lines of what it holds.
private struct MarkdownBlocks {
    let references: LinkReferences

    func lines(_ blocks: [Block], isTight: Bool) -> [String] {
        var lines: [String] = []
        var previous: List?
        var usesOtherMark = false
        for (index, block) in blocks.enumerated() {
            if index > 0, !isTight { lines.append("") }
            guard case .list(let list) = block.kind else {
                previous = nil
                lines += self.lines(block)
                continue
            }
            // Two lists of one kind are parted by the mark alone.
            let isSameKind = previous.map { ($0.start == nil) == (list.start == nil) } ?? false
            usesOtherMark = isSameKind && !usesOtherMark
            lines += self.lines(list, usesOtherMark: usesOtherMark)
            previous = list
        }
        return lines
    }

    private func lines(_ block: Block) -> [String] {
        switch block.kind {
        case .heading(let heading):
            let marks = String(repeating: "#", count: heading.level)
            return ["\(marks) \(MarkdownInlines.heading(heading.content))"]
        case .paragraph(let content): return split(MarkdownInlines.paragraph(content))
        case .blockQuote(let blocks):
            return lines(blocks, isTight: false).map { $0.isEmpty ? ">" : "> " + $0 }
        case .list(let list): return lines(list, usesOtherMark: false)
        case .codeBlock(let info, let text): return code(info, text)
        case .thematicBreak: return ["___"]
        case .table(let table):
            let head = caption(table.caption, id: table.id, word: CaptionWord.table[1])
            return head + MarkdownTable(table, references).lines
        case .figure(let figure):
            return caption(figure.caption, id: figure.id, word: CaptionWord.figure[1])
                + [picture(figure)]
        case .passage(let passage):
            let words = passage.condition.map { MarkdownInlines.words($0) }
            return ["::: " + words.joined(separator: " "), ""]
                + lines(passage.blocks, isTight: false) + ["", ":::"]
        // Left out by the normalisation.
        case .rawHTML: return []
        }
    }

    private func lines(_ list: List, usesOtherMark: Bool) -> [String] {
        var lines: [String] = []
        for (index, item) in list.items.enumerated() {
            if index > 0, !list.isTight { lines.append("") }
            let mark: String
            if let start = list.start {
                mark = "\(min(start + index, 999_999_999))\(usesOtherMark ? ")" : ".") "
            } else {
                mark = usesOtherMark ? "* " : "- "
            }
            let indent = String(repeating: " ", count: mark.count)
            for (number, line) in self.lines(item, isTight: list.isTight).enumerated() {
                lines.append(number == 0 ? mark + line : line.isEmpty ? "" : indent + line)
            }
        }
        return lines
    }

    private func code(_ info: String, _ text: String) -> [String] {
        let mark: Unicode.Scalar = info.unicodeScalars.contains("`") ? "~" : "`"
        let fence = String(repeating: Character(mark), count: max(3, text.longestRun(of: mark) + 1))
        return [fence + MarkdownInlines.info(info)] + split(text).dropLast() + [fence]
    }

    private func split(_ text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
    }

    /// The anchor and the caption above a table or a picture, with the blank
    /// line after them.
    private func caption(_ caption: Caption?, id: String?, word: String) -> [String] {
        var lines: [String] = []
        if let id { lines.append("<a id=\"\(id)\"></a>") }
        if let caption {
            let text = MarkdownInlines.caption(caption.content)
            let head = caption.label.map { "**\($0).**" } ?? "\(word):"
            lines.append(text.isEmpty ? head : "\(head) \(text)")
        }
        return lines.isEmpty ? [] : lines + [""]
    }

    private func picture(_ figure: Figure) -> String {
        guard case .image(let source) = figure.picture else { return "" }
        let image = Image(source: source, content: [.text(figure.alternative)])
        return MarkdownInlines.paragraph([Inline(.image(image))])
    }
}

/// A table with its columns in line.
private struct MarkdownTable {
    /// A wider cell does not widen the cells above and below it.
    private static let widthLimit = 60

    private let alignments: [Table.Alignment]
    private let rows: [[String]]
    private let widths: [Int]

    init(_ table: Table, _ references: LinkReferences) {
        alignments = table.alignments
        let rows = ([table.header] + table.rows).map {
            $0.map { MarkdownInlines.cell($0, references) }
        }
        widths = table.header.indices.map { column in
            rows.map { $0[column].count }.filter { $0 <= Self.widthLimit }.reduce(3, max)
        }
        self.rows = rows
    }

    var lines: [String] {
        let lines = rows.map { line($0) }
        return lines.prefix(1) + [rule] + lines.dropFirst()
    }

    private func line(_ cells: [String]) -> String {
        let padded = cells.indices.map { column in
            let room = max(0, widths[column] - cells[column].count)
            let left = switch alignments[column] {
            case .none, .left: 0
            case .center: room / 2
            case .right: room
            }
            return spaces(left) + cells[column] + spaces(room - left)
        }
        return "| " + padded.joined(separator: " | ") + " |"
    }

    private var rule: String {
        let marks = widths.indices.map { column in
            let dashes = String(repeating: "-", count: widths[column] - 2)
            return switch alignments[column] {
            case .none: "--" + dashes
            case .left: ":-" + dashes
            case .center: ":" + dashes + ":"
            case .right: "-" + dashes + ":"
            }
        }
        return "| " + marks.joined(separator: " | ") + " |"
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
