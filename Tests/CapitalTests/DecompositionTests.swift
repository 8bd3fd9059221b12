import Capital
import Testing

/// What changed and why adds up to the last digit, whatever changed.
@Suite struct DecompositionProperties {
    private typealias Row = Decomposition.Row

    /// Rows with zeros, some of which are in one year only.
    private static func rows(_ random: inout SplitMix64) -> [Row] {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
            let site = "site \(Int.random(in: 0...3, using: &random))"
            let number = Int.random(in: 0...4, using: &random)
            return Row(
                key: "\(site)/\(number)",
                activity: random.chance(0.2)
                    ? 0 : Double(Int.random(in: 1...99_999, using: &random)) / 1000,
                factor: random.chance(0.1)
                    ? 0 : Double(Int.random(in: 1...9_999, using: &random)) / 7000,
                form: random.chance(0.1) ? "l" : "t",
                company: number < 3 ? "a" : "b", members: [site])
        }
    }

    private static func members(_ rows: [Row]) -> Set<String> {
        rows.reduce(into: []) { $0.formUnion($1.members) }
    }

    private static func total(_ rows: [Row]) -> Double { ExactSum.of(rows.map(\.amount)) }

    private static func split(
        _ before: [Row], _ after: [Row], _ volumes: (Double, Double)
    ) -> Decomposition {
        Decomposition(
            from: total(before), before, to: total(after), after,
            volumes: Decomposition.Volumes(before: volumes.0, after: volumes.1).map { ["a": $0] }
                ?? [:],
            moved: members(before).symmetricDifference(members(after)))
    }

    @Test func startAndEffectsAreTheEnd() {
        var random = SplitMix64(seed: 11)
        for _ in 0..<2_000 {
            let before = Self.rows(&random), after = Self.rows(&random)
            let volumes = (
                Double(Int.random(in: 0...3, using: &random)) * 1.1,
                Double(Int.random(in: 1...3, using: &random)) / 3)
            let split = Self.split(before, after, volumes)
            let effects = split.effects.values.map(\.units).reduce(0, +)
            #expect(split.start.units + effects == split.end.units)
            #expect(split.start.value == Self.total(before))
            #expect(split.end.value == Self.total(after))
        }
    }

    /// What rounding leaves is a rounding: it hides no effect.
    @Test func noEffectTakesAnothersPart() {
        var random = SplitMix64(seed: 12)
        for _ in 0..<500 {
            let before = Self.rows(&random), after = Self.rows(&random)
            let moved = Self.members(before).symmetricDifference(Self.members(after))
            func joined(_ rows: [Row]) -> Double {
                ExactSum.of(rows.filter { !$0.members.isDisjoint(with: moved) }.map(\.amount))
            }
            let split = Self.split(before, after, (2, 3))
            let expected = joined(after) - joined(before)
            #expect(abs((split.effects[.perimeter]?.value ?? 0) - expected) < 1e-5)
        }
    }

    @Test func theOrderOfRowsIsNothing() {
        var random = SplitMix64(seed: 13)
        for _ in 0..<500 {
            let before = Self.rows(&random), after = Self.rows(&random)
            let split = Self.split(before, after, (2, 3))
            #expect(split == Self.split(
                before.shuffled(using: &random), after.shuffled(using: &random), (2, 3)))
        }
    }

    @Test func equalYearsHaveNoEffects() {
        var random = SplitMix64(seed: 14)
        for _ in 0..<200 {
            let rows = Self.rows(&random)
            let split = Self.split(rows, rows.shuffled(using: &random), (3, 3))
            #expect(split.effects.values.allSatisfy { $0.units == 0 })
        }
    }

    /// Nothing depends on which year is called the first.
    @Test func backwardsIsTheOpposite() {
        var random = SplitMix64(seed: 15)
        for _ in 0..<200 {
            let before = Self.rows(&random), after = Self.rows(&random)
            let there = Self.split(before, after, (2, 3)), back = Self.split(after, before, (3, 2))
            for driver in Decomposition.Driver.allCases {
                let sum = (there.effects[driver]?.value ?? 0) + (back.effects[driver]?.value ?? 0)
                #expect(abs(sum) < 1e-5)
            }
        }
    }

    @Test func onlyWhatChangedHasAnEffect() {
        func split(_ before: Row, _ after: Row, _ volumes: (Double, Double)) -> [String] {
            Self.split([before], [after], volumes).effects.filter { $0.value.units != 0 }
                .map { "\($0.key) \($0.value.shortText)" }.sorted()
        }
        func row(_ activity: Double, _ factor: Double, form: String = "t") -> Row {
            Row(key: "k", activity: activity, factor: factor, form: form, company: "a")
        }
        #expect(split(row(100, 0.5), row(150, 0.5), (10, 15)) == ["volume 25"])
        #expect(split(row(100, 0.5), row(150, 0.5), (10, 10)) == ["intensity 25"])
        #expect(split(row(100, 0.5), row(100, 0.25), (10, 10)) == ["factor -25"])
        // Without activity there is no factor that could have changed.
        #expect(split(row(0, 9), row(100, 0.5), (10, 10)) == ["intensity 50"])
        // Without a volume its part stands in intensity.
        #expect(split(row(100, 0.5), row(150, 0.5), (0, 15)) == ["intensity 25"])
        // Litres and tonnes of fuel are compared as amounts.
        #expect(split(row(100, 0.5), row(1000, 0.06, form: "l"), (1, 1)) == ["intensity 10"])
    }

    /// Volume, intensity and factor all double: 7 more of 1. By Shapley each
    /// gets (2·1 + 2 + 2 + 2·4) / 6 = 7/3.
    @Test func threeAlikeShareAlike() {
        let before = Row(key: "k", activity: 1, factor: 1, company: "a")
        let after = Row(key: "k", activity: 4, factor: 2, company: "a")
        let split = Self.split([before], [after], (1, 2))
        #expect(split.start.shortText == "1" && split.end.shortText == "8")
        #expect(split.effects[.intensity]?.text == "2.333333")
        #expect(split.effects[.factor]?.text == "2.333333")
        #expect(split.effects.values.map(\.units).reduce(0, +) == 7_000_000)
    }
}

@Suite struct FixedPoints {
    @Test(arguments: [
        (6.825, 2, "6.83"), (-6.825, 2, "-6.83"), (0.1, 0, "0"), (-0.4, 0, "0"), (12, 3, "12.000"),
        (1e-7, 6, "0.000000"), (5e-7, 6, "0.000001"), (123_456, -3, "123000"), (0, -2, "0"),
        (1.5e300, -270, "15" + String(repeating: "0", count: 299)), (.nan, 1, "0.0"),
    ])
    func roundsTheShortestDecimal(_ value: Double, _ decimals: Int, _ text: String) {
        #expect(FixedPoint(rounding: value, decimals: decimals).text == text)
    }

    @Test func keepsEveryDigitThatFits() {
        #expect(FixedPoint.decimals(keeping: [0.1, 2.345], atLeast: 2) == 3)
        #expect(FixedPoint.decimals(keeping: [0.5], atLeast: 6) == 6)
        #expect(FixedPoint.decimals(keeping: [1e15], atLeast: 6, fitting: [1e30]) == 5)
        #expect(FixedPoint.decimals(keeping: [1e300], atLeast: 6) < -260)
        #expect(FixedPoint(rounding: 0.1 + 0.2, decimals: 17).shortText == "0.30000000000000004")
    }

    @Test func neverOverflows() {
        for a in [1e300, -1e300, 1e30, 1e-300, 0, .leastNonzeroMagnitude] {
            for b in [1e300, 1e15, 1, 0] {
                let split = Decomposition(
                    from: a, [.init(key: "k", activity: a)], to: b, [.init(key: "k", activity: b)])
                let effects = split.effects.values.map(\.units).reduce(0, +)
                #expect(split.start.units + effects == split.end.units)
            }
        }
    }
}
