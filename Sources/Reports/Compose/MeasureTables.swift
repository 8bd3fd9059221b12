import Capital
import Markup
import Source

/// Before and after: what a company expected of its measures, and what came
/// of them.
struct MeasureTables {
    let measures: [MeasureOutcome]
    let indicators: Indicators
    let language: Language

    private var numerals: Numerals { Numerals(language: language) }

    /// A row per measure and line; a revised forecast has a row of its own.
    func measures(_ lines: [String]) -> Block {
        let header = [
            Labels.measure, Labels.line, Labels.unit, Labels.forecastIn, Labels.due,
            Labels.expected, Labels.realisedIn, Labels.realisedAmount, Labels.counting,
            Labels.difference, Labels.status,
        ].map { [Inline.text($0[language])] }
        let body = measures.filter { lines.contains($0.indicator) }.flatMap { outcome in
            indicators[outcome.indicator].map { rows(of: outcome, $0) } ?? []
        }
        return table(
            header, body,
            alignments: [
                .left, .left, .left, .left, .left, .right, .left, .right, .right, .right, .left,
            ])
    }

    private func rows(of outcome: MeasureOutcome, _ indicator: Indicator) -> [[[Inline]]] {
        let side = outcome.effect == .gain
            ? "" : ", \(Labels.name(of: outcome.effect)[language])"
        let start: [[Inline]] = [
            [.text(outcome.measure)],
            [.link(indicator.title[language] + side, to: "page:indicator/\(indicator.id)")],
            [.text(indicator.unitName[language])],
        ]
        func promised(_ entry: MeasureOutcome.Entry?) -> [[Inline]] {
            [
                text(entry.map { "\($0.year)" }), text(entry?.due.map { "\($0)" }),
                printed(entry?.amount, indicator),
            ]
        }
        let first = start + promised(outcome.forecasts.first) + [
            text(outcome.realised.isEmpty
                ? nil : outcome.realised.map { "\($0.year)" }.joined(separator: ", ")),
            printed(outcome.realisedTotal, indicator), printed(outcome.counting, indicator),
            printed(outcome.difference, indicator), text(status(of: outcome)),
        ]
        // A forecast that is booked again alike is the same one.
        let later = zip(outcome.forecasts, outcome.forecasts.dropFirst())
            .filter { $0.amount != $1.amount || $0.due != $1.due }.map(\.1)
        let revised = later.map { entry in
            start + promised(entry) + [
                text(nil), text(nil), text(nil), text(nil), text(Labels.revised[language]),
            ]
        }
        return [first] + revised
    }

    private func status(of outcome: MeasureOutcome) -> String {
        let words = outcome.standings.map { Labels.name(of: $0)[language] }
            + (outcome.isLate ? [Labels.lateMeasure[language]] : [])
        return words.joined(separator: "; ")
    }

    private func text(_ text: String?) -> [Inline] { [.text(text ?? "–")] }

    private func printed(_ cell: Cell?, _ indicator: Indicator) -> [Inline] {
        [Inline(.value(numerals.print(cell ?? .none, decimals: indicator.decimals)))]
    }
}
