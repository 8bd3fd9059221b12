package import Source

/// Both sides of one supply beside each other (rule R5): what the buyer booked
/// on a line, and what the supplier's own figures give for it.
package struct Reconciliation: Sendable {
    package let buyer: String
    package let supplier: String
    /// The line, or the subtotal that it is part of.
    package let line: String
    package let effect: Effect
    package let product: String
    /// Of the quantities.
    package let unit: String
    /// What the buyer booked and what the supplier says it sold; a supply that
    /// stands on several lines of one subtotal counts once.
    package let bought: Double
    package let sold: Double
    /// In units of the line: the buyer's quantity times its factors.
    package let booked: Double
    /// The supplier's own impact per unit; nil where its statement does not
    /// hold the line or it makes more than this one product, so that nobody
    /// can tell what belongs to it.
    package let supplierFactor: Quantity?
    /// The buyer's first row, for messages.
    package let place: Place

    /// The buyer's factor, over the lines of a subtotal together.
    package var buyerFactor: Double { bought == 0 ? 0 : booked / bought }

    /// The exact difference of the two sides and its two causes.
    package var split: Split? {
        supplierFactor.map { Split(self, factor: $0.value) }
    }

    /// q_b·f_b − q_s·f_s = (q_b−q_s)·f_s + (f_b−f_s)·q_b, in units of the line.
    package struct Split: Sendable {
        /// Quantity times factor of the supplier.
        package let supplierSide: Double
        /// Buyer less supplier.
        package let difference: Double
        package let byQuantity: Double
        package let byFactor: Double

        fileprivate init(_ supply: Reconciliation, factor: Double) {
            supplierSide = supply.sold * factor
            difference = ExactSum.of([supply.booked, -supplierSide])
            byQuantity = ExactSum.of([supply.bought, -supply.sold]) * factor
            // The rest, so that the two causes add up to the last bit.
            byFactor = ExactSum.of([difference, -byQuantity])
        }
    }

    /// The difference in percent of the supplier's side; of the quantities
    /// where the supplier's factor is not available. Infinite beside nothing.
    package var deviation: Double {
        let (difference, base) = split.map { (abs($0.difference), $0.supplierSide) }
            ?? (abs(bought - sold), sold)
        if base == 0 { return difference == 0 ? 0 : .infinity }
        return 100 * difference / base
    }

    package func standing(within tolerance: Tolerance?) -> Standing {
        guard let tolerance else { return .untested }
        return deviation <= tolerance.percent ? .within : .outside
    }

    package enum Standing: Sendable { case within, outside, untested }
}

/// How far the two sides of a supply may lie apart.
package struct Tolerance: Sendable, Equatable {
    /// What becomes of a difference beyond it.
    package enum Outside: String, CaseIterable, Sendable {
        /// Nothing is published until the two have settled it.
        case error
        /// The chain's report shows the sum of what is not reconciled.
        case disclosed
    }

    /// Of the supplier's side.
    package let percent: Double
    package let outside: Outside

    package init(percent: Double, outside: Outside) {
        self.percent = percent
        self.outside = outside
    }

    /// The strictest of those of a company's chain links; nil without any.
    package static func strictest(_ tolerances: some Sequence<Tolerance>) -> Tolerance? {
        tolerances.min {
            ($0.percent, $0.outside == .error ? 0 : 1) < ($1.percent, $1.outside == .error ? 0 : 1)
        }
    }
}

extension Rule {
    package static let outsideTolerance = Rule(
        "outside-tolerance",
        reason: "Two companies that both report know the same delivery; where they lie further "
            + "apart than the guide allows for this chain link, one of them is mistaken.",
        example: "a buyer books 1,100 t CO2-eq where the supplier's own figures give 700",
        mend: "Settle it with the counterparty in the bilateral annex; 'tolerances' in guide.yaml "
            + "says how far they may lie apart and whether what is beyond it is disclosed instead.")
}

/// Finds both sides of every supply between reporting companies, each
/// company's rows read once.
package struct Reconciler: Sendable {
    let indicators: Indicators

    package init(indicators: Indicators) { self.indicators = indicators }

    private struct Key: Hashable, Comparable {
        let supplier: String, line: String, product: String, unit: String

        static func < (a: Key, b: Key) -> Bool {
            (a.supplier, a.line, a.product, a.unit) < (b.supplier, b.line, b.product, b.unit)
        }
    }

    /// Sorted by buyer, supplier, line and product. Both arguments hold one
    /// year.
    package func supplies(
        statements: [Statement], ledgers: [Ledger]
    ) -> [Reconciliation] {
        let sold = SoldQuantities(ledgers)
        let makers = Dictionary(
            ledgers.map { ($0.party, $0.products) }, uniquingKeysWith: { first, _ in first })
        let sides = Dictionary(
            statements.map { ($0.party, Self.beforeDelivery($0)) },
            uniquingKeysWith: { first, _ in first })
        let reporting = Set(sides.keys)
        return ledgers.sorted { $0.party < $1.party }.flatMap { ledger in
            bought(in: ledger, from: reporting).map { key, rows in
                let head = indicators[key.line]
                let effect: Effect = head?.kind == .memo ? .memo : .loss
                return Reconciliation(
                    buyer: ledger.party, supplier: key.supplier, line: key.line, effect: effect,
                    product: key.product, unit: key.unit, bought: Self.quantity(of: rows),
                    sold: sold[key.supplier, to: ledger.party, key.product, key.unit],
                    booked: ExactSum.of(rows.compactMap { $0.impact?.amount.value }),
                    supplierFactor: Self.factor(
                        sides[key.supplier]?[key.line]?[effect], makers[key.supplier] ?? [],
                        key.product, key.unit),
                    place: rows[0].counterparty.place)
            }
        }
    }

    private func bought(
        in ledger: Ledger, from reporting: Set<String>
    ) -> [(Key, [Supply])] {
        let rows = ledger.supplies.filter { supply in
            supply.direction == .bought && reporting.contains(supply.counterparty.value)
                && indicators[supply.impact?.indicator ?? ""]?.consolidation == .eliminate
        }
        let groups = Dictionary(grouping: rows) { supply in
            let line = supply.impact?.indicator ?? ""
            return Key(
                supplier: supply.counterparty.value, line: indicators[line]?.partOf ?? line,
                product: supply.product, unit: supply.unit)
        }
        return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// A supply that is booked on several lines repeats its quantity: the
    /// line that holds most of it counts.
    private static func quantity(of rows: [Supply]) -> Double {
        Dictionary(grouping: rows) { $0.impact?.indicator ?? "" }.values
            .map { ExactSum.of($0.map(\.quantity)) }.max() ?? 0
    }

    /// What a company answers for up to its gate: use and end of life come
    /// after the delivery and are in no buyer's factor (rule R8).
    private static func beforeDelivery(_ statement: Statement) -> [String: [Effect: Cell]] {
        Dictionary(
            uniqueKeysWithValues: statement.lines.map { line in
                (line.indicator, line.sides.mapValues { side in
                    Cell.sum([side.own.cell, side.upstreamReporting.cell, side.upstreamOther.cell])
                })
            })
    }

    /// The supplier's amount over its volume, where all of it belongs to this
    /// one product in this unit.
    private static func factor(
        _ cell: Cell?, _ products: [Product], _ name: String, _ unit: String
    ) -> Quantity? {
        guard let quantity = cell?.quantity, products.count == 1, let product = products.first,
            product.name == name, product.unit == unit, product.volume > 0
        else { return nil }
        var factor = quantity
        factor.value = quantity.value / product.volume
        return factor
    }
}

extension Accounts {
    /// Both sides of every supply between reporting companies in a year.
    package func reconciliations(in year: Int) -> [Reconciliation] {
        Reconciler(indicators: indicators).supplies(
            statements: statements.filter { $0.key.year == year }.map(\.value),
            ledgers: ledgers.filter { $0.key.year == year }.map(\.value))
    }
}

/// What each company says it sold to each other, in all its rows together.
struct SoldQuantities {
    private struct Key: Hashable {
        let seller: String, buyer: String, product: String, unit: String
    }

    private let sums: [Key: ExactSum]

    init(_ ledgers: some Sequence<Ledger>) {
        var sums: [Key: ExactSum] = [:]
        for ledger in ledgers {
            for supply in ledger.supplies where supply.direction == .sold {
                let key = Key(
                    seller: ledger.party, buyer: supply.counterparty.value,
                    product: supply.product, unit: supply.unit)
                sums[key, default: ExactSum()].add(supply.quantity)
            }
        }
        self.sums = sums
    }

    subscript(seller: String, to buyer: String, product: String, unit: String) -> Double {
        sums[Key(seller: seller, buyer: buyer, product: product, unit: unit)]?.value ?? 0
    }
}
