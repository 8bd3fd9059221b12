/// Why a figure changed: the Shapley value of volume, intensity and factor
/// over the rows that both years have, and what joined or left apart.
///
/// A row is worth volume × intensity × factor, where intensity is its
/// activity per unit of the company's product. Each of the three is changed
/// in every order, and gets the mean of what its change then does. Stated
/// rules for zeros: a row without activity has no factor of its own and takes
/// the other year's; a volume that is zero or absent in one of the years is
/// not used, and its effect stays in intensity; a row that is new or gone
/// with the same sites and suppliers is intensity, from or to zero.
package struct Decomposition: Hashable, Sendable {
    package enum Driver: String, CaseIterable, Sendable {
        case volume, intensity, factor, perimeter
    }

    package let start: FixedPoint
    package let end: FixedPoint
    /// Start plus these is the end, to the last digit.
    package let effects: [Driver: FixedPoint]
    /// Whether every row had a volume; else its part stays in intensity.
    package let hasVolume: Bool

    /// What one row brings to a figure in one year.
    package struct Row: Hashable, Sendable {
        /// The same in both years.
        package let key: String
        package let activity: Double
        /// Amount per unit of activity.
        package let factor: Double
        /// What activity is counted in; another word in the other year makes
        /// the two rows amounts, without a factor.
        package let form: String
        /// Who books it, and so whose volume it goes with.
        package let company: String
        /// Sites, suppliers and companies that the row stands or falls with.
        package let members: Set<String>

        package init(
            key: String, activity: Double, factor: Double = 1, form: String = "",
            company: String = "", members: Set<String> = []
        ) {
            self.key = key
            self.activity = activity
            self.factor = factor
            self.form = form
            self.company = company
            self.members = members
        }

        package var amount: Double { activity * factor }
    }

    /// What a company made in two years, in one unit.
    package struct Volumes: Hashable, Sendable {
        package let before: Double
        package let after: Double

        /// Nil where one cannot be divided by.
        package init?(before: Double, after: Double) {
            guard before > 0, after > 0 else { return nil }
            self.before = before
            self.after = after
        }
    }

    /// `moved` are the sites, suppliers and companies of one year only;
    /// `decimals` are the fewest to print.
    package init(
        from start: Double, _ before: [Row], to end: Double, _ after: [Row],
        volumes: [String: Volumes] = [:], moved: Set<String> = [], decimals: Int = 6
    ) {
        var sums: [Driver: ExactSum] = [:]
        func add(_ value: Double, to driver: Driver) {
            sums[driver, default: ExactSum()].add(value)
        }
        func stays(_ row: Row) -> Bool { row.members.isDisjoint(with: moved) }
        for row in before where !stays(row) { add(-row.amount, to: .perimeter) }
        for row in after where !stays(row) { add(row.amount, to: .perimeter) }
        let old = Dictionary(grouping: before.filter(stays), by: \.key)
        let new = Dictionary(grouping: after.filter(stays), by: \.key)
        var hasVolume = true
        for key in Set(old.keys).union(new.keys) {
            let rows = [old[key] ?? [], new[key] ?? []]
            let volume = rows.joined().first.flatMap { volumes[$0.company] }
            let pair = RowPair(rows[0], rows[1], volume)
            hasVolume = hasVolume && volume != nil
            for (driver, effect) in pair.effects { add(effect, to: driver) }
        }
        self.init(
            from: start, to: end, sums.mapValues(\.value), hasVolume: hasVolume,
            decimals: decimals)
    }

    /// Puts what rounding leaves where it is smallest beside what stands
    /// there: with the largest effect.
    private init(
        from start: Double, to end: Double, _ effects: [Driver: Double], hasVolume: Bool,
        decimals: Int
    ) {
        let places = FixedPoint.decimals(
            keeping: [start, end], atLeast: decimals, fitting: Array(effects.values))
        self.start = FixedPoint(rounding: start, decimals: places)
        self.end = FixedPoint(rounding: end, decimals: places)
        var units: [Driver: Int128] = [:]
        for driver in Driver.allCases {
            units[driver] = FixedPoint(rounding: effects[driver] ?? 0, decimals: places).units
        }
        let rest = self.end.units - self.start.units - units.values.reduce(0, +)
        let largest = Driver.allCases.max {
            (units[$0]?.magnitude ?? 0) < (units[$1]?.magnitude ?? 0)
        }
        units[largest ?? .intensity, default: 0] += rest
        self.effects = units.mapValues { FixedPoint(units: $0, decimals: places) }
        self.hasVolume = hasVolume
    }
}

/// The rows of one key in two years, as one row each.
private struct RowPair {
    private let before: Year
    private let after: Year
    private let volumes: Decomposition.Volumes?

    private struct Year {
        let activity: Double
        /// Nil without activity.
        let factor: Double?
    }

    init(
        _ old: [Decomposition.Row], _ new: [Decomposition.Row],
        _ volumes: Decomposition.Volumes?
    ) {
        let isOneForm = Set((old + new).map(\.form)).count <= 1
        func year(_ rows: [Decomposition.Row]) -> Year {
            let amount = ExactSum.of(rows.map(\.amount))
            guard isOneForm else { return Year(activity: amount, factor: 1) }
            let activity = ExactSum.of(rows.map(\.activity))
            guard activity != 0 else { return Year(activity: 0, factor: nil) }
            return Year(
                activity: activity, factor: rows.count == 1 ? rows[0].factor : amount / activity)
        }
        before = year(old)
        after = year(new)
        self.volumes = volumes
    }

    var effects: [(Decomposition.Driver, Double)] {
        let first = before.factor ?? after.factor ?? 0
        let second = after.factor ?? before.factor ?? 0
        guard let volumes else {
            return [
                (.intensity, (after.activity - before.activity) * (first + second) / 2),
                (.factor, (second - first) * (before.activity + after.activity) / 2),
            ]
        }
        let a = (volumes.before, before.activity / volumes.before, first)
        let b = (volumes.after, after.activity / volumes.after, second)
        return [
            (.volume, (b.0 - a.0) * Self.mean((a.1, a.2), (b.1, b.2))),
            (.intensity, (b.1 - a.1) * Self.mean((a.0, a.2), (b.0, b.2))),
            (.factor, (b.2 - a.2) * Self.mean((a.0, a.1), (b.0, b.1))),
        ]
    }

    /// The mean over all orders in which two other factors change.
    private static func mean(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
        (2 * a.0 * a.1 + a.0 * b.1 + b.0 * a.1 + 2 * b.0 * b.1) / 6
    }
}
