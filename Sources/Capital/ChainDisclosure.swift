import Source

/// What the public may see of the chain's statement. The companies' own
/// statements are published as they chose; here only cells of the chain are
/// hidden, so that nothing that a company keeps to itself follows from them.
package struct ChainDisclosure: Sendable {
    let indicators: Indicators
    let parties: [String: Party]
    /// A chain cell with this many hidden contributors, by group, protects
    /// each of them; with fewer it is hidden (minimum frequency, SDC Handbook
    /// section 4.2, applied to what is not public).
    package static let minimumContributors = 3

    package init(indicators: Indicators, parties: [String: Party]) {
        self.indicators = indicators
        self.parties = parties
    }

    package func hidden(
        in chain: ChainStatement, statements: [Statement],
        hiddenInParties: [String: HiddenCells<StatementCell>]
    ) -> HiddenCells<ChainCell> {
        let knowledge = ChainKnowledge(
            chain: chain, statements: statements, hiddenInParties: hiddenInParties,
            indicators: indicators, parties: parties)
        let secret = secretCells(of: chain, knowledge)
        let all = protect(secret, chain, knowledge)
        let closed = hiddenInParties.values.reduce(into: Set<String>()) {
            $0.formUnion($1.unsplit)
        }
        let unsplit = chain.lines.map(\.indicator).filter { line in
            let lines = [line] + indicators.parts(of: line).map(\.id)
            return all.contains { lines.contains($0.line) } || !closed.isDisjoint(with: lines)
                || knowledge.hasSilentFlow(on: Set(lines))
        }
        return HiddenCells(secret: Set(secret.keys), all: all, unsplit: Set(unsplit))
    }

    /// Whether the sum of what is booked for these supplies, all on one line
    /// or subtotal, may be published beside what is: it is one more equation.
    func allows(
        _ supplies: [Reconciliation], beside hidden: Set<ChainCell>, in chain: ChainStatement,
        statements: [Statement], hiddenInParties: [String: HiddenCells<StatementCell>]
    ) -> Bool {
        let knowledge = ChainKnowledge(
            chain: chain, statements: statements, hiddenInParties: hiddenInParties,
            indicators: indicators, parties: parties)
        guard let head = supplies.first?.line else { return true }
        let family = Set([head] + indicators.parts(of: head).map(\.id))
        let lines = chain.lines.filter { family.contains($0.indicator) }
        let readers = self.readers(
            of: family, secretCells(of: chain, knowledge), lines.flatMap(Self.cells), knowledge)
        let keys = Set(supplies.map { [$0.buyer, $0.supplier, $0.product, $0.unit] })
        let flows = chain.supplies.indices.filter {
            let flow = chain.supplies[$0]
            return flow.kind == .upstream && family.contains(flow.indicator)
                && keys.contains([flow.booker, flow.doer, flow.product, flow.unit])
        }
        var equations = knowledge.equations(on: family, hidden: hidden)
        equations.add(flows.flatMap { [(.eliminated($0), 1), (.kept($0), 1)] })
        return !readers.contains { $0.learns(from: equations) }
    }

    /// Cells that too few hidden contributors stand behind, with those.
    private func secretCells(
        of chain: ChainStatement, _ knowledge: ChainKnowledge
    ) -> [ChainCell: Set<[String]>] {
        var secret: [ChainCell: Set<[String]>] = [:]
        for line in chain.lines {
            for effect in line.sides.keys {
                for column in ChainColumn.allCases {
                    let silent = knowledge.hiddenContributors(line.indicator, effect, column)
                    if (1..<Self.minimumContributors).contains(silent.count) {
                        secret[.side(line: line.indicator, effect, column)] = silent
                    }
                }
            }
            let totals = line.sides.keys.compactMap {
                secret[.side(line: line.indicator, $0, .total)]
            }
            if line.balance != nil, !totals.isEmpty {
                secret[.balance(line: line.indicator)] = totals.reduce([]) { $0.union($1) }
            }
        }
        return secret
    }

    /// Hides more chain cells until no company's secret follows exactly,
    /// neither for an outsider nor for a group that adds its own books.
    private func protect(
        _ secret: [ChainCell: Set<[String]>], _ chain: ChainStatement,
        _ knowledge: ChainKnowledge
    ) -> Set<ChainCell> {
        var hidden = Set(secret.keys)
        let families = Dictionary(grouping: chain.lines) {
            indicators[$0.indicator]?.partOf ?? $0.indicator
        }
        for (_, lines) in families.sorted(by: { $0.key < $1.key }) {
            let family = Set(lines.map(\.indicator))
            let cells = lines.flatMap(Self.cells).sorted(by: Self.isRatherHidden)
            let readers = self.readers(of: family, secret, cells, knowledge)
            guard !readers.isEmpty else { continue }
            hidden = hiding(cells, beside: hidden) { hidden in
                let equations = knowledge.equations(on: family, hidden: hidden)
                return readers.contains { $0.learns(from: equations) }
            }
        }
        return hidden
    }

    /// Somebody who looks for what others keep to themselves.
    private struct Searcher {
        let own: [KnownFigure]
        var secrets: [Equations<KnownFigure>.Sum]

        func learns(from equations: Equations<KnownFigure>) -> Bool {
            var equations = equations
            for figure in own { equations.add([(figure, 1)]) }
            return equations.fixAny(of: secrets)
        }
    }

    /// An outsider, and every group. What follows even without any cell of
    /// the chain is not for the chain's report to protect.
    private func readers(
        of family: Set<String>, _ secret: [ChainCell: Set<[String]>], _ hidden: [ChainCell],
        _ knowledge: ChainKnowledge
    ) -> [Searcher] {
        let secrets = knowledge.secrets(on: family)
        let cells = secret.filter { family.contains($0.key.line) }
        guard !secrets.isEmpty || !cells.isEmpty else { return [] }
        let withoutChain = knowledge.equations(on: family, hidden: Set(hidden))
        let outsider: [String?] = [nil]
        return (outsider + knowledge.groups).compactMap { group in
            let own = group.map { knowledge.own(of: $0, on: family) } ?? []
            // A group with nothing of its own knows no more than an outsider.
            guard group == nil || !own.isEmpty else { return nil }
            let isOwn = Set(own)
            let others = secrets.filter { !$0.contains { isOwn.contains($0.0) } }
                + cells.filter { cell in
                    !cell.value.contains { $0.contains(group ?? "") }
                }.map { [(KnownFigure.chain($0.key), 1.0)] }
            var known = withoutChain
            for figure in own { known.add([(figure, 1)]) }
            let open = others.filter { !known.fixAny(of: [$0]) }
            return open.isEmpty ? nil : Searcher(own: own, secrets: open)
        }
    }

    /// The cells of a line that hold a figure; that one holds none is no
    /// secret of anybody.
    private static func cells(of line: ChainStatement.Line) -> [ChainCell] {
        line.sides.keys.sorted().flatMap { effect in
            ChainColumn.allCases.filter { line.sides[effect]?[$0].value != nil }
                .map { .side(line: line.indicator, effect, $0) }
        } + (line.balance?.value == nil ? [] : [.balance(line: line.indicator)])
    }

    /// The chain's own total and balance are what the report is for: they go
    /// last.
    private static func isRatherHidden(_ a: ChainCell, _ b: ChainCell) -> Bool {
        func rank(_ cell: ChainCell) -> Int {
            switch cell {
            case .side(_, _, .eliminations): 0
            case .side(_, _, .parties): 1
            case .side(_, _, .upstreamOther): 2
            case .side(_, _, .downstream): 3
            case .side(_, _, .own): 4
            case .side(_, _, .total): 5
            case .balance: 6
            }
        }
        return (rank(a), a.line, "\(a)") < (rank(b), b.line, "\(b)")
    }
}
