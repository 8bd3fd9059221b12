package import Source

extension Rule {
    package static let vehicleDiffers = Rule(
        "vehicle-differs",
        reason: "Transport belongs to who controls the vehicle and is booked once (rule R6); "
            + "where the two sides name another, both count it or neither does.",
        example: "vehicle 'seller' at the buyer and 'buyer' at the seller",
        mend: "Agree on whose vehicle it was; of a carrier that does not report, on who paid. "
            + "Write that one in the column 'vehicle' on both sides and book the transport there.")
}

extension Reconciler {
    /// Finds supplies for which both sides claim the transport, or neither.
    package func checkVehicles(in ledgers: [Ledger], _ findings: inout Findings) {
        struct Key: Hashable { let seller: String, buyer: String, product: String, unit: String }
        var sellers: [Key: [Supply]] = [:]
        for ledger in ledgers {
            for supply in ledger.supplies where supply.direction == .sold {
                let key = Key(
                    seller: ledger.party, buyer: supply.counterparty.value,
                    product: supply.product, unit: supply.unit)
                sellers[key, default: []].append(supply)
            }
        }
        for ledger in ledgers.sorted(by: { $0.party < $1.party }) {
            var seen: Set<Key> = []
            for supply in ledger.supplies where supply.direction == .bought {
                let key = Key(
                    seller: supply.counterparty.value, buyer: ledger.party,
                    product: supply.product, unit: supply.unit)
                let named = Set((sellers[key] ?? []).compactMap(\.vehicle))
                // Part by the one and part by the other cannot be told apart.
                guard let vehicle = supply.vehicle, let other = named.first, named.count == 1,
                    other != vehicle, seen.insert(key).inserted
                else { continue }
                let place = sellers[key]!.first { $0.vehicle != nil }!.id.place
                findings.add(
                    .vehicleDiffers, at: supply.id.place,
                    "vehicle '\(vehicle.rawValue)' of '\(supply.product)' is "
                        + "'\(other.rawValue)' at \(key.seller), \(place)")
            }
        }
    }
}
