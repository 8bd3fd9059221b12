import Capital
import Markup
import Source

/// The tables of a company's statement, made from what its reader may see.
struct StatementTables {
    let view: StatementView
    let prior: StatementView?
    let series: TimeSeries?
    let indicators: Indicators
    let pricing: Pricing
    let language: Language

    private var numerals: Numerals { Numerals(language: language) }

    /// The profit and loss account: gross loss, gross gain and the balance
    /// within each line, beside that of the year before where there is one.
    func account(_ lines: [String]) -> Block {
        let titles = [
            Labels.line, Labels.unit, Labels.grossLoss, Labels.grossGain, Labels.balance,
        ].map { $0[language] }
            + (prior == nil ? [] : ["\(Labels.balance[language]) \(view.year - 1)"])
            + [Labels.quality[language]]
        return table(titles.map { [.text($0)] }, rows(lines, of: [.impact, .subtotal]) {
            line, indicator in
            func side(_ effect: Effect) -> [Inline] {
                printed(line.sides[effect]?[.total] ?? Cell.none, indicator)
            }
            let before = prior.map { prior -> [Inline] in
                let cell = prior[line.indicator]?.balance ?? .missing(.notBooked)
                return printed(unlessBroken(cell, line.indicator, series), indicator)
            }
            return [
                [.text(indicator.unitName[language])], side(.loss), side(.gain),
                printed(line.balance ?? Cell.none, indicator),
            ] + (before.map { [$0] } ?? []) + [[quality(line.quality)]]
        }, left: 2)
    }

    /// Where on the chain each side of each line arises.
    func positions(_ lines: [String]) -> Block {
        let header = [Labels.line, Labels.side, Labels.unit].map { [Inline.text($0[language])] }
            + Column.allCases.map { [Inline.text(Labels.name(of: $0)[language])] }
        var body: [[[Inline]]] = []
        for line in chosen(lines) {
            guard let indicator = indicators[line.indicator], indicator.isInAccount else {
                continue
            }
            for (effect, cells) in line.sides.sorted(by: { $0.key < $1.key }) {
                let name = title(of: indicator)
                let row = [name, [.text(Labels.name(of: effect)[language])],
                           [.text(indicator.unitName[language])]]
                    + Column.allCases.map { printed(cells[$0] ?? Cell.none, indicator) }
                body.append(strong(row, if: indicator.kind == .subtotal))
            }
        }
        return table(header, body, left: 3)
    }

    /// The balances in money: a column per valuation set, sums by basis below.
    /// Amounts of two sets are never added.
    func values(_ lines: [String]) -> Block {
        let priced = ValuationTable(
            pricing: pricing, indicators: indicators, language: language,
            lines: chosen(lines).map { ($0.indicator, $0.values) })
        return priced.block
    }

    /// Memo lines: shown beside the account and in no sum.
    func memo(_ lines: [String]) -> Block {
        BesideTables(indicators: indicators, language: language).memo(
            chosen(lines).map { ($0.indicator, $0.sides.mapValues { $0[.total] ?? .none }) })
    }

    /// Units of nature, each with its own balance.
    func nature(_ lines: [String]) -> Block {
        BesideTables(indicators: indicators, language: language).nature(
            chosen(lines).map {
                ($0.indicator, $0.sides.mapValues { $0[.total] ?? .none }, $0.balance)
            })
    }

    func ratios(_ lines: [String]) -> Block {
        BesideTables(indicators: indicators, language: language).ratios(
            chosen(lines).map { ($0.indicator, $0.ratio) })
    }

    /// Where what counts falls: the Netherlands, abroad, or nobody knows.
    func places(_ lines: [String]) -> Block {
        BesideTables(indicators: indicators, language: language).places(
            chosen(lines).map {
                ($0.indicator, $0.sides.mapValues { $0[.total] ?? .none }, $0.regions)
            })
    }

    /// Gains that are promised or that nobody verified yet, by measure.
    func promised(_ lines: [String]) -> Block {
        let header = [
            Labels.line, Labels.measure, Labels.side, Labels.unit, Labels.amount, Labels.status,
        ].map { [Inline.text($0[language])] }
        var body: [[[Inline]]] = []
        for line in chosen(lines) {
            guard let indicator = indicators[line.indicator] else { continue }
            for promise in line.promised {
                let status = Labels.name(of: promise.standing)
                body.append([
                    title(of: indicator),
                    [.text(promise.measure.isEmpty ? "–" : promise.measure)],
                    [.text(Labels.name(of: promise.effect)[language])],
                    [.text(indicator.unitName[language])],
                    printed(promise.cell, indicator), [.text(status[language])],
                ])
            }
        }
        return table(header, body, alignments: [.left, .left, .left, .left, .right, .left])
    }

    /// Why lines or columns do not apply, as the company states it: each
    /// reason once, with its lines.
    func reasons(_ lines: [String]) -> Block {
        let header = [Labels.reason, Labels.lines].map { [Inline.text($0[language])] }
        var order: [String] = []
        var titles: [String: [String]] = [:]
        for line in chosen(lines) {
            for note in line.notes.map({ localised($0, language) }) {
                if titles[note] == nil { order.append(note) }
                titles[note, default: []].append(
                    indicators[line.indicator]?.title[language] ?? line.indicator)
            }
        }
        let body = order.map { reason in
            [[Inline.text(reason)], [.text((titles[reason] ?? []).joined(separator: "; "))]]
        }
        return table(header, body, left: 2)
    }

    private func chosen(_ lines: [String]) -> [StatementView.Line] {
        view.lines.filter { lines.contains($0.indicator) }
    }

    private func rows(
        _ lines: [String], of kinds: Set<Indicator.Kind>,
        _ cells: (StatementView.Line, Indicator) -> [[Inline]]
    ) -> [[[Inline]]] {
        chosen(lines).compactMap { line in
            guard let indicator = indicators[line.indicator], kinds.contains(indicator.kind)
            else { return nil }
            let row = [title(of: indicator)] + cells(line, indicator)
            return strong(row, if: indicator.kind == .subtotal)
        }
    }

    private func title(of indicator: Indicator) -> [Inline] {
        [.link(indicator.title[language], to: "page:indicator/\(indicator.id)")]
    }

    private func printed(_ cell: Cell, _ indicator: Indicator) -> [Inline] {
        [Inline(.value(numerals.print(cell, of: indicator)))]
    }

    private func printed(_ cell: SeriesCell, _ indicator: Indicator) -> [Inline] {
        [Inline(.value(numerals.print(cell, decimals: indicator.decimals)))]
    }

    private func quality(_ grade: Double?) -> Inline {
        grade.map { .text(numerals.print($0, decimals: 1)) } ?? .text("–")
    }
}

/// A table whose first columns are text and whose others are figures.
func table(
    _ header: [[Inline]], _ rows: [[[Inline]]], left: Int = 1,
    alignments: [Table.Alignment]? = nil
) -> Block {
    let sides = alignments
        ?? header.indices.map { $0 < left ? Table.Alignment.left : .right }
    return Block(.table(Table(alignments: sides, header: header, rows: rows)))
}

/// Marks the first cell of a total: every writer takes it from there.
func strong(_ row: [[Inline]], if isTotal: Bool) -> [[Inline]] {
    guard isTotal, let first = row.first else { return row }
    return [[Inline(.strong(first))]] + row.dropFirst()
}
