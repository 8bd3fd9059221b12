package import Source

/// A building or civil work of a company, from `works.csv`: the products in
/// it, and over which years and floor area its score is spread.
package struct Work: Sendable {
    package let name: Located<String>
    /// In square metres; nil for a work without floors.
    package let floorArea: Double?
    /// The reference period in years.
    package let period: Double?
    package var items: [Item]

    /// What a product's data rest on, by the Dutch method. Unverified generic
    /// data (3) carry a surcharge, 3a does not.
    package enum DataCategory: String, CaseIterable, Sendable {
        case one = "1", two = "2", three = "3", threeA = "3a"

        /// Source of the surcharge: the handbook on the MPG of TeachBooks.
        package var surcharge: Double { self == .three ? 1.3 : 1 }
    }

    /// A product in the work.
    package struct Item: Sendable {
        package let name: Located<String>
        package let quantity: Located<Double>
        package let quantityTyped: String
        package let unit: Located<String>
        package let basis: Basis
        /// The product's own life in years; nil where it lasts as long as the
        /// work.
        package let life: Double?
        package let category: Located<DataCategory>
        package let note: String
    }

    /// Where an item's score comes from.
    package enum Basis: Sendable {
        /// A declaration of the company's `epd` folder.
        case declaration(Located<String>, followsMethod: Bool, scenario: String?)
        /// An MKI that someone published, per unit, by one set of weights.
        case stated(Located<Double>, set: Located<String>, source: String)
    }
}
