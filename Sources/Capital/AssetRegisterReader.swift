package import Source

extension Rule {
    package static let unknownEcosystemType = Rule(
        "unknown-ecosystem-type",
        reason: "Hectares are compared between companies and years by a closed list of types.",
        example: "ecosystem-type 'woods'",
        mend: "Use an id of ecosystem-types.yaml.")

    package static let unknownSite = Rule(
        "unknown-site",
        reason: "The register stands for sites that the company names, so that each can be found "
            + "on a map.",
        example: "site 'de-ward', where party.yaml has 'de-waard'",
        mend: "Use an id of 'sites' in party.yaml, or add the site there.")

    package static let assetBalance = Rule(
        "asset-balance",
        reason: "What is left is what there was, and what came, less what went; else hectares "
            + "appear or vanish without a cause.",
        example: "opening 60, additions 4.5, losses 3.2, closing 60",
        mend: "Mend the figure that is wrong; rounded figures may differ by one of the last "
            + "digit.")

    package static let assetObligation = Rule(
        "asset-obligation",
        reason: "A duty to restore has a size and a year; what is restored beyond it does not "
            + "settle the duty and stands in the account as a gain.",
        example: "obligation 5 without a year, or 6 ha delivered of 5",
        mend: "Write the year that the permit names in 'obligation-due', and in "
            + "'obligation-delivered' at most the obligation.")
}

/// Reads a company's `assets.csv` for one year.
struct AssetRegisterReader {
    let party: Party
    let types: EcosystemTypes
    let cells: SupplementCells

    static let columns = [
        "site", "ecosystem-type", "opening", "additions", "losses", "closing", "unit",
        "condition", "obligation", "obligation-due",
    ]
    static let optionalColumns = ["obligation-delivered", "restatement", "note"]

    func read(_ file: SourceFile, _ findings: inout Findings) -> AssetRegister {
        let table = CSVTable(
            file, dialect: party.dialect, required: Self.columns,
            optional: Self.optionalColumns, &findings)
        let rows = table.rows.compactMap { row($0, &findings) }
        var seen: Set<AssetRegister.Key> = []
        for row in rows where !seen.insert(row.key).inserted {
            findings.add(
                .duplicateID, at: row.place,
                "type '\(row.type)' stands twice at site '\(row.site)'")
        }
        return AssetRegister(rows: rows)
    }

    private func row(
        _ row: CSVTable.Row, _ findings: inout Findings
    ) -> AssetRegister.Row? {
        let isNamed = checkNames(row, &findings)
        guard let unit = cells.conversion(
            row["unit"], to: "ha", of: "the register", &findings)
        else { return nil }
        func area(_ column: String, _ findings: inout Findings) -> AssetRegister.Area? {
            cells.number(row[column], &findings)
                .map { AssetRegister.Area(hectares: $0 * unit, typed: row[column]) }
        }
        let opening = area("opening", &findings)
        let additions = area("additions", &findings)
        let losses = area("losses", &findings)
        let closing = area("closing", &findings)
        let condition = cells.state(row["condition"]) {
            cells.number($0, of: "condition", in: 0...1, &findings)
        }
        let obligation = obligation(row, unit, &findings)
        guard isNamed, let opening, let additions, let losses, let closing, let condition else {
            return nil
        }
        let read = AssetRegister.Row(
            site: row["site"].value, type: row["ecosystem-type"].value, opening: opening,
            additions: additions, losses: losses, closing: closing, condition: condition,
            obligation: obligation, restatement: row["restatement"].value,
            note: row["note"].value, place: row["site"].place)
        checkBalance(of: read, unit: unit, &findings)
        return read
    }

    private func checkNames(_ row: CSVTable.Row, _ findings: inout Findings) -> Bool {
        let site = row["site"], type = row["ecosystem-type"]
        let sites = party.sites.map(\.id)
        if !sites.contains(site.value) {
            findings.add(
                .unknownSite, at: site.place,
                "site '\(site.value)' is not one of \(party.id)"
                    + NearMiss.hint(for: site.value, among: sites))
        }
        if types[type.value] == nil {
            findings.add(
                .unknownEcosystemType, at: type.place,
                "ecosystem type '\(type.value)' does not exist"
                    + NearMiss.hint(for: type.value, among: types.all.map(\.id)))
        }
        return sites.contains(site.value) && types[type.value] != nil
    }

    /// Rounded figures may differ by one of the last digit that was typed.
    private func checkBalance(
        of row: AssetRegister.Row, unit: Double, _ findings: inout Findings
    ) {
        let areas = [row.opening, row.additions, row.losses, row.closing]
        var step = unit
        for _ in 0..<(areas.map { cells.decimals($0.typed) }.max() ?? 0) { step /= 10 }
        let sum = ExactSum.of(
            [row.opening.hectares, row.additions.hectares, -row.losses.hectares])
        guard abs(sum - row.closing.hectares) > step * (1 + 1e-6) else { return }
        let expected = AssetRegister.text(sum / unit)
        findings.add(
            .assetBalance, at: row.closing.typed.place,
            "closing \(row.closing.typed.value) is not opening + additions − losses, which is "
                + expected)
    }

    private func obligation(
        _ row: CSVTable.Row, _ unit: Double, _ findings: inout Findings
    ) -> AssetRegister.Obligation? {
        let size = row["obligation"], due = row["obligation-due"]
        let handed = row["obligation-delivered"]
        guard !size.value.isEmpty, size.value != "-" else {
            if let extra = [due, handed].first(where: { !$0.value.isEmpty && $0.value != "-" }) {
                findings.add(
                    .assetObligation, at: extra.place,
                    "'\(extra.value)' belongs to an obligation that is not stated")
            }
            return nil
        }
        guard let hectares = cells.number(size, &findings) else { return nil }
        guard let year = Int(due.value), (1900...2200).contains(year) else {
            findings.add(
                .assetObligation, at: due.place,
                "obligation of \(size.value) has no year in 'obligation-due'")
            return nil
        }
        var delivered = 0.0
        if !handed.value.isEmpty {
            guard let number = cells.number(handed, &findings) else { return nil }
            delivered = number
        }
        guard delivered <= hectares else {
            findings.add(
                .assetObligation, at: handed.place,
                "delivered \(handed.value) is more than the obligation of \(size.value)")
            return nil
        }
        return AssetRegister.Obligation(
            hectares: hectares * unit, due: year, delivered: delivered * unit)
    }
}

extension AssetRegister {
    /// A figure in a message, without the noise of binary fractions.
    static func text(_ value: Double) -> String {
        Digits.text((value * 1e6).rounded() / 1e6)
    }
}
