package import Source

/// The whole chain's account for one year: what its companies report, each
/// activity counted once.
package struct ChainStatement: Sendable {
    package let year: Int
    /// The reporting companies, sorted.
    package let parties: [String]
    package let lines: [Line]
    package let supplies: [BilateralFlow]

    package subscript(line: String) -> Line? { lines.first { $0.indicator == line } }

    package struct Line: Sendable {
        package let indicator: String
        package let sides: [Effect: Side]
        package let balance: Traced?
        package let values: [String: Traced]
        /// The totals by where they fall; they add up to the total.
        package let regions: [Effect: [Region: Traced]]
        /// The percentage that a ratio line states, over the whole chain.
        package let ratio: Traced?
    }

    /// One side of a line over the chain.
    package struct Side: Sendable {
        package let own: Traced
        /// From companies that do not report, and what could not be matched.
        package let upstreamOther: Traced
        package let downstream: Traced
        /// The sum of the company totals.
        package let parties: Traced
        /// What two reporting companies both count.
        package let eliminations: Traced

        /// Own activity, what comes from outside and what goes outside.
        package var total: Traced {
            .sum([
                Origin.Part("own", own), Origin.Part("upstream-other", upstreamOther),
                Origin.Part("downstream", downstream),
            ])
        }

        package subscript(column: ChainColumn) -> Traced {
            switch column {
            case .own: own
            case .upstreamOther: upstreamOther
            case .downstream: downstream
            case .parties: parties
            case .eliminations: eliminations
            case .total: total
            }
        }
    }
}

/// The columns of one side of a chain statement.
package enum ChainColumn: String, CaseIterable, Sendable, Hashable {
    case own
    case upstreamOther = "upstream-other"
    case downstream
    case parties
    case eliminations
    case total
}

extension Rule {
    package static let identity = Rule(
        "identity",
        reason: "The chain's account must equal the sum of the company totals less the "
            + "eliminations; anything else counts an activity twice or not at all.",
        example: "a consolidation rule that drops a column",
        mend: "Report this as a fault of the program: no input should be able to cause it.")

    package static let unmatchedSupply = Rule(
        "unmatched-supply", .warning,
        reason: "Only what both sides booked is eliminated; the rest stays in the chain as "
            + "unreconciled and may be counted twice.",
        example: "a buyer books 200 t where the supplier sold 150 t",
        mend: "Compare the two sides in the bilateral annex; check the product's name and unit.")
}

/// Rules R2 to R4: adds the companies' statements and eliminates what two of
/// them count.
package struct Consolidation: Sendable {
    let indicators: Indicators
    let pricing: Pricing
    /// The one country of each company whose sites all lie in it.
    let homes: [String: String]

    package init(indicators: Indicators, pricing: Pricing, homes: [String: String] = [:]) {
        self.homes = homes
        self.indicators = indicators
        self.pricing = pricing
    }

    package func chain(
        year: Int, statements: [Statement], ledgers: [Ledger], _ findings: inout Findings
    ) -> ChainStatement {
        let statements = statements.sorted { $0.party < $1.party }
        let matching = Matching(
            indicators: indicators, statements: statements, ledgers: ledgers, homes: homes)
        let flows = matching.flows(&findings)
        let linesByID = Self.lines(of: statements)
        let flowsByLine = Dictionary(grouping: flows, by: \.indicator)
        var sides: [String: [Effect: ChainStatement.Side]] = [:]
        for indicator in indicators.all
        where ![.subtotal, .ratio].contains(indicator.kind) && indicator.consolidation != .none {
            let lines = linesByID[indicator.id] ?? []
            guard !lines.isEmpty else { continue }
            let own = flowsByLine[indicator.id] ?? []
            for effect in indicator.effects {
                sides[indicator.id, default: [:]][effect] = side(effect, lines, own)
            }
        }
        for subtotal in indicators.all where subtotal.kind == .subtotal {
            let parts = indicators.parts(of: subtotal.id).filter { sides[$0.id] != nil }
            if !parts.isEmpty { sides[subtotal.id] = sum(parts, of: subtotal, sides) }
        }
        let chain = ChainStatement(
            year: year, parties: statements.map(\.party),
            lines: lines(sides, linesByID, flowsByLine),
            supplies: flows)
        Self.checkIdentity(of: chain, &findings)
        return chain
    }

    private typealias PartyLine = (party: String, line: Statement.Line)

    /// Each line of the companies' statements, in the order of the companies.
    private static func lines(of statements: [Statement]) -> [String: [PartyLine]] {
        statements.reduce(into: [:]) { lines, statement in
            for line in statement.lines {
                lines[line.indicator, default: []].append((statement.party, line))
            }
        }
    }

    private func lines(
        _ sides: [String: [Effect: ChainStatement.Side]], _ linesByID: [String: [PartyLine]],
        _ flowsByLine: [String: [BilateralFlow]]
    ) -> [ChainStatement.Line] {
        let balances = sides.mapValues {
            Traced.balance(gain: $0[.gain]?.total, loss: $0[.loss]?.total)
        }
        let values = pricing.values(of: balances, indicators: indicators)
        return indicators.all.compactMap { indicator in
            let ratio = Traced.ratio(indicator) { sides[$0]?.values.first?.total }
            guard let own = sides[indicator.id] ?? (ratio == nil ? nil : [:]) else { return nil }
            return ChainStatement.Line(
                indicator: indicator.id, sides: own,
                balance: indicator.hasBalance ? balances[indicator.id] : nil,
                values: values[indicator.id] ?? [:],
                regions: regions(
                    of: indicator, own.keys.sorted(), linesByID[indicator.id] ?? [], flowsByLine),
                ratio: ratio)
        }
    }

    /// What the companies count in each region, less what two of them count.
    private func regions(
        of indicator: Indicator, _ effects: [Effect], _ statements: [PartyLine],
        _ flowsByLine: [String: [BilateralFlow]]
    ) -> [Effect: [Region: Traced]] {
        let lines = [indicator.id] + indicators.parts(of: indicator.id).map(\.id)
        let flows = lines.flatMap { flowsByLine[$0] ?? [] }.filter { $0.eliminated != 0 }
        var regions: [Effect: [Region: Traced]] = [:]
        for effect in effects {
            for region in Region.allCases {
                let booked = statements.compactMap { party, line in
                    line.regions[effect]?[region].map { Origin.Part(party, $0) }
                }
                let twice = flows.filter { $0.effect == effect }.compactMap { flow in
                    flow.regions[region].map { amount in
                        let share = flow.eliminated / (flow.amount.value ?? 1)
                        return Origin.Part(
                            "\(flow.booker) for \(flow.doer)",
                            Traced(
                                .known(amount * share),
                                .sum([Origin.Part("booked", flow.amount)])))
                    }
                }
                guard !booked.isEmpty else { continue }
                regions[effect, default: [:]][region] = .less(.sum(booked), twice)
            }
        }
        return regions
    }

    private func side(
        _ effect: Effect, _ lines: [PartyLine],
        _ flows: [BilateralFlow]
    ) -> ChainStatement.Side {
        func parts(_ column: Column) -> [Origin.Part] {
            lines.compactMap { party, line in
                line.sides[effect].map { Origin.Part(party, $0[column]) }
            }
        }
        let flows = flows.filter { $0.effect == effect }
        func kept(_ kind: BilateralFlow.Kind) -> [Origin.Part] {
            flows.filter { $0.kind == kind && $0.kept != 0 }.map {
                Origin.Part(
                    "\($0.booker) from \($0.doer), not matched",
                    Traced(.known($0.kept), .sum([Origin.Part("booked", $0.amount)])))
            }
        }
        let eliminated = flows.filter { $0.eliminated != 0 }.map {
            Origin.Part(
                "\($0.booker) from \($0.doer)",
                Traced(.known($0.eliminated), .sum([Origin.Part("booked", $0.amount)])))
        }
        return ChainStatement.Side(
            own: .sum(parts(.own)),
            upstreamOther: .sum(parts(.upstreamOther) + kept(.upstream)),
            downstream: .outside(parts(.downstream), flows.filter { $0.kind == .downstream }),
            parties: .sum(parts(.total)),
            eliminations: eliminated.isEmpty
                ? .absent(.none, "no supplies between reporting companies") : .sum(eliminated))
    }

    private func sum(
        _ parts: [Indicator], of subtotal: Indicator,
        _ sides: [String: [Effect: ChainStatement.Side]]
    ) -> [Effect: ChainStatement.Side] {
        var sums: [Effect: ChainStatement.Side] = [:]
        for effect in indicators.effects(of: subtotal) {
            func column(_ column: ChainColumn) -> Traced {
                .sumOverLines(
                    parts.compactMap { part in
                        sides[part.id]?[effect].map { Origin.Part(part.id, $0[column]) }
                    })
            }
            sums[effect] = ChainStatement.Side(
                own: column(.own), upstreamOther: column(.upstreamOther),
                downstream: column(.downstream), parties: column(.parties),
                eliminations: column(.eliminations))
        }
        return sums
    }

    /// Σ company totals − eliminations = chain, on every side of every line.
    package static func checkIdentity(of chain: ChainStatement, _ findings: inout Findings) {
        for line in chain.lines {
            for (effect, side) in line.sides.sorted(by: { $0.key < $1.key }) {
                let parties = side.parties.value ?? 0
                let eliminations = side.eliminations.value ?? 0
                let total = side.total.value ?? 0
                let size = abs(parties) + abs(eliminations) + abs(total)
                if abs(parties - eliminations - total) > 1e-9 * size {
                    findings.add(
                        .identity, at: Place(file: "chain/\(chain.year)"),
                        "\(line.indicator) (\(effect.rawValue)): company totals \(parties) less "
                            + "eliminations \(eliminations) is not the chain's \(total)")
                }
            }
        }
    }
}

extension Traced {
    /// Downstream amounts less those that another company's statement holds.
    fileprivate static func outside(
        _ parts: [Origin.Part], _ flows: [BilateralFlow]
    ) -> Traced {
        .less(
            .sum(parts),
            flows.filter { $0.eliminated != 0 }.map {
                Origin.Part(
                    "\($0.booker) to \($0.doer)",
                    Traced(.known($0.eliminated), .sum([Origin.Part("booked", $0.amount)])))
            })
    }

    /// What is booked less what of it another company's statement holds.
    fileprivate static func less(_ all: Traced, _ inside: [Origin.Part]) -> Traced {
        guard !inside.isEmpty, let quantity = all.cell.quantity else { return all }
        let less = Traced.sum(inside)
        var rest = quantity
        rest.value = ExactSum.of([quantity.value, -(less.value ?? 0)])
        return Traced(
            .known(rest), .difference(Origin.Part("booked", all), Origin.Part("inside", less)))
    }
}
