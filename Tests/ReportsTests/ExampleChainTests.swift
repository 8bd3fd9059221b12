import Capital
import Source
import Testing

@testable import Reports

/// The guide's example chain against figures that were worked out apart from
/// the program, from the same ledgers.
struct ExampleChainTests {
    /// Greenhouse gases in 2023: company totals, eliminations, outside, chain.
    private static let before = (524_161.055, 295_618.262, 511.0, 228_542.793)

    private func accounts() throws -> Accounts {
        var findings = Findings()
        let project = ProjectReader(tree: try Repository.whole(), options: CompileOptions())
            .read(&findings)
        return try #require(project).accounts
    }

    @Test(
        "the chain has every line that was worked out apart, and no other",
        arguments: [2024, 2025])
    func chain(year: Int) throws {
        let expected = try #require(ExampleChainFigures.chains[year])
        let view = try #require(try accounts().chainView(in: year, for: .everyone))
        let sides = view.lines.flatMap { line in
            line.sides.keys.sorted().map { (line.indicator, $0) }
        }
        #expect(sides.map { "\($0)" } == expected.map { "\(($0.0, $0.1))" })
        for (line, effect, parties, eliminations, total) in expected {
            let side = try #require(view[line]?.sides[effect])
            let figures: [(ChainColumn, Double?)] = [
                (.parties, parties), (.eliminations, eliminations), (.total, total),
            ]
            for (column, expected) in figures {
                let figure = side[column]?.quantity?.value
                #expect(Self.isSame(figure, expected), "\(line) \(effect) \(column)")
            }
        }
    }

    @Test("the chain of 2023 holds what goes outside it")
    func outside() throws {
        let view = try #require(try accounts().chainView(in: 2023, for: .everyone))
        let side = try #require(view["ghg"]?.sides[.loss])
        let (parties, eliminations, outside, total) = Self.before
        #expect(Self.isSame(side[.parties]?.quantity?.value, parties))
        #expect(Self.isSame(side[.eliminations]?.quantity?.value, eliminations))
        #expect(Self.isSame(side[.downstream]?.quantity?.value, outside))
        #expect(Self.isSame(side[.total]?.quantity?.value, total))
    }

    /// The published vector: 1,200 + 41,900 + 41,800 = 84,900, less what two
    /// of the three both count, 1,100 + 36,000 = 37,100, is 47,800.
    @Test("three companies of the chain are the published vector")
    func vector() throws {
        let accounts = try accounts()
        let three = ["zandwinning": 1200.0, "betonmortel": 41_900, "bouwer": 41_800]
        for (party, total) in three {
            let statement = accounts.statements[Accounts.Key(party: party, year: 2024)]
            #expect(Self.isSame(statement?["ghg"]?.sides[.loss]?.total.value, total), "\(party)")
        }
        let among = try #require(accounts.chains[2024]).supplies.filter {
            $0.indicator.hasPrefix("ghg") && three[$0.booker] != nil && three[$0.doer] != nil
        }
        #expect(among.map(\.eliminated).sorted() == [1100, 36_000])
        #expect(three.values.reduce(0, +) - among.reduce(0) { $0 + $1.eliminated } == 47_800)
    }

    @Test("an amount in money is the balance times the price in the unit of the line")
    func money() throws {
        let view = try #require(try accounts().chainView(in: 2024, for: .everyone))
        // 387.81 ha·yr × 10,000 m2/ha × 0.053; 287.854 t × 1,000 × 19.3; 37.163 t × 1,000 × 44.3;
        // 199,843.423 t × 1,000 × price.
        let expected: [(String, String, Double)] = [
            ("land-in-use", "ce-delft-2024", -205_539.3),
            ("air-nox", "ce-delft-2024", -5_555_582.2),
            ("air-pm10", "ce-delft-2024", -1_646_320.9),
            ("ghg", "mki-a1", -9_992_171.15), ("ghg", "mki-a2", -23_181_837.068),
            ("ghg", "ce-delft-2024", -25_979_644.99),
        ]
        for (line, set, amount) in expected {
            let figure = view[line]?.values[set]?.quantity?.value
            #expect(Self.isSame(figure, amount), "\(line) \(set)")
        }
    }

    private static func isSame(_ figure: Double?, _ expected: Double?) -> Bool {
        guard let figure, let expected else { return figure == nil && expected == nil }
        return abs(figure - expected) <= 1e-9 * abs(expected)
    }
}
