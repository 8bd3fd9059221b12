import Source

/// Puts both sides of every supply beside each other (rules R3 and R4).
struct Matching {
    let indicators: Indicators
    private let ledgers: [String: Ledger]
    private let homes: [String: String]
    private let sold: SoldQuantities
    /// The lines that are covered together, by line.
    private let families: [String: [String]]
    /// The lines and sides that each company's statement holds.
    private let covered: [String: Set<Side>]

    private struct Side: Hashable { let line: String, effect: Effect }

    init(
        indicators: Indicators, statements: [Statement], ledgers: [Ledger],
        homes: [String: String]
    ) {
        self.indicators = indicators
        self.homes = homes
        self.ledgers = Dictionary(
            ledgers.map { ($0.party, $0) }, uniquingKeysWith: { first, _ in first })
        sold = SoldQuantities(ledgers)
        families = Dictionary(
            uniqueKeysWithValues: indicators.ids.map { ($0, indicators.family(of: $0)) })
        covered = Dictionary(
            uniqueKeysWithValues: statements.map { statement in
                let sides = statement.lines.flatMap { line in
                    line.sides.filter { $0.value.total.value != nil }.map {
                        Side(line: line.indicator, effect: $0.key)
                    }
                }
                return (statement.party, Set(sides))
            })
    }

    /// Every amount that one reporting company books for another, in the
    /// order of booker, doer, line and product.
    func flows(_ findings: inout Findings) -> [BilateralFlow] {
        var flows: [BilateralFlow] = []
        for buyer in ledgers.keys.sorted() {
            let bought = ledgers[buyer]!.supplies.filter {
                $0.impact != nil && ledgers[$0.counterparty.value] != nil
            }
            for (key, rows) in Dictionary(grouping: bought, by: Key.init)
                .sorted(by: { $0.key < $1.key })
            {
                flows.append(upstream(buyer, key, rows, &findings))
            }
            flows += downstream(buyer)
        }
        return flows
    }

    private struct Key: Hashable, Comparable {
        let supplier: String, indicator: String, product: String, unit: String

        init(_ supply: Supply) {
            supplier = supply.counterparty.value
            indicator = supply.impact?.indicator ?? ""
            product = supply.product
            unit = supply.unit
        }

        static func < (a: Key, b: Key) -> Bool {
            (a.supplier, a.indicator, a.product, a.unit)
                < (b.supplier, b.indicator, b.product, b.unit)
        }
    }

    /// Eliminates the smaller quantity of the two sides at the buyer's own
    /// factor, and nothing that the supplier's statement does not cover.
    private func upstream(
        _ buyer: String, _ key: Key, _ rows: [Supply], _ findings: inout Findings
    ) -> BilateralFlow {
        let booked = ExactSum.of(rows.map(\.quantity))
        let confirmed = sold[key.supplier, to: buyer, key.product, key.unit]
        let amount = Traced.sum(
            rows.map { Origin.Part("supply \($0.id.value)", $0.impact!.amount) })
        let effect: Effect = indicators[key.indicator]?.kind == .memo ? .memo : .loss
        let isCovered = covers(key.supplier, key.indicator, effect)
        let share = booked > 0 ? min(1, confirmed / booked) : 0
        if isCovered, share < 1, let place = rows.first?.counterparty.place {
            findings.add(
                .unmatchedSupply, at: place,
                "\(key.supplier) sold \(confirmed) \(key.unit) of '\(key.product)' where \(buyer) "
                    + "booked \(booked) \(key.unit)")
        }
        return BilateralFlow(
            kind: .upstream, booker: buyer, doer: key.supplier, indicator: key.indicator,
            effect: effect, product: key.product, unit: key.unit, booked: booked,
            confirmed: confirmed, amount: amount,
            eliminated: isCovered ? (amount.value ?? 0) * share : 0,
            regions: regions(of: rows))
    }

    private func regions(of rows: [Supply]) -> [Region: Double] {
        Dictionary(grouping: rows) { $0.region(homes: homes) }
            .mapValues { ExactSum.of($0.compactMap { $0.impact?.amount.value }) }
    }

    /// Use and end of life that a reporting company books for another's.
    private func downstream(_ booker: String) -> [BilateralFlow] {
        let flows = ledgers[booker]!.flows
        return flows.indices.filter { flows[$0].position == .downstream }.compactMap { index in
            let flow = flows[index]
            guard flow.counts, let doer = flow.counterparty, ledgers[doer] != nil,
                let value = flow.quantity.value
            else { return nil }
            return BilateralFlow(
                kind: .downstream, booker: booker, doer: doer, indicator: flow.indicator,
                effect: flow.effect, product: flow.id.value, unit: "", booked: value,
                confirmed: value, amount: flow.quantity,
                eliminated: covers(doer, flow.indicator, flow.effect) ? value : 0,
                regions: [Region(country: flow.country): value])
        }
    }

    /// Whether a company's statement holds this side of the line, or of
    /// another line of the same subtotal.
    private func covers(_ party: String, _ line: String, _ effect: Effect) -> Bool {
        (families[line] ?? [line]).contains {
            covered[party]?.contains(Side(line: $0, effect: effect)) ?? false
        }
    }
}
