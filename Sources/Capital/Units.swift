package import Source

extension Rule {
    package static let unknownUnit = Rule(
        "unknown-unit",
        reason: "A figure without a unit that is known cannot be converted or added.",
        example: "a flow of ghg-fuel in 'ton'",
        mend: "Use a unit of units.yaml; '/' makes a compound unit, such as kg CO2-eq/t.")

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
    private struct Entry { let dimension: String, factor: Double }
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
            entries[unit.value] = Entry(dimension: dimension.value, factor: factor.value)
        }
    }

    /// The number of `target` units in one `unit`; nil when they have
    /// different dimensions or one is unknown. Compound units are written
    /// with one `/`.
    package func conversion(from unit: String, to target: String) -> Double? {
        guard unit != target else { return isKnown(unit) ? 1 : nil }
        let from = parts(unit), to = parts(target)
        guard from.count == to.count else { return nil }
        var factor = 1.0
        for (index, (a, b)) in zip(from, to).enumerated() {
            guard let a = entries[a], let b = entries[b], a.dimension == b.dimension else {
                return nil
            }
            factor = index == 0 ? factor * (a.factor / b.factor) : factor / (a.factor / b.factor)
        }
        return factor
    }

    package func isKnown(_ unit: String) -> Bool {
        let parts = parts(unit)
        return !parts.isEmpty && parts.allSatisfy { entries[$0] != nil }
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

    /// A unit that stands in the list is one unit, also with a `/` in it.
    private func parts(_ unit: String) -> [String] {
        if entries[unit] != nil { return [unit] }
        return unit.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    }
}
