/// The inlines' part of ``Document/normalised``.
enum InlineNormaliser {
    /// For a paragraph: breaks stay, save at its ends.
    static func lines(_ inlines: [Inline]) -> [Inline] {
        tidy(flat(inlines, Context()))
    }

    /// For a heading, a caption, a cell or an alternative text.
    static func oneLine(_ inlines: [Inline]) -> [Inline] {
        tidy(flat(inlines, Context(keepsBreaks: false)))
    }

    /// A destination keeps everything but white space at its ends and line
    /// ends.
    static func address(_ address: String) -> String {
        var rest = Substring(withoutNull(address)).unicodeScalars
        while let first = rest.first, isSpace(first) { rest.removeFirst() }
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return String(String.UnicodeScalarView(rest.filter { $0 != "\n" && $0 != "\r" }))
    }

    /// The engine reads the character 0 as the sign for an unknown one.
    static func withoutNull(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    }

    private struct Context {
        var keepsBreaks = true
        var isEmphasis = false
        var isStrong = false
        var isLink = false
    }

    /// Without values, raw HTML, null characters and marks inside themselves;
    /// white space as single spaces.
    private static func flat(_ inlines: [Inline], _ context: Context) -> [Inline] {
        joined(inlines.flatMap { one($0, context) })
    }

    private static func one(_ inline: Inline, _ context: Context) -> [Inline] {
        var inner = context
        let kind: Inline.Kind
        switch inline.kind {
        case .text(let text): kind = .text(folded(text))
        case .value(let value): kind = .text(folded(value.text))
        case .rawHTML: return []
        case .softBreak, .lineBreak:
            if context.keepsBreaks { return [inline] }
            kind = .text(" ")
        case .code(let text):
            guard let text = code(text) else { return [] }
            kind = .code(text)
        case .emphasis(let content):
            if context.isEmphasis { return flat(content, context) }
            inner.isEmphasis = true
            return hoisted(flat(content, inner)) { Inline(.emphasis($0), line: inline.line) }
        case .strong(let content):
            if context.isStrong { return flat(content, context) }
            inner.isStrong = true
            return hoisted(flat(content, inner)) { Inline(.strong($0), line: inline.line) }
        case .link(var link):
            if context.isLink { return flat(link.content, context) }
            inner.isLink = true
            link.destination = address(link.destination)
            link.title = title(link.title)
            link.content = flat(link.content, inner)
            kind = .link(link)
        case .image(var image):
            image.source = address(image.source)
            image.title = title(image.title)
            // The engine reads the alternative text as words only.
            image.content = Inline.joined([.text(folded(image.content.plainText))])
            kind = .image(image)
        }
        return [Inline(kind, line: inline.line)]
    }

    /// Spaces and breaks at the ends of an emphasis stand outside it: marks
    /// with a space inside them mark nothing.
    private static func hoisted(
        _ content: [Inline], _ mark: ([Inline]) -> Inline
    ) -> [Inline] {
        var content = content
        var before: [Inline] = [], after: [Inline] = []
        while let first = content.first, let (edge, rest) = edge(of: first, \.first) {
            before.append(edge)
            content.replaceSubrange(0..<1, with: rest)
        }
        while let last = content.last, let (edge, rest) = edge(of: last, \.last) {
            after.insert(edge, at: 0)
            content.replaceSubrange((content.count - 1)..., with: rest)
        }
        return before + (content.isEmpty ? [] : [mark(content)]) + after
    }

    /// The space or break at one end of an inline, and what is left of it.
    private static func edge(
        of inline: Inline, _ end: KeyPath<Substring.UnicodeScalarView, Unicode.Scalar?>
    ) -> (Inline, [Inline])? {
        switch inline.kind {
        case .softBreak, .lineBreak: return (inline, [])
        case .text(let text):
            var rest = Substring(text).unicodeScalars
            guard rest[keyPath: end] == " " else { return nil }
            if end == \.first { rest.removeFirst() } else { rest.removeLast() }
            let left = Inline(.text(String(rest)), line: inline.line)
            return (.text(" "), rest.isEmpty ? [] : [left])
        case .emphasis, .strong, .code, .link, .image, .rawHTML, .value: return nil
        }
    }

    /// White space in a code span is spaces; one that is empty is nothing.
    private static func code(_ text: String) -> String? {
        let code = withoutNull(text).unicodeScalars.reduce(into: String.UnicodeScalarView()) {
            $0.append($1 == "\n" || $1 == "\r" ? " " : $1)
        }
        return code.isEmpty ? nil : String(code)
    }

    private static func title(_ title: String) -> String { trimmed(folded(title)) }

    /// Every run of spaces, tabs and line ends as one space.
    private static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in withoutNull(text).unicodeScalars {
            if isSpace(scalar) {
                if folded.last != " " { folded.append(" ") }
            } else {
                folded.append(scalar)
            }
        }
        return String(folded)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        (0x09...0x0D).contains(scalar.value) || scalar == " "
    }

    private static func trimmed(_ text: String) -> String {
        var rest = Substring(text).unicodeScalars
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }

    private static func isEmpty(_ inline: Inline) -> Bool {
        switch inline.kind {
        case .emphasis, .strong, .link: inline.children.isEmpty
        case .text, .code, .image, .softBreak, .lineBreak, .rawHTML, .value: false
        }
    }

    /// Two neighbours as one, where Markdown could not keep them apart.
    private static func union(_ first: Inline.Kind, _ second: Inline.Kind) -> Inline.Kind? {
        if case .emphasis(let a) = first, case .emphasis(let b) = second {
            return .emphasis(joined(a + b))
        }
        if case .strong(let a) = first, case .strong(let b) = second {
            return .strong(joined(a + b))
        }
        if case .code(let a) = first, case .code(let b) = second { return .code(a + b) }
        return nil
    }

    /// Neighbouring texts as one, and neighbouring marks of one kind as one;
    /// what has no content is left out.
    private static func joined(_ inlines: [Inline]) -> [Inline] {
        var joined: [Inline] = []
        for inline in Inline.joined(inlines) {
            if isEmpty(inline) { continue }
            if let last = joined.last?.kind, let both = union(last, inline.kind) {
                joined[joined.count - 1].kind = both
            } else {
                joined.append(inline)
            }
        }
        // What was left out may have stood between two texts.
        return Inline.joined(joined)
    }
}

/// Spaces at the ends of lines, and breaks at the ends of the text.
extension InlineNormaliser {
    /// Until nothing changes: what is trimmed away may bring other things
    /// together or to the end of a line.
    private static func tidy(_ inlines: [Inline]) -> [Inline] {
        var inlines = inlines
        while true {
            var trimmer = Trimmer()
            let next = flat(trimmer.trimmed(inlines), Context())
            if next == inlines { return next }
            inlines = next
        }
    }
}

/// Walks inlines as one text, through marks and links, and takes away spaces
/// and breaks that Markdown would lose.
private struct Trimmer {
    /// Whether a space here would stand after another, or start a line.
    private var swallowsSpace = true
    private var isFirst = true

    mutating func trimmed(_ inlines: [Inline]) -> [Inline] {
        let forward = self.forward(inlines)
        var back = Trimmer()
        return back.backward(forward)
    }

    private mutating func forward(_ inlines: [Inline]) -> [Inline] {
        inlines.compactMap { inline in
            var inline = inline
            switch inline.kind {
            case .text(let text):
                var rest = Substring(text).unicodeScalars
                if swallowsSpace, rest.first == " " { rest.removeFirst() }
                if rest.isEmpty { return nil }
                isFirst = false
                swallowsSpace = rest.last == " "
                inline.kind = .text(String(rest))
            case .softBreak, .lineBreak:
                if isFirst { return nil }
                swallowsSpace = true
            case .emphasis(let content): inline.kind = .emphasis(forward(content))
            case .strong(let content): inline.kind = .strong(forward(content))
            case .link(var link):
                link.content = forward(link.content)
                inline.kind = .link(link)
            case .image(var image):
                var own = Trimmer()
                image.content = own.trimmed(image.content)
                inline.kind = .image(image)
                endWord()
            case .code, .rawHTML, .value: endWord()
            }
            return inline
        }
    }

    private mutating func backward(_ inlines: [Inline]) -> [Inline] {
        Array(inlines.reversed().compactMap { inline -> Inline? in
            var inline = inline
            switch inline.kind {
            case .text(let text):
                var rest = Substring(text).unicodeScalars
                if swallowsSpace, rest.last == " " { rest.removeLast() }
                if rest.isEmpty { return nil }
                endWord()
                inline.kind = .text(String(rest))
            case .softBreak, .lineBreak:
                // Of two breaks the first would end an empty line.
                if swallowsSpace { return nil }
                swallowsSpace = true
            case .emphasis(let content): inline.kind = .emphasis(backward(content))
            case .strong(let content): inline.kind = .strong(backward(content))
            case .link(var link):
                link.content = backward(link.content)
                inline.kind = .link(link)
            case .image, .code, .rawHTML, .value: endWord()
            }
            return inline
        }.reversed())
    }

    private mutating func endWord() {
        isFirst = false
        swallowsSpace = false
    }
}
