import Source

/// The rows of one company's ledger as drivers of its figures, or of the
/// chain's where one is given: then what another company's statement holds is
/// left out.
struct DriverRows {
    let ledger: Ledger
    let party: Party?
    let chain: ChainStatement?

    /// The sites on which the company booked, its suppliers and, in a chain,
    /// the company itself.
    var members: Set<String> {
        var members = counted.reduce(into: Set<String>()) { $0.formUnion(self.members(of: $1)) }
        for supply in bought { members.insert(supplier(supply.counterparty.value)) }
        if chain != nil { members.insert(Self.company(ledger.party)) }
        return members
    }

    private var counted: [Flow] {
        ledger.flows.filter { $0.counts && $0.quantity.value != nil }
    }

    private var bought: [Supply] { ledger.supplies.filter { $0.impact != nil } }

    private static func company(_ id: String) -> String { "company \(id)" }

    private func supplier(_ id: String) -> String { "supplier \(id) of \(ledger.party)" }

    private func members(of flow: Flow) -> Set<String> {
        var members: Set<String> = []
        if let site = party?.site(of: flow) { members.insert("site \(site) of \(ledger.party)") }
        if flow.position == .upstream, let id = flow.counterparty { members.insert(supplier(id)) }
        return members.union(chain == nil ? [] : [Self.company(ledger.party)])
    }

    func rows(on lines: [String], _ effect: Effect) -> [Decomposition.Row] {
        let flows = counted.filter {
            lines.contains($0.indicator) && $0.effect == effect && !isEliminated($0)
        }.map(row)
        guard effect != .gain else { return flows }
        let supplies = bought.filter { supply in
            lines.contains(supply.impact?.indicator ?? "")
                && !(chain?.parties.contains(supply.counterparty.value) ?? false)
        }.compactMap(row)
        return flows + supplies + kept(on: lines, effect)
    }

    /// The rows that should have a figure and have none.
    func missing(on lines: [String], _ effect: Effect) -> [String] {
        ledger.flows.filter { flow in
            guard case .missing = flow.quantity.cell else { return false }
            return flow.counts && lines.contains(flow.indicator) && flow.effect == effect
        }.map(key)
    }

    private func key(_ flow: Flow) -> String {
        "flow \(ledger.party)/\(flow.indicator)/\(flow.id.value)"
    }

    private func row(_ flow: Flow) -> Decomposition.Row {
        var activity = flow.quantity.value ?? 0, factor = 1.0, form = ""
        if case .product(let part, let by) = flow.quantity.origin {
            (activity, factor, form) = (part.figure.value ?? 0, by.value, by.unit)
        }
        return Decomposition.Row(
            key: key(flow), activity: activity, factor: factor, form: form,
            company: ledger.party, members: members(of: flow))
    }

    private func row(_ supply: Supply) -> Decomposition.Row? {
        supply.impact.map { impact in
            Decomposition.Row(
                key: key(
                    impact.indicator, supply.counterparty.value, supply.product, supply.unit),
                activity: supply.quantity, factor: impact.factor.value, form: impact.factor.unit,
                company: ledger.party, members: members(from: supply.counterparty.value))
        }
    }

    private func key(
        _ line: String, _ supplier: String, _ product: String, _ unit: String
    ) -> String {
        "supply \(ledger.party)/\(line)/\(supplier)/\(product)/\(unit)"
    }

    /// In a chain a supplier that begins or ceases to report moves as well.
    private func members(from id: String) -> Set<String> {
        let companies = chain == nil ? [] : [Self.company(ledger.party), Self.company(id)]
        return Set([supplier(id)] + companies)
    }

    /// Use and end of life that another company's statement holds.
    private func isEliminated(_ flow: Flow) -> Bool {
        guard flow.position == .downstream else { return false }
        return (chain?.supplies ?? []).contains {
            $0.kind == .downstream && $0.booker == ledger.party && $0.eliminated != 0
                && $0.indicator == flow.indicator && $0.product == flow.id.value
                && $0.effect == flow.effect
        }
    }

    /// What stays in the chain of supplies between reporting companies.
    private func kept(on lines: [String], _ effect: Effect) -> [Decomposition.Row] {
        (chain?.supplies ?? []).filter {
            $0.kind == .upstream && $0.booker == ledger.party && lines.contains($0.indicator)
                && $0.effect == effect && $0.kept != 0
        }.map { flow in
            let factor = flow.booked == 0 ? 1 : (flow.amount.value ?? 0) / flow.booked
            return Decomposition.Row(
                key: key(flow.indicator, flow.doer, flow.product, flow.unit),
                activity: factor == 0 ? 0 : flow.kept / factor, factor: factor, form: flow.unit,
                company: ledger.party, members: members(from: flow.doer))
        }
    }

    /// What each company made in two years, where one unit, the same in both,
    /// holds all its products.
    static func volumes(
        _ before: [DriverRows], _ after: [DriverRows]
    ) -> [String: Decomposition.Volumes] {
        var volumes: [String: Decomposition.Volumes] = [:]
        for old in before {
            guard let new = after.first(where: { $0.ledger.party == old.ledger.party }),
                Set((old.ledger.products + new.ledger.products).map(\.unit)).count == 1
            else { continue }
            volumes[old.ledger.party] = Decomposition.Volumes(
                before: ExactSum.of(old.ledger.products.map(\.volume)),
                after: ExactSum.of(new.ledger.products.map(\.volume)))
        }
        return volumes
    }
}
