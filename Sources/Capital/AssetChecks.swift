package import Source

extension Rule {
    package static let assetOpening = Rule(
        "asset-opening",
        reason: "A year starts where the last one ended; a silent jump between two years hides "
            + "a loss or makes up a gain.",
        example: "closing 60.0 in 2023 and opening 62.0 in 2024",
        mend: "Open with last year's closing, or say in the column 'restatement' why it changed.")

    package static let assetLine = Rule(
        "asset-line", .warning,
        reason: "The register and the account tell of the same hectares; where they contradict "
            + "each other, one of them is wrong.",
        example: "4.5 ha on land-taken, and losses of 3.0 ha in the register of that site",
        mend: "Compare both files with the map and mend the one that is wrong.")
}

/// Holds a register against the year before and against the account.
struct AssetChecks {
    let types: EcosystemTypes

    /// The opening of each site and type is last year's closing, unless the
    /// company says why not. A row that is gone had a closing of its own.
    func checkOpenings(
        of register: AssetRegister, after before: AssetRegister, year: Int,
        _ findings: inout Findings
    ) {
        let closed = Dictionary(
            before.rows.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<AssetRegister.Key> = []
        for row in register.rows {
            seen.insert(row.key)
            let last = closed[row.key]?.closing
            let hectares = last?.hectares ?? 0
            guard row.restatement.isEmpty, !Self.isSame(row.opening.hectares, hectares) else {
                continue
            }
            let stated = last.map {
                "\($0.typed.value) (\($0.typed.place))"
            } ?? "none: the row is new"
            findings.add(
                .assetOpening, at: row.opening.typed.place,
                "opening \(row.opening.typed.value) is not the closing of \(year - 1), "
                    + stated)
        }
        for row in before.rows where !seen.contains(row.key) && row.closing.hectares > 0 {
            findings.add(
                .assetOpening, at: row.closing.typed.place,
                "closing \(row.closing.typed.value) of '\(row.type)' at '\(row.site)' has no row "
                    + "in \(year)")
        }
    }

    /// What the account books as taken is lost somewhere in the register of
    /// the site, and what it books as restored is added there. The register
    /// may hold more: other changes, and restoration that a permit demands.
    func checkLines(
        of register: AssetRegister, against ledger: Ledger, _ findings: inout Findings
    ) {
        if let line = types.taken {
            compare(
                register, ledger, line.value, .loss, \.losses, of: [.natural, .agricultural],
                word: "losses", &findings)
        }
        if let line = types.restored {
            compare(
                register, ledger, line.value, .gain, \.additions, of: [.natural],
                word: "additions", &findings)
        }
    }

    private func compare(
        _ register: AssetRegister, _ ledger: Ledger, _ line: String, _ effect: Effect,
        _ area: KeyPath<AssetRegister.Row, AssetRegister.Area>,
        of groups: Set<EcosystemType.Group>, word: String, _ findings: inout Findings
    ) {
        let flows = ledger.flows.filter {
            $0.indicator == line && $0.effect == effect && $0.counts && $0.position == .own
                && $0.quantity.value != nil
        }
        for site in Set(register.rows.map(\.site)).sorted() {
            let booked = flows.filter { $0.place == site }
            guard let flow = booked.first else { continue }
            let rows = register.rows.filter { row in
                row.site == site && (types[row.type].map { groups.contains($0.group) } ?? false)
            }
            let sum = ExactSum.of(rows.map { $0[keyPath: area].hectares })
            let amount = ExactSum.of(booked.compactMap(\.quantity.value))
            guard amount > sum + 1e-9 * max(1, amount) else { continue }
            let cell = (rows.max { $0[keyPath: area].hectares < $1[keyPath: area].hectares }
                ?? register.rows.first { $0.site == site })?[keyPath: area].typed
            let place = cell?.place ?? flow.id.place
            findings.add(
                .assetLine, at: place,
                "\(word) of \(AssetRegister.text(sum)) ha at '\(site)' are less than the "
                    + "\(AssetRegister.text(amount)) ha on \(line) in "
                    + "\(Self.cell(of: flow))")
        }
    }

    /// The quantity cell of a flow, as a place; where it is an activity times
    /// a factor, that of the activity.
    private static func cell(of flow: Flow) -> Place {
        switch flow.quantity.origin {
        case .ledger(let entry): return entry.place
        case .product(let part, _):
            if case .ledger(let entry) = part.figure.origin { return entry.place }
            return flow.id.place
        case .absent, .sum, .difference, .percentage: return flow.id.place
        }
    }

    private static func isSame(_ a: Double, _ b: Double) -> Bool {
        abs(a - b) <= 1e-9 * max(1, abs(a))
    }
}
