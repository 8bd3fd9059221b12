import Declarations

extension Units {
    /// How many declared units one `unit` of a product is: by its dimension,
    /// or from mass by the mass that the declaration states. Nil where it does
    /// not convert.
    func count(of declared: DeclaredUnit, per unit: String) -> Double? {
        if unit == declared.unit { return 1 / declared.quantity }
        if let factor = conversion(from: unit, to: declared.unit) {
            return factor / declared.quantity
        }
        guard let mass = declared.mass, mass > 0,
            let kilograms = conversion(from: unit, to: "kg")
        else { return nil }
        return kilograms / mass
    }
}
