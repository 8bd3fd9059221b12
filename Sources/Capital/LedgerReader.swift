package import Source

extension Rule {
    package static let notANumber = Rule(
        "not-a-number",
        reason: "A quantity is read strictly, so that no part of it is lost: '0,1' read as 0 "
            + "would be a figure that silently vanished.",
        example: "1.234,5",
        mend: "Write digits with the declared decimal mark and no grouping; '-' for nil by "
            + "nature, '.' for missing, 'n.v.t.' for not applicable, '*' after a provisional "
            + "figure.")

    package static let negativeQuantity = Rule(
        "negative-quantity",
        reason: "Losses and gains are booked apart and each as a positive figure; a minus sign "
            + "would net them out of sight.",
        example: "-12 on a loss",
        mend: "Book the figure without the sign, with effect 'gain' or 'loss'.")

    package static let unknownOption = Rule(
        "unknown-option",
        reason: "The cell takes one of a few words; another word would be a choice that nobody "
            + "reads.",
        example: "position 'upstraem'",
        mend: "Use one of the words that the message names.")

    package static let unknownParty = Rule(
        "unknown-party",
        reason: "A counterparty that does not exist cannot be reconciled with.",
        example: "a supply bought from 'zandwining'",
        mend: "Use the id of a company's folder; leave the cell empty for a supplier outside "
            + "the chain.")

    package static let reasonMissing = Rule(
        "reason-missing",
        reason: "A line that does not apply needs a reason that a reader can judge.",
        example: "quantity 'n.v.t.' with an empty note",
        mend: "Write the reason in the column 'note'; in changes.csv the column is 'reason'.")

    package static let mustLine = Rule(
        "must-line", .warning,
        reason: "The guide says which lines a chain link must report; a line that is left out "
            + "without a reason prints as missing, and readers will ask why.",
        example: "a cement maker without a row of ghg-process",
        mend: "Book the figure; or '-' where there is nothing to measure, 'n.v.t.' where it does "
            + "not apply, '.' where it is missing, with the reason in the column 'note'.")

    package static let wrongEffect = Rule(
        "wrong-effect",
        reason: "The guide page says which sides of the account a line has.",
        example: "a gain on ghg-fuel",
        mend: "Book the flow on a line that has this side; a memo line takes an empty effect.")

    package static let wrongPosition = Rule(
        "wrong-position",
        reason: "Some lines follow the land or the site and take own activity only; a subtotal "
            + "takes no rows; what is bought from a reporting company stands in supplies.csv, "
            + "where both sides can be compared.",
        example: "land-restored with position 'upstream'",
        mend: "Book the row where the message says.")

    package static let duplicateID = Rule(
        "duplicate-id",
        reason: "An id names one row, so that a trace or an annex can point at it.",
        example: "two flows 'f-1'",
        mend: "Give each row an id of its own.")
}

/// Reads a company's CSV files for one year.
package struct LedgerReader: Sendable {
    let indicators: Indicators
    let units: Units
    /// Every company of the data set.
    let parties: Set<String>
    let party: Party
    let year: Int
    var findings = Findings()

    package init(
        party: Party, year: Int, parties: Set<String>, indicators: Indicators, units: Units
    ) {
        self.party = party
        self.year = year
        self.parties = parties
        self.indicators = indicators
        self.units = units
    }

    package static let flowColumns = [
        "flow", "indicator", "quantity", "unit", "position", "counterparty", "effect", "basis",
    ]
    package static let optionalFlowColumns = [
        "measure", "place", "module", "method", "uncertainty", "verified", "evidence", "note",
        "additional", "due", "factor", "factor-unit", "factor-source",
    ]
    package static let supplyColumns = [
        "supply", "direction", "counterparty", "product", "quantity", "unit",
    ]
    package static let optionalSupplyColumns = [
        "vehicle", "indicator", "factor", "factor-unit", "factor-source", "note", "place",
        "uncertainty",
    ]
    package static let productColumns = ["product", "volume", "unit"]
    package static let optionalProductColumns = ["books", "epd", "nmd", "scenario"]

    /// Reads the files that exist; `reporting` says which companies report in
    /// this year.
    package mutating func read(
        flows: SourceFile?, supplies: SourceFile?, products: SourceFile?,
        changes: SourceFile? = nil, reporting: Set<String>
    ) -> (Ledger, Findings) {
        var ledger = Ledger(party: party.id, year: year)
        if let flows {
            ledger.flows = rows(flows, Self.flowColumns, Self.optionalFlowColumns)
                .compactMap { flow($0, reporting: reporting) }
        }
        if let supplies {
            ledger.supplies = rows(supplies, Self.supplyColumns, Self.optionalSupplyColumns)
                .compactMap { supply($0) }
        }
        if let products {
            ledger.products = rows(products, Self.productColumns, Self.optionalProductColumns)
                .compactMap { product($0) }
        }
        if let changes { ledger.changes = self.changes(changes) }
        checkFlows(ledger.flows)
        if let flows, !findings.hasErrors { checkMustLines(of: ledger, in: flows) }
        checkSupplies(ledger.supplies)
        return (ledger, findings)
    }

    /// What the company's chain links must report is booked, or left out for a
    /// reason that a reader can judge.
    private mutating func checkMustLines(of ledger: Ledger, in file: SourceFile) {
        let links = Set(party.chainLinks.map(\.value))
        let bought = Set(ledger.supplies.compactMap { $0.impact?.indicator })
        guard !links.isEmpty else { return }
        let flows = ledger.flows
        let rowsByLine = Dictionary(grouping: flows.indices) { flows[$0].indicator }
        for indicator in indicators.all {
            let owing = indicator.mustReport.filter { links.contains($0.value) }.map(\.value)
            let rows = (rowsByLine[indicator.id] ?? []).map { flows[$0] }
            guard !owing.isEmpty, !bought.contains(indicator.id) || !rows.isEmpty else { continue }
            // Own activity is what the company answers for, where it books any.
            let own = rows.filter { $0.position == .own }
            let isBooked = (own.isEmpty ? rows : own).contains { row in
                row.quantity.cell != .missing(.stated) || !row.note.isEmpty
            }
            guard !isBooked else { continue }
            findings.add(
                .mustLine, at: Place(file: file.path),
                "line '\(indicator.id)' must be reported by \(owing.joined(separator: ", ")) and "
                    + (rows.isEmpty ? "has no row" : "is missing without a reason"))
        }
    }

    private mutating func rows(
        _ file: SourceFile, _ required: [String], _ optional: [String]
    ) -> [CSVTable.Row] {
        CSVTable(
            file, dialect: party.dialect, required: required, optional: optional, &findings
        ).rows
    }

    /// A supply may stand once on each line that it bears on.
    private mutating func checkSupplies(_ supplies: [Supply]) {
        var seen: Set<[String]> = []
        for supply in supplies {
            let line = supply.impact?.indicator ?? ""
            let key = [supply.id.value, supply.direction.rawValue, line]
            guard !seen.insert(key).inserted else { continue }
            findings.add(
                .duplicateID, at: supply.id.place,
                "supply '\(supply.id.value)' stands twice"
                    + (line.isEmpty ? "" : " on '\(line)'"))
        }
    }

    private mutating func product(_ row: CSVTable.Row) -> Product? {
        let unit = row["unit"]
        units.check(unit, &findings)
        let follows: Answer? = option(row["nmd"], or: .no)
        guard let volume = number(row["volume"]) else { return nil }
        let scenario = row["scenario"].value
        return Product(
            name: row["product"].value, place: row["volume"].place, volume: volume,
            unit: unit.value,
            declaration: row["epd"].value.isEmpty ? nil : row["epd"],
            followsMethod: follows == .yes, scenario: scenario.isEmpty ? nil : scenario,
            books: row["books"].value.isEmpty ? nil : row["books"])
    }

    /// More than any figure of the chain in any unit; beyond it sums and
    /// amounts of money could overflow.
    package static let numberLimit = 1e15

    /// A figure of zero or more; nil, with a finding, for anything else.
    mutating func number(_ cell: Located<String>) -> Double? {
        guard let value = StrictNumber.scan(cell.value, decimalMark: party.dialect.decimalMark)
        else {
            let hint = StrictNumber.hint(for: cell.value, decimalMark: party.dialect.decimalMark)
            findings.add(.notANumber, at: cell.place, "'\(cell.value)' is not a number" + hint)
            return nil
        }
        guard value <= Self.numberLimit else {
            findings.add(
                .notANumber, at: cell.place,
                "'\(cell.value)' is above 1e15; check the unit")
            return nil
        }
        guard value >= 0 else {
            findings.add(
                .negativeQuantity, at: cell.place, "quantity \(cell.value) is below zero")
            return nil
        }
        return value
    }

    /// A word of a closed list; the fallback where the cell is empty.
    mutating func option<Choice>(
        _ cell: Located<String>, or fallback: Choice?
    ) -> Choice? where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        if cell.value.isEmpty, let fallback { return fallback }
        if let choice = Choice(rawValue: cell.value) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        let hint = NearMiss.best(for: cell.value, among: words)
            .map { "; did you mean '\($0)'?" } ?? "; write one of \(words.joined(separator: ", "))"
        findings.add(.unknownOption, at: cell.place, "'\(cell.value)' is not an option here" + hint)
        return nil
    }

    mutating func counterparty(_ cell: Located<String>) -> String? {
        guard !cell.value.isEmpty else { return nil }
        guard parties.contains(cell.value), cell.value != party.id else {
            let problem = cell.value == party.id
                ? "company '\(cell.value)' is its own counterparty"
                : "company '\(cell.value)' does not exist"
            findings.add(
                .unknownParty, at: cell.place,
                problem + NearMiss.hint(for: cell.value, among: parties.subtracting([party.id])))
            return nil
        }
        return cell.value
    }
}
