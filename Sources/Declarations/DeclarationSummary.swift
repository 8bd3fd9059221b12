import Source

/// What was read of a declaration, as lines for who imports it.
package struct DeclarationSummary {
    private let declaration: Declaration
    /// The stem of its file.
    private let stem: String

    package init(_ declaration: Declaration, stem: String) {
        self.declaration = declaration
        self.stem = stem
    }

    package var lines: [String] {
        var lines = [
            "product        \(declaration.name(in: ["nl", "en"]))",
            "declaration    \(identity)",
            "declared unit  \(unit)",
        ]
        if let year = declaration.validUntil { lines.append("valid until    \(year)") }
        for standard in Standard.allCases where declaration.standards.contains(standard) {
            lines += self.lines(of: standard)
        }
        lines.append("kept apart     \(apart)")
        lines.append("products.csv   \(row)")
        return lines
    }

    private var identity: String {
        let parts = [
            declaration.registration ?? declaration.id.value, declaration.owner,
            declaration.programme, declaration.form.rawValue,
        ]
        return parts.compactMap(\.self).joined(separator: "; ")
    }

    private var unit: String {
        let unit = declaration.unit
        let mass = unit.mass.map { unit.unit == "kg" ? "" : ", \(ShortNumber.text($0)) kg" } ?? ""
        return "\(ShortNumber.text(unit.quantity)) \(unit.unit)\(mass)"
    }

    private func lines(of standard: Standard) -> [String] {
        let declared = declaration.stages(of: standard).map(\.description)
        let completeness = Completeness(of: declaration, by: standard)
        var lines = [
            "results        \(standard.rawValue), modules \(declared.joined(separator: ", "))"
        ]
        guard !completeness.isComplete else {
            lines.append(
                "for an MKI     every category of \(standard.short) is there; the data must also "
                    + "follow the Bepalingsmethode")
            return lines
        }
        let gaps = completeness.gaps.map { gap in
            gap.stages == completeness.stages
                ? gap.category
                : "\(gap.category) (\(gap.stages.map(\.description).joined(separator: ", ")))"
        }
        lines.append("for an MKI     missing: \(gaps.joined(separator: ", "))")
        return lines
    }

    private var apart: String {
        var parts: [String] = []
        if !declaration.inventory.isEmpty {
            parts.append("\(declaration.inventory.count) indicators of resources and waste")
        }
        parts += declaration.others.map { other in
            other.method.map { "\(other.name) (\($0))" } ?? other.name
        }
        return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
    }

    /// The row to add, with the volume left for the company to fill in.
    private var row: String {
        let name = declaration.name(in: ["nl", "en"])
        let cell = name.contains { ",;\"\n".contains($0) }
            ? "\"\(name.replacing("\"", with: "\"\""))\"" : name
        return "product,volume,unit,epd: \(cell),VOLUME,\(declaration.unit.unit),\(stem)"
    }
}
