/// One place in a statement: a figure, or why there is none.
///
/// A missing figure is a value of its own and never a zero.
package enum Cell: Hashable, Sendable {
    case known(Quantity)
    /// Nil by nature: there is nothing to measure (printed –).
    case none
    /// Exists, but is not available (printed .).
    case missing(Missing)
    /// Known to the compiler and not to this reader (printed x).
    case confidential
    /// Does not apply here, for a stated reason (printed n.v.t.).
    case notApplicable

    package enum Missing: Hashable, Sendable {
        /// A ledger says so, or a line that must be reported is absent.
        case stated
        /// No row was booked for it.
        case notBooked
    }

    package static func known(_ value: Double) -> Cell { .known(Quantity(value)) }

    /// The figure, where there is one.
    package var quantity: Quantity? {
        if case .known(let quantity) = self { quantity } else { nil }
    }
}

/// A figure in the unit of its line, and how much of the truth it holds.
package struct Quantity: Hashable, Sendable {
    package enum Bound: Hashable, Sendable {
        case exact
        /// Parts that cannot be negative are missing: the truth is more.
        case atLeast
        /// The truth is less.
        case atMost
        /// Parts of both signs are missing.
        case partial
    }

    package var value: Double
    package var bound: Bound
    package var isProvisional: Bool

    package init(_ value: Double, bound: Bound = .exact, isProvisional: Bool = false) {
        self.value = value
        self.bound = bound
        self.isProvisional = isProvisional
    }

    package func scaled(by factor: Double) -> Quantity {
        Quantity(value * factor, bound: factor < 0 ? bound.reversed : bound,
                 isProvisional: isProvisional)
    }

    package var negated: Quantity {
        Quantity(value == 0 ? 0 : -value, bound: bound.reversed, isProvisional: isProvisional)
    }
}

extension Quantity.Bound {
    var reversed: Quantity.Bound {
        switch self {
        case .exact: .exact
        case .atLeast: .atMost
        case .atMost: .atLeast
        case .partial: .partial
        }
    }

    func joined(with other: Quantity.Bound) -> Quantity.Bound {
        switch (self, other) {
        case (.exact, let bound), (let bound, .exact): bound
        case (.atLeast, .atLeast): .atLeast
        case (.atMost, .atMost): .atMost
        default: .partial
        }
    }
}

extension Cell {
    /// The sum of cells that cannot be negative. Known parts add up; beside
    /// them a missing part makes the sum a lower bound. Without any known
    /// part the sum is missing, else nil by nature, else not applicable.
    package static func sum(_ cells: some Collection<Cell>) -> Cell {
        var sum = ExactSum()
        var bound = Quantity.Bound.exact
        var isProvisional = false
        var states: Set<State> = []
        for cell in cells {
            states.insert(cell.state)
            if let quantity = cell.quantity {
                sum.add(quantity.value)
                bound = bound.joined(with: quantity.bound)
                isProvisional = isProvisional || quantity.isProvisional
            }
        }
        if states.contains(.known) {
            let isPart = states.contains(.stated) || states.contains(.notBooked)
            return .known(
                Quantity(sum.value, bound: isPart ? bound.joined(with: .atLeast) : bound,
                         isProvisional: isProvisional))
        }
        if states.contains(.stated) { return .missing(.stated) }
        if states.contains(.notBooked) || cells.isEmpty { return .missing(.notBooked) }
        return states.contains(.none) ? .none : .notApplicable
    }

    /// The sum over the lines of one subtotal: a line on which nothing was
    /// booked does not make the sum incomplete, because the amount may stand
    /// on another line of the same subtotal.
    package static func sumOverLines(_ cells: some Collection<Cell>) -> Cell {
        let booked = cells.filter { $0 != .missing(.notBooked) }
        return sum(booked)
    }

    /// The sum of balances or amounts of money, which can have either sign: a
    /// missing part leaves open on which side the truth lies.
    package static func signedSum(_ cells: some Collection<Cell>) -> Cell {
        let sum = sumOverLines(cells)
        guard var quantity = sum.quantity else { return sum }
        if cells.contains(.missing(.stated)) { quantity.bound = .partial }
        return .known(quantity)
    }

    /// Gain minus loss. A side on which nothing can occur counts as nothing.
    package static func balance(gain: Cell, loss: Cell) -> Cell {
        let sides = [gain, loss]
        guard sides.contains(where: { $0.quantity != nil }) else {
            if sides.contains(.missing(.stated)) { return .missing(.stated) }
            if sides.contains(.missing(.notBooked)) { return .missing(.notBooked) }
            return sides.contains(.none) ? .none : .notApplicable
        }
        let plus = gain.quantity ?? gain.stand
        let minus = (loss.quantity ?? loss.stand).negated
        return .known(
            Quantity(
                ExactSum.of([plus.value, minus.value]),
                bound: plus.bound.joined(with: minus.bound),
                isProvisional: plus.isProvisional || minus.isProvisional))
    }

    /// What a side without a figure brings to a balance: nothing, or at least
    /// nothing where the figure is missing.
    private var stand: Quantity {
        if case .missing = self { Quantity(0, bound: .atLeast) } else { Quantity(0) }
    }

    private enum State { case known, none, stated, notBooked, confidential, notApplicable }

    private var state: State {
        switch self {
        case .known: .known
        case .none: .none
        case .missing(.stated): .stated
        case .missing(.notBooked): .notBooked
        case .confidential: .confidential
        case .notApplicable: .notApplicable
        }
    }
}
