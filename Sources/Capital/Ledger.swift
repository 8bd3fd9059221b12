package import Source

/// What one company booked for one year: its flows, its supplies and the
/// volumes of its products. Quantities are in the unit of their line.
package struct Ledger: Sendable {
    package let party: String
    package let year: Int
    package var flows: [Flow]
    package var supplies: [Supply]
    package var products: [Product]
    /// What this year changed against the one before.
    package var changes: [Change] = []

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
    /// The site or country as typed; empty where none is stated.
    package let place: String
    /// The country's ISO 3166-1 code; nil where nobody knows.
    package let country: String?
    /// The modules of EN 15804 that the figure covers, where it states them.
    package let modules: ModuleScope?
    package let method: Method
    package let isVerified: Bool
    /// Whether a gain goes beyond what a permit or contract requires.
    package let isAdditional: Bool
    /// The year in which a forecast is to be delivered.
    package let due: Int?
    package let evidence: String
    package let note: String

    /// Whether the row counts in the account. A loss counts once realised; a
    /// gain only when it is verified and additional as well (rule R13).
    package var counts: Bool { standing == .counts }

    package var standing: Standing {
        guard basis == .realised else { return .forecast }
        guard effect == .gain else { return .counts }
        guard isVerified else { return .unverified }
        return isAdditional ? .counts : .required
    }

    /// Why a row counts in the account or stands beside it.
    package enum Standing: String, CaseIterable, Sendable, Hashable {
        case counts
        case forecast
        /// Realised, and nobody verified it.
        case unverified
        /// Realised and verified, and required by permit or contract: it
        /// settles the loss that it belongs to (rule R9).
        case required
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
    /// The country where what is bought was made, where the row states it.
    package let country: String?
    /// Whose the transport is; nil where the row does not say.
    package let vehicle: Vehicle?
    package let note: String

    /// Who answers for the transport of a supply (rule R6): who controls the
    /// vehicle or, where the carrier does not report, who pays it.
    package enum Vehicle: String, CaseIterable, Sendable {
        case seller, buyer
        /// A carrier that reports itself.
        case carrier
    }

    /// Where what is bought was made: as the row says, else where all the
    /// supplier's sites lie.
    func region(homes: [String: String]) -> Region {
        Region(country: country ?? homes[counterparty.value])
    }

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
    /// Where its volume stands.
    package let place: Place
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
    /// The modules of its declaration that the account books; nil where the
    /// company measures instead.
    package let books: Located<String>?
}
