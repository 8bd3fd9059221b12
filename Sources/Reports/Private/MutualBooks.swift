import Capital
import Source

/// Who trades with whom, and what two companies booked of one another, found
/// without looking through the whole chain for each pair.
struct MutualBooks {
    private struct Pair: Hashable { let one: String, other: String, year: Int }

    private let partners: [Accounts.Key: Set<String>]
    private let flows: [Pair: [BilateralFlow]]
    private let supplies: [Pair: [Reconciliation]]

    init(_ accounts: Accounts) {
        var partners: [Accounts.Key: Set<String>] = [:]
        for (key, ledger) in accounts.ledgers {
            let named = ledger.supplies.map(\.counterparty.value)
                + ledger.flows.compactMap(\.counterparty)
            for other in Set(named) {
                partners[key, default: []].insert(other)
                partners[Accounts.Key(party: other, year: key.year), default: []]
                    .insert(key.party)
            }
        }
        self.partners = partners
        flows = accounts.chains.reduce(into: [:]) { flows, chain in
            for flow in chain.value.supplies {
                let pair = Pair(one: flow.booker, other: flow.doer, year: chain.key)
                flows[pair, default: []].append(flow)
            }
        }
        supplies = accounts.years.reduce(into: [:]) { supplies, year in
            for supply in accounts.reconciliations(in: year) {
                let pair = Pair(one: supply.buyer, other: supply.supplier, year: year)
                supplies[pair, default: []].append(supply)
            }
        }
    }

    /// Everybody that a company names or is named by, sorted.
    func of(_ key: Accounts.Key) -> [String] {
        (partners[key] ?? []).subtracting([key.party]).sorted()
    }

    func flows(bookedBy booker: String, for doer: String, in year: Int) -> [BilateralFlow] {
        flows[Pair(one: booker, other: doer, year: year)] ?? []
    }

    /// What either bought from the other.
    func reconciliations(of one: String, with other: String, in year: Int) -> [Reconciliation] {
        (supplies[Pair(one: one, other: other, year: year)] ?? [])
            + (supplies[Pair(one: other, other: one, year: year)] ?? [])
    }
}
