package import struct Source.Place

/// How far each input may be off: what companies state, and the table for
/// where they state nothing.
package struct UncertaintyModel: Sendable {
    package let table: Uncertainty
    let qualityClasses: [Method: Int]
    /// The valuation set that each price belongs to.
    let sets: [Place: String]
    /// The factors of supplies from companies that report themselves: they
    /// are of the class of what a supplier states.
    let supplierFactors: Set<Place>
    /// Whether the spread of prices counts, or prices are taken as they are.
    let includesPrices: Bool

    package init(
        table: Uncertainty, qualityClasses: [Method: Int], sets: [ValuationSet],
        supplierFactors: Set<Place> = [], includesPrices: Bool = false
    ) {
        self.table = table
        self.qualityClasses = qualityClasses
        self.includesPrices = includesPrices
        self.supplierFactors = supplierFactors
        self.sets = Dictionary(
            sets.flatMap { set in set.factors.map { ($0.place, set.id) } },
            uniquingKeysWith: { first, _ in first })
    }

    private init(_ other: UncertaintyModel, includesPrices: Bool) {
        table = other.table
        qualityClasses = other.qualityClasses
        sets = other.sets
        supplierFactors = other.supplierFactors
        self.includesPrices = includesPrices
    }

    package var withPrices: UncertaintyModel { UncertaintyModel(self, includesPrices: true) }
    package var withoutPrices: UncertaintyModel { UncertaintyModel(self, includesPrices: false) }

    func sigma(of entry: Origin.Entry) -> Double {
        if let stated = entry.uncertainty { return Self.sigma(ofStated: stated) }
        return sigma(ofClass: entry.method.flatMap { qualityClasses[$0] } ?? table.unstatedFigure)
    }

    func sigma(of factor: Origin.Factor) -> Double {
        if let stated = factor.uncertainty { return Self.sigma(ofStated: stated) }
        let isSuppliers = supplierFactors.contains(factor.place)
        return sigma(
            ofClass: (isSuppliers ? qualityClasses[.supplierSpecific] : nil)
                ?? table.unstatedFactor)
    }

    /// Zero where the set states none, or prices are taken as they are.
    package func sigma(ofPricesOf set: String) -> Double {
        includesPrices ? table.prices[set]?.sigma ?? 0 : 0
    }

    private func sigma(ofClass grade: Int) -> Double { table.classes[grade]?.sigma ?? 0 }

    /// A stated ± u % is read as the 95 % interval from x/(1 + u/100) to
    /// x·(1 + u/100), in percent; a choice, since a symmetric interval would
    /// reach below zero for a large u.
    package static func sigma(ofStated percent: Double) -> Double {
        Elementary.log(1 + max(0, percent) / 100) / Uncertainty.deviations
    }
}

extension Accounts {
    /// The factors of what companies bought from others that report in the
    /// same year.
    package var supplierFactors: Set<Place> {
        let reporting = Set(ledgers.keys)
        return Set(
            ledgers.flatMap { key, ledger in
                ledger.supplies.compactMap { supply in
                    let supplier = Key(party: supply.counterparty.value, year: key.year)
                    return reporting.contains(supplier) ? supply.impact?.factor.place : nil
                }
            })
    }
}
