import Capital
import Testing

@Suite struct TimePath {
    private let path = TimeSeries.Path(baseline: 2020, target: 2030)

    /// A chain of one company in 2024 alone has no series.
    @Test func aFirstYearHasNoSeries() {
        let chain = Chain(Company("a").booking("fuel", "10"))
        #expect(chain.accounts.series(of: "a", in: 2024, path: path, for: .everyone) == nil)
        #expect(chain.accounts.chainSeries(in: 2024, path: path, for: .everyone) == nil)
    }

    @Test func aDifferenceKeepsWhatIsMissing() {
        let atLeast = Cell.known(Quantity(5, bound: .atLeast))
        #expect(Cell.difference(.known(7), .known(5)) == .known(2))
        #expect(Cell.difference(.known(7), atLeast) == .known(Quantity(2, bound: .atMost)))
        #expect(Cell.difference(atLeast, atLeast) == .known(Quantity(0, bound: .partial)))
        #expect(Cell.difference(.known(7), .confidential) == .confidential)
        #expect(Cell.difference(.none, .confidential) == .confidential)
        #expect(Cell.difference(.known(7), .missing(.stated)) == .missing(.stated))
        #expect(Cell.difference(.known(7), .none) == .none)
        #expect(SeriesCell.difference(.cell(.known(7)), .broken) == .broken)
    }
}
