package import Source

extension Rule {
    package static let unknownUnit = Rule(
        "unknown-unit",
        reason: "A figure without a unit that is known cannot be converted or added.",
        example: "a flow of ghg-fuel in 'ton'",
        mend: "Use a unit of units.yaml; '·' and one '/' make a compound unit, such as "
            + "kg CO2-eq/t·km.")

    package static let unitMismatch = Rule(
        "unit-mismatch",
        reason: "A figure converts only within its dimension: kilograms of nitrogen oxides are "
            + "not tonnes of CO2-eq.",
        example: "a flow of ghg-fuel in 't NOx'",
        mend: "Book the figure on the line of its dimension, or in a unit of this line's.")
}

/// The units of `units.yaml`: one list, each unit with its dimension and its
/// size in the base unit of that dimension.
package struct Units: Sendable {
    private struct Entry { let dimension: String, factor: Double, name: Translated? }
    private var entries: [String: Entry] = [:]

    package init() {}

    package init(_ file: SourceFile, _ findings: inout Findings) {
        guard let tree = YAMLTree(file.text, file: file.path, &findings) else { return }
        guard case .list(let items, _) = tree else {
            findings.add(.wrongForm, at: tree.place, "file is not a list of units")
            return
        }
        for item in items {
            guard var fields = Fields(item, &findings) else { continue }
            let unit = fields.text("unit", &findings)
            let dimension = fields.text("dimension", &findings)
            let factor = fields.number("factor", &findings)
            let name = fields.optionalTranslated("name", &findings)
            fields.finish(&findings)
            guard let unit, let dimension, let factor else { continue }
            if entries[unit.value] != nil {
                findings.add(.wrongForm, at: unit.place, "unit '\(unit.value)' stands twice")
            }
            if !(factor.value > 0) {
                findings.add(
                    .wrongForm, at: factor.place,
                    "factor of '\(unit.value)' is not greater than zero")
            }
            entries[unit.value] = Entry(
                dimension: dimension.value, factor: factor.value, name: name)
        }
    }

    /// The number of `target` units in one `unit`; nil when they have
    /// different dimensions or one is unknown.
    ///
    /// Compound units are written as products with `·` and with one `/`:
    /// `kg CO2-eq/t·km`. What stands behind the `/` is divided by as a whole.
    package func conversion(from unit: String, to target: String) -> Double? {
        if let from = entries[unit], let to = entries[target] {
            return from.dimension == to.dimension ? from.factor / to.factor : nil
        }
        guard let from = size(unit), let to = size(target), from.dimensions == to.dimensions
        else { return nil }
        return unit == target ? 1 : from.numerator / to.numerator * (to.divisor / from.divisor)
    }

    package func isKnown(_ unit: String) -> Bool { entries[unit] != nil || size(unit) != nil }

    /// How large a unit is, and of which dimensions to which powers.
    private struct Size {
        var numerator = 1.0, divisor = 1.0
        var dimensions: [String: Int] = [:]
    }

    private func size(_ unit: String) -> Size? {
        var size = Size()
        if let entry = entries[unit] {
            size.numerator = entry.factor
            size.dimensions = [entry.dimension: 1]
            return size
        }
        let sides = unit.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard sides.count <= 2 else { return nil }
        for (index, side) in sides.enumerated() {
            guard let factors = factors(of: side) else { return nil }
            for entry in factors {
                if index == 0 {
                    size.numerator *= entry.factor
                } else {
                    size.divisor *= entry.factor
                }
                size.dimensions[entry.dimension, default: 0] += index == 0 ? 1 : -1
            }
        }
        size.dimensions = size.dimensions.filter { $0.value != 0 }
        return size
    }

    /// The units that a product names: of several neighbours that stand in the
    /// list as one unit, such as m2·yr, that one.
    private func factors(of product: String) -> [Entry]? {
        let names = product.split(separator: "·", omittingEmptySubsequences: false)
        var found: [Entry] = []
        var start = 0
        while start < names.count {
            guard
                let end = (start + 1...names.count).reversed().first(where: {
                    entries[names[start..<$0].joined(separator: "·")] != nil
                }), let entry = entries[names[start..<end].joined(separator: "·")]
            else { return nil }
            found.append(entry)
            start = end
        }
        return found
    }

    /// What a reader is shown for a unit: its name in the language where it has
    /// one, else the unit as ledgers write it.
    package func name(of unit: String) -> Translated {
        entries[unit]?.name ?? Translated(nl: unit, en: unit)
    }

    /// Finds a unit that is unknown; true when it is known.
    @discardableResult
    package func check(_ unit: Located<String>, _ findings: inout Findings) -> Bool {
        guard !isKnown(unit.value) else { return true }
        findings.add(
            .unknownUnit, at: unit.place,
            "unit '\(unit.value)' is not known" + NearMiss.hint(for: unit.value, among: names))
        return false
    }

    /// Units of the same dimension, for a hint.
    package func names(like unit: String) -> [String] {
        guard let entry = entries[unit] else { return [] }
        return entries.filter { $0.value.dimension == entry.dimension }.keys.sorted()
    }

    private var names: [String] { entries.keys.sorted() }
}
