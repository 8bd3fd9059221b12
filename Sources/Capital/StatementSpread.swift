/// How uncertain one statement is, as one reader may know it.
package struct StatementSpread: Sendable {
    package struct Line: Sendable {
        package let indicator: String
        package let totals: [Effect: SpreadCell]
        package let balance: SpreadCell
        /// By valuation set.
        package let values: [String: Money]
    }

    /// An amount of money: with the prices as they are, and with their spread
    /// where the set states one.
    package struct Money: Sendable {
        package let quantities: SpreadCell
        /// Nil where the set states no spread of its prices.
        package let withPrices: SpreadCell?
    }

    /// The total in money of one valuation set.
    package struct Total: Sendable {
        package let set: String
        package let cell: Cell
        package let spread: Money
    }

    /// How many draws an interval takes that is drawn.
    package static let draws = Draws.count

    /// In the order of the statement.
    package let lines: [Line]
    package let totals: [Total]
    package let drivers: [Drivers]

    package subscript(line: String) -> Line? { lines.first { $0.indicator == line } }

    /// Whether an interval comes from draws.
    package var isDrawn: Bool {
        let cells = lines.flatMap { Array($0.totals.values) + [$0.balance] }
            + totals.flatMap { [$0.spread.quantities, $0.spread.withPrices ?? .none] }
        return cells.contains { $0.interval?.method == .drawn }
    }
}

/// An interval as one reader may know it.
///
/// With the spreads of its parts an interval would give a second equation
/// about them beside their sum. It is therefore shown only where nothing
/// behind the figure is hidden; to see the figure itself is not enough.
package enum SpreadCell: Sendable, Equatable {
    case known(Interval)
    /// There is no figure, or it is no sum of products.
    case none
    case confidential

    package var interval: Interval? {
        if case .known(let interval) = self { interval } else { nil }
    }
}

/// Which inputs move a total most, the first the most.
package struct Drivers: Sendable {
    package enum Total: Sendable, Hashable {
        case balance(line: String)
        /// With the spread of the prices, where the set states one.
        case money(set: String)
    }

    package enum Input: Sendable, Hashable {
        /// A visible cell: a column of one side of a line, by its name.
        case position(line: String, Effect, column: String)
        case prices(set: String)
    }

    package struct Driver: Sendable {
        package let input: Input
        /// Of the variance of the total, to first order; all shares add to 1.
        package let share: Double
        /// The total where the input lies at the ends of its own interval and
        /// all others at their figures.
        package let ends: ClosedRange<Double>
    }

    package let total: Total
    package let value: Double
    package let drivers: [Driver]
}
