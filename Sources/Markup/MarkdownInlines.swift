/// Running text as Markdown, for each of the places it stands in.
///
/// The text is first a row of tokens, so that every mark of emphasis can see
/// what stands on either side of it: a mark between a letter and a full stop
/// marks nothing unless the letter is written as its number.
struct MarkdownInlines {
    /// A text may run over lines; line starts must not open blocks.
    static func paragraph(_ content: [Inline]) -> String {
        var text = MarkdownEscape.lineStarts(render(content, Self(isParagraph: true)))
        let words = CaptionWord.table + CaptionWord.figure
        if let word = words.first(where: { text.starts(withBytes: $0 + ": ") }) {
            text = word + "\\" + String(text.unicodeScalars.dropFirst(word.count))
        }
        return text
    }

    static func heading(_ content: [Inline]) -> String {
        let text = MarkdownEscape.marker(render(content, Self(escapesBraces: true)))
        // A row of '#' at the end would close the heading.
        let body = text.utf8.reversed().drop { $0 == UInt8(ascii: "#") }
        let marks = text.utf8.count - body.count
        guard marks > 0, body.isEmpty || body.first == UInt8(ascii: " ") else { return text }
        return String(text.dropLast(marks)) + "\\" + String(repeating: "#", count: marks)
    }

    static func caption(_ content: [Inline]) -> String {
        render(content, Self(escapesBraces: true))
    }

    /// Every bar is escaped, also in code: the table parts its cells first.
    static func cell(_ content: [Inline], _ references: LinkReferences) -> String {
        let text = MarkdownEscape.marker(render(content, Self(references: references)))
        return text.replacing(byte: "|", with: "\\|")
    }

    static func words(_ text: String) -> String { render([.text(text)], Self()) }

    static func info(_ info: String) -> String {
        MarkdownEscape.literal(info, escaping: ["\\"])
    }

    private enum Token {
        case text(String)
        case open(String)
        case close(String)
        /// Markdown that is ready; it starts and ends with punctuation.
        case ready(String)
        case softBreak, lineBreak
    }

    private var isParagraph = false
    private var escapesBraces = false
    private var isLink = false
    private var isInsideStar = false
    private var references = LinkReferences.none
    private var tokens: [Token] = []

    private init(
        isParagraph: Bool = false, escapesBraces: Bool = false, isLink: Bool = false,
        references: LinkReferences = .none
    ) {
        self.references = references
        self.isParagraph = isParagraph
        self.escapesBraces = escapesBraces
        self.isLink = isLink
    }

    private static func render(_ content: [Inline], _ place: Self) -> String {
        var writer = place
        if writer.isParagraph { writer.tokens = writer.labelLike(content) }
        writer.tokenise(writer.tokens.isEmpty ? content : Array(content.dropFirst()))
        return writer.rendered()
    }

    /// A paragraph that starts as a caption does, `**Tabel 3.**`, without
    /// being one.
    private func labelLike(_ content: [Inline]) -> [Token] {
        guard case .strong(let words)? = content.first?.kind, words.count == 1,
            case .text(let text) = words[0].kind, text.utf8.last == UInt8(ascii: "."),
            CaptionWord.isLabel(String(text.dropLast()))
        else { return [] }
        return [.open("**"), .text(String(text.dropLast())), .ready("\\."), .close("**")]
    }

    private mutating func tokenise(_ content: [Inline]) {
        for (index, inline) in content.enumerated() {
            switch inline.kind {
            case .text(let text): tokens.append(.text(text))
            case .emphasis(let content): mark(1, content)
            case .strong(let content): mark(2, content)
            case .code(let text): tokens.append(.ready(code(text)))
            case .link(let link):
                let isLast = index == content.count - 1
                if isLast, let words = references.words(for: link) {
                    tokens.append(.ready("[\(words)]"))
                } else {
                    self.link(link)
                }
            case .image(let image):
                let alternative = Self.render(image.content, Self(isLink: true))
                let target = MarkdownEscape.target(image.source, title: image.title)
                tokens.append(.ready("![\(alternative)](\(target))"))
            case .softBreak: tokens.append(.softBreak)
            case .lineBreak: tokens.append(.lineBreak)
            case .value(let value): tokens.append(.text(value.text))
            case .rawHTML: break
            }
        }
    }

    /// Two marks that touch must not be the same sign.
    private mutating func mark(_ length: Int, _ content: [Inline]) {
        var touchesStar = isInsideStar
        if case .close(let mark)? = tokens.last, mark.hasPrefix("*") { touchesStar = true }
        let mark = String(repeating: touchesStar ? "_" : "*", count: length)
        let outer = isInsideStar
        isInsideStar = !touchesStar
        tokens.append(.open(mark))
        tokenise(content)
        tokens.append(.close(mark))
        isInsideStar = outer
    }

    private mutating func link(_ link: Link) {
        if link.title.isEmpty, link.content == [.text(link.destination)],
            MarkdownEscape.isBare(link.destination)
        {
            tokens.append(.ready("<\(link.destination)>"))
        } else {
            let content = Self.render(
                link.content, Self(escapesBraces: escapesBraces, isLink: true))
            let target = MarkdownEscape.target(link.destination, title: link.title)
            tokens.append(.ready("[\(content)](\(target))"))
        }
    }

    private func code(_ text: String) -> String {
        let fence = String(repeating: "`", count: text.longestRun(of: "`") + 1)
        let ends = (text.utf8.first, text.utf8.last)
        let space = UInt8(ascii: " "), quote = UInt8(ascii: "`")
        let isSpaced = ends == (space, space) && text.utf8.contains { $0 != space }
        let pad = isSpaced || ends.0 == quote || ends.1 == quote ? " " : ""
        return fence + pad + text + pad + fence
    }
}

/// From tokens to text.
extension MarkdownInlines {
    private func rendered() -> String {
        tokens.indices.reduce(into: "") { output, index in
            switch tokens[index] {
            case .text(let text): output += escaped(text, at: index)
            case .open(let mark), .close(let mark): output += mark
            case .ready(let text): output += text
            case .softBreak: output += "\n"
            case .lineBreak: output += "\\\n"
            }
        }
    }

    private func escaped(_ text: String, at index: Int) -> String {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last else { return "" }
        let escape = MarkdownEscape(escapesBraces: escapesBraces, isLink: isLink)
        var pieces = scalars.indices.map { escape.piece(scalars, $0) }
        if last == "!", case .ready(let markdown)? = token(index + 1),
            markdown.starts(withBytes: "[")
        {
            pieces[pieces.count - 1] = "\\!"
        }
        // `_` beside a number is no longer inside a word.
        let end = pieces.count - 1
        if mustBeNumber(first, at: index, step: -1) {
            pieces[0] = MarkdownEscape.number(first)
            if end > 0, pieces[1] == "_" { pieces[1] = "\\_" }
        }
        if mustBeNumber(last, at: index, step: 1) {
            pieces[end] = MarkdownEscape.number(last)
            if end > 0, pieces[end - 1] == "_" { pieces[end - 1] = "\\_" }
        }
        return pieces.joined()
    }

    /// Whether the scalar at one end of a text keeps the mark beside it from
    /// marking. The engine's rule (left- and right-flanking): no space inside
    /// the mark; and where punctuation is inside it, no letter outside. `_`
    /// never has a letter outside.
    private func mustBeNumber(_ scalar: Unicode.Scalar, at index: Int, step: Int) -> Bool {
        switch (token(index + step), step) {
        case (.open, -1), (.close, 1):
            return scalar.properties.isWhitespace
        case (.open(let mark), _), (.close(let mark), _):
            if MarkdownEscape.standsOutside(scalar) { return false }
            guard mark.hasPrefix("*"), case .text(let inside)? = token(index + 2 * step) else {
                return true
            }
            let edges = inside.unicodeScalars
            guard let edge = step > 0 ? edges.first : edges.last, MarkdownEscape.isWord(edge)
            else { return true }
            // A letter on its own may be a number itself, for its other side.
            return edges.count == 1 && isMark(token(index + 3 * step))
        case (.text, _), (.ready, _), (.softBreak, _), (.lineBreak, _), (nil, _):
            return false
        }
    }

    private func isMark(_ token: Token?) -> Bool {
        switch token {
        case .open, .close: true
        case .text, .ready, .softBreak, .lineBreak, nil: false
        }
    }

    private func token(_ index: Int) -> Token? {
        tokens.indices.contains(index) ? tokens[index] : nil
    }
}
