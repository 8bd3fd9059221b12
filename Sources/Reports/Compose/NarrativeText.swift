import Markup
import Source

extension Rule {
    static let narrativeContent = Rule(
        "narrative-content",
        reason: "A company's own text is printed as it is received; pictures and links to other "
            + "pages' files could carry anything.",
        example: "an image in narrative.nl.md",
        mend: "Leave out images; link only to web addresses and to tables of the report.")
}

/// A company's own words, fitted into its report: its headings go below the
/// report's, what it may not hold is found.
struct NarrativeText {
    let narrative: Narrative
    let context: PartyContext

    /// The text below the report's headings. Its lines are dropped: they
    /// count in another file than the report's.
    func blocks(_ findings: inout Findings) -> [Block] {
        let resolved = Resolver(context: context, file: narrative.path)
            .resolve(narrative.body, &findings)
        var found = Findings()
        resolved.forEachInline { inline in
            if let problem = Self.problem(of: inline) {
                found.add(
                    .narrativeContent,
                    at: Place(file: narrative.path, line: inline.line ?? 1), problem)
            }
        }
        resolved.forEachBlock { block in
            guard case .figure = block.kind else { return }
            found.add(
                .narrativeContent, at: Place(file: narrative.path, line: block.line ?? 1),
                "image stands in a company's own text")
        }
        findings.add(found)
        return resolved.mapInlines { inline in
            guard Self.problem(of: inline) == nil else { return [] }
            return [Inline(inline.kind)]
        }.mapBlocks { block in
            switch block.kind {
            case .figure: return []
            case .heading(var heading):
                heading.level = min(6, heading.level + 1)
                return [Block(.heading(heading))]
            case .paragraph, .blockQuote, .list, .codeBlock, .rawHTML, .thematicBreak, .table,
                .passage:
                return [Block(block.kind)]
            }
        }.blocks
    }

    /// Finds links to ids that the finished report does not have.
    func checkReferences(to anchors: Set<String>, _ findings: inout Findings) {
        var found = Findings()
        narrative.body.forEachInline { inline in
            guard case .link(let link) = inline.kind, link.destination.hasPrefix("#") else {
                return
            }
            let id = String(link.destination.dropFirst())
            guard !anchors.contains(id) else { return }
            found.add(
                .unknownReference, at: Place(file: narrative.path, line: inline.line ?? 1),
                "id '\(id)' does not exist in the report" + NearMiss.hint(for: id, among: anchors))
        }
        findings.add(found)
    }

    private static func problem(of inline: Inline) -> String? {
        switch inline.kind {
        case .image: "image stands in a company's own text"
        case .link(let link):
            ["https://", "http://", "mailto:", "#"].contains { link.destination.hasPrefix($0) }
                ? nil : "link '\(link.destination)' leads neither to the web nor to this report"
        case .value(let value):
            value.text == PartyContext.narrativeMark
                ? "value '=narrative' stands in the text that it means" : nil
        case .text, .emphasis, .strong, .code, .softBreak, .lineBreak, .rawHTML: nil
        }
    }
}
