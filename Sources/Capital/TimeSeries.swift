import Source

/// One place in a table over the years.
package enum SeriesCell: Hashable, Sendable {
    case cell(Cell)
    /// The series is broken between that year and this one (printed b): there
    /// is a figure, and it cannot be compared. Not a state of a statement.
    case broken

    /// The cell, where the series is not broken.
    package var cell: Cell? {
        if case .cell(let cell) = self { cell } else { nil }
    }

    package static func difference(_ a: SeriesCell, _ b: SeriesCell) -> SeriesCell {
        guard let first = a.cell, let second = b.cell else { return .broken }
        return .cell(.difference(first, second))
    }
}

/// A statement's balances over the years, as one reader may see them (rule
/// R14). Nothing is shown of a line in an earlier year of which this year's
/// balance is hidden, or that year's.
package struct TimeSeries: Sendable {
    /// The figures of one line: its balance, a ratio's percentage or a memo
    /// line's amount.
    package struct Line: Sendable {
        package let indicator: String
        package let baseline: SeriesCell
        /// As it was first published; nil for the chain, whose earlier report
        /// holds it.
        package let asReported: SeriesCell?
        package let prior: SeriesCell
        package let current: Cell
        /// This year less the prior year, over what is in both.
        package let likeForLike: SeriesCell
        /// On the straight line from the baseline to zero in the target year.
        package let path: SeriesCell
        /// This year less the path: above zero is ahead of it.
        package let distance: SeriesCell
    }

    /// The years between which a path runs: a choice of the edition.
    package struct Path: Sendable {
        package let baseline: Int
        package let target: Int

        package init(baseline: Int, target: Int) {
            self.baseline = baseline
            self.target = target
        }

        /// A straight line from a balance below zero to zero; none elsewhere,
        /// before the baseline, or where no time lies between the years.
        func cell(from balance: SeriesCell, in year: Int) -> SeriesCell {
            guard let cell = balance.cell else { return .broken }
            guard target > baseline, year >= baseline else { return .cell(.none) }
            guard let quantity = cell.quantity else { return .cell(cell) }
            guard quantity.value < 0 else { return .cell(.none) }
            let left = Double(max(0, target - year)) / Double(target - baseline)
            return .cell(.known(quantity.scaled(by: left)))
        }
    }

    package let year: Int
    package let priorYear: Int
    package let path: Path
    /// In the order of the indicators.
    package let lines: [Line]
    /// The rows of changes.csv that bear on a line that may be seen.
    package let changes: [Change]
    /// The totals of the prior year on the lines that a row restates.
    package let restated: [String: [Effect: Cell]]
    /// Companies that joined or left the chain since the prior year, sorted.
    package let joined: [Party]
    package let left: [Party]
}

extension TimeSeries {
    package subscript(line: String) -> Line? { lines.first { $0.indicator == line } }
}

extension StatementView.Line {
    /// The one figure by which years are compared.
    package var figure: Cell { balance ?? ratio ?? sides[.memo]?[.total] ?? .none }
}

extension ChainView.Line {
    /// The one figure by which years are compared.
    package var figure: Cell { balance ?? ratio ?? sides[.memo]?[.total] ?? .none }
}
