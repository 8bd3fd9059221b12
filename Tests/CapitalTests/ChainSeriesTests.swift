import Capital
import Source
import Testing

/// Like for like of a chain that others joined: it is shown only where it
/// gives nobody away.
@Suite struct ChainLikeForLike {
    private static func company(_ id: String, hidden: Bool = false, of group: String? = nil)
        -> Company
    {
        var company = Company(id, of: group)
        if hidden { company.lines = [] }
        return company
    }

    /// Each company books 10 for its place in the list, and half in 2023.
    private static func series(_ before: [Company], _ now: [Company]) -> TimeSeries? {
        var findings = Findings()
        var parties: [String: Party] = [:]
        var ledgers: [Ledger] = []
        for (year, companies) in [(2023, before), (2024, now)] {
            for company in companies {
                parties[company.id] = company.party
                let amount = Double(company.id.utf8.first ?? 0) * (year == 2023 ? 1 : 2)
                var reader = LedgerReader(
                    party: company.party, year: year, parties: Set(companies.map(\.id)),
                    indicators: Guide.indicators, units: Guide.units)
                let (ledger, found) = reader.read(
                    flows: SourceFile(
                        path: "data/\(company.id)/\(year)/flows.csv",
                        text: company.booking("nox", "\(amount)").flowsText),
                    supplies: nil, products: nil, reporting: Set(companies.map(\.id)))
                findings.add(found)
                ledgers.append(ledger)
            }
        }
        let accounts = Accounts(
            parties: parties.values.sorted { $0.id < $1.id }, ledgers: ledgers,
            computation: StatementComputation(
                indicators: Guide.indicators, pricing: Guide.pricing(), qualityClasses: [:]),
            &findings)
        #expect(findings.all.isEmpty)
        return accounts.chainSeries(
            in: 2024, path: TimeSeries.Path(baseline: 2023, target: 2030), for: .everyone)
    }

    private static let open = [company("a"), company("b"), company("c")]

    /// a, b and c lost 97, 98 and 99 more than the year before; who joined
    /// has no part in it. Downstream and upstream are not booked.
    private static let change = Cell.known(Quantity(-294, bound: .partial))

    @Test func whoJoinedHasNoPartInIt() {
        let series = Self.series(Self.open, Self.open + [Self.company("d")])
        #expect(series?["nox"]?.likeForLike == .cell(Self.change))
        #expect(series?["nox"]?.prior == .broken)
        #expect(series?["nox"]?.path == .broken)
        #expect(series?.joined.map(\.id) == ["d"])
        #expect(series?.left.isEmpty == true)
    }

    @Test func threeHiddenGroupsProtectEachOther() {
        let joined = ["d", "e", "f"].map { Self.company($0, hidden: true) }
        let series = Self.series(Self.open, Self.open + joined)
        #expect(series?["nox"]?.likeForLike == .cell(Self.change))
    }

    @Test func twoHiddenGroupsDoNot() {
        let joined = ["d", "e", "f"].map {
            Self.company($0, hidden: true, of: $0 == "d" ? nil : "group")
        }
        for joined in [Array(joined.prefix(1)), Array(joined.prefix(2)), joined] {
            let series = Self.series(Self.open, Self.open + joined)
            #expect(series?["nox"]?.likeForLike == .cell(.confidential))
        }
    }

    /// Both years' totals hold three hidden groups, and the change would tell
    /// of the one that is in both.
    @Test func oneHiddenGroupInBothYearsIsNotGivenAway() {
        let hidden = Self.company("a", hidden: true)
        let rest = [Self.company("b"), Self.company("c")]
        let left = ["d", "e"].map { Self.company($0, hidden: true) }
        let joined = ["f", "g"].map { Self.company($0, hidden: true) }
        let series = Self.series([hidden] + rest + left, [hidden] + rest + joined)
        #expect(series?["nox"]?.current.quantity != nil)
        #expect(series?["nox"]?.likeForLike == .cell(.confidential))
    }

    @Test func theSameCompaniesAreASeries() {
        let series = Self.series(Self.open, Self.open)
        #expect(series?["nox"]?.likeForLike == .cell(Self.change))
        #expect(series?["nox"]?.prior.cell?.quantity?.value == -294)
        #expect(series?["nox"]?.path.cell?.quantity?.value == -252)
    }
}
