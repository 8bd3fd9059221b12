import Capital
import Markup
import Source

/// Balances over the years, alike for a company and for the chain, and what
/// changed in how they are made.
struct TimeTables {
    let series: TimeSeries
    let indicators: Indicators
    let language: Language

    private var numerals: Numerals { Numerals(language: language) }

    /// A line per row: baseline, prior year, this year, like for like, path.
    func years(_ lines: [String]) -> Block {
        let chosen = series.lines.filter { lines.contains($0.indicator) }
        let prior = "\(series.priorYear)"
        let hasReported = chosen.contains { $0.asReported != nil }
        let titles = [
            Labels.line[language], Labels.unit[language],
            "\(Labels.baselineYear[language]) \(series.path.baseline)",
        ] + (hasReported
            ? [Labels.firstReported, Labels.restated].map { "\(prior) \($0[language])" }
            : [prior]) + [
                "\(series.year)", Labels.likeForLike[language],
                "\(Labels.path[language]) \(series.path.target)", Labels.distance[language],
            ]
        let rows = chosen.compactMap { line -> [[Inline]]? in
            guard let indicator = indicators[line.indicator] else { return nil }
            let cells = [line.baseline] + (hasReported ? [line.asReported ?? .cell(.none)] : [])
                + [line.prior, .cell(line.current), line.likeForLike, line.path, line.distance]
            let row = [title(indicator), [.text(indicator.unitName[language])]]
                + cells.map { printed($0, indicator) }
            return strong(row, if: indicator.kind == .subtotal)
        }
        return table(titles.map { [.text($0)] }, rows, left: 2)
    }

    /// What was restated or broken, with the company's reason.
    func changes(_ lines: [String]) -> Block {
        let header = [
            Labels.line, Labels.trigger, Labels.treatment, Labels.unit,
        ].map { $0[language] }
            + [Labels.firstReported, Labels.restated].map { "\(series.priorYear) \($0[language])" }
            + [Labels.reason[language]]
        let rows = series.changes.filter { change in
            change.indicator.map(lines.contains) ?? true
        }.map { change -> [[Inline]] in
            let indicator = change.indicator.flatMap { indicators[$0] }
            let figures = [change.asReported, restated(change)].map { cell -> [Inline] in
                guard let cell, let indicator else { return [.text("–")] }
                return printed(.cell(cell), indicator)
            }
            return [
                name(indicator, change.effect),
                [.text(Labels.name(of: change.trigger)[language])],
                [.text(Labels.name(of: change.treatment)[language])],
                [.text(change.asReported == nil ? "–" : indicator?.unit ?? "–")],
            ] + figures + [[.text(localised(change.reason, language))]]
        }
        return table(
            header.map { [.text($0)] }, rows,
            alignments: [.left, .left, .left, .left, .right, .right, .left])
    }

    /// The total of the restated side, as the prior year's ledger holds it.
    private func restated(_ change: Change) -> Cell? {
        guard change.treatment == .restated, let line = change.indicator,
            let effect = change.effect
        else { return nil }
        return series.restated[line]?[effect]
    }

    /// The companies that joined or left the chain since the prior year.
    var companies: Block {
        let header = [Labels.company, Labels.status].map { [Inline.text($0[language])] }
        let rows = [(series.joined, Labels.joined), (series.left, Labels.left)].flatMap {
            parties, status in
            parties.map { party in
                [[Inline.link(party.name[language], to: "page:party/\(party.id)")],
                 [.text(status[language])]]
            }
        }
        return table(header, rows, left: 2)
    }

    private func name(_ indicator: Indicator?, _ effect: Effect?) -> [Inline] {
        guard let indicator else { return [.text(Labels.allLines[language])] }
        guard let effect, effect != .memo else { return title(indicator) }
        let name = "\(indicator.title[language]), \(Labels.name(of: effect)[language])"
        return [.link(name, to: "page:indicator/\(indicator.id)")]
    }

    private func title(_ indicator: Indicator) -> [Inline] {
        [.link(indicator.title[language], to: "page:indicator/\(indicator.id)")]
    }

    private func printed(_ cell: SeriesCell, _ indicator: Indicator) -> [Inline] {
        [Inline(.value(numerals.print(cell, decimals: indicator.decimals)))]
    }
}

/// The tables that look at more than one year; nil for any other name. In a
/// first year there is nothing to compare with.
func timeTable(
    _ name: String, _ lines: [String], _ series: TimeSeries?, measures: [MeasureOutcome] = [],
    _ frame: ReportFrame
) -> Block? {
    if name == "measures" {
        return MeasureTables(
            measures: measures, indicators: frame.indicators, language: frame.language
        ).measures(lines)
    }
    guard ["changes", "companies", "years"].contains(name) else { return nil }
    guard let series else { return .paragraph(.text(Labels.noEarlierYear[frame.language])) }
    let tables = TimeTables(
        series: series, indicators: frame.indicators, language: frame.language)
    return switch name {
    case "changes": tables.changes(lines)
    case "companies": tables.companies
    default: tables.years(lines)
    }
}

/// The figure of the prior year, or the mark of a break that lies after it.
func unlessBroken(_ cell: Cell, _ line: String, _ series: TimeSeries?) -> SeriesCell {
    series?[line]?.prior == .broken ? .broken : .cell(cell)
}

/// A company's note may say the same in both languages, parted by " / ".
func localised(_ note: String, _ language: Language) -> String {
    let parts = note.split(separator: " / ", maxSplits: 1)
    guard parts.count == 2 else { return note }
    return String(parts[language == .nl ? 0 : 1])
}
