import Capital
import Source

/// What one company booked on a line for what it has from, or brings to,
/// another. Made from these two companies' rows only.
struct MutualAmount {
    /// The product, or the row of `flows.csv`.
    let name: String
    let indicator: String
    /// The booker's factors, each once; none where a row states the amount.
    let factors: [Origin.Factor]
    let booked: Double
    /// What drops out of the chain's account; nil where the chain does not
    /// count the line.
    let eliminated: Double?

    var kept: Double? { eliminated.map { booked - $0 } }

    /// Supplies by product and line first, then rows that name the other.
    static func amounts(
        in accounts: Accounts, _ indicators: Indicators, year: Int, bookedBy booker: String,
        for doer: String, matched: [BilateralFlow]
    ) -> [MutualAmount] {
        guard let ledger = accounts.ledgers[Accounts.Key(party: booker, year: year)] else {
            return []
        }
        func eliminated(_ indicator: String, _ isSame: (BilateralFlow) -> Bool) -> Double? {
            guard let rule = indicators[indicator]?.consolidation,
                rule != Indicator.Consolidation.none
            else { return nil }
            return matched.first { $0.indicator == indicator && isSame($0) }?.eliminated ?? 0
        }
        let bought = ledger.supplies.filter {
            $0.direction == .bought && $0.counterparty.value == doer && $0.impact != nil
        }
        let groups = Dictionary(grouping: bought) {
            [$0.product, $0.unit, $0.impact?.indicator ?? ""]
        }
        let supplies = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { key, rows in
                MutualAmount(
                    name: key[0], indicator: key[2],
                    factors: unique(rows.compactMap(\.impact?.factor)),
                    booked: ExactSum.of(rows.compactMap { $0.impact?.amount.value }),
                    eliminated: eliminated(key[2]) {
                        $0.kind == .upstream && $0.product == key[0] && $0.unit == key[1]
                    })
            }
        let flows = ledger.flows.compactMap { flow -> MutualAmount? in
            guard flow.counterparty == doer, flow.position != .own, flow.counts,
                let value = flow.quantity.value
            else { return nil }
            let id = flow.id.value
            return MutualAmount(
                name: id, indicator: flow.indicator, factors: [], booked: value,
                eliminated: eliminated(flow.indicator) {
                    $0.kind == .downstream && $0.product == id
                })
        }
        return supplies + flows
    }

    private static func unique(_ factors: [Origin.Factor]) -> [Origin.Factor] {
        var seen: Set<Double> = []
        return factors.filter { seen.insert($0.value).inserted }
    }
}
