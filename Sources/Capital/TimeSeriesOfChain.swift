import Source

extension Accounts {
    /// The series of the chain, beside the last year before it in which any
    /// company reports; nil in the first year. A company that joined or left
    /// breaks it: what is comparable stands under like for like.
    package func chainSeries(
        in year: Int, path: TimeSeries.Path, for reader: Reader
    ) -> TimeSeries? {
        guard let priorYear = years.last(where: { $0 < year }),
            let view = chainView(in: year, for: reader),
            let prior = chainView(in: priorYear, for: reader)
        else { return nil }
        let now = Set(view.parties), before = Set(prior.parties)
        let series = ChainSeries(
            accounts: self, path: path, reader: reader, view: view, prior: prior,
            baseline: chainView(in: path.baseline, for: reader),
            common: now == before ? nil : commonChains([year, priorYear], now.intersection(before)),
            closed: now == before ? [:] : closedLines(in: [year, priorYear]))
        let ids = indicators.ids.filter { view[$0] != nil || prior[$0] != nil }
        return TimeSeries(
            year: year, priorYear: priorYear, path: path, lines: ids.map(series.line),
            changes: [], restated: [:],
            joined: now.subtracting(before).sorted().compactMap(party),
            left: before.subtracting(now).sorted().compactMap(party))
    }

    /// The lines of which each company hides a cell in one of these years.
    private func closedLines(in years: [Int]) -> [String: Set<String>] {
        var closed: [String: Set<String>] = [:]
        for key in statements.keys where years.contains(key.year) {
            let lines = view(of: key.party, in: key.year, for: .everyone)?.lines ?? []
            closed[key.party, default: []].formUnion(
                lines.filter { !$0.isWhole }.map(\.indicator))
        }
        return closed
    }

    /// The chain of the companies that report in each of these years, as if
    /// no other reported.
    private func commonChains(_ years: [Int], _ parties: Set<String>) -> [ChainStatement] {
        years.map { year in
            let own = ledgers.values.filter { $0.year == year && parties.contains($0.party) }
                .sorted { $0.party < $1.party }
            let statements = own.compactMap { ledger in
                party(ledger.party).map {
                    computation.statement(of: ledger, party: $0, reporting: parties)
                }
            }
            var passedOver = Findings()
            return Consolidation(indicators: indicators, pricing: computation.pricing).chain(
                year: year, statements: statements, ledgers: own, &passedOver)
        }
    }
}

extension ChainStatement.Line {
    var figure: Cell { (balance ?? ratio ?? sides[.memo]?.total)?.cell ?? .none }
}

extension ChainView.Line {
    /// Whether every cell of the line may be seen.
    var isWhole: Bool {
        sides.values.allSatisfy { !$0.values.contains(.confidential) } && balance != .confidential
    }
}

/// What is known of the chain's years while its series is made.
private struct ChainSeries {
    let accounts: Accounts
    let path: TimeSeries.Path
    let reader: Reader
    let view: ChainView
    let prior: ChainView
    let baseline: ChainView?
    /// This year and the prior one over the companies that both years have;
    /// nil where both years have the same.
    let common: [ChainStatement]?
    /// The lines of which each company hides a cell in one of both years.
    let closed: [String: Set<String>]

    private var indicators: Indicators { accounts.indicators }

    func line(_ id: String) -> TimeSeries.Line {
        let now = view[id]?.figure ?? .missing(.notBooked)
        func shown(_ earlier: ChainView?, _ year: Int) -> SeriesCell {
            if let earlier, year < view.year, isBroken(id, since: earlier) { return .broken }
            return .cell(now == .confidential ? now : earlier?[id]?.figure ?? .missing(.notBooked))
        }
        let first = path.baseline > view.year ? .cell(.none) : shown(baseline, path.baseline)
        let before = shown(prior, prior.year)
        let target = indicators[id]?.hasBalance == true
            ? path.cell(from: first, in: view.year) : .cell(.none)
        return TimeSeries.Line(
            indicator: id, baseline: first, asReported: nil, prior: before, current: now,
            likeForLike: change(id, now, before), path: target,
            distance: target == .cell(.none) ? target : .difference(.cell(now), target))
    }

    /// Whether companies joined or left, or one of them broke its own series.
    private func isBroken(_ id: String, since earlier: ChainView) -> Bool {
        Set(earlier.parties) != Set(view.parties)
            || hasBreak(id, of: view.parties, since: earlier.year)
    }

    private func hasBreak(_ id: String, of parties: [String], since year: Int) -> Bool {
        parties.contains {
            !accounts.breaks(in: id, of: $0, after: year, through: view.year).isEmpty
        }
    }

    private func change(_ id: String, _ now: Cell, _ before: SeriesCell) -> SeriesCell {
        guard let common else { return .difference(.cell(now), before) }
        let both = view.parties.filter(prior.parties.contains)
        if hasBreak(id, of: both, since: prior.year) { return .broken }
        guard reader != .everyone || indicators.whatMakes(id).allSatisfy(isSafe) else {
            return .cell(.confidential)
        }
        let figures = common.map { $0[id]?.figure ?? .missing(.notBooked) }
        return .cell(.difference(figures[0], figures[1]))
    }

    /// Whether the change over the common companies gives nobody away: less
    /// the chain's own change it is what those brought that joined or left.
    /// Neither these nor the common ones may hold one or two groups alone
    /// whose figures are hidden.
    private func isSafe(_ line: String) -> Bool {
        guard [view, prior].allSatisfy({ $0[line]?.isWhole ?? true }) else { return false }
        let now = Set(view.parties), before = Set(prior.parties)
        return [now.symmetricDifference(before), now.intersection(before)].allSatisfy { parties in
            let silent = parties.filter { closed[$0]?.contains(line) ?? false }
            let groups = Set(silent.map { accounts.party($0)?.contributor ?? $0 })
            return groups.isEmpty || groups.count >= ChainDisclosure.minimumContributors
        }
    }
}
