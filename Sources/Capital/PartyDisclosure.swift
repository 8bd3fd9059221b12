import Source

/// The cells that a reader does not get to see.
package struct HiddenCells<Place: Hashable & Sendable>: Sendable {
    /// Those that somebody may keep to itself.
    package let secret: Set<Place>
    /// These, and those that would give them away.
    package let all: Set<Place>
    /// The lines that are not split by place, because a part could be one
    /// other company's figure.
    package let unsplit: Set<String>

    package static var nothing: HiddenCells { HiddenCells(secret: [], all: [], unsplit: []) }
}

/// What the public may see of a company's own statement. Only the company's
/// own books and choices decide, never another company's figures.
package struct PartyDisclosure: Sendable {
    let indicators: Indicators

    package init(indicators: Indicators) { self.indicators = indicators }

    /// The cells that stay hidden: the lines that the company keeps to
    /// itself, a column "upstream, reporting" that shows one or two suppliers
    /// who did not both agree, and what else has to be hidden because the
    /// published cells would give these away.
    package func hidden(
        in statement: Statement, of party: Party, ledger: Ledger,
        parties: [String: Party], reporting: Set<String>
    ) -> HiddenCells<StatementCell> {
        var secret: Set<StatementCell> = []
        for line in statement.lines where !party.publishes.includes(line: line.indicator) {
            secret.formUnion(Self.cells(of: line))
        }
        for line in statement.lines {
            let silent = silentSuppliers(
                on: line.indicator, party, ledger, parties: parties, reporting: reporting)
            guard (1...2).contains(silent.count) else { continue }
            for effect in line.sides.keys where effect != .gain {
                secret.insert(.side(line: line.indicator, effect, .upstreamReporting))
            }
        }
        func known(to group: String?) -> Set<StatementCell> {
            knownColumns(
                to: group, in: statement, party, ledger, parties: parties, reporting: reporting)
        }
        let open = known(to: nil)
        let suppliers = Set(
            suppliers(on: indicators.ids, ledger, reporting).map { parties[$0]?.contributor ?? $0 })
        let kept = secret.subtracting(given(by: open, among: secret, in: statement))
        let readers = [open] + suppliers.subtracting([party.contributor]).sorted().map(known)
        let all = protect(kept, beside: secret, in: statement, from: readers)
        let unsplit = statement.lines.map(\.indicator).filter { line in
            let lines = [line] + indicators.parts(of: line).map(\.id)
            return all.contains { lines.contains($0.line) }
                || !silentSuppliers(
                    on: line, party, ledger, parties: parties, reporting: reporting).isEmpty
        }
        return HiddenCells(secret: kept, all: all, unsplit: Set(unsplit))
    }

    /// The columns "upstream, reporting" that a reader has without this
    /// statement: from mutual figures which both sides agreed to show and,
    /// for a supplying group, from its own deliveries. Hiding these would
    /// protect nothing.
    private func knownColumns(
        to group: String?, in statement: Statement, _ party: Party, _ ledger: Ledger,
        parties: [String: Party], reporting: Set<String>
    ) -> Set<StatementCell> {
        var known: Set<StatementCell> = []
        for line in statement.lines {
            let lines = [line.indicator] + indicators.parts(of: line.indicator).map(\.id)
            let silent = silentSuppliers(
                on: line.indicator, party, ledger, parties: parties, reporting: reporting)
            let isOpen = lines.allSatisfy(party.publishes.includes)
                && silent.allSatisfy { $0 == group }
            let isOwn = suppliers(on: lines, ledger, reporting)
                .allSatisfy { (parties[$0]?.contributor ?? $0) == group }
            guard isOpen || isOwn else { continue }
            for effect in line.sides.keys {
                known.insert(.side(line: line.indicator, effect, .upstreamReporting))
            }
        }
        return known
    }

    /// What follows from open columns alone: who shows the parts cannot keep
    /// their sum.
    private func given(
        by open: Set<StatementCell>, among secret: Set<StatementCell>, in statement: Statement
    ) -> Set<StatementCell> {
        var equations = Equations<StatementCell> { open.contains($0) }
        for identity in Self.identities(of: statement.lines, indicators) {
            equations.add(identity)
        }
        return secret.filter { equations.fixAny(of: [[($0, 1)]]) }
    }

    /// The suppliers, by group, whose deliveries on a line may not be shown
    /// one by one.
    private func silentSuppliers(
        on line: String, _ party: Party, _ ledger: Ledger,
        parties: [String: Party], reporting: Set<String>
    ) -> Set<String> {
        let lines = [line] + indicators.parts(of: line).map(\.id)
        return Set(
            suppliers(on: lines, ledger, reporting).filter { supplier in
                !(parties[supplier].map { Self.agree(party, $0) } ?? false)
            }.map { parties[$0]?.contributor ?? $0 })
    }

    private func suppliers(
        on lines: [String], _ ledger: Ledger, _ reporting: Set<String>
    ) -> Set<String> {
        let supplies = ledger.supplies.filter {
            $0.impact.map { lines.contains($0.indicator) } ?? false
        }
        return Set(supplies.map(\.counterparty.value)).intersection(reporting)
    }

    /// Whether two companies both agree to show their mutual figures.
    static func agree(_ a: Party, _ b: Party) -> Bool {
        a.publishes.bilateral.contains { $0.value == b.id }
            && b.publishes.bilateral.contains { $0.value == a.id }
    }

    static func cells(of line: Statement.Line) -> [StatementCell] {
        line.sides.keys.sorted().flatMap { effect in
            Column.allCases.map { .side(line: line.indicator, effect, $0) }
        } + (line.balance == nil ? [] : [.balance(line: line.indicator)])
    }

    /// The figure of a cell; nil where the cell holds none, which nobody can
    /// learn from.
    static func figure(_ cell: StatementCell, in statement: Statement) -> Double? {
        switch cell {
        case .side(let line, let effect, let column):
            statement[line]?.sides[effect]?[column].value
        case .balance(let line): statement[line]?.balance?.value
        }
    }

    /// Hides more cells until none of the hidden ones follows exactly, for no
    /// reader; each comes with the cells that it knows anyway.
    private func protect(
        _ secret: Set<StatementCell>, beside others: Set<StatementCell>,
        in statement: Statement, from readers: [Set<StatementCell>]
    ) -> Set<StatementCell> {
        var hidden = others
        let open = readers.first ?? []
        let sought = readers.map { known in
            (known, secret.subtracting(given(by: known, among: secret, in: statement)))
        }
        for family in families(in: statement) {
            let lines = statement.lines.filter { family.contains($0.indicator) }
            let cells = lines.flatMap(Self.cells)
                .filter { Self.figure($0, in: statement) != nil }
            let identities = Self.identities(of: lines, indicators)
            hidden = hiding(
                cells.filter { !open.contains($0) }.sorted(by: Self.isRatherHidden),
                beside: hidden
            ) { hidden in
                sought.contains { known, secrets in
                    var equations = Equations { !hidden.contains($0) || known.contains($0) }
                    for identity in identities { equations.add(identity) }
                    return equations.fixAny(
                        of: cells.filter(secrets.contains).map { [($0, 1.0)] })
                }
            }
        }
        return hidden
    }

    /// Lines whose figures add to one another: a subtotal with its parts.
    private func families(in statement: Statement) -> [Set<String>] {
        let groups = Dictionary(grouping: statement.lines.map(\.indicator)) {
            indicators[$0]?.partOf ?? $0
        }
        return groups.sorted { $0.key < $1.key }.map { Set($0.value) }
    }

    /// What gives away least comes first: the other supply column, then
    /// downstream, own, totals, and balances last.
    private static func isRatherHidden(_ a: StatementCell, _ b: StatementCell) -> Bool {
        func rank(_ cell: StatementCell) -> Int {
            switch cell {
            case .side(_, _, .upstreamReporting): 0
            case .side(_, _, .upstreamOther): 1
            case .side(_, _, .downstream): 2
            case .side(_, _, .own): 3
            case .side(_, _, .total): 4
            case .balance: 5
            }
        }
        return (rank(a), a.line, "\(a)") < (rank(b), b.line, "\(b)")
    }

    /// What every reader knows of a statement's arithmetic. A cell without a
    /// figure is a known nothing.
    static func identities(
        of lines: [Statement.Line], _ indicators: Indicators
    ) -> [[(StatementCell, Double)]] {
        var identities: [[(StatementCell, Double)]] = []
        for line in lines {
            let id = line.indicator
            for (effect, side) in line.sides.sorted(by: { $0.key < $1.key }) {
                let parts = Column.components.filter { side[$0].value != nil }
                    .map { (StatementCell.side(line: id, effect, $0), 1.0) }
                guard side.total.value != nil else { continue }
                identities.append(parts + [(.side(line: id, effect, .total), -1)])
            }
            if line.balance?.value != nil {
                let sides = line.sides.filter { $0.value.total.value != nil }.map {
                    (StatementCell.side(line: id, $0.key, .total), $0.key == .gain ? 1.0 : -1)
                }
                identities.append(sides + [(.balance(line: id), -1)])
            }
            let parts = lines.filter { indicators[$0.indicator]?.partOf == id }
            for effect in line.sides.keys.sorted() where !parts.isEmpty {
                for column in Column.allCases {
                    let terms = parts.filter { $0.sides[effect]?[column].value != nil }.map {
                        (StatementCell.side(line: $0.indicator, effect, column), 1.0)
                    }
                    guard !terms.isEmpty else { continue }
                    identities.append(terms + [(.side(line: id, effect, column), -1)])
                }
            }
        }
        return identities
    }
}
