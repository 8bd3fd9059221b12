import Source

/// A company's profit and loss account on natural capital for one year, as
/// its own books tell it. Whoever holds it sees everything; what others may
/// see is a ``StatementView``.
package struct Statement: Sendable {
    package let party: String
    package let year: Int
    /// In the order of the indicators.
    package let lines: [Line]

    package subscript(line: String) -> Line? { lines.first { $0.indicator == line } }

    /// One indicator's figures. A memo line has no balance.
    package struct Line: Sendable {
        package let indicator: String
        package let sides: [Effect: Side]
        /// Gain minus loss, within this line only (rule R13).
        package let balance: Traced?
        /// The totals by where they fall; they add up to the total.
        package let regions: [Effect: [Region: Traced]]
        /// The percentage that a ratio line states.
        package let ratio: Traced?
        /// The balance in money, by valuation set; absent where a set does
        /// not price the line.
        package let values: [String: Traced]
        /// Gains and losses that are booked and do not count: forecasts, and
        /// gains that nobody verified.
        package let promised: [Flow]
        /// Class 1 (best) to 5, weighted by amount; nil without a figure.
        package let quality: Double?
        /// Reasons that rows of this line state, such as why it does not
        /// apply.
        package let notes: [String]
    }

    /// Where on the chain one side of a line arises.
    package struct Side: Sendable {
        package let own: Traced
        package let upstreamReporting: Traced
        package let upstreamOther: Traced
        package let downstream: Traced

        package subscript(column: Column) -> Traced {
            switch column {
            case .own: own
            case .upstreamReporting: upstreamReporting
            case .upstreamOther: upstreamOther
            case .downstream: downstream
            case .total: total
            }
        }

        package var total: Traced {
            let parts = Column.components.map { Origin.Part($0.rawValue, self[$0]) }
            return Traced(Cell.sum(parts.map(\.figure.cell)), .sum(parts))
        }
    }
}

/// The columns of one side of a statement.
package enum Column: String, CaseIterable, Sendable, Hashable {
    case own
    case upstreamReporting = "upstream-reporting"
    case upstreamOther = "upstream-other"
    case downstream
    case total

    /// What a total adds.
    package static let components: [Column] = [
        .own, .upstreamReporting, .upstreamOther, .downstream,
    ]
}

extension Traced {
    /// The sum of named figures, with its parts for the trace.
    static func sum(_ parts: [Origin.Part]) -> Traced {
        Traced(Cell.sum(parts.map(\.figure.cell)), .sum(parts))
    }

    /// The sum over the lines of a subtotal.
    static func sumOverLines(_ parts: [Origin.Part]) -> Traced {
        Traced(Cell.sumOverLines(parts.map(\.figure.cell)), .sum(parts))
    }

    /// The sum of figures of either sign.
    static func signedSum(_ parts: [Origin.Part]) -> Traced {
        Traced(Cell.signedSum(parts.map(\.figure.cell)), .sum(parts))
    }

    /// What a ratio line states; nil for other lines and where a part is
    /// absent from the statement. Nothing is divided by nothing.
    static func ratio(_ indicator: Indicator, _ total: (String) -> Traced?) -> Traced? {
        guard indicator.kind == .ratio, indicator.ratioOf.count == 2,
            let part = total(indicator.ratioOf[0].value),
            let whole = total(indicator.ratioOf[1].value)
        else { return nil }
        let origin = Origin.percentage(
            Origin.Part(indicator.ratioOf[0].value, part),
            of: Origin.Part(indicator.ratioOf[1].value, whole))
        guard let a = part.cell.quantity, let b = whole.cell.quantity, b.value > 0 else {
            let isMissing = [part.cell, whole.cell].contains { cell in
                if case .missing = cell { true } else { false }
            }
            return Traced(isMissing ? .missing(.stated) : .none, origin)
        }
        let quotient = Quantity(
            100 * a.value / b.value, bound: a.bound.joined(with: b.bound.reversed),
            isProvisional: a.isProvisional || b.isProvisional)
        return Traced(.known(quotient), origin)
    }

    static func balance(gain: Traced?, loss: Traced?) -> Traced {
        let gain = gain ?? .absent(.none, "this line has no gains")
        let loss = loss ?? .absent(.none, "this line has no losses")
        return Traced(
            Cell.balance(gain: gain.cell, loss: loss.cell),
            .difference(Origin.Part("gain", gain), Origin.Part("loss", loss)))
    }
}
