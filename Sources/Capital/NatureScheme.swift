package import Source

/// A way to express nature in a unit of its own. Its constants are data, of
/// `nature-schemes.yaml`; amounts of two schemes are never converted or added.
package struct NatureScheme: Sendable {
    package enum Moment: String, CaseIterable, Sendable { case before, after }

    /// What the amount after a measure must reach.
    package enum Test: String, CaseIterable, Sendable {
        case none
        case afterReachesBefore = "after-reaches-before"
        case afterReachesRequired = "after-reaches-required"
    }

    /// Which direction is better for nature.
    package enum Better: String, CaseIterable, Sendable { case more, less }

    /// Whether a parcel must have an amount before, or may start from nothing.
    package enum Start: String, CaseIterable, Sendable { case required, none }

    package enum Status: String, CaseIterable, Sendable { case verified, unverified }

    package let id: String
    package let place: Place
    package let title: Translated
    package let unit: Translated
    /// The memo line of the account that carries the scheme; nil for none.
    package let line: String?
    package let quantityUnit: String
    package let decimals: Int
    /// For people; the arithmetic follows ``factors``.
    package let formula: Translated
    package let note: Translated?
    package let better: Better
    package let start: Start
    package let test: Test
    package let status: Status
    package let source: Located<String>
    package let factors: [Factor]

    /// A figure that the quantity is multiplied by.
    package struct Factor: Sendable {
        /// How the figure enters the product.
        package enum Form: Sendable {
            case times
            /// × (1 + figure)
            case plusOne
            /// × (1 − figure)
            case complement
            /// × base ^ figure, rounded half away from zero.
            case power(base: Double, decimals: Int)
        }

        /// The column of `nature.csv`.
        package let id: String
        package let title: Translated
        package let form: Form
        package let moments: Set<Moment>
        /// The only values, in the order of the file; empty where a range holds.
        package let allowed: [Double]
        package let range: ClosedRange<Double>
        /// What holds where the cell is empty; nil where it may not be.
        package let fallback: Double?
        /// Whether 'not possible' may stand for a figure.
        package let canBeImpossible: Bool
        package let status: Status
        package let source: Located<String>

        /// Above any number of years that a scheme reckons with.
        static let exponentLimit = 1000.0

        /// What the product is multiplied by.
        package func multiplier(_ value: Double) -> Double {
            switch form {
            case .times: return value
            case .plusOne: return 1 + value
            case .complement: return 1 - value
            case .power(let base, let decimals):
                var power = 1.0
                for _ in 0..<Int(min(max(value, 0), Self.exponentLimit)) { power *= base }
                var size = 1.0
                for _ in 0..<decimals { size *= 10 }
                return (power * size).rounded(.toNearestOrAwayFromZero) / size
            }
        }
    }

    /// The factors that a row of one moment has.
    package func factors(_ moment: Moment) -> [Factor] {
        factors.filter { $0.moments.contains(moment) }
    }

    /// Whether every figure of the scheme was read in its source.
    package var isVerified: Bool {
        status == .verified && factors.allSatisfy { $0.status == .verified }
    }

    /// The ids of sources that the scheme names.
    package var sources: [Located<String>] { [source] + factors.map(\.source) }
}
