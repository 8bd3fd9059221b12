package import Source

/// Which factor prices which line, in every valuation set: checked once, so
/// that computing cannot fail.
package struct Pricing: Sendable {
    /// The price of one unit of a line in one set.
    package struct Price: Sendable {
        package let set: String
        package let factor: ValuationSet.Factor
        /// In the set's currency per unit of the line.
        package let perUnit: Double
        package let unit: String

        func value(of balance: Traced, line: String) -> Traced {
            let cell = balance.cell.quantity.map { Cell.known($0.scaled(by: perUnit)) }
            let origin = Origin.Factor(
                name: "\(set) \(factor.id)", value: perUnit, unit: unit,
                place: factor.place, source: factor.source.value)
            return Traced(
                cell ?? balance.cell,
                .product(Origin.Part("balance of \(line)", balance), origin))
        }
    }

    package let sets: [ValuationSet]
    private let prices: [String: [Price]]
    private let exclusive: [String: [[String]]]

    package init(
        indicators: Indicators, sets: [ValuationSet], units: Units, _ findings: inout Findings
    ) {
        self.sets = sets
        exclusive = Dictionary(
            sets.map { ($0.id, $0.exclusive) }, uniquingKeysWith: { first, _ in first })
        var prices: [String: [Price]] = [:]
        for indicator in indicators.all {
            for (name, id) in indicator.pricedBy.sorted(by: { $0.key < $1.key }) {
                guard let set = sets.first(where: { $0.id == name }) else {
                    findings.add(
                        .unknownSet, at: id.place,
                        "valuation set '\(name)' does not exist"
                            + NearMiss.hint(for: name, among: sets.map(\.id)))
                    continue
                }
                if let price = Self.price(indicator, id, set, units, &findings) {
                    prices[indicator.id, default: []].append(price)
                }
            }
        }
        self.prices = prices
    }

    private init(
        sets: [ValuationSet], prices: [String: [Price]], exclusive: [String: [[String]]]
    ) {
        self.sets = sets
        self.prices = prices
        self.exclusive = exclusive
    }

    /// These prices and those of a company's own set, which names its lines
    /// itself.
    package func adding(
        _ own: ValuationSet, indicators: Indicators, units: Units, _ findings: inout Findings
    ) -> Pricing {
        if sets.contains(where: { $0.id == own.id }) {
            findings.add(
                .unknownSet, at: own.place, "set '\(own.id)' has the id of a set of the guide")
            return self
        }
        var prices = self.prices
        for (line, factor) in own.prices {
            guard let indicator = indicators.check(line, &findings),
                let price = Self.price(indicator, factor, own, units, &findings)
            else { continue }
            prices[indicator.id, default: []].append(price)
        }
        var exclusive = self.exclusive
        exclusive[own.id] = own.exclusive
        return Pricing(sets: sets + [own], prices: prices, exclusive: exclusive)
    }

    /// The sets that price a line at all, and so have a column.
    package var columns: [ValuationSet] {
        let used = Set(prices.values.joined().map(\.set))
        return sets.filter { used.contains($0.id) }
    }

    /// The factors of a set that price a line, by id.
    package func used(of set: String) -> Set<String> {
        Set(prices.values.joined().filter { $0.set == set }.map(\.factor.id))
    }

    /// The line that a factor prices stands at ``Statement/Line/values``; which
    /// factor it is, here.
    package func factor(of line: String, in set: String) -> ValuationSet.Factor? {
        prices[line]?.first { $0.set == set }?.factor
    }

    private static func price(
        _ indicator: Indicator, _ id: Located<String>, _ set: ValuationSet, _ units: Units,
        _ findings: inout Findings
    ) -> Price? {
        guard indicator.kind == .impact else {
            findings.add(
                .indicatorStructure, at: id.place,
                "line '\(indicator.id)' is a \(indicator.kind.rawValue) and cannot be priced")
            return nil
        }
        guard let factor = set[id.value] else {
            findings.add(
                .unknownFactor, at: id.place,
                "factor '\(id.value)' is not in \(set.id)"
                    + NearMiss.hint(for: id.value, among: set.factors.map(\.id)))
            return nil
        }
        guard let conversion = units.conversion(from: indicator.unit, to: factor.per) else {
            findings.add(
                .unitMismatch, at: id.place,
                "factor '\(factor.id)' of \(set.id) is per \(factor.per), which is not a unit of "
                    + "\(indicator.id) (\(indicator.unit))")
            return nil
        }
        return Price(
            set: set.id, factor: factor, perUnit: factor.value * conversion,
            unit: "\(set.currency)/\(indicator.unit)")
    }

    package func prices(of line: String) -> [Price] { prices[line] ?? [] }

    /// The balances of one statement in money, by line and set. A subtotal
    /// is worth what its priced lines are worth.
    package func values(
        of balances: [String: Traced], indicators: Indicators
    ) -> [String: [String: Traced]] {
        var values: [String: [String: Traced]] = [:]
        for (line, prices) in factors(for: Set(balances.keys)) {
            guard let balance = balances[line] else { continue }
            for price in prices {
                values[line, default: [:]][price.set] = price.value(of: balance, line: line)
            }
        }
        for subtotal in indicators.all where subtotal.kind == .subtotal {
            guard balances[subtotal.id] != nil else { continue }
            let parts = indicators.parts(of: subtotal.id).map(\.id)
            for set in sets.map(\.id) {
                let priced = parts.compactMap { part in
                    values[part]?[set].map { Origin.Part(part, $0) }
                }
                if !priced.isEmpty { values[subtotal.id, default: [:]][set] = .signedSum(priced) }
            }
        }
        return values
    }

    /// The prices that apply when these lines stand in one statement: of
    /// factors that exclude one another only the first named prices, so that
    /// one flow is priced once.
    private func factors(for lines: Set<String>) -> [String: [Price]] {
        let used = Set(lines.flatMap { prices(of: $0).map { $0.set + "/" + $0.factor.id } })
        var applied: [String: [Price]] = [:]
        for line in lines {
            applied[line] = prices(of: line).filter { price in
                for group in exclusive[price.set] ?? [] where group.contains(price.factor.id) {
                    let first = group.first { used.contains(price.set + "/" + $0) }
                    if first != price.factor.id { return false }
                }
                return true
            }
        }
        return applied
    }
}
