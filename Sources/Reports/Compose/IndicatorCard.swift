import Capital
import Markup
import Source

/// The definition of an indicator as a table, made from the same front
/// matter that the arithmetic uses.
struct IndicatorCard {
    let project: Project
    let indicator: Indicator
    let language: Language

    var blocks: [Block] {
        var rows: [(Translated, [Inline])] = [
            (Labels.unit, [.text(indicator.unit)]),
            (GuideTexts.formula, [.text(indicator.formula[language])]),
            (GuideTexts.kind, [.text(GuideTexts.name(of: indicator.kind)[language])]),
            (Labels.consolidation,
             [.text(Labels.name(of: indicator.consolidation)[language])]),
            (GuideTexts.pricedBy, prices),
            (GuideTexts.mustReport, links(indicator.mustReport)),
            (GuideTexts.mayReport, links(indicator.mayReport)),
        ]
        if let subtotal = indicator.partOf.flatMap({ project.indicators[$0] }) {
            rows.append(
                (GuideTexts.partOf,
                 [.link(subtotal.title[language], to: "page:indicator/\(subtotal.id)")]))
        }
        let parts = project.indicators.parts(of: indicator.id)
        if !parts.isEmpty { rows.append((GuideTexts.parts, separated(parts))) }
        for (system, code) in indicator.crosswalk {
            rows.append((GuideTexts.crosswalk(system), [.text(code)]))
        }
        var block = table(
            [[.text(GuideTexts.property[language])], [.text(GuideTexts.definition[language])]],
            rows.map { [[.text($0.0[language])], $0.1] }, left: 2)
        if case .table(var card) = block.kind {
            card.caption = Caption(content: [.text(GuideTexts.cardCaption[language])])
            block.kind = .table(card)
        }
        return [block] + sourceLine
    }

    private var sourceLine: [Block] {
        guard !indicator.sources.isEmpty else { return [] }
        var line: [Inline] = [.text(Labels.sources[language] + ": ")]
        for (index, source) in indicator.sources.enumerated() {
            if index > 0 { line.append(.text("; ")) }
            let title = project.sources[source.value]?.title ?? source.value
            line.append(.link(title, to: "source:\(source.value)"))
        }
        return [Block(.paragraph(line + [.text(".")]))]
    }

    private var prices: [Inline] {
        let numerals = Numerals(language: language)
        let texts = project.sets.compactMap { set -> String? in
            guard let id = indicator.pricedBy[set.id]?.value, let factor = set[id] else {
                return nil
            }
            let price = numerals.print(exactly: factor.value)
            let status = factor.status == .unverified
                ? ", \(Labels.unverified[language])" : ""
            return "\(set.title[language]): \(factor.id), \(price) \(set.currency)/\(factor.per)"
                + " (\(Labels.name(of: factor.basis)[language])\(status))"
        }
        return [.text(texts.isEmpty ? Labels.unpriced[language] : texts.joined(separator: "; "))]
    }

    private func links(_ ids: [Located<String>]) -> [Inline] {
        let titles = ids.compactMap { project.edition.title(ofLink: $0.value)?[language] }
        return [.text(titles.isEmpty ? "–" : titles.joined(separator: ", "))]
    }

    private func separated(_ parts: [Indicator]) -> [Inline] {
        var line: [Inline] = []
        for part in parts {
            if !line.isEmpty { line.append(.text(", ")) }
            line.append(.link(part.title[language], to: "page:indicator/\(part.id)"))
        }
        return line
    }
}
