import Capital
import Markup
import Source

/// What the chain's report tells of reconciliation: sums over all supplies
/// that could be compared, and never one of them.
struct ReconciliationTables: Sendable {
    let lines: [ReconciledLine]
    let doubleCounts: [HiddenDoubleCount]

    init(_ project: Project, year: Int) {
        let supplies = project.accounts.reconciliations(in: year)
        lines = project.accounts.reconciledLines(
            in: year, supplies, tolerance: project.tolerance)
        doubleCounts = project.accounts.hiddenDoubleCounts(in: year, supplies)
    }

    func sides(_ chosen: [String], _ indicators: Indicators, _ language: Language) -> Block {
        let rows = lines.filter { chosen.contains($0.line) }.compactMap { line in
            Self.row(line.line, indicators, language, [
                line.booked, line.supplierSide, line.difference, line.byQuantity, line.byFactor,
                line.outside,
            ])
        }
        return table(Self.header(language, [
            Labels.bookedByBuyers, Labels.fromSuppliers, Labels.buyerLess, Labels.byQuantity,
            Labels.byFactor, Labels.outsideTolerance,
        ]), rows, left: 2)
    }

    func bounds(_ chosen: [String], _ indicators: Indicators, _ language: Language) -> Block {
        let rows = doubleCounts.filter { chosen.contains($0.line) }.compactMap {
            Self.row($0.line, indicators, language, [$0.bound])
        }
        return table(Self.header(language, [Labels.atMost]), rows, left: 2)
    }

    private static func header(_ language: Language, _ titles: [Translated]) -> [[Inline]] {
        ([Labels.line, Labels.unit] + titles).map { [.text($0[language])] }
    }

    private static func row(
        _ line: String, _ indicators: Indicators, _ language: Language, _ cells: [Cell]
    ) -> [[Inline]]? {
        guard let indicator = indicators[line] else { return nil }
        let numerals = Numerals(language: language)
        return [[.link(indicator.title[language], to: "page:indicator/\(line)")],
                [.text(indicator.unitName[language])]]
            + cells.map { [Inline(.value(numerals.print($0, of: indicator)))] }
    }

    /// What the report's passages ask for.
    var facts: [String: Bool] {
        [
            "reconciled": !lines.isEmpty,
            "by-quantity-only": lines.contains(where: \.hasOthers),
            "unreconciled": lines.contains { ($0.outside.quantity?.value ?? 0) > 0 },
            "double-count": !doubleCounts.isEmpty,
        ]
    }
}
