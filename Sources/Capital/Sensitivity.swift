extension SpreadComputation {
    /// What moves the balance of a subtotal.
    func balanceDrivers(_ line: SpreadLine, among lines: [SpreadLine]) -> Drivers? {
        guard indicators[line.indicator]?.kind == .subtotal, line.balance?.value != nil,
            line.isOpen, line.seenBalance != .confidential
        else { return nil }
        let parts = Set(indicators.parts(of: line.indicator).map(\.id))
        let positions = lines.filter { parts.contains($0.indicator) }.flatMap { part in
            part.positions.map { position(part, $0, times: 1, set: nil) }
        }
        return drivers(of: .balance(line: line.indicator), positions, set: nil)
    }

    /// What moves a total in money: the visible cells, and the prices.
    func moneyDrivers(of lines: [SpreadLine], in set: String) -> Drivers? {
        let priced = priced(lines, in: set)
        guard priced.allSatisfy({ $0.isOpen(in: set) }) else { return nil }
        let positions = priced.flatMap { line -> [Position] in
            guard let price = pricing.prices(of: line.indicator).first(where: { $0.set == set })
            else { return [] }
            return line.positions.map { position(line, $0, times: price.perUnit, set: set) }
        }
        return drivers(of: .money(set: set), positions, set: set)
    }

    /// A cell and what it brings to the total.
    private struct Position {
        let input: Drivers.Input
        let sum: UncertainSum
    }

    private func position(
        _ line: SpreadLine, _ cell: (effect: Effect, column: String, figure: Traced),
        times weight: Double, set: String?
    ) -> Position {
        let sign = cell.effect == .gain ? weight : -weight
        var sum = UncertainSum()
        let model = set == nil ? self.model : self.model.withPrices
        let prices = set.map { (UncertainInput.prices(set: $0), model.sigma(ofPricesOf: $0)) }
        sum.add(cell.figure, times: sign, with: prices, model)
        return Position(
            input: .position(line: line.indicator, cell.effect, column: cell.column), sum: sum)
    }

    /// Shares of the variance to first order: the inputs are independent, so
    /// the variance is the sum of their squared slopes. What an input moves
    /// is divided over the cells that it stands in; shares can be negative
    /// where one input moves two cells against one another.
    private func drivers(
        of total: Drivers.Total, _ positions: [Position], set: String?
    ) -> Drivers? {
        let value = ExactSum.of(positions.map(\.sum.value))
        var slopes: [UncertainInput: ExactSum] = [:]
        for position in positions {
            for (input, slope) in position.sum.slopesByInput {
                slopes[input, default: ExactSum()].add(slope)
            }
        }
        let variance = ExactSum.of(slopes.values.map { $0.value * $0.value })
        guard variance > 0 else { return nil }
        var drivers = positions.filter { !$0.sum.slopesByInput.isEmpty }.map { position in
            let share = position.sum.slopesByInput.filter { !$0.key.isPrices }.map {
                $0.value * (slopes[$0.key]?.value ?? 0) / variance
            }
            return Drivers.Driver(
                input: position.input, share: ExactSum.of(share),
                ends: ends(of: position.sum, in: value))
        }
        if let set, let slope = slopes[.prices(set: set)] {
            let prices = Interval.lognormal(
                median: value, sigma: model.withPrices.sigma(ofPricesOf: set), method: .exact)
            drivers.append(
                Drivers.Driver(
                    input: .prices(set: set), share: slope.value * slope.value / variance,
                    ends: prices.low...prices.high))
        }
        guard drivers.count > 1 else { return nil }
        return Drivers(
            total: total, value: value,
            drivers: drivers.sorted {
                (-$0.share, "\($0.input)") < (-$1.share, "\($1.input)")
            })
    }

    /// The total with one cell at the ends of its own interval, at the prices
    /// as they are.
    private func ends(of part: UncertainSum, in total: Double) -> ClosedRange<Double> {
        let own = part.withoutPrices.interval
        let ends = [own.low, own.high].map { ExactSum.of([total, -part.value, $0]) }
        return min(ends[0], ends[1])...max(ends[0], ends[1])
    }
}

extension UncertainInput {
    var isPrices: Bool {
        if case .prices = self { true } else { false }
    }
}

extension UncertainSum {
    /// The same at the prices as they are.
    fileprivate var withoutPrices: UncertainSum {
        let prices = inputs.indices.filter { inputs[$0].isPrices }
        return without(prices)
    }
}
