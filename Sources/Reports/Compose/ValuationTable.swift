import Capital
import Markup
import Source

/// Balances in money: a line per row, a valuation set per column, and below
/// them the sum of each set by basis and over all. Amounts of two sets stand
/// beside each other and are never added.
struct ValuationTable {
    let pricing: Pricing
    let indicators: Indicators
    let language: Language
    let lines: [(indicator: String, values: [String: Cell])]

    private var sets: [ValuationSet] { pricing.columns }

    private var numerals: Numerals { Numerals(language: language) }

    var block: Block {
        let header = [[Inline.text(Labels.line[language])]] + sets.map { set in
            let level = Labels.priceLevel[language].lowercased()
            let basis = Labels.name(of: set.basis)[language]
            return [Inline.text(
                "\(set.title[language]): \(set.currency), \(level) \(set.priceLevel), \(basis)")]
        }
        let priced = lines.filter { !$0.values.isEmpty }
        let body = priced.compactMap { line -> [[Inline]]? in
            guard let indicator = indicators[line.indicator] else { return nil }
            let name = Inline.link(
                indicator.title[language], to: "page:indicator/\(indicator.id)")
            let row = [[name]] + sets.map { set in
                [line.values[set.id].map(printed) ?? .text(Labels.unpriced[language])]
            }
            return strong(row, if: indicator.kind == .subtotal)
        }
        return table(header, body + sums(priced))
    }

    private func sums(_ priced: [(indicator: String, values: [String: Cell])]) -> [[[Inline]]] {
        let single = priced.filter { indicators[$0.indicator]?.kind != .subtotal }
        let bases: [ValuationSet.Basis?] = [.prevention, .damage, nil]
        return bases.map { basis in
            let title = basis.map {
                "\(Labels.total[language]), \(Labels.name(of: $0)[language])"
            } ?? Labels.total[language]
            let row = [[Inline.text(title)]] + sets.map { set in
                [printed(sum(single, of: set, basis))]
            }
            return strong(row, if: true)
        }
    }

    /// Hidden when one of its parts is: else the part would follow.
    private func sum(
        _ lines: [(indicator: String, values: [String: Cell])], of set: ValuationSet,
        _ basis: ValuationSet.Basis?
    ) -> Cell {
        let cells = lines.compactMap { line -> Cell? in
            guard let cell = line.values[set.id],
                let factor = pricing.factor(of: line.indicator, in: set.id),
                basis == nil || factor.basis == basis
            else { return nil }
            return cell
        }
        if cells.isEmpty { return .none }
        return cells.contains(.confidential) ? .confidential : Cell.signedSum(cells)
    }

    private func printed(_ cell: Cell) -> Inline {
        Inline(.value(numerals.print(cell, decimals: 0)))
    }
}
