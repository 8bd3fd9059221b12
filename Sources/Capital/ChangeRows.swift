package import Source

extension Rule {
    package static let restatementFigure = Rule(
        "restatement-figure",
        reason: "A restatement shows three figures apart: what was published first, what it is "
            + "now, and this year's. Without the first, or with the first equal to the second, "
            + "nothing is restated; a break has no such figure, because nothing is compared.",
        example: "treatment 'restated' with an empty 'as-reported'",
        mend: "Write in 'as-reported' the total that the earlier year published first, line by "
            + "line; correct the earlier year's ledger; leave the cell empty for a break.")

    package static let noPriorYear = Rule(
        "no-prior-year",
        reason: "What changed against an earlier year needs that year beside it.",
        example: "changes.csv in the first year of a company",
        mend: "Remove the file, or add the folder of the earlier year.")
}

extension LedgerReader {
    package static let changeColumns = [
        "indicator", "effect", "trigger", "treatment", "as-reported", "unit", "reason",
    ]

    /// Reads `changes.csv`.
    mutating func changes(_ file: SourceFile) -> [Change] {
        let table = CSVTable(
            file, dialect: party.dialect, required: Self.changeColumns, &findings)
        let changes = table.rows.compactMap { change($0) }
        var seen: Set<[String]> = []
        for change in changes {
            let name = change.indicator ?? "*"
            let isRestated = change.treatment == .restated
            let key = [
                name, change.effect?.rawValue ?? "", isRestated ? "" : change.trigger.rawValue,
                change.treatment.rawValue,
            ]
            guard !seen.insert(key).inserted else { continue }
            findings.add(
                .duplicateID, at: change.place,
                "line '\(name)' is \(isRestated ? "restated" : "broken") twice")
        }
        return changes
    }

    private mutating func change(_ row: CSVTable.Row) -> Change? {
        let trigger: Change.Trigger? = option(row["trigger"], or: nil)
        let treatment: Change.Treatment? = option(row["treatment"], or: nil)
        if row["reason"].value.isEmpty {
            findings.add(
                .reasonMissing, at: row["reason"].place,
                "change of '\(row["indicator"].value)' gives no reason in the column 'reason'")
        }
        let isEvery = row["indicator"].value == "*"
        let indicator = isEvery ? nil : indicators.check(row["indicator"], &findings)
        guard let trigger, let treatment, isEvery || indicator != nil else { return nil }
        var effect: Effect?
        var figure: Cell?
        switch treatment {
        case .restated:
            guard let indicator = restatable(indicator, row),
                let side = self.effect(row["effect"], of: indicator),
                let read = asReported(row, of: indicator)
            else { return nil }
            effect = side
            figure = read
        case .broken:
            guard isPlainBreak(row) else { return nil }
        }
        return Change(
            indicator: indicator?.id, effect: effect, trigger: trigger, treatment: treatment,
            asReported: figure, reason: row["reason"].value, place: row["indicator"].place)
    }

    /// The line of a restated figure: one on which rows are booked.
    private mutating func restatable(
        _ indicator: Indicator?, _ row: CSVTable.Row
    ) -> Indicator? {
        if let indicator, indicator.kind != .subtotal, indicator.kind != .ratio { return indicator }
        let name = indicator.map { "'\($0.id)' follows from other lines" }
            ?? "'*' stands for every line"
        findings.add(
            .restatementFigure, at: row["indicator"].place,
            "\(name); a restatement names a line on which rows are booked")
        return nil
    }

    private mutating func asReported(_ row: CSVTable.Row, of indicator: Indicator) -> Cell? {
        let cell = row["as-reported"]
        switch cell.value.lowercased() {
        case "":
            findings.add(
                .restatementFigure, at: cell.place,
                "as-reported of '\(indicator.id)' is empty; write what was first published")
            return nil
        case "-", "–": return Cell.none
        case ".": return .missing(.stated)
        case "n.v.t.", "n/a": return .notApplicable
        default: break
        }
        guard let conversion = conversion(of: row["unit"], to: indicator),
            let value = number(cell)
        else { return nil }
        return .known(value * conversion)
    }

    private mutating func isPlainBreak(_ row: CSVTable.Row) -> Bool {
        for column in ["as-reported", "unit"] where !row[column].value.isEmpty {
            findings.add(
                .restatementFigure, at: row[column].place,
                "\(column) of a break is not empty; nothing is compared across a break")
            return false
        }
        guard !row["effect"].value.isEmpty else { return true }
        findings.add(
            .wrongEffect, at: row["effect"].place,
            "effect '\(row["effect"].value)' stands in a break, which covers both sides; "
                + "leave it empty")
        return false
    }
}
