package import Source

extension Rule {
    package static let passageMarker = Rule(
        "passage-marker",
        reason: "A marker that is read as text would print the passage for everybody.",
        example: "a line ':::' directly below a paragraph",
        mend: "Put ':::' at the start of its line, outside lists and quotations, with a blank "
            + "line before and after it.")

    package static let passageUnclosed = Rule(
        "passage-unclosed",
        reason: "Without its end the rest of the page would be for some readers only.",
        example: "::: for builder, and no ':::' after it",
        mend: "Close the passage with a line ':::'.")

    package static let passageUnopened = Rule(
        "passage-unopened",
        reason: "A passage says for whom it is in the line that opens it.",
        example: "a line ':::' without a line '::: for builder' before it",
        mend: "Write the condition after the opening ':::', or remove the line.")

    package static let passageNested = Rule(
        "passage-nested",
        reason: "Whom a passage inside a passage is for would be hard to see.",
        example: "::: for builder, and inside it ::: for client",
        mend: "Close the first passage before the second opens.")
}

extension TreeReader {
    /// The blocks of a page. Markers are looked for in the engine's tree, not
    /// in the text: what stands in a code block is then never a marker, and
    /// link definitions hold for the whole page.
    mutating func page(_ nodes: [EngineNode]) -> [Block] {
        guard constructs else { return blocks(nodes) }
        var page: [Block] = []
        var open: (condition: [String], line: Int)?
        var pending: [EngineNode] = []
        for node in nodes {
            guard let words = marker(node) else {
                pending.append(node)
                continue
            }
            let inside = blocks(pending)
            pending = []
            switch (open, words.isEmpty) {
            case (nil, true):
                findings.add(
                    .passageUnopened, at: place(node.line),
                    "passage without words after ':::', or closed without being opened")
                page += inside
            case (nil, false):
                page += inside
                open = (words, node.line)
            case (let passage?, true):
                page.append(block(passage.condition, inside, line: passage.line))
                open = nil
            case (let passage?, false):
                findings.add(
                    .passageNested, at: place(node.line),
                    "passage opens inside the passage of line \(passage.line + offset)")
                page.append(block(passage.condition, inside, line: passage.line))
                open = (words, node.line)
            }
        }
        let rest = blocks(pending)
        guard let passage = open else { return page + rest }
        findings.add(.passageUnclosed, at: place(passage.line), "passage is not closed")
        return page + [block(passage.condition, rest, line: passage.line)]
    }

    private func block(_ condition: [String], _ blocks: [Block], line: Int) -> Block {
        Block(.passage(Passage(condition: condition, blocks: blocks)), line: line + offset)
    }

    /// The words of a marker: a paragraph of one line that starts with `:::`
    /// in the first column, between blank lines. Everything else that looks
    /// like one is found by ``checkLineStarts(_:)``.
    private func marker(_ node: EngineNode) -> [String]? {
        guard case .paragraph = node.kind, isMarkerText(node.children.first),
            lines[node.line].starts(with: ":::".utf8),
            node.line == 1 || lines.isBlank(node.line - 1), lines.isBlank(node.line + 1)
        else { return nil }
        var text = ""
        for child in node.children {
            guard case .text(let piece) = child.kind else { return nil }
            text += piece
        }
        return text.drop { $0 == ":" }.split(separator: " ").map(String.init)
    }

    /// The engine's text does not tell `\:::` from `:::`; the line does.
    private func isMarkerText(_ node: EngineNode?) -> Bool {
        guard let node, case .text(let text) = node.kind, text.utf8.starts(with: ":::".utf8)
        else { return false }
        return !lines.contains("\\:::".utf8, in: node.line)
    }

    /// Finds lines that look like a marker, a caption or a table's second
    /// line, and are none because of what stands round them.
    mutating func checkLineStarts(_ nodes: [EngineNode]) {
        if let first = nodes.first { checkMarker(first) }
        for (previous, node) in zip(nodes, nodes.dropFirst()) where previous.isBreak {
            checkMarker(node)
            checkDelimiter(node)
            checkCaption(node)
        }
    }

    private mutating func checkMarker(_ node: EngineNode) {
        guard isMarkerText(node) else { return }
        findings.add(
            .passageMarker, at: place(node.line),
            "marker ':::' does not stand alone between blank lines, outside lists and quotations")
    }
}
