package import Source

extension Rule {
    package static let workRow = Rule(
        "work-row",
        reason: "A row of works.csv states one product with one score: from a declaration, or as "
            + "someone published it, with its set of weights and its source.",
        example: "a row with both 'epd' and 'mki', or with 'mki' and no 'mki-source'",
        mend: "Fill 'epd', or 'mki' with 'set' and 'mki-source'; write floor area and period once "
            + "for each work, or the same on each of its rows.")
}

/// Reads `works.csv`. Its columns:
///
/// - `work`: name of the work; rows of one name make one work;
/// - `floor-area` (m2) and `period` (years): on one row of the work, or the
///   same on each; both are needed for an MPG;
/// - `item`, `quantity`, `unit`: a product in it and how much of it;
/// - `category`: 1, 2, 3 or 3a, the category of its data;
/// - `epd`: name of a file in the company's folder `epd`; `nmd` (yes, no)
///   says whether it follows the Dutch method, `scenario` chooses how the
///   product ends;
/// - or `mki`: EUR per unit as published, `set`: the set of weights it was
///   made with, and `mki-source`: by whom and where;
/// - `product-life` (years): where the product is replaced during the period.
package struct WorksReader: Sendable {
    let dialect: CSVDialect
    /// Ids of the sets of weights.
    let sets: [String]
    let units: Units
    private var findings = Findings()

    package static let columns = [
        "work", "floor-area", "period", "item", "quantity", "unit", "category",
    ]
    package static let optionalColumns = [
        "epd", "nmd", "scenario", "mki", "set", "mki-source", "product-life", "note",
    ]

    package init(party: Party, sets: [String], units: Units) {
        dialect = party.dialect
        self.sets = sets
        self.units = units
    }

    /// The works in the order in which they first stand.
    package mutating func read(_ file: SourceFile) -> ([Work], Findings) {
        let rows = CSVTable(
            file, dialect: dialect, required: Self.columns, optional: Self.optionalColumns,
            &findings
        ).rows
        var order: [String] = []
        var byWork: [String: [CSVTable.Row]] = [:]
        for row in rows {
            let name = row["work"].value
            if byWork[name] == nil { order.append(name) }
            byWork[name, default: []].append(row)
        }
        let works = order.compactMap { byWork[$0].flatMap { work(of: $0) } }
        return (works, findings)
    }

    private mutating func work(of rows: [CSVTable.Row]) -> Work? {
        guard let first = rows.first else { return nil }
        if first["work"].value.isEmpty { add(first["work"], "name of the work is empty") }
        let area = shared("floor-area", rows)
        let period = shared("period", rows)
        return Work(
            name: first["work"], floorArea: area, period: period,
            items: rows.compactMap { item($0) })
    }

    /// A figure of the whole work: on one row, or the same on all that have it.
    private mutating func shared(_ column: String, _ rows: [CSVTable.Row]) -> Double? {
        var value: Double?
        for row in rows where !row[column].value.isEmpty {
            guard let next = number(row[column]) else { continue }
            if next <= 0 { add(row[column], "\(column) is not greater than zero") }
            if let value, value != next {
                add(row[column], "\(column) '\(row[column].value)' is not that of the work's "
                    + "other rows")
            }
            value = value ?? next
        }
        return value.flatMap { $0 > 0 ? $0 : nil }
    }

    private mutating func item(_ row: CSVTable.Row) -> Work.Item? {
        guard let quantity = number(row["quantity"]), quantity >= 0 else {
            if let value = number(row["quantity"], isSilent: true), value < 0 {
                add(row["quantity"], "quantity \(row["quantity"].value) is below zero")
            }
            return nil
        }
        guard let category: Work.DataCategory = option(row["category"]),
            let basis = basis(row)
        else { return nil }
        var life: Double?
        if !row["product-life"].value.isEmpty {
            guard let years = number(row["product-life"]) else { return nil }
            if years <= 0 { add(row["product-life"], "product-life is not greater than zero") }
            life = years > 0 ? years : nil
        }
        return Work.Item(
            name: row["item"], quantity: Located(quantity, at: row["quantity"].place),
            quantityTyped: row["quantity"].value, unit: row["unit"], basis: basis, life: life,
            category: Located(category, at: row["category"].place), note: row["note"].value)
    }

    private mutating func basis(_ row: CSVTable.Row) -> Work.Basis? {
        let epd = row["epd"], mki = row["mki"]
        guard epd.value.isEmpty != mki.value.isEmpty else {
            add(epd.value.isEmpty ? row["item"] : epd,
                "item '\(row["item"].value)' has \(epd.value.isEmpty ? "neither" : "both") 'epd' "
                    + (epd.value.isEmpty ? "nor" : "and") + " 'mki'")
            return nil
        }
        if mki.value.isEmpty {
            let follows: Answer? = row["nmd"].value.isEmpty ? .no : option(row["nmd"])
            let scenario = row["scenario"].value
            return follows.map {
                .declaration(
                    epd, followsMethod: $0 == .yes, scenario: scenario.isEmpty ? nil : scenario)
            }
        }
        guard let value = number(mki) else { return nil }
        guard sets.contains(row["set"].value) else {
            let hint = NearMiss.hint(for: row["set"].value, among: sets)
            add(row["set"], "set '\(row["set"].value)' of a stated MKI does not exist" + hint)
            return nil
        }
        guard !row["mki-source"].value.isEmpty else {
            add(mki, "MKI of '\(row["item"].value)' has no source in the column 'mki-source'")
            return nil
        }
        return .stated(
            Located(value, at: mki.place), set: row["set"], source: row["mki-source"].value)
    }

    private mutating func number(_ cell: Located<String>, isSilent: Bool = false) -> Double? {
        let mark = dialect.decimalMark
        guard let value = StrictNumber.scan(cell.value, decimalMark: mark),
            abs(value) <= LedgerReader.numberLimit
        else {
            if !isSilent {
                findings.add(
                    .notANumber, at: cell.place,
                    "'\(cell.value)' is not a number"
                        + StrictNumber.hint(for: cell.value, decimalMark: mark))
            }
            return nil
        }
        return value
    }

    private mutating func option<Choice>(
        _ cell: Located<String>
    ) -> Choice? where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        if let choice = Choice(rawValue: cell.value) { return choice }
        let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        findings.add(
            .unknownOption, at: cell.place,
            "'\(cell.value)' is not an option here; write one of \(words)")
        return nil
    }

    private mutating func add(_ cell: Located<String>, _ message: String) {
        findings.add(.workRow, at: cell.place, message)
    }
}
