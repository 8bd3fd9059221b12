import Capital
import Markup
import Source

/// What every report of a data set shares: definitions and reference tables,
/// and no figures of any company.
struct ReportFrame: Sendable {
    let edition: Edition
    let indicators: Indicators
    let valuationSets: [ValuationSet]
    let legend: Block
    let sets: [Block]
    let language: Language

    init(_ project: Project, _ language: Language) {
        let tables = ReferenceTables(project: project, language: language)
        edition = project.edition
        indicators = project.indicators
        valuationSets = project.sets
        legend = tables.legend
        sets = tables.sets
        self.language = language
    }

    var hasUnverifiedFactors: Bool {
        let used = indicators.all.flatMap { indicator in
            indicator.pricedBy.map { ($0.key, $0.value.value) }
        }
        return used.contains { set, factor in
            valuationSets.first { $0.id == set }?[factor]?.status == .unverified
        }
    }

    /// The lines that a table is asked for; all where none are named.
    func lines(_ words: [Located<String>]?, _ findings: inout Findings) -> [String] {
        guard let words else { return indicators.ids }
        return words.compactMap { indicators.check($0, &findings)?.id }
    }
}
