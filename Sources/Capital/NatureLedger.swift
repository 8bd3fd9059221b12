package import Source

/// Nature before and after measures, in the units of several schemes. Each
/// scheme has its own balance and total; nothing is converted or added
/// between them, and nothing enters the account.
package struct NatureLedger: Sendable {
    package let rows: [Row]

    /// A parcel at one moment, in the unit of one scheme.
    package struct Row: Sendable {
        package let parcel: Located<String>
        /// Id of a ``NatureScheme``.
        package let scheme: String
        package let measure: String
        package let moment: NatureScheme.Moment
        package let basis: Flow.Basis
        /// In the quantity unit of the scheme.
        package let quantity: Double
        package let factors: [Figure]
        package let amount: Amount
        /// What the measure must reach; nil where nothing is required.
        package let required: Double?
        package let note: String
        package let place: Place
    }

    /// A factor of a row as it was typed, or the scheme's default.
    package struct Figure: Sendable {
        package let factor: String
        package let typed: String
        package let multiplier: Double?
    }

    /// An amount in the unit of a scheme. What a scheme calls not possible is
    /// a state of its own and never zero.
    package enum Amount: Hashable, Sendable {
        case known(Double)
        case notPossible

        package var value: Double? {
            if case .known(let value) = self { value } else { nil }
        }

        /// One part that is not possible makes the whole so.
        static func sum(_ amounts: [Amount]) -> Amount {
            let values = amounts.compactMap(\.value)
            return values.count == amounts.count ? .known(ExactSum.of(values)) : .notPossible
        }

        func less(_ other: Amount) -> Amount {
            guard let value, let less = other.value else { return .notPossible }
            return .known(value == less ? 0 : value - less)
        }
    }

    /// What one measure does, or all of a scheme: forecast and realised apart.
    package struct Balance: Hashable, Sendable {
        package let scheme: String
        /// Nil for the total of the scheme.
        package let measure: String?
        package let basis: Flow.Basis
        package let before: Amount
        package let after: Amount
        package let balance: Amount
        /// What the amount after must reach; nil where the scheme asks nothing.
        package let required: Double?
        /// Nil where the scheme asks nothing or the amount is not possible.
        package let isMet: Bool?
    }
}

extension NatureLedger {
    /// For each scheme its measures and, as the last of each basis, its total.
    package func balances(_ schemes: [NatureScheme]) -> [Balance] {
        schemes.flatMap { scheme -> [Balance] in
            let own = rows.filter { $0.scheme == scheme.id }
            return [Flow.Basis.realised, .forecast].flatMap { basis -> [Balance] in
                let ended = own.filter { $0.moment == .after && $0.basis == basis }
                guard !ended.isEmpty else { return [] }
                let measures = Set(ended.map(\.measure)).sorted().map { measure in
                    let rows = ended.filter { $0.measure == measure }
                    return balance(of: rows, among: own, scheme, measure, basis)
                }
                return measures + [balance(of: ended, among: own, scheme, nil, basis)]
            }
        }
    }

    /// The parcels that have an amount after, with what they had before.
    private func balance(
        of ended: [Row], among own: [Row], _ scheme: NatureScheme, _ measure: String?,
        _ basis: Flow.Basis
    ) -> Balance {
        let pairs = Set(ended.map { [$0.measure, $0.parcel.value] })
        let started = own.filter {
            $0.moment == .before && pairs.contains([$0.measure, $0.parcel.value])
        }
        let before = Amount.sum(started.map(\.amount))
        let after = Amount.sum(ended.map(\.amount))
        var required: Double?
        if measure != nil {
            switch scheme.test {
            case .none: break
            case .afterReachesBefore: required = before.value
            case .afterReachesRequired: required = ended.compactMap(\.required).first
            }
        }
        let isMet = required.flatMap { required in
            after.value.map { $0 >= required - 1e-9 * max(1, required) }
        }
        return Balance(
            scheme: scheme.id, measure: measure, basis: basis, before: before, after: after,
            balance: after.less(before), required: required, isMet: isMet)
    }
}

extension NatureScheme {
    /// The smallest quantity after a measure that reaches an amount, with the
    /// factors of the target: how much land a compensation needs.
    package func quantity(reaching amount: Double, with factors: [String: Double]) -> Double? {
        var product = 1.0
        for factor in self.factors(.after) {
            guard let value = factors[factor.id] ?? factor.fallback else { return nil }
            product *= factor.multiplier(value)
        }
        return product > 0 ? amount / product : nil
    }

    /// Quantity × every factor of the moment; nil where a figure is lacking.
    package func amount(
        of quantity: Double, _ moment: Moment, with factors: [String: Double]
    ) -> Double? {
        var product = quantity
        for factor in self.factors(moment) {
            guard let value = factors[factor.id] ?? factor.fallback else { return nil }
            product *= factor.multiplier(value)
        }
        return product
    }
}
