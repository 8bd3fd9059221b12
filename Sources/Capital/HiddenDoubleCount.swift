import Source

/// What two reporting companies may both count because the supply between
/// them runs through one that does not report (rule R11). Nobody can see how
/// much that is; this is more than it can be.
package struct HiddenDoubleCount: Sendable {
    package let line: String
    package let effect: Effect
    /// Σ sales outside the reporting companies × the higher of two factors.
    package let bound: Cell

    /// The part of one supplier and product.
    struct Part {
        let supplier: String
        let line: String
        let effect: Effect
        let amount: Double
        let bound: Quantity.Bound
        /// Whether everything it is made of may be known.
        let isOpen: Bool
    }
}

extension Accounts {
    /// A bound per line over the products that reporting companies buy from
    /// one another. A product that none of them buys has no second factor and
    /// is not in it.
    package func hiddenDoubleCounts(
        in year: Int, _ supplies: [Reconciliation]
    ) -> [HiddenDoubleCount] {
        let parts = Dictionary(grouping: parts(in: year, supplies), by: \.line)
        return indicators.ids.compactMap { line -> HiddenDoubleCount? in
            guard let parts = parts[line], let effect = parts.first?.effect else { return nil }
            let silent = Set(
                parts.filter { !$0.isOpen }.map {
                    party($0.supplier)?.contributor ?? $0.supplier
                })
            let isHidden = (1..<ChainDisclosure.minimumContributors).contains(silent.count)
            return HiddenDoubleCount(
                line: line, effect: effect,
                bound: isHidden ? .confidential : .known(Self.sum(of: parts)))
        }
    }

    private static func sum(of parts: [HiddenDoubleCount.Part]) -> Quantity {
        Quantity(
            ExactSum.of(parts.map(\.amount)),
            bound: parts.map(\.bound).reduce(Quantity.Bound.exact) { $0.joined(with: $1) })
    }

    private struct Good: Hashable { let line: String, product: String, unit: String }

    /// Volume less what went to reporting companies, times the higher of the
    /// supplier's own factor and the highest that a reporting buyer reckons
    /// with: who resells may well book more than who made it.
    private func parts(
        in year: Int, _ supplies: [Reconciliation]
    ) -> [HiddenDoubleCount.Part] {
        let goods = Dictionary(grouping: supplies) {
            Good(line: $0.line, product: $0.product, unit: $0.unit)
        }
        let reporting = Set(ledgers.keys.filter { $0.year == year }.map(\.party))
        return supplies.reduce(into: [String: [Reconciliation]]()) {
            $0[$1.supplier, default: []].append($1)
        }.sorted { $0.key < $1.key }.flatMap { supplier, sales -> [HiddenDoubleCount.Part] in
            guard let ledger = ledgers[Key(party: supplier, year: year)] else { return [] }
            var seen: Set<Good> = []
            return sales.compactMap { sale in
                let good = Good(line: sale.line, product: sale.product, unit: sale.unit)
                guard let factor = sale.supplierFactor, seen.insert(good).inserted else {
                    return nil
                }
                let rest = ledger.sales(
                    of: sale.product, in: sale.unit, outside: reporting)
                let buyers = goods[good] ?? []
                let generic = buyers.map(\.buyerFactor).max() ?? 0
                guard rest > 0 else { return nil }
                return HiddenDoubleCount.Part(
                    supplier: supplier, line: sale.line, effect: sale.effect,
                    amount: rest * max(factor.value, generic), bound: factor.bound,
                    isOpen: isOpen(supplier, buyers, in: year))
            }
        }
    }

    /// Its volume is public, what of it went to whom, and every factor that
    /// could count.
    private func isOpen(_ supplier: String, _ buyers: [Reconciliation], in year: Int) -> Bool {
        guard let party = party(supplier), party.publishes.volumes,
            let ledger = ledgers[Key(party: supplier, year: year)]
        else { return false }
        let customers = Set(
            ledger.supplies.filter { $0.direction == .sold }.map(\.counterparty.value))
        return buyers.allSatisfy { isShared($0, in: year) }
            && customers.allSatisfy { customer in
                ledgers[Key(party: customer, year: year)] == nil
                    || self.party(customer).map { PartyDisclosure.agree(party, $0) } ?? false
            }
    }
}

extension Ledger {
    /// What of a product did not go to one of these companies; never below
    /// nothing.
    func sales(of product: String, in unit: String, outside reporting: Set<String>) -> Double {
        let made = products.filter { $0.name == product && $0.unit == unit }.map(\.volume)
        let sold = supplies.filter {
            $0.direction == .sold && $0.product == product && $0.unit == unit
                && reporting.contains($0.counterparty.value)
        }.map { -$0.quantity }
        return max(0, ExactSum.of(made + sold))
    }
}
