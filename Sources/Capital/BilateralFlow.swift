/// An amount that one reporting company books for another's activity.
package struct BilateralFlow: Sendable {
    package enum Kind: String, Sendable { case upstream, downstream }

    package let kind: Kind
    /// Who books the amount, and whose activity it is.
    package let booker: String
    package let doer: String
    package let indicator: String
    package let effect: Effect
    package let product: String
    package let unit: String
    /// What the buyer booked, and what the supplier says it sold.
    package let booked: Double
    package let confirmed: Double
    package let amount: Traced
    /// What the chain leaves out, because the doer's own statement holds it.
    package let eliminated: Double
    /// The amount by where it falls.
    package let regions: [Region: Double]

    /// What stays in the chain as "upstream, other".
    package var kept: Double { (amount.value ?? 0) - eliminated }
}
