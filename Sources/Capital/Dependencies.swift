package import Source

extension Rule {
    package static let unknownDependency = Rule(
        "unknown-dependency",
        reason: "Dependencies are a closed list, so that companies can be read beside each "
            + "other.",
        example: "dependency 'water'",
        mend: "Use an id of dependencies.yaml.")
}

/// Something that companies of the chain draw on.
package struct DependencyType: Sendable {
    package let id: String
    package let title: Translated
    package let unit: String
    /// The ecosystem service of ENCORE it belongs to, by name; nil where the
    /// thing drawn on is no ecosystem service.
    package let service: String?
    /// The line of the account that states the same quantity.
    package let line: Located<String>?
    package let status: EcosystemType.Status
    /// Nil for an entry of this edition's own.
    package let source: Located<String>?
}

/// A row of a company's `dependencies.csv`. It never enters the account.
package struct Dependency: Sendable {
    /// How much the company leans on it, from very high to very low: the
    /// company's own judgement.
    package enum Rating: String, CaseIterable, Sendable {
        case veryHigh = "VH"
        case high = "H"
        case medium = "M"
        case low = "L"
        case veryLow = "VL"
    }

    /// Where the thing depended on is going.
    package enum Trend: String, CaseIterable, Sendable {
        case improving, stable, worsening, unknown
    }

    /// Id of a ``DependencyType``.
    package let id: Located<String>
    /// In the unit of its type.
    package let quantity: Cell
    package let rating: Rating
    package let trend: Trend
    package let mitigation: String
    package let note: String
}

extension DependencyType {
    /// The closed list of `dependencies.yaml`, in its order.
    package static func list(
        _ file: SourceFile, units: Units, _ findings: inout Findings
    ) -> [DependencyType] {
        guard let tree = YAMLTree(file.text, file: file.path, &findings) else { return [] }
        guard case .list(let items, _) = tree else {
            findings.add(.wrongForm, at: tree.place, "file is not a list of dependencies")
            return []
        }
        var seen: Set<String> = []
        return items.compactMap { item in
            guard var fields = Fields(item, &findings) else { return nil }
            let id = fields.text("id", &findings)
            let title = fields.translated("title", &findings)
            let unit = fields.text("unit", &findings)
            let service = fields.optionalText("encore", &findings)
            let line = fields.optionalText("line", &findings)
            let status: EcosystemType.Status? = fields.choice("status", &findings)
            let source = status == .chosen
                ? fields.optionalText("source", &findings) : fields.text("source", &findings)
            fields.finish(&findings)
            guard let id, let title, let unit, let status else { return nil }
            units.check(unit, &findings)
            if !seen.insert(id.value).inserted {
                findings.add(.wrongForm, at: id.place, "dependency '\(id.value)' stands twice")
            }
            return DependencyType(
                id: id.value, title: title, unit: unit.value, service: service?.value,
                line: line, status: status, source: source)
        }
    }
}

/// Reads a company's `dependencies.csv` for one year.
struct DependencyReader {
    let party: Party
    let types: [DependencyType]
    let cells: SupplementCells

    static let columns = ["dependency", "quantity", "unit", "rating", "trend"]
    static let optionalColumns = ["mitigation", "note"]

    func read(_ file: SourceFile, _ findings: inout Findings) -> [Dependency] {
        let table = CSVTable(
            file, dialect: party.dialect, required: Self.columns,
            optional: Self.optionalColumns, &findings)
        let rows = table.rows.compactMap { row($0, &findings) }
        var seen: Set<String> = []
        for row in rows where !seen.insert(row.id.value).inserted {
            findings.add(
                .duplicateID, at: row.id.place, "dependency '\(row.id.value)' stands twice")
        }
        return rows
    }

    private func row(_ row: CSVTable.Row, _ findings: inout Findings) -> Dependency? {
        let id = row["dependency"]
        let rating: Dependency.Rating? = cells.option(row["rating"], &findings)
        let trend: Dependency.Trend? = cells.option(row["trend"], or: .unknown, &findings)
        guard let type = types.first(where: { $0.id == id.value }) else {
            findings.add(
                .unknownDependency, at: id.place,
                "dependency '\(id.value)' does not exist"
                    + NearMiss.hint(for: id.value, among: types.map(\.id)))
            return nil
        }
        guard let quantity = quantity(row, of: type, &findings), let rating, let trend else {
            return nil
        }
        return Dependency(
            id: id, quantity: quantity, rating: rating, trend: trend,
            mitigation: row["mitigation"].value, note: row["note"].value)
    }

    /// A dependency can be rated although nobody measures it.
    private func quantity(
        _ row: CSVTable.Row, of type: DependencyType, _ findings: inout Findings
    ) -> Cell? {
        let cell = row["quantity"]
        return cells.state(cell) { cell in
            guard
                let conversion = cells.conversion(
                    row["unit"], to: type.unit, of: type.id, &findings),
                let number = cells.number(cell, &findings)
            else { return nil }
            return number * conversion
        }
    }
}
