import Capital
import Source
import Testing

@testable import Reports

/// The guide's example chain against figures that were worked out apart from
/// the program, from the same ledgers.
struct ExampleChainTests {
    /// Company totals, eliminations and chain, by line and side, for 2024;
    /// nil where there is no figure or the public may not see it.
    private static let chain: [(String, Effect, Double?, Double?, Double?)] = [
        ("ghg", .loss, 84_900, 37_100, 47_800),
        ("ghg-process", .loss, nil, nil, nil),
        ("ghg-fuel", .loss, 1460, nil, 1460),
        ("ghg-electricity", .loss, 540, nil, 540),
        ("ghg-transport", .loss, 750, nil, 750),
        ("ghg-unsplit", .loss, 82_150, 37_100, 45_050),
        ("land-in-use", .loss, 70.5, nil, 70.5),
        ("land-taken", .loss, 4.5, nil, 4.5),
        ("land-restored", .gain, 3.2, nil, 3.2),
        ("land-condition", .loss, 0.9, nil, 0.9),
        ("land-condition", .gain, 1.9, nil, 1.9),
        ("water-use", .loss, nil, nil, nil),
        ("air-nox", .loss, 68.8, nil, 68.8),
        ("air-pm10", .loss, 2.3, nil, 2.3),
        ("primary-raw-materials", .loss, 955_000, 515_000, 440_000),
        ("secondary-raw-materials", .memo, 14_000, nil, 14_000),
        ("waste", .loss, 5235, nil, 5235),
    ]

    /// The same for greenhouse gases in 2023, with 300 t outside the chain.
    private static let before: (Double, Double, Double) = (90_169, 39_179, 50_990)

    private func project() throws -> Project {
        var findings = Findings()
        let project = ProjectReader(tree: try Repository.whole(), options: CompileOptions())
            .read(&findings)
        return try #require(project)
    }

    @Test("the chain of 2024 has every line that was worked out by hand, and no other")
    func chain() throws {
        let view = try #require(try project().accounts.chainView(in: 2024, for: .everyone))
        let sides = view.lines.flatMap { line in
            line.sides.keys.sorted().map { (line.indicator, $0) }
        }
        #expect(sides.map { "\($0)" } == Self.chain.map { "\(($0.0, $0.1))" })
        for (line, effect, parties, eliminations, total) in Self.chain {
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
        let view = try #require(try project().accounts.chainView(in: 2023, for: .everyone))
        let side = try #require(view["ghg"]?.sides[.loss])
        #expect(side[.parties]?.quantity?.value == Self.before.0)
        #expect(side[.eliminations]?.quantity?.value == Self.before.1)
        #expect(side[.downstream]?.quantity?.value == 300)
        #expect(side[.total]?.quantity?.value == Self.before.2)
    }

    @Test("an amount in money is the balance times the price in the unit of the line")
    func money() throws {
        let view = try #require(try project().accounts.chainView(in: 2024, for: .everyone))
        // 70.5 ha·yr × 10,000 m2/ha × 0.053; 68.8 t × 1,000 × 19.3; 47,800 t × 1,000 × price.
        let expected: [(String, String, Double)] = [
            ("land-in-use", "ce-delft-2024", -37_365),
            ("air-nox", "ce-delft-2024", -1_327_840),
            ("air-pm10", "ce-delft-2024", -101_890),
            ("ghg", "mki-a1", -2_390_000), ("ghg", "mki-a2", -5_544_800),
            ("ghg", "ce-delft-2024", -6_214_000),
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
