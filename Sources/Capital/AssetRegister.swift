package import Source

/// The land and water that a company looks after: for each site and
/// ecosystem type what there was, what came, what went and what is left.
/// Areas are in hectares. The register never enters the account.
package struct AssetRegister: Sendable {
    package let rows: [Row]

    package struct Row: Sendable {
        package let site: String
        /// Id of an ``EcosystemType``.
        package let type: String
        package let opening: Area
        package let additions: Area
        package let losses: Area
        package let closing: Area
        /// From 0 (nothing left) to 1 (complete), at the end of the year.
        package let condition: Cell
        package let obligation: Obligation?
        /// Why the opening is not last year's closing; empty where it is.
        package let restatement: String
        package let note: String
        package let place: Place

        package var key: Key { Key(site: site, type: type) }
    }

    /// What a row is about: a site and a type stand together once.
    package struct Key: Hashable, Sendable {
        package let site: String
        package let type: String
    }

    /// A figure in hectares with the cell it was typed in.
    package struct Area: Sendable {
        package let hectares: Double
        package let typed: Located<String>
    }

    /// Hectares that a permit requires to be restored.
    package struct Obligation: Sendable {
        package let hectares: Double
        package let due: Int
        /// Handed over so far.
        package let delivered: Double

        package var open: Double { max(0, hectares - delivered) }

        /// Whether something is open although the due year is over at the
        /// end of the reporting year.
        package func isLate(in year: Int) -> Bool { open > 0 && due <= year }
    }
}

extension AssetRegister {
    /// The sum of the sites for one ecosystem type, or over all types.
    package struct Total: Sendable, Equatable {
        package let opening: Double
        package let additions: Double
        package let losses: Double
        package let closing: Double
        /// Weighted by area; known only where every hectare has a condition.
        package let condition: Cell
        /// Σ closing × condition; a lower bound where a condition is missing.
        package let hectareEquivalents: Cell
    }

    /// Obligations of one ecosystem type that are due in one year.
    package struct Due: Sendable, Equatable {
        package let type: String
        package let due: Int
        package let obligation: Double
        package let delivered: Double
        package let open: Double
        package let isLate: Bool
    }

    /// A total for each type that has rows, in the order of the list.
    package func totals(_ types: EcosystemTypes) -> [(type: EcosystemType, total: Total)] {
        types.all.compactMap { type in
            let rows = rows.filter { $0.type == type.id }
            return rows.isEmpty ? nil : (type, Self.total(of: rows))
        }
    }

    /// The total over all types: hectares add up, whatever grows on them.
    package var total: Total { Self.total(of: rows) }

    private static func total(of rows: [Row]) -> Total {
        func sum(_ area: KeyPath<Row, Area>) -> Double {
            ExactSum.of(rows.map { $0[keyPath: area].hectares })
        }
        // An empty plot has no condition to ask for.
        let standing = rows.filter { $0.closing.hectares > 0 }
        let weighted = standing.map { row -> Cell in
            guard let quantity = row.condition.quantity else { return row.condition }
            return .known(quantity.scaled(by: row.closing.hectares))
        }
        let equivalents = standing.isEmpty ? Cell.none : Cell.sum(weighted)
        let weight = ExactSum.of(
            standing.filter { $0.condition.quantity != nil }.map(\.closing.hectares))
        var condition = equivalents
        if let quantity = equivalents.quantity {
            condition = quantity.bound == .exact && weight > 0
                ? .known(quantity.value / weight) : .missing(.stated)
        }
        return Total(
            opening: sum(\.opening), additions: sum(\.additions), losses: sum(\.losses),
            closing: sum(\.closing), condition: condition, hectareEquivalents: equivalents)
    }

    /// The obligations by type and due year, in the order of both.
    package func dues(_ types: EcosystemTypes, in year: Int) -> [Due] {
        types.all.flatMap { type -> [Due] in
            let held = rows.filter { $0.type == type.id }.compactMap(\.obligation)
            return Dictionary(grouping: held, by: \.due).sorted { $0.key < $1.key }
                .map { due, obligations in
                    Due(
                        type: type.id, due: due,
                        obligation: ExactSum.of(obligations.map(\.hectares)),
                        delivered: ExactSum.of(obligations.map(\.delivered)),
                        open: ExactSum.of(obligations.map(\.open)),
                        isLate: obligations.contains { $0.isLate(in: year) })
                }
        }
    }
}
