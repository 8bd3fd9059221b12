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
        var secret: Set<ChainCell> = []
        for line in chain.lines {
            for effect in line.sides.keys.sorted() {
                for column in ChainColumn.allCases {
                    let count = knowledge.hiddenContributors(line.indicator, effect, column)
                    if (1..<Self.minimumContributors).contains(count) {
                        secret.insert(.side(line: line.indicator, effect, column))
                    }
                }
            }
            let totals = line.sides.keys.map {
                ChainCell.side(line: line.indicator, $0, .total)
            }
            if line.balance != nil, !secret.isDisjoint(with: totals) {
                secret.insert(.balance(line: line.indicator))
            }
        }
        return HiddenCells(secret: secret, all: protect(secret, chain, knowledge))
    }

    /// Hides more chain cells until no company's secret follows exactly.
    private func protect(
        _ secret: Set<ChainCell>, _ chain: ChainStatement, _ knowledge: ChainKnowledge
    ) -> Set<ChainCell> {
        var hidden = secret
        let families = Dictionary(grouping: chain.lines) {
            indicators[$0.indicator]?.partOf ?? $0.indicator
        }
        for (_, lines) in families.sorted(by: { $0.key < $1.key }) {
            let family = Set(lines.map(\.indicator))
            let secrets = knowledge.secrets(on: family, alsoHidden: secret)
            guard !secrets.isEmpty else { continue }
            hidden = hiding(
                lines.flatMap(Self.cells).sorted(by: Self.isRatherHidden), beside: hidden
            ) { hidden in
                var equations = knowledge.equations(on: family, hidden: hidden)
                return equations.fixAny(of: secrets)
            }
        }
        return hidden
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
