package import Source

/// What one company booked for one year: its flows, its supplies and the
/// volumes of its products. Quantities are in the unit of their line.
package struct Ledger: Sendable {
    package let party: String
    package let year: Int
    package var flows: [Flow]
    package var supplies: [Supply]
    package var products: [Product]

    package init(
        party: String, year: Int,
        flows: [Flow] = [], supplies: [Supply] = [], products: [Product] = []
    ) {
        self.party = party
        self.year = year
        self.flows = flows
        self.supplies = supplies
        self.products = products
    }
}

/// A row of `flows.csv`: an impact of the company's own activity, or one
/// before or after it that no supply carries.
package struct Flow: Sendable {
    package enum Position: String, CaseIterable, Sendable { case own, upstream, downstream }
    package enum Basis: String, CaseIterable, Sendable { case realised, forecast }

    package let id: Located<String>
    package let indicator: String
    /// In the unit of the indicator, never negative.
    package let quantity: Traced
    package let position: Position
    package let counterparty: String?
    package let effect: Effect
    package let basis: Basis
    package let measure: String
    package let place: String
    package let method: Method
    package let isVerified: Bool
    package let evidence: String
    package let note: String

    /// Whether the row counts in the account. A loss counts once realised; a
    /// gain only when it is verified as well (rule R13).
    package var counts: Bool {
        basis == .realised && (effect != .gain || isVerified)
    }
}

/// How a figure came about. The edition gives each a quality class.
package enum Method: String, CaseIterable, Sendable {
    case measured, calculated
    case supplierSpecific = "supplier-specific"
    case generic, estimated
}

/// A row of `supplies.csv`: a delivery between two companies and, for what
/// is bought, the impact per unit that the buyer reckons with.
package struct Supply: Sendable {
    package enum Direction: String, CaseIterable, Sendable { case sold, bought }

    package let id: Located<String>
    package let direction: Direction
    package let counterparty: Located<String>
    package let product: String
    package let quantity: Double
    package let unit: String
    /// Absent for a row that states the quantity only.
    package let impact: Impact?
    package let note: String

    package struct Impact: Sendable {
        package let indicator: String
        package let factor: Origin.Factor
        /// Quantity × factor in the unit of the indicator.
        package let amount: Traced
    }
}

/// A row of `products.csv`: what the company made in the year.
package struct Product: Sendable {
    package let name: String
    package let volume: Double
    package let unit: String
    /// The file of its declaration in the company's folder `epd`, without its
    /// ending; nil where none is named.
    package let declaration: Located<String>?
    /// Whether the company states that the declaration follows the Dutch
    /// method (Bepalingsmethode); only then a score can be an MKI.
    package let followsMethod: Bool
    /// How the product is taken to end, where the declaration has more than
    /// one scenario.
    package let scenario: String?
}
