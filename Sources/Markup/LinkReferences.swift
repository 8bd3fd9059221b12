/// The links that a written text names in its tables by their words alone,
/// `[Gross loss]`, with their addresses below the text: an address in a cell
/// would push the columns out of line.
struct LinkReferences {
    /// Address by the words of the link.
    private let addresses: [String: String]

    static let none = LinkReferences(addresses: [:])

    private init(addresses: [String: String]) { self.addresses = addresses }

    /// Words that name two addresses stay out, and so does a document with
    /// passages: each of those is read on its own.
    init(_ document: Document) {
        var found: [String: [String: String]] = [:]
        var hasPassages = false
        document.forEachBlock { block in
            switch block.kind {
            case .passage: hasPassages = true
            case .table(let table):
                let cells = (table.header + table.rows.flatMap(\.self)).flatMap(\.self)
                for cell in cells { Self.collect(cell, into: &found) }
            case .heading, .paragraph, .blockQuote, .list, .codeBlock, .rawHTML, .thematicBreak,
                .figure: break
            }
        }
        let clear = found.values.filter { Set($0.values).count == 1 && $0.count == 1 }
        addresses = hasPassages
            ? [:]
            : Dictionary(clear.flatMap { $0.map { ($0.key, $0.value) } }) { first, _ in first }
    }

    private static func collect(
        _ inline: Inline, into found: inout [String: [String: String]]
    ) {
        switch inline.kind {
        case .link(let link):
            guard let words = words(of: link) else { return }
            let key = words.lowercased()
            if found[key]?[words].map({ $0 != link.destination }) ?? false {
                // A second spelling stands for "more than one address".
                found[key]?[words + " "] = link.destination
            } else {
                found[key, default: [:]][words] = link.destination
            }
        case .emphasis(let content), .strong(let content):
            for inline in content { collect(inline, into: &found) }
        case .text, .code, .image, .softBreak, .lineBreak, .rawHTML, .value: break
        }
    }

    /// The words of a link that need no escape and hold no mark.
    private static func words(of link: Link) -> String? {
        guard link.title.isEmpty, !link.destination.isEmpty, link.content.count == 1,
            case .text(let text) = link.content[0].kind,
            let first = text.unicodeScalars.first, first.properties.isAlphabetic,
            text.unicodeScalars.last?.properties.isWhitespace == false,
            text.unicodeScalars.count <= 200, !text.contains("  "),
            text.unicodeScalars.allSatisfy({
                $0.properties.isAlphabetic || ("0"..."9").contains($0)
                    || " ,.()/-–".unicodeScalars.contains($0)
            })
        else { return nil }
        return text
    }

    /// The words to write for a link; nil when its address must stand in it.
    func words(for link: Link) -> String? {
        Self.words(of: link).flatMap { addresses[$0] == link.destination ? $0 : nil }
    }

    /// The lines below the text, sorted.
    var lines: [String] {
        addresses.keys.sorted().map { words in
            "[\(words)]: \(MarkdownEscape.target(addresses[words] ?? "", title: ""))"
        }
    }
}
