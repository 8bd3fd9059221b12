import Capital
import Markup
import Source

/// What every report of a data set shares: definitions and reference tables,
/// and no figures of any company.
struct ReportFrame: Sendable {
    let edition: Edition
    let indicators: Indicators
    let pricing: Pricing
    /// The guide's sets, by which products and works are weighted.
    let valuationSets: [ValuationSet]
    let definitions: SupplementDefinitions
    let sources: Sources
    let legend: Block
    let sets: [Block]
    let language: Language

    /// `pricing` is that of a company with a valuation set of its own.
    init(_ project: Project, _ language: Language, pricing: Pricing? = nil) {
        let tables = ReferenceTables(project: project, language: language)
        edition = project.edition
        indicators = project.indicators
        self.pricing = pricing ?? project.pricing
        valuationSets = project.sets
        definitions = project.definitions
        sources = project.sources
        legend = tables.legend
        sets = tables.sets(pricedBy: self.pricing)
        self.language = language
    }

    var hasUnverifiedFactors: Bool {
        pricing.columns.contains { set in
            let used = pricing.used(of: set.id)
            return set.factors.contains { used.contains($0.id) && $0.status == .unverified }
        }
    }

    /// The lines that a table is asked for; all where none are named.
    func lines(_ words: [Located<String>]?, _ findings: inout Findings) -> [String] {
        guard let words else { return indicators.ids }
        return words.compactMap { indicators.check($0, &findings)?.id }
    }
}
