import Capital
import Markup
import Source

/// Tables that explain: symbols, valuation sets, factors, terms, indicators,
/// sources.
struct ReferenceTables {
    let project: Project
    let language: Language

    private var numerals: Numerals { Numerals(language: language) }

    private func header(_ labels: Translated...) -> [[Inline]] {
        labels.map { [.text($0[language])] }
    }

    /// The five states of a cell and the marks beside a figure.
    var legend: Block {
        let states: [Cell] = [.known(0), .none, .missing(.stated), .confidential, .notApplicable]
        let marks: [(String, Translated?)] = [
            ("≥", Labels.meaning(of: .atLeast)), ("≤", Labels.meaning(of: .atMost)),
            ("≈", Labels.meaning(of: .partial)), ("*", Labels.provisional),
            (Labels.breakSymbol, Labels.brokenSeries),
        ]
        let rows = states.map {
            [[Inline.text(Labels.symbol(of: $0)[language])],
             [Inline.text(Labels.meaning(of: $0)?[language] ?? "")]]
        } + marks.map { [[Inline.text($0.0)], [Inline.text($0.1?[language] ?? "")]] }
        return table(header(Labels.symbol, Labels.meaning), rows, left: 2)
    }

    /// The valuation sets in use: what of each the account prices and what it
    /// lacks, and below them what a reader must know of each.
    func sets(pricedBy pricing: Pricing) -> [Block] {
        let sets = pricing.columns
        let rows = sets.map { set -> [[Inline]] in
            let used = pricing.used(of: set.id)
            let unread = set.factors.filter { $0.status == .unverified }.count
            let status = unread == 0
                ? Labels.verified[language]
                : "\(unread) \(Labels.unverified[language])"
            func names(_ isUsed: Bool) -> String {
                let ids = set.factors.map(\.id).filter { used.contains($0) == isUsed }
                return ids.isEmpty ? "–" : ids.joined(separator: ", ")
            }
            return [
                [.text(set.title[language])], [.text(set.version)], [.text("\(set.priceLevel)")],
                [.text(Labels.name(of: set.basis)[language])], [.text(status)],
                [.text(names(true))], [.text(names(false))],
            ]
        }
        let remarks = sets.map {
            [Block.paragraph(
                .strong($0.title[language] + "."), .text(" " + $0.disclaimer[language]))]
        }
        return [
            table(
                header(
                    Labels.set, Labels.version, Labels.priceLevel, Labels.basis, Labels.status,
                    Labels.pricedHere, Labels.notPricedHere),
                rows, left: 7),
            Block(.list(List(items: remarks))),
        ]
    }

    func factors(of set: ValuationSet) -> Block {
        let hasBounds = set.factors.contains { $0.lower != nil || $0.upper != nil }
        let rows = set.factors.map { factor -> [[Inline]] in
            func number(_ value: Double?) -> [Inline] {
                [value.map { Inline.value(numerals.print(exactly: $0)) } ?? .text("–")]
            }
            let bounds = hasBounds ? [number(factor.lower), number(factor.upper)] : []
            let status = factor.status == .verified ? Labels.verified : Labels.unverified
            return [[.text(factor.id)], [.text("\(set.currency)/\(factor.per)")],
                    number(factor.value)]
                + bounds
                + [[.text(Labels.name(of: factor.basis)[language])], [.text(status[language])],
                   source(factor.source.value)]
        }
        let titles = [Labels.factor, Labels.unit, Labels.value]
            + (hasBounds ? [Labels.lower, Labels.upper] : [])
            + [Labels.basis, Labels.status, Labels.source]
        let figures = hasBounds ? 2...4 : 2...2
        return table(
            titles.map { [.text($0[language])] }, rows,
            alignments: titles.indices.map { figures.contains($0) ? .right : .left })
    }

    var terms: Block {
        let rows = project.terms.all.sorted { $0.name[language] < $1.name[language] }.map {
            [[Inline.text($0.name[language])],
             [Inline.text(language == .nl ? $0.name.en : $0.name.nl)],
             [Inline.text($0.definition[language])], source($0.source.value)]
        }
        return table(
            header(Labels.term, Labels.otherLanguage, Labels.definition, Labels.source), rows,
            left: 4)
    }

    var indicators: Block {
        let rows = project.indicators.all.map { indicator -> [[Inline]] in
            let name = Inline.link(
                indicator.title[language], to: "page:indicator/\(indicator.id)")
            return strong(
                [
                    [name], [.text(indicator.unitName[language])],
                    [.text(indicator.summary[language])],
                ],
                if: indicator.kind == .subtotal)
        }
        return table(header(Labels.line, Labels.unit, Labels.meaning), rows, left: 3)
    }

    var allSources: Block {
        let rows = project.sources.all.sorted { $0.id.value < $1.id.value }.map {
            [source($0.id.value), [Inline.text($0.author)], [Inline.text($0.year)],
             [Inline.text($0.isVerified ? Labels.verified[language] : Labels.unverified[language])]]
        }
        return table(
            header(Labels.title, Labels.author, Labels.year, Labels.status), rows, left: 4)
    }

    private func source(_ id: String) -> [Inline] {
        let title = project.sources[id]?.title ?? id
        return [.link(title, to: "source:\(id)")]
    }
}
