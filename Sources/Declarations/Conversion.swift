/// The number by which a result is multiplied to come into the unit of its
/// category, and what it rests on.
package struct Conversion: Sendable, Equatable {
    package let factor: Double
    /// The unit of the category.
    package let unit: String
    /// Why the factor holds; nil for a mere prefix, such as grams to
    /// kilograms.
    package let basis: Basis?

    package enum Basis: Sendable, Equatable {
        /// One mole of phosphate holds one mole of phosphorus: 30.974 / 94.971
        /// grams per mole, rounded to four digits.
        case phosphorusInPhosphate
        /// The Dutch weights of A1 count fossil depletion in antimony.
        case antimonyPerMegajoule

        /// Source id of `guide/sources.yaml`; nil where it follows from molar
        /// masses.
        package var source: String? { self == .antimonyPerMegajoule ? "nl-mpg-calc" : nil }
    }

    /// Nil where no published factor exists: then the result is refused.
    init?(from typed: ImpactUnit, to category: ImpactCategory) {
        unit = category.unit
        if typed.unit == category.unit {
            factor = typed.factor
            basis = nil
        } else if category.standard == .a2, category.id == "EP-freshwater",
            typed.unit == "kg PO4-eq"
        {
            factor = typed.factor * 0.3261
            basis = .phosphorusInPhosphate
        } else if category.standard == .a1, category.id == "ADPF", typed.unit == "MJ" {
            factor = typed.factor * 4.81e-4
            basis = .antimonyPerMegajoule
        } else if category.id == "WDP", typed.unit == "m3" {
            factor = typed.factor
            basis = nil
        } else {
            return nil
        }
    }

    /// The units that results of a category may have, for a message.
    static func accepted(by category: ImpactCategory) -> String {
        switch (category.standard, category.id) {
        case (.a2, "EP-freshwater"): "\(category.unit) or kg PO4-eq"
        case (.a1, "ADPF"): "\(category.unit) or MJ"
        default: category.unit
        }
    }
}
