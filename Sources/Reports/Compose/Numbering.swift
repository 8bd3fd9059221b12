import Markup
import Source

extension Rule {
    static let unknownReference = Rule(
        "unknown-reference",
        reason: "A link that leads nowhere leaves the reader without what was promised.",
        example: "[tabel](#tbl-impcat)",
        mend: "Use the id of a table, figure or heading of the page.")

    static let duplicateAnchor = Rule(
        "duplicate-anchor",
        reason: "Of two things with one id a link finds only the first.",
        example: "two tables with {#tbl-impact}",
        mend: "Give each table, figure and heading an id of its own.")
}

/// Numbers the tables and figures of a finished page, in reading order, and
/// adds their numbers to the links that name them.
struct Numbering {
    let language: Language

    func number(_ document: Document) -> Document {
        var tables = 0, figures = 0
        var numbers: [String: Int] = [:]
        let labelled = document.mapBlocks { block in
            var block = block
            switch block.kind {
            case .table(var table) where table.caption != nil:
                tables += 1
                table.caption?.label = "\(Labels.table[language]) \(tables)"
                if let id = table.id { numbers[id] = tables }
                block.kind = .table(table)
            case .figure(var figure) where figure.caption != nil:
                figures += 1
                figure.caption?.label = "\(Labels.figure[language]) \(figures)"
                if let id = figure.id { numbers[id] = figures }
                block.kind = .figure(figure)
            case .table, .figure, .heading, .paragraph, .blockQuote, .list, .codeBlock,
                .rawHTML, .thematicBreak, .passage:
                break
            }
            return [block]
        }
        return labelled.mapInlines { inline in
            guard case .link(var link) = inline.kind, link.destination.hasPrefix("#"),
                let number = numbers[String(link.destination.dropFirst())]
            else { return [inline] }
            link.content.append(.text("\(Numerals.noBreakSpace)\(number)"))
            return [Inline(.link(link), line: inline.line)]
        }
    }

    /// The ids that a page offers, each with the line it stands on; a second
    /// use is found.
    static func anchors(
        of document: Document, file: String, _ findings: inout Findings
    ) -> Set<String> {
        var seen: Set<String> = []
        var found = Findings()
        document.forEachBlock { block in
            let id: String? = switch block.kind {
            case .heading(let heading): heading.id
            case .table(let table): table.id
            case .figure(let figure): figure.id
            case .paragraph, .blockQuote, .list, .codeBlock, .rawHTML, .thematicBreak,
                .passage: nil
            }
            if let id, !seen.insert(id).inserted {
                found.add(
                    .duplicateAnchor, at: Place(file: file, line: block.line ?? 1),
                    "id '\(id)' stands twice on the page")
            }
        }
        findings.add(found)
        return seen
    }
}
