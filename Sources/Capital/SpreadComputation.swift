/// Makes the spread of a statement as one reader may know it.
package struct SpreadComputation: Sendable {
    let model: UncertaintyModel
    let indicators: Indicators
    let pricing: Pricing

    package init(model: UncertaintyModel, indicators: Indicators, pricing: Pricing) {
        self.model = model
        self.indicators = indicators
        self.pricing = pricing
    }

    package func spread(of statement: Statement, seenAs view: StatementView) -> StatementSpread {
        let lines = statement.lines.compactMap { line -> SpreadLine? in
            guard let seen = view[line.indicator] else { return nil }
            return SpreadLine(
                indicator: line.indicator,
                totals: line.sides.mapValues(\.total),
                positions: line.sides.sorted { $0.key < $1.key }.flatMap { effect, side in
                    Column.components.map { (effect, $0.rawValue, side[$0]) }
                },
                balance: line.balance, values: line.values,
                seen: seen.sides.mapValues { $0[.total] ?? .none },
                seenBalance: seen.balance ?? .none, seenValues: seen.values,
                isOpen: !seen.regions.isEmpty)
        }
        return spread(of: lines)
    }

    package func spread(of chain: ChainStatement, seenAs view: ChainView) -> StatementSpread {
        let lines = chain.lines.compactMap { line -> SpreadLine? in
            guard let seen = view[line.indicator] else { return nil }
            let components = [ChainColumn.own, .upstreamOther, .downstream]
            return SpreadLine(
                indicator: line.indicator,
                totals: line.sides.mapValues(\.total),
                positions: line.sides.sorted { $0.key < $1.key }.flatMap { effect, side in
                    components.map { (effect, $0.rawValue, side[$0]) }
                },
                balance: line.balance, values: line.values,
                seen: seen.sides.mapValues { $0[.total] ?? .none },
                seenBalance: seen.balance ?? .none, seenValues: seen.values,
                isOpen: !seen.regions.isEmpty)
        }
        return spread(of: lines)
    }

    private func spread(of lines: [SpreadLine]) -> StatementSpread {
        let sets = pricing.columns.map(\.id)
        return StatementSpread(
            lines: lines.map(line),
            totals: sets.compactMap { total(of: lines, in: $0) },
            drivers: lines.compactMap { balanceDrivers($0, among: lines) }
                + sets.compactMap { moneyDrivers(of: lines, in: $0) })
    }

    private func line(_ line: SpreadLine) -> StatementSpread.Line {
        StatementSpread.Line(
            indicator: line.indicator,
            totals: line.totals.reduce(into: [:]) { totals, side in
                totals[side.key] = cell(
                    side.value, seen: line.seen[side.key] ?? .none, line.isOpen, model)
            },
            balance: line.balance.map {
                cell($0, seen: line.seenBalance, line.isOpen, model)
            } ?? .none,
            values: line.values.reduce(into: [:]) { values, value in
                values[value.key] = money(
                    value.value, in: value.key, seen: line.seenValues[value.key] ?? .none,
                    line.isOpen)
            })
    }

    /// An interval is seen with its figure, where nothing behind it is hidden.
    private func cell(
        _ figure: Traced, seen: Cell, _ isOpen: Bool, _ model: UncertaintyModel
    ) -> SpreadCell {
        if seen == .confidential { return .confidential }
        guard figure.value != nil else { return .none }
        guard isOpen else { return .confidential }
        var sum = UncertainSum()
        guard sum.add(figure, model) else { return .none }
        return .known(sum.interval)
    }

    private func money(
        _ figure: Traced, in set: String, seen: Cell, _ isOpen: Bool
    ) -> StatementSpread.Money {
        let hasSpread = model.table.prices[set] != nil
        return StatementSpread.Money(
            quantities: cell(figure, seen: seen, isOpen, model.withoutPrices),
            withPrices: hasSpread ? cell(figure, seen: seen, isOpen, model.withPrices) : nil)
    }

    /// The sum over the priced lines; hidden where one of them is.
    private func total(of lines: [SpreadLine], in set: String) -> StatementSpread.Total? {
        let priced = priced(lines, in: set)
        guard !priced.isEmpty else { return nil }
        let parts = priced.map { Origin.Part($0.indicator, $0.values[set]!) }
        let sum = Traced.signedSum(parts)
        let isHidden = priced.contains { $0.seenValues[set] == .confidential }
        let seen = isHidden ? Cell.confidential : sum.cell
        return StatementSpread.Total(
            set: set, cell: seen,
            spread: money(sum, in: set, seen: seen, priced.allSatisfy { $0.isOpen(in: set) }))
    }

    /// The lines that a set prices, without the subtotals that add them.
    func priced(_ lines: [SpreadLine], in set: String) -> [SpreadLine] {
        lines.filter {
            indicators[$0.indicator]?.kind != .subtotal && $0.values[set] != nil
        }
    }
}

/// One line of a statement with what its reader sees of it.
struct SpreadLine {
    let indicator: String
    let totals: [Effect: Traced]
    /// The columns that the totals add.
    let positions: [(effect: Effect, column: String, figure: Traced)]
    let balance: Traced?
    let values: [String: Traced]
    let seen: [Effect: Cell]
    let seenBalance: Cell
    let seenValues: [String: Cell]
    /// Whether nothing behind the line is hidden from its reader. It is the
    /// same condition as that of the division by place.
    let isOpen: Bool

    /// Whether its amount in a set, where there is one, may be known in full.
    func isOpen(in set: String) -> Bool {
        values[set]?.value == nil || (isOpen && seenValues[set] != .confidential)
    }
}
