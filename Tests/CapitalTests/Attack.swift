import Capital
import Source

/// An outsider who has every published cell, knows the arithmetic of the
/// statements and knows which hidden cells hold a figure at all; or an
/// insider, a group that knows its own books and its own deliveries as well.
struct Attack {
    enum Figure: Hashable {
        case statement(String, StatementCell)
        case chain(ChainCell)
        case eliminated(Int)
        case kept(Int)
    }

    typealias Terms = [(Figure, Int)]

    let chain: Chain
    private let indicators = Guide.indicators
    let parties: [String: Party]
    private var system = LinearSystem<Figure>()
    /// What follows from mutual figures that both sides agreed to show, and
    /// from what the insider has of its own.
    private var agreed = LinearSystem<Figure>()
    private let statementViews: [String: StatementView]
    private let chainView: ChainView
    let insider: String?

    init(on chain: Chain, by insider: String? = nil) {
        self.chain = chain
        self.insider = insider
        parties = Dictionary(uniqueKeysWithValues: chain.accounts.parties.map { ($0.id, $0) })
        statementViews = parties.mapValues { chain.view($0.id) }
        chainView = chain.view
        for company in chain.companies { addStatement(of: company.id) }
        addChain()
        addBought()
    }

    /// The secrets that the published cells fix, in words.
    mutating func leaks() -> [String] {
        secrets().filter { system.fixes($0.terms) && !agreed.fixes($0.terms) }
            .map(\.name).sorted()
    }

    private mutating func add(_ terms: Terms) {
        system.add(terms.filter { !isPublished($0.0) })
        agreed.add(terms.filter { !isAgreed($0.0) })
    }

    private func isAgreed(_ figure: Figure) -> Bool {
        if isOwn(figure) { return true }
        return switch figure {
        case .statement, .chain: false
        case .eliminated(let index), .kept(let index):
            isOpen(chain.statement.supplies[index])
        }
    }

    private func isPublished(_ figure: Figure) -> Bool {
        if isOwn(figure) { return true }
        return switch figure {
        case .statement(let party, .side(let line, let effect, let column)):
            statementViews[party]?[line]?.sides[effect]?[column] != .confidential
        case .statement(let party, .balance(let line)):
            statementViews[party]?[line]?.balance != .confidential
        case .chain(.side(let line, let effect, let column)):
            chainView[line]?.sides[effect]?[column] != .confidential
        case .chain(.balance(let line)):
            chainView[line]?.balance != .confidential
        case .eliminated(let index), .kept(let index):
            isOpen(chain.statement.supplies[index])
        }
    }

    /// What the insider knows without any publication.
    func isOwn(_ figure: Figure) -> Bool {
        switch figure {
        case .statement(let party, _): return group(party) == insider
        case .chain: return false
        case .eliminated(let index), .kept(let index):
            let flow = chain.statement.supplies[index]
            return [group(flow.booker), group(flow.doer)].contains(insider)
        }
    }

    func isOpen(_ flow: BilateralFlow) -> Bool {
        agree(flow.booker, flow.doer)
            && parties[flow.booker]!.publishes.includes(line: flow.indicator)
    }

    func agree(_ a: String, _ b: String) -> Bool {
        parties[a]!.publishes.bilateral.contains { $0.value == b }
            && parties[b]!.publishes.bilateral.contains { $0.value == a }
    }

    func group(_ party: String) -> String { parties[party]!.contributor }

    func parts(of line: String) -> [String] { indicators.parts(of: line).map(\.id) }
}

// MARK: What the outsider knows

extension Attack {
    private mutating func addStatement(of party: String) {
        let statement = chain.statement(party)
        func side(_ line: Statement.Line, _ effect: Effect, _ column: Column) -> Terms {
            guard line.sides[effect]?[column].value != nil else { return [] }
            return [(.statement(party, .side(line: line.indicator, effect, column)), 1)]
        }
        func balance(_ line: Statement.Line?) -> Terms {
            guard let line, line.balance?.value != nil else { return [] }
            return [(.statement(party, .balance(line: line.indicator)), 1)]
        }
        for line in statement.lines {
            let lineParts = parts(of: line.indicator).compactMap { statement[$0] }
            for effect in line.sides.keys {
                let columns = Column.components.flatMap { side(line, effect, $0) }
                add(columns + side(line, effect, .total).negated)
                for column in Column.allCases where !lineParts.isEmpty {
                    let sum = lineParts.flatMap { side($0, effect, column) }
                    add(sum + side(line, effect, column).negated)
                }
            }
            if line.balance?.value != nil {
                add(side(line, .gain, .total) + side(line, .loss, .total).negated
                    + balance(line).negated)
            }
            let value = statementViews[party]?[line.indicator]?.values["list"]
            if let value, value != .confidential {
                add(priced(lineParts.isEmpty ? [line] : lineParts) { balance($0) })
            }
        }
    }

    /// An amount of money is a price times a balance, and prices are public.
    private func priced<L>(_ lines: [L], _ balance: (L) -> Terms) -> Terms {
        lines.flatMap { balance($0).map { ($0.0, $0.1 * 50) } }
    }

    private mutating func addChain() {
        let statement = chain.statement
        for line in statement.lines {
            let own = [line.indicator] + parts(of: line.indicator)
            for effect in line.sides.keys {
                let flows = statement.supplies.indices.filter {
                    own.contains(statement.supplies[$0].indicator)
                        && statement.supplies[$0].effect == effect
                }
                addSide(line, effect, flows)
            }
            if line.balance?.value != nil {
                add(side(line, .gain, .total) + side(line, .loss, .total).negated
                    + [(.chain(.balance(line: line.indicator)), -1)])
            }
            let value = chainView[line.indicator]?.values["list"]
            if let value, value != .confidential {
                let lineParts = parts(of: line.indicator)
                add(priced(lineParts.isEmpty ? [line.indicator] : lineParts) { id in
                    statement[id]?.balance?.value == nil
                        ? [] : [(.chain(.balance(line: id)), 1)]
                })
            }
        }
    }

    private func side(
        _ line: ChainStatement.Line, _ effect: Effect, _ column: ChainColumn
    ) -> Terms {
        guard line.sides[effect]?[column].value != nil else { return [] }
        return [(.chain(.side(line: line.indicator, effect, column)), 1)]
    }

    private mutating func addSide(
        _ line: ChainStatement.Line, _ effect: Effect, _ flows: [Int]
    ) {
        func companies(_ column: Column) -> Terms {
            chain.companies.compactMap { company in
                let figure = chain.statement(company.id)[line.indicator]?.sides[effect]?[column]
                guard figure?.value != nil else { return nil }
                let place = StatementCell.side(line: line.indicator, effect, column)
                return (.statement(company.id, place), 1)
            }
        }
        let supplies = chain.statement.supplies
        let upstream = flows.filter { supplies[$0].kind == .upstream }
        let downstream = flows.filter { supplies[$0].kind == .downstream }
        func minus(_ column: ChainColumn) -> Terms { side(line, effect, column).negated }
        add(companies(.own) + minus(.own))
        add(companies(.upstreamOther) + upstream.map { (.kept($0), 1) } + minus(.upstreamOther))
        add(companies(.downstream) + downstream.map { (.eliminated($0), -1) }
            + minus(.downstream))
        add(companies(.total) + minus(.parties))
        add(flows.map { (.eliminated($0), 1) } + minus(.eliminations))
        add([ChainColumn.own, .upstreamOther, .downstream].flatMap { side(line, effect, $0) }
            + minus(.total))
        for column in ChainColumn.allCases {
            let lineParts = parts(of: line.indicator).compactMap { chain.statement[$0] }
            guard !lineParts.isEmpty else { continue }
            add(lineParts.flatMap { side($0, effect, column) } + minus(column))
        }
    }

    private mutating func addBought() {
        let supplies = chain.statement.supplies
        let upstream = supplies.indices.filter { supplies[$0].kind == .upstream }
        let columns = Dictionary(grouping: upstream) { index in
            let flow = supplies[index]
            return Figure.statement(
                flow.booker, .side(line: flow.indicator, flow.effect, .upstreamReporting))
        }
        for (column, flows) in columns {
            add(flows.flatMap { [(.eliminated($0), 1), (.kept($0), 1)] } + [(column, -1)])
        }
    }
}

extension [(Attack.Figure, Int)] {
    fileprivate var negated: Self { map { ($0.0, -$0.1) } }
}
