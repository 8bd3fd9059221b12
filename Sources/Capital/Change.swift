package import Source

/// A row of `changes.csv`: what a year changed against the last year before
/// it for which the company reports, other than by doing something else.
package struct Change: Sendable {
    /// What was changed (rule R14).
    package enum Trigger: String, CaseIterable, Sendable {
        /// Sites or parts of the company that joined or left.
        case perimeter
        /// The stages of life that a line covers, by EN 15804.
        case moduleScope = "module-scope"
        /// How a figure is determined.
        case method
        /// The factors that it is determined with.
        case factorSet = "factor-set"
        /// A mistake that was found.
        case error
    }

    /// What a trend may do with the years on both sides.
    package enum Treatment: String, CaseIterable, Sendable {
        /// The earlier year was worked out again: its ledger holds the new
        /// figure, this row the one that was published first.
        case restated
        /// Nothing before this year is comparable with it.
        case broken = "break"
    }

    /// Nil stands for every line.
    package let indicator: String?
    /// The side that was restated; nil for a break, which covers both.
    package let effect: Effect?
    package let trigger: Trigger
    package let treatment: Treatment
    /// What the earlier year first published as the total of this side, in
    /// the unit of the line; nil for a break.
    package let asReported: Cell?
    /// The company's own words.
    package let reason: String
    package let place: Place

    /// Whether the row bears on a line: it names the line, the subtotal that
    /// adds it, or every line.
    package func bears(on line: String, _ indicators: Indicators) -> Bool {
        guard let indicator else { return true }
        return indicator == line || indicators[line]?.partOf == indicator
    }
}

extension Indicators {
    /// The lines whose figures make up those of a line: itself, a subtotal's
    /// parts, and both lines of a ratio with their parts.
    package func whatMakes(_ line: String) -> [String] {
        let operands = self[line]?.ratioOf.map(\.value) ?? []
        return ([line] + operands).flatMap { [$0] + parts(of: $0).map(\.id) }
    }
}

extension Accounts {
    /// The last year before this one for which the company reports.
    package func priorYear(of party: String, before year: Int) -> Int? {
        years(of: party).last { $0 < year }
    }

    /// The breaks of a line after one year, up to and with another: with any,
    /// the two years cannot be compared.
    package func breaks(
        in line: String, of party: String, after first: Int, through last: Int
    ) -> [Change] {
        let lines = indicators.whatMakes(line)
        let years = years(of: party).filter { first < $0 && $0 <= last }
        return years.flatMap { ledgers[Key(party: party, year: $0)]?.changes ?? [] }
            .filter { change in
                change.treatment == .broken
                    && lines.contains { change.bears(on: $0, indicators) }
            }
    }
}
