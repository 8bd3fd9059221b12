import Capital
import Source

/// Whether printed figures add up: rounded parts may differ from their
/// rounded sum, and a reader who adds them deserves to be told, but only
/// where it is so.
struct Rounding {
    let indicators: Indicators

    /// Whether in any line the printed columns, or the sides, or the lines of
    /// a subtotal do not add to the printed total.
    func isVisible(in view: StatementView) -> Bool {
        view.lines.contains { line in
            line.sides.values.contains { cells in
                differs(
                    Column.components.map { cells[$0] ?? .none }, cells[.total] ?? .none,
                    line.indicator)
            } || isVisible(
                line.indicator, line.sides.mapValues { $0[.total] ?? .none }, line.balance
            ) { part in (view[part]?.sides.mapValues { $0[.total] ?? .none }, view[part]?.balance) }
        }
    }

    func isVisible(in view: ChainView) -> Bool {
        view.lines.contains { line in
            line.sides.values.contains { cells in
                let parts = [ChainColumn.own, .upstreamOther, .downstream]
                return differs(
                    parts.map { cells[$0] ?? .none }, cells[.total] ?? .none, line.indicator)
                    || differs(
                        [cells[.parties] ?? .none, negated(cells[.eliminations] ?? .none)],
                        cells[.total] ?? .none, line.indicator)
            } || isVisible(
                line.indicator, line.sides.mapValues { $0[.total] ?? .none }, line.balance
            ) { part in (view[part]?.sides.mapValues { $0[.total] ?? .none }, view[part]?.balance) }
        }
    }

    private func isVisible(
        _ line: String, _ totals: [Effect: Cell], _ balance: Cell?,
        _ part: (String) -> (totals: [Effect: Cell]?, balance: Cell?)
    ) -> Bool {
        if let balance,
            differs([totals[.gain] ?? .none, negated(totals[.loss] ?? .none)], balance, line)
        {
            return true
        }
        let parts = indicators.parts(of: line).map { part($0.id) }
        guard !parts.isEmpty else { return false }
        return totals.contains { effect, total in
            differs(parts.map { $0.totals?[effect] ?? .none }, total, line)
        }
    }

    private func negated(_ cell: Cell) -> Cell {
        cell.quantity.map { .known($0.negated) } ?? cell
    }

    /// Only what a reader sees can be added: a hidden or missing part makes
    /// no sum.
    private func differs(_ parts: [Cell], _ total: Cell, _ line: String) -> Bool {
        guard let indicator = indicators[line], let sum = total.quantity?.value,
            parts.allSatisfy({ $0.quantity != nil || $0 == .none || $0 == .notApplicable })
        else { return false }
        let printed = ExactSum.of(
            parts.compactMap { $0.quantity?.value }.map { rounded($0, indicator) })
        let difference = abs(printed - rounded(sum, indicator))
        return difference > 1e-6 * max(1, abs(sum))
    }

    private func rounded(_ value: Double, _ indicator: Indicator) -> Double {
        let digits = Decimals(value).rounded(
            to: indicator.decimals, significant: indicator.significantDigits)
        return value < 0 ? -digits.value : digits.value
    }
}
