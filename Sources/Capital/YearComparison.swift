import Source

/// What changed between two years of a company or of the chain, line by line,
/// and why. For who holds the ledgers.
package struct YearComparison: Sendable {
    package struct Line: Sendable {
        package let indicator: String
        package let effect: Effect
        package let before: Cell
        package let after: Cell
        package let outcome: Outcome
    }

    package enum Outcome: Sendable {
        /// `isPart` where both years lack the same parts: what is known of
        /// them is divided.
        case split(Decomposition, isPart: Bool)
        /// A year has no figure, or lacks a part that the other has.
        case incomplete
        /// The years cannot be compared.
        case broken([Change])
    }

    /// A company's id; `chain` for the chain.
    package let subject: String
    package let from: Int
    package let to: Int
    /// In the order of the indicators, each with its sides.
    package let lines: [Line]
    /// Sites, suppliers and companies that joined or left, sorted.
    package let moved: [String]
}

/// One side of a line in one year: its total, and its columns by name.
private struct SideCells {
    let total: Cell
    let columns: [String: Cell]

    init(_ side: Statement.Side) {
        total = side.total.cell
        columns = Dictionary(
            uniqueKeysWithValues: Column.components.map { ($0.rawValue, side[$0].cell) })
    }

    init(_ side: ChainStatement.Side) {
        total = side.total.cell
        let parts: [ChainColumn] = [.own, .upstreamOther, .downstream]
        columns = Dictionary(uniqueKeysWithValues: parts.map { ($0.rawValue, side[$0].cell) })
    }

    /// The columns without a figure, or with one that lacks a part.
    var incomplete: Set<String> {
        Set(columns.filter { column in
            switch column.value {
            case .known(let quantity): quantity.bound != .exact
            case .missing, .confidential: true
            case .none, .notApplicable: false
            }
        }.keys)
    }
}

/// One year of a comparison.
private struct ComparedYear {
    let year: Int
    let ledgers: [DriverRows]
    let sides: [String: [Effect: SideCells]]

    var members: Set<String> { ledgers.reduce(into: []) { $0.formUnion($1.members) } }

    func rows(on lines: [String], _ effect: Effect) -> [Decomposition.Row] {
        ledgers.flatMap { $0.rows(on: lines, effect) }
    }

    /// What the figures of some lines lack.
    func lacks(on lines: [String], _ effect: Effect) -> Set<String> {
        let columns = lines.flatMap { line in
            (sides[line]?[effect]?.incomplete ?? []).map { "\(line)/\($0)" }
        }
        return Set(columns).union(ledgers.flatMap { $0.missing(on: lines, effect) })
    }
}

extension Accounts {
    /// Compares two years of a company; nil where it does not report in one.
    package func comparison(of party: String, from: Int, to: Int) -> YearComparison? {
        let years = [from, to].compactMap { year -> ComparedYear? in
            let key = Key(party: party, year: year)
            guard let statement = statements[key], let ledger = ledgers[key] else { return nil }
            return ComparedYear(
                year: year,
                ledgers: [DriverRows(ledger: ledger, party: self.party(party), chain: nil)],
                sides: Dictionary(
                    uniqueKeysWithValues: statement.lines.map {
                        ($0.indicator, $0.sides.mapValues { SideCells($0) })
                    }))
        }
        return years.count == 2 ? comparison(of: party, years[0], years[1]) : nil
    }

    /// Compares two years of the chain; nil where nobody reports in one.
    package func chainComparison(from: Int, to: Int) -> YearComparison? {
        let years = [from, to].compactMap { year -> ComparedYear? in
            guard let chain = chains[year] else { return nil }
            return ComparedYear(
                year: year,
                ledgers: chain.parties.compactMap { party in
                    ledgers[Key(party: party, year: year)].map {
                        DriverRows(ledger: $0, party: self.party(party), chain: chain)
                    }
                },
                sides: Dictionary(
                    uniqueKeysWithValues: chain.lines.map {
                        ($0.indicator, $0.sides.mapValues { SideCells($0) })
                    }))
        }
        return years.count == 2 ? comparison(of: "chain", years[0], years[1]) : nil
    }

    private func comparison(
        of subject: String, _ from: ComparedYear, _ to: ComparedYear
    ) -> YearComparison {
        let moved = from.members.symmetricDifference(to.members)
        let volumes = DriverRows.volumes(from.ledgers, to.ledgers)
        let lines = indicators.all.filter { $0.kind != .ratio }.flatMap { indicator in
            let effects = Set((from.sides[indicator.id] ?? [:]).keys)
                .union((to.sides[indicator.id] ?? [:]).keys)
            return effects.sorted().map { effect -> YearComparison.Line in
                let start = from.sides[indicator.id]?[effect]?.total ?? .missing(.notBooked)
                let end = to.sides[indicator.id]?[effect]?.total ?? .missing(.notBooked)
                let parts = indicators.whatMakes(indicator.id)
                let split = Decomposition(
                    from: start.quantity?.value ?? 0, from.rows(on: parts, effect),
                    to: end.quantity?.value ?? 0, to.rows(on: parts, effect),
                    volumes: volumes, moved: moved, decimals: indicator.decimals + 6)
                let lacks = [from, to].map { $0.lacks(on: parts, effect) }
                let isWhole = lacks[0] == lacks[1] && ![start, end].contains { cell in
                    if case .missing = cell { true } else { false }
                }
                let breaks = breaks(indicator.id, from, to)
                return YearComparison.Line(
                    indicator: indicator.id, effect: effect, before: start, after: end,
                    outcome: !breaks.isEmpty ? .broken(breaks)
                        : isWhole ? .split(split, isPart: !lacks[0].isEmpty) : .incomplete)
            }
        }
        return YearComparison(
            subject: subject, from: from.year, to: to.year, lines: lines, moved: moved.sorted())
    }

    /// The breaks between two years that are not of the perimeter, whose
    /// effect is told apart.
    private func breaks(_ line: String, _ from: ComparedYear, _ to: ComparedYear) -> [Change] {
        let parties = Set((from.ledgers + to.ledgers).map(\.ledger.party)).sorted()
        return parties.flatMap {
            breaks(
                in: line, of: $0, after: min(from.year, to.year),
                through: max(from.year, to.year))
        }.filter { $0.trigger != .perimeter }
    }
}
