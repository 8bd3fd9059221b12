import Capital
import Markup
import Source

/// The tables that stand beside the account, alike for a company and for the
/// chain: memo lines, units of nature, ratios, and where impacts fall.
struct BesideTables {
    let indicators: Indicators
    let language: Language

    typealias Totals = [Effect: Cell]

    private var numerals: Numerals { Numerals(language: language) }

    /// A memo line with losses and gains has a row for each side.
    func memo(_ lines: [(line: String, totals: Totals)]) -> Block {
        let header = titles(Labels.line, Labels.side, Labels.unit, Labels.amount)
        var rows: [[[Inline]]] = []
        for (line, totals) in lines {
            guard let indicator = indicators[line], indicator.kind == .memo else { continue }
            for (effect, cell) in totals.sorted(by: { $0.key < $1.key }) {
                let side = effect == .memo ? "–" : Labels.name(of: effect)[language]
                rows.append([
                    name(indicator), [.text(side)], [.text(indicator.unitName[language])],
                    printed(cell, indicator),
                ])
            }
        }
        return table(header, rows, left: 3)
    }

    func nature(_ lines: [(line: String, totals: Totals, balance: Cell?)]) -> Block {
        let header = titles(
            Labels.line, Labels.unit, Labels.grossLoss, Labels.grossGain, Labels.balance)
        let rows = lines.compactMap { line, totals, balance -> [[Inline]]? in
            guard let indicator = indicators[line], indicator.kind == .nature else { return nil }
            return [
                name(indicator), [.text(indicator.unitName[language])],
                printed(totals[.loss] ?? .none, indicator),
                printed(totals[.gain] ?? .none, indicator),
                printed(balance ?? .none, indicator),
            ]
        }
        return table(header, rows, left: 2)
    }

    func ratios(_ lines: [(line: String, ratio: Cell?)]) -> Block {
        let header = titles(Labels.ratio, Labels.ratioOf, Labels.unit, Labels.value)
        let rows = lines.compactMap { line, ratio -> [[Inline]]? in
            guard let indicator = indicators[line], indicator.kind == .ratio else { return nil }
            let parts = indicator.ratioOf.compactMap { indicators[$0.value]?.title[language] }
            return [
                name(indicator), [.text(parts.joined(separator: " / "))],
                [.text(indicator.unitName[language])], printed(ratio ?? .none, indicator),
            ]
        }
        return table(header, rows, left: 3)
    }

    /// A line that may not be split shows x in the parts and its total.
    func places(
        _ lines: [(line: String, totals: Totals, regions: [Effect: [Region: Cell]])]
    ) -> Block {
        let header = titles(
            Labels.line, Labels.side, Labels.unit, Labels.netherlands, Labels.abroad,
            Labels.unlocated, Labels.world)
        var rows: [[[Inline]]] = []
        for (line, totals, regions) in lines {
            guard let indicator = indicators[line], indicator.isInAccount else { continue }
            for (effect, total) in totals.sorted(by: { $0.key < $1.key })
            where total.quantity != nil {
                let parts = Region.allCases.map { region in
                    regions.isEmpty ? Cell.confidential : regions[effect]?[region] ?? Cell.none
                }
                let row = [
                    name(indicator), [.text(Labels.name(of: effect)[language])],
                    [.text(indicator.unitName[language])],
                ] + (parts + [total]).map { printed($0, indicator) }
                rows.append(strong(row, if: indicator.kind == .subtotal))
            }
        }
        return table(header, rows, left: 3)
    }

    private func titles(_ labels: Translated...) -> [[Inline]] {
        labels.map { [.text($0[language])] }
    }

    private func name(_ indicator: Indicator) -> [Inline] {
        [.link(indicator.title[language], to: "page:indicator/\(indicator.id)")]
    }

    private func printed(_ cell: Cell, _ indicator: Indicator) -> [Inline] {
        [Inline(.value(numerals.print(cell, of: indicator)))]
    }
}
