package import Source

/// Everything that the arithmetic makes of one data set: each company's
/// statement for each year, the chain's statement for each year, and what
/// the public may see of them.
package struct Accounts: Sendable {
    package struct Key: Hashable, Sendable, Comparable {
        package let party: String
        package let year: Int

        package init(party: String, year: Int) {
            self.party = party
            self.year = year
        }

        package static func < (a: Key, b: Key) -> Bool {
            (a.party, a.year) < (b.party, b.year)
        }
    }

    package let parties: [Party]
    private let partiesByID: [String: Party]
    package let ledgers: [Key: Ledger]
    package let statements: [Key: Statement]
    package let chains: [Int: ChainStatement]
    private let hiddenInStatements: [Key: HiddenCells<StatementCell>]
    private let hiddenInChains: [Int: HiddenCells<ChainCell>]
    let computation: StatementComputation

    var indicators: Indicators { computation.indicators }

    package init(
        parties: [Party], ledgers: [Ledger], computation: StatementComputation,
        ownPricing: [String: Pricing] = [:], _ findings: inout Findings
    ) {
        let indicators = computation.indicators
        let byID = Dictionary(parties.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let homes = byID.compactMapValues(\.onlyCountry)
        var statements: [Key: Statement] = [:]
        var hidden: [Key: HiddenCells<StatementCell>] = [:]
        var chains: [Int: ChainStatement] = [:]
        var hiddenInChains: [Int: HiddenCells<ChainCell>] = [:]
        for (year, ledgers) in Dictionary(grouping: ledgers, by: \.year)
            .sorted(by: { $0.key < $1.key })
        {
            let reporting = Set(ledgers.map(\.party))
            for ledger in ledgers {
                guard let party = byID[ledger.party] else { continue }
                let key = Key(party: ledger.party, year: year)
                let statement = computation.pricing(by: ownPricing[party.id]).statement(
                    of: ledger, party: party, reporting: reporting, homes: homes)
                statements[key] = statement
                hidden[key] = PartyDisclosure(indicators: indicators).hidden(
                    in: statement, of: party, ledger: ledger, parties: byID,
                    reporting: reporting)
            }
            let own = statements.filter { $0.key.year == year }.map(\.value)
                .sorted { $0.party < $1.party }
            let chain = Consolidation(
                indicators: indicators, pricing: computation.pricing, homes: homes
            ).chain(year: year, statements: own, ledgers: ledgers, &findings)
            chains[year] = chain
            let hiddenNow = hidden.filter { $0.key.year == year }
            hiddenInChains[year] = ChainDisclosure(indicators: indicators, parties: byID).hidden(
                in: chain, statements: own,
                hiddenInParties: Dictionary(
                    uniqueKeysWithValues: hiddenNow.map { ($0.key.party, $0.value) }))
        }
        self.parties = parties.sorted { $0.id < $1.id }
        partiesByID = byID
        self.ledgers = Dictionary(
            ledgers.map { (Key(party: $0.party, year: $0.year), $0) },
            uniquingKeysWith: { first, _ in first })
        self.statements = statements
        self.chains = chains
        self.computation = computation
        hiddenInStatements = hidden
        self.hiddenInChains = hiddenInChains
        checkTrends(&findings)
    }

    /// What the public does not see of a company's statement.
    func hiddenCells(of party: String, in year: Int) -> Set<StatementCell> {
        hiddenInStatements[Key(party: party, year: year)]?.all ?? []
    }

    /// Whether the sum of what is booked for these supplies gives nobody's
    /// secret away, beside what is published already.
    func allowsSum(of supplies: [Reconciliation], in year: Int) -> Bool {
        guard let chain = chains[year] else { return false }
        let hidden = hiddenInStatements.filter { $0.key.year == year }
        return ChainDisclosure(indicators: indicators, parties: partiesByID).allows(
            supplies, beside: hiddenInChains[year]?.all ?? [], in: chain,
            statements: statements.filter { $0.key.year == year }.map(\.value)
                .sorted { $0.party < $1.party },
            hiddenInParties: Dictionary(
                uniqueKeysWithValues: hidden.map { ($0.key.party, $0.value) }))
    }

    package var years: [Int] { chains.keys.sorted() }

    package func party(_ id: String) -> Party? { partiesByID[id] }

    /// The years for which a company reports, in order.
    package func years(of party: String) -> [Int] {
        statements.keys.filter { $0.party == party }.map(\.year).sorted()
    }

    package func view(of party: String, in year: Int, for reader: Reader) -> StatementView? {
        let key = Key(party: party, year: year)
        return statements[key].map {
            StatementView(
                $0, for: reader, hidden: hiddenInStatements[key] ?? .nothing,
                indicators: indicators)
        }
    }

    package func chainView(in year: Int, for reader: Reader) -> ChainView? {
        chains[year].map {
            ChainView(
                $0, for: reader, hidden: hiddenInChains[year] ?? .nothing, indicators: indicators)
        }
    }
}
