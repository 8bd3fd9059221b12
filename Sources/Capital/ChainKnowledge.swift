import Source

/// Every figure that an outsider could set up an equation with.
enum KnownFigure: Hashable {
    case statement(party: String, StatementCell)
    case chain(ChainCell)
    /// What is eliminated, and what is kept, of one bilateral flow.
    case eliminated(Int)
    case kept(Int)
}

/// What the published statements and the chain's arithmetic tell together.
struct ChainKnowledge {
    let chain: ChainStatement
    let statements: [Statement]
    let hiddenInParties: [String: HiddenCells<StatementCell>]
    let indicators: Indicators
    let parties: [String: Party]
    private let openFlows: Set<Int>
    /// What the companies keep to themselves, where there is a figure.
    private let secretCells: [(party: String, cell: StatementCell)]
    /// Who keeps a cell to itself, by group.
    private let silent: [StatementCell: Set<[String]>]
    private let flowsOfLine: [String: [Int]]
    /// What each group takes part in, as booker or as doer.
    private let flowsOfGroup: [String: [Int]]
    private let statementsOfGroup: [String: [Statement]]
    /// The companies that hide a cell of a line. The others bring nothing
    /// unknown to an equation.
    private let hiding: [String: [Statement]]

    init(
        chain: ChainStatement, statements: [Statement],
        hiddenInParties: [String: HiddenCells<StatementCell>],
        indicators: Indicators, parties: [String: Party]
    ) {
        self.chain = chain
        self.statements = statements
        self.hiddenInParties = hiddenInParties
        self.indicators = indicators
        self.parties = parties
        flowsOfLine = Dictionary(grouping: chain.supplies.indices) {
            chain.supplies[$0].indicator
        }
        statementsOfGroup = Dictionary(grouping: statements) {
            parties[$0.party]?.contributor ?? $0.party
        }
        flowsOfGroup = chain.supplies.indices.reduce(into: [:]) { flows, index in
            let flow = chain.supplies[index]
            let groups = [flow.booker, flow.doer].map { parties[$0]?.contributor ?? $0 }
            for group in Set(groups) { flows[group, default: []].append(index) }
        }
        hiding = statements.reduce(into: [:]) { hiding, statement in
            let cells = hiddenInParties[statement.party]?.all ?? []
            for line in Set(cells.map(\.line)) { hiding[line, default: []].append(statement) }
        }
        secretCells = statements.flatMap { statement in
            (hiddenInParties[statement.party]?.secret ?? [])
                .filter { PartyDisclosure.figure($0, in: statement) != nil }
                .map { (statement.party, $0) }
        }
        silent = secretCells.reduce(into: [:]) { silent, secret in
            silent[secret.cell, default: []].insert(
                [parties[secret.party]?.contributor ?? secret.party])
        }
        openFlows = Set(
            chain.supplies.indices.filter { index in
                let flow = chain.supplies[index]
                guard let booker = parties[flow.booker], let doer = parties[flow.doer] else {
                    return false
                }
                return PartyDisclosure.agree(booker, doer)
                    && booker.publishes.includes(line: flow.indicator)
            })
    }

    /// The groups, or pairs of groups, that bring a figure to a chain cell
    /// which the public does not have from them.
    func hiddenContributors(
        _ line: String, _ effect: Effect, _ column: ChainColumn
    ) -> Set<[String]> {
        let flows = flowIndices(on: [line], effect).filter { !openFlows.contains($0) }
        func silent(_ column: Column) -> Set<[String]> {
            self.silent[.side(line: line, effect, column)] ?? []
        }
        func pairs(
            _ kind: BilateralFlow.Kind, _ amount: (BilateralFlow) -> Double
        ) -> Set<[String]> {
            Set(flows.map { chain.supplies[$0] }.filter { $0.kind == kind && amount($0) != 0 }
                .map { [contributor($0.booker), contributor($0.doer)] })
        }
        return switch column {
        case .own: silent(.own)
        case .upstreamOther: silent(.upstreamOther).union(pairs(.upstream, \.kept))
        case .downstream: silent(.downstream).union(pairs(.downstream, \.eliminated))
        case .parties: silent(.total)
        case .total: silent(.own).union(silent(.upstreamOther)).union(silent(.downstream))
        case .eliminations:
            pairs(.upstream, \.eliminated).union(pairs(.downstream, \.eliminated))
        }
    }

    /// Whether two companies that did not agree to show it supply one another
    /// on these lines.
    func hasSilentFlow(on lines: Set<String>) -> Bool {
        flowIndices(on: lines).contains { !openFlows.contains($0) }
    }

    /// Every group, as somebody who might look for the others' secrets.
    var groups: [String] { statementsOfGroup.keys.sorted() }

    /// What a group knows without any publication: its own books and its own
    /// deliveries.
    func own(of group: String, on lines: Set<String>) -> [KnownFigure] {
        let cells = (statementsOfGroup[group] ?? []).flatMap { statement in
            (hiddenInParties[statement.party]?.all ?? []).filter { lines.contains($0.line) }
                .map { KnownFigure.statement(party: statement.party, $0) }
        }
        let flows = (flowsOfGroup[group] ?? []).filter {
            lines.contains(chain.supplies[$0].indicator)
        }
        return cells + flows.flatMap { [.eliminated($0), .kept($0)] }
    }

    /// What must not follow: a company's secrets, and their sum over a group;
    /// what one group books for another, each flow and together, unless both
    /// sides agreed to show it.
    func secrets(on lines: Set<String>) -> [Equations<KnownFigure>.Sum] {
        let own = secretCells.filter { lines.contains($0.cell.line) }
        let groups = Dictionary(grouping: own) { [contributor($0.party), "\($0.cell)"] }
        let flows = Effect.allCases.flatMap { flowIndices(on: lines, $0) }
            .filter { !openFlows.contains($0) }
        let pairs = Dictionary(grouping: flows) { index in
            let flow = chain.supplies[index]
            return [contributor(flow.booker), contributor(flow.doer), flow.kind.rawValue,
                    flow.indicator, flow.effect.rawValue]
        }
        let sums = (flows.map { [$0] } + pairs.values.filter { $0.count > 1 }).flatMap(parts)
        return own.map { [(.statement(party: $0.party, $0.cell), 1)] }
            + groups.values.filter { $0.count > 1 }.map { cells in
                cells.map { (.statement(party: $0.party, $0.cell), 1) }
            }
            + sums.filter { !$0.isEmpty }
    }

    /// Of some flows: what is eliminated, what is kept, and both.
    private func parts(of flows: [Int]) -> [Equations<KnownFigure>.Sum] {
        let eliminated = flows.filter { chain.supplies[$0].eliminated != 0 }
            .map { (KnownFigure.eliminated($0), 1.0) }
        let kept = flows.filter { chain.supplies[$0].kept != 0 }
            .map { (KnownFigure.kept($0), 1.0) }
        return [eliminated, kept, eliminated + kept]
    }

    private func contributor(_ party: String) -> String { parties[party]?.contributor ?? party }

    func equations(on lines: Set<String>, hidden: Set<ChainCell>) -> Equations<KnownFigure> {
        var equations = Equations<KnownFigure> { figure in
            switch figure {
            case .statement(let party, let cell):
                !(hiddenInParties[party]?.all.contains(cell) ?? false)
            case .chain(let cell): !hidden.contains(cell)
            case .eliminated(let index), .kept(let index): openFlows.contains(index)
            }
        }
        let hiders = Set(lines.flatMap { hiding[$0] ?? [] }.map(\.party))
        for statement in statements where hiders.contains(statement.party) {
            let own = statement.lines.filter { lines.contains($0.indicator) }
            for terms in PartyDisclosure.identities(of: own, indicators) {
                equations.add(terms.map { (.statement(party: statement.party, $0.0), $0.1) })
            }
        }
        for terms in boughtFromReporting(lines) + chainIdentities(lines) { equations.add(terms) }
        return equations
    }

    private func flowIndices(on lines: Set<String>, _ effect: Effect) -> [Int] {
        flowIndices(on: lines).filter { chain.supplies[$0].effect == effect }
    }

    private func flowIndices(on lines: Set<String>) -> [Int] {
        lines.flatMap { flowsOfLine[$0] ?? [] }.sorted()
    }

    /// A company's column "upstream, reporting" is the sum of its flows.
    private func boughtFromReporting(_ lines: Set<String>) -> [[(KnownFigure, Double)]] {
        let keys = flowIndices(on: lines).filter { chain.supplies[$0].kind == .upstream }
        let columns = Dictionary(grouping: keys) { index in
            let flow = chain.supplies[index]
            return KnownFigure.statement(
                party: flow.booker,
                .side(line: flow.indicator, flow.effect, .upstreamReporting))
        }
        return columns.map { column, indices in
            indices.flatMap { [(.eliminated($0), 1.0), (.kept($0), 1.0)] } + [(column, -1)]
        }
    }

    private func chainIdentities(_ lines: Set<String>) -> [[(KnownFigure, Double)]] {
        var identities: [[(KnownFigure, Double)]] = []
        for line in chain.lines where lines.contains(line.indicator) {
            for effect in line.sides.keys.sorted() {
                identities += identitiesOfSide(line, effect)
            }
            if line.balance?.value != nil {
                let sides = line.sides.keys.sorted().map {
                    (cell(line, $0, .total), $0 == .gain ? 1.0 : -1)
                }
                identities.append(sides + [(.chain(.balance(line: line.indicator)), -1)])
            }
        }
        return identities
    }

    private func cell(
        _ line: ChainStatement.Line, _ effect: Effect, _ column: ChainColumn
    ) -> KnownFigure {
        .chain(.side(line: line.indicator, effect, column))
    }

    private func identitiesOfSide(
        _ line: ChainStatement.Line, _ effect: Effect
    ) -> [[(KnownFigure, Double)]] {
        func companies(_ column: Column) -> [(KnownFigure, Double)] {
            (hiding[line.indicator] ?? []).compactMap { statement in
                guard statement[line.indicator]?.sides[effect]?[column].value != nil else {
                    return nil
                }
                let place = StatementCell.side(line: line.indicator, effect, column)
                return (.statement(party: statement.party, place), 1)
            }
        }
        let parts = indicators.parts(of: line.indicator).map(\.id)
        let flows = flowIndices(on: Set([line.indicator] + parts), effect)
        let upstream = flows.filter { chain.supplies[$0].kind == .upstream }
        let downstream = flows.filter { chain.supplies[$0].kind == .downstream }
        return [
            companies(.own) + [(cell(line, effect, .own), -1)],
            companies(.upstreamOther) + upstream.map { (.kept($0), 1) }
                + [(cell(line, effect, .upstreamOther), -1)],
            companies(.downstream) + downstream.map { (.eliminated($0), -1) }
                + [(cell(line, effect, .downstream), -1)],
            companies(.total) + [(cell(line, effect, .parties), -1)],
            flows.map { (.eliminated($0), 1) } + [(cell(line, effect, .eliminations), -1)],
            [(cell(line, effect, .own), 1), (cell(line, effect, .upstreamOther), 1),
             (cell(line, effect, .downstream), 1), (cell(line, effect, .total), -1)],
            [(cell(line, effect, .parties), 1), (cell(line, effect, .eliminations), -1),
             (cell(line, effect, .total), -1)],
        ]
    }
}
