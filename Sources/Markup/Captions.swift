package import Source

extension Rule {
    package static let captionAlone = Rule(
        "caption-alone",
        reason: "A caption belongs to what stands directly below it; alone it gets no number, "
            + "and no link finds it.",
        example: "Tabel: Emissies {#tbl-emissies}, and then a paragraph",
        mend: "Put the caption directly above its table, or its picture, with one blank line "
            + "between them.")

    package static let wrongID = Rule(
        "wrong-id",
        reason: "An id is part of an address; other signs than these break links.",
        example: "## Uitstoot {#Uitstoot CO2}",
        mend: "Write the id in small letters, digits and hyphens.")
}

/// The words that captions start with, in the languages of the guide.
enum CaptionWord {
    static let table = ["Tabel", "Table"]
    static let figure = ["Figuur", "Figure"]

    /// Whether a label such as `Table 3` can be known again: by its word, and
    /// by holding nothing that Markdown must escape.
    static func isLabel(_ label: String) -> Bool {
        (table + figure).contains { label.hasPrefix($0 + " ") } && !label.hasSuffix(" ")
            && label.unicodeScalars.allSatisfy {
                $0 == " " || $0 == "." || $0 == "-" || $0.properties.isAlphabetic
                    || $0.properties.numericType != nil
            }
    }
}

/// A table or figure with the caption that stood above it.
struct Captioned {
    var block: Block
    /// Whether the next block went into this one.
    var takesNext: Bool
}

/// A paragraph that has the form of a caption.
private struct CaptionForm {
    enum Subject { case table, figure, any }

    var subject: Subject
    var id: String?
    var label: String?
    /// Nil where the paragraph is an anchor only.
    var content: [EngineNode]?
    /// `Tabel: ` can be nothing but a caption; the other forms can.
    var isCertain = false
}

extension TreeReader {
    /// The table or figure that a caption and the block below it make; the
    /// caption as a paragraph, with a finding, where that block is absent.
    mutating func captioned(_ node: EngineNode, before next: EngineNode?) -> Captioned? {
        guard case .paragraph = node.kind, let form = captionForm(node) else { return nil }
        if form.subject != .figure, let next, case .table(let alignments) = next.kind {
            var table = self.table(next, alignments)
            (table.id, table.caption) = take(form, line: node.line)
            let line = firstLine(ofTable: next) + offset
            return Captioned(block: Block(.table(table), line: line), takesNext: true)
        }
        if form.subject != .table, let next, let image = soleImage(next),
            case .image(let source, _) = image.kind
        {
            let alternative = inlines([image]).plainText
            let (id, caption) = take(form, line: node.line)
            let figure = Figure(
                id: id, caption: caption, alternative: alternative,
                picture: .image(source: source))
            return Captioned(
                block: Block(.figure(figure), line: next.line + offset), takesNext: true)
        }
        guard form.isCertain else { return nil }
        findings.add(
            .captionAlone, at: place(node.line),
            "caption has no \(form.subject == .figure ? "picture" : "table") directly below it")
        let content = inlines(node.children)
        return Captioned(
            block: Block(.paragraph(content), line: node.line + offset), takesNext: false)
    }

    /// A caption further down in a paragraph is read as text.
    mutating func checkCaption(_ node: EngineNode) {
        guard case .text(let text) = node.kind, let start = captionStart(text, node.line),
            subject(of: start) == .table
        else { return }
        findings.add(
            .captionAlone, at: place(node.line), "caption has no blank line above it")
    }

    private mutating func take(_ form: CaptionForm, line: Int) -> (String?, Caption?) {
        guard var content = form.content else { return (form.id, nil) }
        let id = takeID(&content, line: line)
        return (id ?? form.id, Caption(label: form.label, content: inlines(content)))
    }

    private func soleImage(_ node: EngineNode) -> EngineNode? {
        guard case .paragraph = node.kind, node.children.count == 1,
            let only = node.children.first, case .image = only.kind
        else { return nil }
        return only
    }

    /// Looks at the line itself too: the engine's text does not tell
    /// `Tabel\: x` from `Tabel: x`.
    private func captionForm(_ node: EngineNode) -> CaptionForm? {
        var content = node.children
        let id = takeAnchor(&content)
        guard let first = content.first else {
            return id.map { CaptionForm(subject: .any, id: $0) }
        }
        if case .strong = first.kind, let label = label(first) {
            content.removeFirst()
            trimStart(&content)
            return CaptionForm(subject: subject(of: label), id: id, label: label, content: content)
        }
        guard case .text(let text) = first.kind, let start = captionStart(text, first.line) else {
            return nil
        }
        content[0].kind = .text(String(text.unicodeScalars.dropFirst(start.count)))
        return CaptionForm(
            subject: subject(of: text), id: id, label: nil, content: content, isCertain: true)
    }

    /// `Tabel: `, where a text starts so in its line too.
    private func captionStart(_ text: String, _ line: Int) -> String? {
        (CaptionWord.table + CaptionWord.figure).map { $0 + ": " }
            .first { text.starts(withBytes: $0) && lines.opens(line, with: $0.utf8) }
    }

    private func subject(of text: String) -> CaptionForm.Subject {
        CaptionWord.table.contains { text.hasPrefix($0) } ? .table : .figure
    }

    private func label(_ strong: EngineNode) -> String? {
        guard strong.children.count == 1, let only = strong.children.first,
            case .text(let text) = only.kind, text.utf8.last == UInt8(ascii: "."),
            CaptionWord.isLabel(String(text.dropLast())), lines.opens(only.line, with: text.utf8)
        else { return nil }
        return String(text.dropLast())
    }

    private func trimStart(_ nodes: inout [EngineNode]) {
        guard let first = nodes.first else { return }
        if first.isBreak { nodes.removeFirst() }
        guard case .text(let text) = first.kind else { return }
        nodes[0].kind = .text(String(text.unicodeScalars.drop { $0 == " " }))
    }

    /// `<a id="tbl-x"></a>` at the start: the one piece of HTML that is read.
    private func takeAnchor(_ nodes: inout [EngineNode]) -> String? {
        guard nodes.count >= 2, case .rawHTML(let open) = nodes[0].kind,
            case .rawHTML("</a>") = nodes[1].kind,
            open.hasPrefix("<a id=\""), open.hasSuffix("\">")
        else { return nil }
        let id = String(open.dropFirst(7).dropLast(2))
        guard Identifier.isValid(id) else { return nil }
        nodes.removeFirst(2)
        trimStart(&nodes)
        return id
    }

    /// Takes ` {#id}` off the end of a caption or a heading.
    mutating func takeID(_ nodes: inout [EngineNode], line: Int) -> String? {
        guard let last = nodes.last, case .text(let text) = last.kind, text.hasSuffix("}"),
            let brace = text.lastRange(of: "{#"),
            lines.closes(last.line, with: " " + text[brace.lowerBound...])
        else { return nil }
        let id = String(text[brace.upperBound...].dropLast())
        var rest = text[..<brace.lowerBound]
        guard rest.last == " " else { return nil }
        guard Identifier.isValid(id) else {
            findings.add(
                .wrongID, at: place(last.line),
                "id '\(id)' is not small letters, digits and hyphens")
            return nil
        }
        while rest.last == " " { rest.removeLast() }
        nodes.removeLast()
        if !rest.isEmpty {
            nodes.append(last)
            nodes[nodes.count - 1].kind = .text(String(rest))
        }
        return id
    }
}

extension String {
    /// The last place of a text of two ASCII signs.
    fileprivate func lastRange(of part: String) -> Range<String.Index>? {
        let bytes = utf8
        var start = endIndex
        while start > startIndex {
            start = bytes.index(before: start)
            if bytes[start...].starts(with: part.utf8) {
                return start..<bytes.index(start, offsetBy: part.utf8.count)
            }
        }
        return nil
    }
}
