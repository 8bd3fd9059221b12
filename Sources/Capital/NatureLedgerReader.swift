package import Source

extension Rule {
    package static let unknownNatureScheme = Rule(
        "unknown-nature-scheme",
        reason: "A unit of nature means something only by its scheme: formula, constants and "
            + "source.",
        example: "scheme 'nature-points'",
        mend: "Use an id of nature-schemes.yaml.")

    package static let schemeConstant = Rule(
        "scheme-constant",
        reason: "A scheme gives the values of its factors; with another value the outcome is no "
            + "longer in the unit of that scheme.",
        example: "difficulty 0.5 in the scheme bng",
        mend: "Write one of the values that the message names.")

    package static let schemeFactor = Rule(
        "scheme-factor",
        reason: "An amount is the quantity times every factor of its scheme; a factor that is "
            + "lacking, or that another scheme has, gives an amount that means nothing.",
        example: "a row of natuurpunten without a weight, or with an MSA",
        mend: "Fill in the factors of the scheme at this moment and no others.")

    package static let naturePair = Rule(
        "nature-pair",
        reason: "What a measure does is after less before, for the same parcel; without both "
            + "there is no balance.",
        example: "a parcel with a row 'after' and no row 'before'",
        mend: "Give the parcel one row 'before' (realised) and one row 'after' for each basis.")

    package static let natureRequired = Rule(
        "nature-required",
        reason: "A scheme with a required number passes or fails; that takes one number per "
            + "measure.",
        example: "required 20 and required 25 for one building",
        mend: "Write the same number in the column 'required' of every row 'after' of the "
            + "measure, and only where the scheme has a required number.")
}

/// Reads a company's `nature.csv` for one year.
struct NatureLedgerReader {
    let party: Party
    let schemes: [NatureScheme]
    let cells: SupplementCells

    static let columns = ["parcel", "scheme", "measure", "moment", "basis", "quantity", "unit"]
    static let optionalColumns = ["required", "note"]
    /// What may stand for a figure that a scheme rules out.
    static let impossible = ["not possible", "niet mogelijk"]

    private var factorColumns: [String] {
        Set(schemes.flatMap { $0.factors.map(\.id) }).sorted()
    }

    func read(_ file: SourceFile, _ findings: inout Findings) -> NatureLedger {
        let table = CSVTable(
            file, dialect: party.dialect, required: Self.columns,
            optional: Self.optionalColumns + factorColumns, &findings)
        let rows = table.rows.compactMap { row($0, &findings) }
        // A row that could not be read would leave its partner alone as well.
        if rows.count == table.rows.count { checkPairs(rows, &findings) }
        checkRequired(rows, &findings)
        return NatureLedger(rows: rows)
    }

    private func row(_ row: CSVTable.Row, _ findings: inout Findings) -> NatureLedger.Row? {
        let id = row["scheme"]
        let moment: NatureScheme.Moment? = cells.option(row["moment"], &findings)
        let basis: Flow.Basis? = cells.option(row["basis"], or: .realised, &findings)
        guard let scheme = schemes.first(where: { $0.id == id.value }) else {
            findings.add(
                .unknownNatureScheme, at: id.place,
                "scheme '\(id.value)' does not exist"
                    + NearMiss.hint(for: id.value, among: schemes.map(\.id)))
            return nil
        }
        guard let moment, let basis else { return nil }
        let figures = figures(row, of: scheme, moment, &findings)
        guard
            let conversion = cells.conversion(
                row["unit"], to: scheme.quantityUnit, of: scheme.id, &findings),
            let number = cells.number(row["quantity"], &findings),
            let figures, let required = required(row, &findings)
        else { return nil }
        let multipliers = figures.compactMap(\.multiplier)
        let amount: NatureLedger.Amount = multipliers.count == figures.count
            ? .known(multipliers.reduce(number * conversion, *)) : .notPossible
        return NatureLedger.Row(
            parcel: row["parcel"], scheme: scheme.id, measure: row["measure"].value,
            moment: moment, basis: basis, quantity: number * conversion, factors: figures,
            amount: amount, required: required.value, note: row["note"].value, place: row.place)
    }

    private struct Required { let value: Double? }

    private func required(_ row: CSVTable.Row, _ findings: inout Findings) -> Required? {
        let cell = row["required"]
        if cell.value.isEmpty { return Required(value: nil) }
        return cells.number(cell, &findings).map { Required(value: $0) }
    }

    /// The factors of the scheme in its order; nil, with findings, when one
    /// is lacking or wrong.
    private func figures(
        _ row: CSVTable.Row, of scheme: NatureScheme, _ moment: NatureScheme.Moment,
        _ findings: inout Findings
    ) -> [NatureLedger.Figure]? {
        let factors = scheme.factors(moment)
        var isWhole = true
        for column in factorColumns where !factors.contains(where: { $0.id == column }) {
            guard !row[column].value.isEmpty else { continue }
            findings.add(
                .schemeFactor, at: row[column].place,
                "factor '\(column)' is not one of \(scheme.id) \(moment.rawValue)"
                    + NearMiss.hint(for: column, among: factors.map(\.id)))
            isWhole = false
        }
        let figures = factors.compactMap { figure(row[$0.id], $0, scheme, moment, &findings) }
        return isWhole && figures.count == factors.count ? figures : nil
    }

    private func figure(
        _ cell: Located<String>, _ factor: NatureScheme.Factor, _ scheme: NatureScheme,
        _ moment: NatureScheme.Moment, _ findings: inout Findings
    ) -> NatureLedger.Figure? {
        if cell.value.isEmpty {
            guard let value = factor.fallback else {
                findings.add(
                    .schemeFactor, at: cell.place,
                    "factor '\(factor.id)' of \(scheme.id) \(moment.rawValue) is missing")
                return nil
            }
            return NatureLedger.Figure(
                factor: factor.id, typed: Digits.text(value),
                multiplier: factor.multiplier(value))
        }
        if factor.canBeImpossible, Self.impossible.contains(cell.value.lowercased()) {
            return NatureLedger.Figure(factor: factor.id, typed: cell.value, multiplier: nil)
        }
        guard let value = cells.number(cell, &findings) else { return nil }
        guard let problem = problem(value, factor) else {
            return NatureLedger.Figure(
                factor: factor.id, typed: cell.value, multiplier: factor.multiplier(value))
        }
        findings.add(
            .schemeConstant, at: cell.place,
            "\(factor.id) \(cell.value) is not a value of \(scheme.id); " + problem)
        return nil
    }

    /// Why a value is none of the scheme's; nil when it is one.
    private func problem(_ value: Double, _ factor: NatureScheme.Factor) -> String? {
        if !factor.allowed.isEmpty {
            let values = factor.allowed.map(Digits.text).joined(separator: ", ")
            return factor.allowed.contains(value) ? nil : "allowed are \(values)"
        }
        if case .power = factor.form, value != value.rounded() { return "write whole numbers" }
        guard !factor.range.contains(value) else { return nil }
        let low = Digits.text(factor.range.lowerBound)
        return factor.range.upperBound < LedgerReader.numberLimit
            ? "it runs from \(low) to \(Digits.text(factor.range.upperBound))"
            : "it is at least \(low)"
    }

    private func checkPairs(_ rows: [NatureLedger.Row], _ findings: inout Findings) {
        let pairs = Dictionary(grouping: rows) { [$0.scheme, $0.measure, $0.parcel.value] }
        for rows in pairs.values {
            let start = schemes.first { $0.id == rows[0].scheme }?.start
            let name = "parcel '\(rows[0].parcel.value)' of \(rows[0].scheme)"
            let before = rows.filter { $0.moment == .before }
            let after = rows.filter { $0.moment == .after }
            var problem: String?
            if before.count > 1 || Set(after.map(\.basis)).count < after.count {
                problem = "stands twice at one moment and basis"
            } else if before.contains(where: { $0.basis == .forecast }) {
                problem = "has a forecast of what was there before"
            } else if after.isEmpty {
                problem = "has no row 'after'"
            } else if before.isEmpty, start == .required {
                problem = "has no row 'before'"
            }
            guard let problem else { continue }
            let place = rows.map(\.parcel.place).max()!
            findings.add(.naturePair, at: place, "\(name) \(problem)")
        }
    }

    private func checkRequired(_ rows: [NatureLedger.Row], _ findings: inout Findings) {
        var first: [[String]: Double] = [:]
        for row in rows {
            let scheme = schemes.first { $0.id == row.scheme }
            let isAsked = scheme?.test == .afterReachesRequired && row.moment == .after
            let problem: String
            switch (row.required, isAsked) {
            case (nil, false): continue
            case (nil, true): problem = "measure '\(row.measure)' has no required number"
            case (_?, false):
                problem = "\(row.scheme) \(row.moment.rawValue) takes no required number"
            case (let required?, true):
                let key = [row.scheme, row.measure]
                guard let other = first[key], other != required else {
                    first[key] = required
                    continue
                }
                problem = "measure '\(row.measure)' requires \(Digits.text(required)) here and "
                    + "\(Digits.text(other)) above"
            }
            findings.add(.natureRequired, at: row.parcel.place, problem)
        }
    }
}
