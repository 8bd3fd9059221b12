import Capital
import Markup
import Source

/// What the chain's report tells of coverage: how much of a sector reports,
/// and apart from it what the whole of it may come to.
struct CoverageTables: Sendable {
    let coverage: [Coverage]
    private let links: [String: Translated]
    private let rule: EstimateRule?
    private let sources: Set<String>

    init(_ project: Project, year: Int) {
        let market = project.data.market
        rule = market?.rule
        sources = project.sources.ids
        coverage = project.accounts.coverage(
            in: year, of: market?.volumes ?? [], by: market?.rule)
        links = project.edition.chainLinks.reduce(into: [:]) { $0[$1.id] = $1.title }
    }

    func shares(_ language: Language) -> Block {
        let numerals = Numerals(language: language)
        let rows = coverage.map { coverage -> [[Inline]] in
            let sector = coverage.sector
            return [
                name(sector, language), [.text(sector.product)], [.text(sector.unit)],
                [Inline(.value(numerals.print(coverage.reported, decimals: 0)))],
                [.text(numerals.print(exactly: sector.volume))],
                [Inline(.value(numerals.print(coverage.share, decimals: 1)))],
                [sources.contains(sector.source.value)
                    ? .link(Labels.source[language], to: "source:\(sector.source.value)")
                    : .text(sector.source.value)],
            ]
        }
        return table(header(language, [
            Labels.chainLink, Labels.product, Labels.unit, Labels.reportedVolume,
            Labels.sectorVolume, Labels.coverage, Labels.source,
        ]), rows, alignments: [.left, .left, .left, .right, .right, .right, .left])
    }

    func estimates(
        _ chosen: [String], _ indicators: Indicators, _ language: Language
    ) -> Block {
        let numerals = Numerals(language: language)
        let rows = coverage.flatMap { coverage in
            coverage.estimates.filter { chosen.contains($0.line) }.compactMap {
                estimate -> [[Inline]]? in
                guard let indicator = indicators[estimate.line] else { return nil }
                let figures = [estimate.reported, estimate.lower, estimate.upper].map {
                    [Inline(.value(numerals.print(.known($0), of: indicator)))]
                }
                return [name(coverage.sector, language),
                        [.link(indicator.title[language], to: "page:indicator/\(estimate.line)")],
                        [.text(indicator.unitName[language])]] + figures
            }
        }
        return table(header(language, [
            Labels.chainLink, Labels.line, Labels.unit, Labels.reportedOwn, Labels.lower,
            Labels.upper,
        ]), rows, left: 3)
    }

    private func header(_ language: Language, _ titles: [Translated]) -> [[Inline]] {
        titles.map { [.text($0[language])] }
    }

    private func name(_ sector: SectorVolume, _ language: Language) -> [Inline] {
        [.text(links[sector.link]?[language] ?? sector.link)]
    }

    /// The words of a report that tell the rule.
    func texts(_ language: Language) -> [String: String] {
        let numerals = Numerals(language: language)
        return [
            "estimate.from-coverage": rule.map { numerals.print(exactly: $0.threshold) } ?? "–",
            "estimate.spread": rule.map { numerals.print(exactly: $0.spread) } ?? "–",
        ]
    }

    var facts: [String: Bool] {
        [
            "covered": !coverage.isEmpty,
            "uncovered": coverage.isEmpty,
            "sector-estimate": coverage.contains { !$0.estimates.isEmpty },
        ]
    }
}
