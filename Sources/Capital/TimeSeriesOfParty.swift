import Source

extension Accounts {
    /// The series of a company, beside the last year before it for which the
    /// company reports; nil in its first year.
    package func series(
        of party: String, in year: Int, path: TimeSeries.Path, for reader: Reader
    ) -> TimeSeries? {
        guard let priorYear = priorYear(of: party, before: year),
            let view = view(of: party, in: year, for: reader),
            let prior = self.view(of: party, in: priorYear, for: reader)
        else { return nil }
        let series = PartySeries(
            accounts: self, party: party, path: path, reader: reader, view: view, prior: prior,
            baseline: self.view(of: party, in: path.baseline, for: reader),
            changes: ledgers[Key(party: party, year: year)]?.changes ?? [],
            common: likeForLike(of: party, year, priorYear))
        let ids = indicators.ids.filter { view[$0] != nil || prior[$0] != nil }
        let changes = series.changes.filter { change in
            ids.contains { change.bears(on: $0, indicators) && series.isOpen($0) }
        }
        return TimeSeries(
            year: year, priorYear: priorYear, path: path, lines: ids.map(series.line),
            changes: changes,
            restated: Dictionary(
                Set(changes.compactMap(\.indicator)).map { line in
                    (line, prior[line]?.sides.compactMapValues { $0[.total] } ?? [:])
                }, uniquingKeysWith: { first, _ in first }),
            joined: [], left: [])
    }

    /// The change of each line over the sites that both years have; nil where
    /// both have the same. What is bought has no site and stays.
    private func likeForLike(of party: String, _ year: Int, _ prior: Int) -> CommonSites? {
        let keys = [Key(party: party, year: year), Key(party: party, year: prior)]
        guard let company = self.party(party), let now = ledgers[keys[0]],
            let before = ledgers[keys[1]]
        else { return nil }
        let moved = now.sites(of: company).symmetricDifference(before.sites(of: company))
        guard !moved.isEmpty else { return nil }
        let statements = keys.compactMap { key -> Statement? in
            guard var ledger = ledgers[key] else { return nil }
            ledger.flows.removeAll { moved.contains(company.site(of: $0) ?? "") }
            return computation.statement(
                of: ledger, party: company,
                reporting: Set(ledgers.keys.filter { $0.year == key.year }.map(\.party)))
        }
        guard statements.count == 2 else { return nil }
        let changes = indicators.ids.map { line -> (String, Cell) in
            let figures = statements.map { $0[line]?.figure ?? .missing(.notBooked) }
            return (line, .difference(figures[0], figures[1]))
        }
        let left = (now.flows + before.flows).filter {
            moved.contains(company.site(of: $0) ?? "")
        }
        return CommonSites(
            changes: Dictionary(uniqueKeysWithValues: changes),
            lines: Set(left.map(\.indicator)))
    }
}

/// Two years without the sites that only one of them has.
private struct CommonSites {
    /// By line.
    let changes: [String: Cell]
    /// The lines on which rows were left out.
    let lines: Set<String>
}

extension Statement.Line {
    var figure: Cell { (balance ?? ratio ?? sides[.memo]?.total)?.cell ?? .none }
}

/// What is known of one company's years while its series is made.
private struct PartySeries {
    let accounts: Accounts
    let party: String
    let path: TimeSeries.Path
    let reader: Reader
    let view: StatementView
    let prior: StatementView
    let baseline: StatementView?
    let changes: [Change]
    /// The change over the sites that both years have, where they differ.
    let common: CommonSites?

    private var indicators: Indicators { accounts.indicators }

    /// Whether every cell that makes up a line may be seen in both years.
    func isOpen(_ line: String) -> Bool {
        indicators.whatMakes(line).allSatisfy { part in
            [view, prior].allSatisfy { $0[part]?.isWhole ?? true }
        }
    }

    private func breaks(_ line: String, after first: Int) -> [Change] {
        accounts.breaks(in: line, of: party, after: first, through: view.year)
    }

    func line(_ id: String) -> TimeSeries.Line {
        let now = view[id]?.figure ?? .missing(.notBooked)
        func shown(_ earlier: StatementView?, _ year: Int) -> SeriesCell {
            if year < view.year, !breaks(id, after: year).isEmpty { return .broken }
            return .cell(now == .confidential ? now : earlier?[id]?.figure ?? .missing(.notBooked))
        }
        let first = path.baseline > view.year ? .cell(.none) : shown(baseline, path.baseline)
        let before = shown(prior, prior.year)
        let target = indicators[id]?.hasBalance == true
            ? path.cell(from: first, in: view.year) : .cell(.none)
        return TimeSeries.Line(
            indicator: id, baseline: first, asReported: asReported(id, before),
            prior: before, current: now, likeForLike: change(id, now, before), path: target,
            distance: target == .cell(.none) ? target : .difference(.cell(now), target))
    }

    private func change(_ id: String, _ now: Cell, _ before: SeriesCell) -> SeriesCell {
        guard breaks(id, after: prior.year).allSatisfy({ $0.trigger == .perimeter }) else {
            return .broken
        }
        guard let common else { return .difference(.cell(now), before) }
        guard indicators.whatMakes(id).allSatisfy({ isApart($0, common) }) else { return .broken }
        return .cell(isOpen(id) ? common.changes[id] ?? .none : .confidential)
    }

    /// Whether what joined or left can be told apart on a line: a line that a
    /// break covers, and on which nothing is booked by site, has no part that
    /// both years have.
    private func isApart(_ line: String, _ common: CommonSites) -> Bool {
        guard indicators.parts(of: line).isEmpty, view[line] ?? prior[line] != nil else {
            return true
        }
        return common.lines.contains(line) || breaks(line, after: prior.year).isEmpty
    }

    /// The figure that the prior year published first. A restatement of a
    /// part would follow from it, so it is seen with every part.
    private func asReported(_ id: String, _ before: SeriesCell) -> SeriesCell {
        let parts = indicators.whatMakes(id)
        let restated = changes.filter {
            $0.treatment == .restated && parts.contains($0.indicator ?? "")
        }
        guard !restated.isEmpty, before != .broken else { return before }
        guard isOpen(id) else { return .cell(.confidential) }
        return .cell(figureAsReported(id))
    }

    private func figureAsReported(_ id: String) -> Cell {
        guard let indicator = indicators[id] else { return .none }
        if indicator.kind == .ratio {
            let ratio = Traced.ratio(indicator) { line in
                indicators.effects(of: indicators[line] ?? indicator).first.map {
                    .absent(total(line, $0), "as first published")
                }
            }
            return ratio?.cell ?? .none
        }
        guard indicator.hasBalance else { return total(id, .memo) }
        func side(_ effect: Effect) -> Cell {
            indicators.effects(of: indicator).contains(effect) ? total(id, effect) : .none
        }
        return .balance(gain: side(.gain), loss: side(.loss))
    }

    /// The total of one side as it was first published.
    private func total(_ line: String, _ effect: Effect) -> Cell {
        let parts = indicators.parts(of: line).filter { prior[$0.id] != nil }
        guard parts.isEmpty else {
            return .sumOverLines(
                parts.filter { $0.effects.contains(effect) }.map { total($0.id, effect) })
        }
        let row = changes.first { $0.indicator == line && $0.effect == effect }
        return row?.asReported ?? prior[line]?.sides[effect]?[.total] ?? .missing(.notBooked)
    }
}
