import Source

/// Makes statements from ledgers: ledger rows × indicators × prices.
package struct StatementComputation: Sendable {
    let indicators: Indicators
    let pricing: Pricing
    /// The quality class of each method, 1 (best) to 5.
    let qualityClasses: [Method: Int]

    package init(indicators: Indicators, pricing: Pricing, qualityClasses: [Method: Int]) {
        self.indicators = indicators
        self.pricing = pricing
        self.qualityClasses = qualityClasses
    }

    /// The same with a company's own prices beside those of the guide.
    func pricing(by own: Pricing?) -> StatementComputation {
        StatementComputation(
            indicators: indicators, pricing: own ?? pricing, qualityClasses: qualityClasses)
    }

    /// The statement of one company. `reporting` are the companies that
    /// report in this year: what comes from them is "upstream, reporting".
    /// `homes` tells of other companies in which one country all their sites
    /// lie.
    package func statement(
        of ledger: Ledger, party: Party, reporting: Set<String>, homes: [String: String] = [:]
    ) -> Statement {
        let books = Books(ledger: ledger, reporting: reporting, homes: homes)
        let links = Set(party.chainLinks.map(\.value))
        var sides: [String: [Effect: Statement.Side]] = [:]
        for indicator in indicators.all
        where indicator.kind != .subtotal && indicator.kind != .ratio {
            let mustReport = indicator.mustReport.contains { links.contains($0.value) }
            guard mustReport || books.hasRows(of: indicator.id) else { continue }
            sides[indicator.id] = Dictionary(
                uniqueKeysWithValues: indicator.effects.map {
                    ($0, side($0, of: indicator, in: books, mustReport: mustReport))
                })
        }
        for subtotal in indicators.all where subtotal.kind == .subtotal {
            let parts = indicators.parts(of: subtotal.id).filter { sides[$0.id] != nil }
            if !parts.isEmpty { sides[subtotal.id] = sum(parts, of: subtotal, sides) }
        }
        let balances = sides.mapValues {
            Traced.balance(gain: $0[.gain]?.total, loss: $0[.loss]?.total)
        }
        let values = pricing.values(of: balances, indicators: indicators)
        let lines = indicators.all.compactMap { indicator -> Statement.Line? in
            let ratio = Traced.ratio(indicator) { sides[$0]?.values.first?.total }
            guard let own = sides[indicator.id] ?? (ratio == nil ? nil : [:]) else {
                return nil
            }
            return line(
                indicator, own, books, balances[indicator.id], values[indicator.id] ?? [:], ratio)
        }
        return Statement(party: ledger.party, year: ledger.year, lines: lines)
    }

    private func line(
        _ indicator: Indicator, _ sides: [Effect: Statement.Side], _ books: Books,
        _ balance: Traced?, _ values: [String: Traced], _ ratio: Traced?
    ) -> Statement.Line {
        let lines = [indicator.id] + indicators.parts(of: indicator.id).map(\.id)
        return Statement.Line(
            indicator: indicator.id, sides: sides,
            balance: indicator.hasBalance ? balance : nil,
            regions: books.regions(of: lines, sides.keys.sorted()), ratio: ratio,
            values: values,
            promised: books.promised(on: indicator.id),
            quality: books.quality(of: Set(lines), classes: qualityClasses),
            notes: books.notes(on: indicator.id))
    }

    private func sum(
        _ parts: [Indicator], of subtotal: Indicator,
        _ sides: [String: [Effect: Statement.Side]]
    ) -> [Effect: Statement.Side] {
        var sums: [Effect: Statement.Side] = [:]
        for effect in indicators.effects(of: subtotal) {
            func column(_ column: Column) -> Traced {
                .sumOverLines(
                    parts.compactMap { part in
                        sides[part.id]?[effect].map { Origin.Part(part.id, $0[column]) }
                    })
            }
            sums[effect] = Statement.Side(
                own: column(.own), upstreamReporting: column(.upstreamReporting),
                upstreamOther: column(.upstreamOther), downstream: column(.downstream))
        }
        return sums
    }

    private func side(
        _ effect: Effect, of indicator: Indicator, in books: Books, mustReport: Bool
    ) -> Statement.Side {
        let line = indicator.id
        let siblings = indicators.family(of: line).filter { $0 != line }
        func column(_ booked: (String) -> [Origin.Part], or absent: Traced? = nil) -> Traced {
            let parts = booked(line)
            if !parts.isEmpty { return .sum(parts) }
            if effect == .gain { return .absent(.none, "no gain is booked") }
            if siblings.contains(where: { !booked($0).isEmpty }) {
                return .absent(.none, "booked on another line of the same subtotal")
            }
            return absent ?? .absent(.missing(.notBooked), "nothing is booked")
        }
        let owed = mustReport
            ? Traced.absent(.missing(.stated), "the line must be reported") : nil
        let own = column({ books.flows(.own, effect, $0) }, or: owed)
        guard indicator.consolidation != .own else {
            let none = Traced.absent(.notApplicable, "the line counts own activity only")
            return Statement.Side(
                own: own, upstreamReporting: none, upstreamOther: none, downstream: none)
        }
        let buysNothing = books.buysFromReporting
            ? nil : Traced.absent(.none, "nothing is bought from reporting companies")
        return Statement.Side(
            own: own,
            upstreamReporting: column(
                { effect == .gain ? [] : books.bought($0, fromReporting: true) },
                or: buysNothing),
            upstreamOther: column {
                books.flows(.upstream, effect, $0)
                    + (effect == .gain ? [] : books.bought($0, fromReporting: false))
            },
            downstream: column { books.flows(.downstream, effect, $0) })
    }
}
