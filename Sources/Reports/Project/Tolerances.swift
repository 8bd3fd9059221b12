import Capital
import Source

extension Edition {
    /// `tolerances`: chain link → how far two sides of a supply may lie apart.
    static func tolerances(
        in fields: inout Fields, chainLinks: [String], _ findings: inout Findings
    ) -> [String: Tolerance] {
        guard let tree = fields.tree("tolerances") else { return [:] }
        guard case .map(let entries, _) = tree else {
            findings.add(
                .wrongForm, at: tree.place,
                "value of 'tolerances' is not a set of 'link: {percent, outside}' lines")
            return [:]
        }
        var tolerances: [String: Tolerance] = [:]
        for entry in entries {
            let key = entry.key
            if !chainLinks.contains(key.value) {
                findings.add(
                    .unknownChainLink, at: key.place,
                    "chain link '\(key.value)' is not known"
                        + NearMiss.hint(for: key.value, among: chainLinks))
            }
            guard var inner = Fields(entry.value, &findings) else { continue }
            let percent = inner.number("percent", &findings)
            let outside: Tolerance.Outside? = inner.choice("outside", &findings)
            inner.finish(&findings)
            guard let percent, let outside else { continue }
            if percent.value < 0 {
                findings.add(
                    .wrongForm, at: percent.place, "percent '\(percent.value)' is below zero")
            }
            tolerances[key.value] = Tolerance(percent: percent.value, outside: outside)
        }
        return tolerances
    }
}

extension Project {
    /// The strictest of the supplier's chain links.
    func tolerance(of supply: Reconciliation) -> Tolerance? {
        let links = accounts.party(supply.supplier)?.chainLinks.map(\.value) ?? []
        return Tolerance.strictest(links.compactMap { edition.tolerances[$0] })
    }

    /// Finds every supply whose two sides cannot both be right: too far apart
    /// to publish, or with another vehicle.
    func checkSupplies(_ findings: inout Findings) {
        data.market?.check(edition, sources, isFictional: data.isFictional, &findings)
        for year in accounts.years {
            Reconciler(indicators: indicators).checkVehicles(
                in: data.ledgers.filter { $0.year == year }, &findings)
            for supply in accounts.reconciliations(in: year) {
                guard let tolerance = tolerance(of: supply), tolerance.outside == .error,
                    supply.standing(within: tolerance) == .outside
                else { continue }
                let sides = supply.split.map { split in
                    "\(supply.booked) where \(supply.supplier)'s figures give "
                        + "\(split.supplierSide) \(indicators[supply.line]?.unit ?? "")"
                } ?? "\(supply.bought) where \(supply.supplier) sold \(supply.sold) \(supply.unit)"
                findings.add(
                    .outsideTolerance, at: supply.place,
                    "'\(supply.product)' on '\(supply.line)' is outside \(tolerance.percent) %: "
                        + "\(supply.buyer) books " + sides)
            }
        }
    }
}
