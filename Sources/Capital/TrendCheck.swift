package import Source

extension Rule {
    package static let silentTrend = Rule(
        "silent-trend",
        reason: "Two years of different scope are no trend: 299 kg CO2 per m3 in 2017 with "
            + "transport to the site and 266.17 in 2023 without it look like 11 % less, and are "
            + "3.6 % less within one scope (rule R14).",
        example: "ghg-unsplit with modules A1-A4 in one year and A1-A3 in the next",
        mend: "Work the earlier year out in the new scope and state the old figure in "
            + "changes.csv with treatment 'restated', or add a row with treatment 'break'.")
}

extension Accounts {
    /// Finds what would pass for a trend and is a change of scope, and
    /// restatements that do not fit the year that they restate.
    func checkTrends(_ findings: inout Findings) {
        let faulty = Set(
            findings.all.filter { $0.rule.severity == .error }.map(\.place.file))
        for (key, ledger) in ledgers.sorted(by: { $0.key < $1.key }) {
            // A row that could not be read is not a row that left.
            guard !isFaulty(key.party, among: faulty) else { continue }
            guard let year = priorYear(of: key.party, before: key.year),
                let prior = ledgers[Key(party: key.party, year: year)]
            else {
                if let change = ledger.changes.first {
                    findings.add(
                        .noPriorYear, at: change.place,
                        "company '\(key.party)' has no year before \(key.year) that could have "
                            + "changed")
                }
                continue
            }
            checkRestatements(ledger.changes, of: Key(party: key.party, year: year), &findings)
            let pair = YearPair(prior: prior, current: ledger, indicators: indicators)
            pair.checkModules(&findings)
            if let party = party(key.party) { pair.checkPerimeter(of: party, &findings) }
        }
        checkMeasures(&findings)
    }

    private func isFaulty(_ party: String, among files: Set<String>) -> Bool {
        guard let file = self.party(party)?.place.file else { return true }
        let folder = file.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        return files.contains { $0.hasPrefix(folder) }
    }

    /// A restated figure differs from what the earlier year's ledger holds.
    private func checkRestatements(
        _ changes: [Change], of key: Key, _ findings: inout Findings
    ) {
        for change in changes where change.treatment == .restated {
            guard let line = change.indicator, let effect = change.effect else { continue }
            guard let side = statements[key]?[line]?.sides[effect] else {
                findings.add(
                    .restatementFigure, at: change.place,
                    "line '\(line)' is not in the statement of \(key.party) \(key.year)")
                continue
            }
            // A bound that was published is typed without its sign.
            let figure = change.asReported?.quantity?.value
            if side.total.cell == change.asReported || figure != nil && figure == side.total.value {
                findings.add(
                    .restatementFigure, at: change.place,
                    "as-reported of '\(line)' is what \(key.year) states now; its ledger holds "
                        + "the new figure, the row the one that was published first")
            }
        }
    }
}

/// The ledgers of one company for two years that follow one another.
private struct YearPair {
    let prior: Ledger
    let current: Ledger
    let indicators: Indicators

    private func isBroken(_ line: String, by trigger: Change.Trigger) -> Bool {
        current.changes.contains {
            $0.treatment == .broken && $0.trigger == trigger && $0.bears(on: line, indicators)
        }
    }

    private static func counted(_ ledger: Ledger) -> [Flow] {
        ledger.flows.filter { $0.counts && $0.quantity.value != nil }
    }

    /// The modules that the flows of a line state together. Where both years
    /// have figures, both must state the same.
    func checkModules(_ findings: inout Findings) {
        let before = Dictionary(grouping: Self.counted(prior), by: \.indicator)
        let now = Dictionary(grouping: Self.counted(current), by: \.indicator)
        for line in indicators.ids {
            guard let old = before[line], let new = now[line] else { continue }
            let scopes = [old, new].map { flows in
                flows.reduce(into: Set<String>()) { $0.formUnion($1.modules?.modules ?? []) }
            }
            guard scopes[0] != scopes[1], !isBroken(line, by: .moduleScope) else { continue }
            let first = old.first { $0.modules != nil } ?? old[0]
            let second = new.first { $0.modules != nil } ?? new[0]
            let texts = scopes.map {
                $0.isEmpty ? "no stated modules" : ModuleScope($0).text
            }
            findings.add(
                .silentTrend, at: second.id.place,
                "modules of '\(line)' change from \(texts[0]) in \(prior.year), "
                    + "\(first.id.place), to \(texts[1]) here")
        }
    }

    /// The sites that the flows name. A site that one of two years lacks
    /// breaks the lines that are booked on it.
    func checkPerimeter(of party: Party, _ findings: inout Findings) {
        for site in party.sites.map(\.id) {
            let had = prior.sites(of: party).contains(site)
            guard had != current.sites(of: party).contains(site) else { continue }
            let rows = Self.counted(had ? prior : current).filter {
                party.site(of: $0) == site && !isBroken($0.indicator, by: .perimeter)
            }
            guard let first = rows.first else { continue }
            let lines = Set(rows.map(\.indicator))
            let names = indicators.ids.filter(lines.contains).joined(separator: ", ")
            let now = had ? current.flows.first?.id.place : first.id.place
            let message = had
                ? "left: it is in \(prior.year), \(first.id.place), and not in "
                    + "\(current.year), here"
                : "joined: it is in \(current.year), here, and not in \(prior.year), "
                    + "\(prior.flows.first?.id.place.file ?? "")"
            findings.add(
                .silentTrend, at: now ?? first.id.place,
                "site '\(site)' \(message); it bears on \(names)")
        }
    }
}

extension Ledger {
    /// The sites that realised rows name, also those without a figure.
    func sites(of party: Party) -> Set<String> {
        Set(flows.filter { $0.basis == .realised }.compactMap { party.site(of: $0) })
    }
}

extension Party {
    /// The site of a row. Own activity without a place lies at the only site.
    func site(of flow: Flow) -> String? {
        guard flow.place.isEmpty else { return sites.first { $0.id == flow.place }?.id }
        return flow.position == .own && sites.count == 1 ? sites[0].id : nil
    }
}
