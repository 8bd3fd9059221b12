package import Source

extension Rule {
    package static let rawHTML = Rule(
        "raw-html",
        reason: "No report prints raw HTML, so what it says would be lost.",
        example: "emission in CO<sub>2</sub>",
        mend: "Write it in Markdown, or put the text in a code span.")

    package static let unsafeLink = Rule(
        "unsafe-link",
        reason: "A reader of a report must not be led to a program, or to a place that the "
            + "page does not show.",
        example: "[cijfers](javascript:toon())",
        mend: "Link to a page of the guide, to '#an-id', or with https:, http:, mailto: or "
            + "source:.")
}

extension TreeReader {
    mutating func reportRawHTML(_ text: String, line: Int) {
        let start = text.split(whereSeparator: \.isNewline).first ?? ""
        findings.add(
            .rawHTML, at: place(line), "raw HTML '\(start.prefix(40))' is not printed")
    }

    mutating func checkDestination(_ destination: String, schemes: [String], line: Int) {
        guard !Destination.isSafe(destination, schemes: schemes) else { return }
        findings.add(
            .unsafeLink, at: place(line), "link '\(destination.prefix(60))' is not allowed here")
    }
}

extension Rule {
    package static let tableRowWidth = Rule(
        "table-row-width",
        reason: "Of a row with too many cells the last figures vanish without a trace; a row "
            + "with too few is often a line of text that stands against the table.",
        example: "| zand | 12 | t | under a header of two cells",
        mend: "Give the row as many cells as the header, write '\\|' for a bar inside a cell "
            + "(also in a code span), and leave a blank line after the table.")
}

extension TreeReader {
    mutating func table(_ node: EngineNode, _ alignments: [Table.Alignment]) -> Table {
        var rows: [[[Inline]]] = []
        for (index, row) in node.children.enumerated() {
            // The engine's line of a header below a paragraph is that of the
            // paragraph.
            let line = index == 0 ? firstLine(ofTable: node) : row.line
            let width = lines.cellCount(line)
            if index > 0, width != alignments.count {
                findings.add(
                    .tableRowWidth, at: place(line),
                    "row has \(width) \(width == 1 ? "cell" : "cells") where the header has "
                        + "\(alignments.count)")
            }
            rows.append(row.children.map { inlines($0.children, line: line) })
        }
        return Table(
            alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
    }

    /// The line of the header: two above the first row.
    func firstLine(ofTable node: EngineNode) -> Int {
        node.children.count > 1 ? node.children[1].line - 2 : node.line
    }

    /// A header that is wider or narrower than the line below it makes no
    /// table at all.
    mutating func checkDelimiter(_ node: EngineNode) {
        let marks = lines[node.line].drop { " \t>".utf8.contains($0) }
        guard marks.contains(UInt8(ascii: "|")), marks.contains(UInt8(ascii: "-")),
            marks.allSatisfy({ " \t|-:".utf8.contains($0) })
        else { return }
        findings.add(
            .tableRowWidth, at: place(node.line),
            "line below the header has \(lines.cellCount(node.line)) cells where the header has "
                + "\(lines.cellCount(node.line - 1))")
    }
}
