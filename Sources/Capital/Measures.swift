package import Source

/// What a company expects of a measure on one side of a line, and what came
/// of it, over all its years up to one.
package struct MeasureOutcome: Sendable, Hashable {
    /// A year's rows of one measure together.
    package struct Entry: Sendable, Hashable {
        /// The year in which it was booked.
        package let year: Int
        package let amount: Cell
        /// The year in which a forecast is to be delivered; the last where
        /// its rows name several.
        package let due: Int?
    }

    package let measure: String
    package let indicator: String
    package let effect: Effect
    /// By year. The first is what was promised; later ones revise it.
    package let forecasts: [Entry]
    package let realised: [Entry]
    package let realisedTotal: Cell?
    /// What of it counts in the account (rule R13).
    package let counting: Cell?
    /// Why a part does not count yet, each once.
    package let standings: [Flow.Standing]
    /// Realised less what was promised first; nil without one of the two.
    package let difference: Cell?
    /// Whether the year of delivery has gone by without any realisation.
    package let isLate: Bool
}

extension Rule {
    package static let measureLine = Rule(
        "measure-line",
        reason: "What was promised is compared with what was done, so both stand on one line: "
            + "hectares do not answer for tonnes.",
        example: "measure 'bank' as forecast on land-restored and as realised on water-use",
        mend: "Book what was realised on the line of the forecast, or name the measure apart.")
}

extension Accounts {
    /// A measure whose forecasts and realised rows share no side of a line.
    func checkMeasures(_ findings: inout Findings) {
        for party in parties {
            let flows = years(of: party.id).flatMap {
                ledgers[Key(party: party.id, year: $0)]?.flows ?? []
            }
            let named = Dictionary(grouping: flows.filter { !$0.measure.isEmpty }, by: \.measure)
            for (measure, flows) in named.sorted(by: { $0.key < $1.key }) {
                let forecast = flows.filter { $0.basis == .forecast }
                let realised = flows.filter { $0.basis == .realised }
                let sides = Set(forecast.map { [$0.indicator, $0.effect.rawValue] })
                guard let first = forecast.first, let other = realised.first,
                    sides.isDisjoint(with: realised.map { [$0.indicator, $0.effect.rawValue] })
                else { continue }
                findings.add(
                    .measureLine, at: other.id.place,
                    "measure '\(measure)' is realised on '\(other.indicator)' "
                        + "(\(other.effect.rawValue)) and forecast on '\(first.indicator)' "
                        + "(\(first.effect.rawValue)), \(first.id.place)")
            }
        }
    }

    /// The measures of a company up to a year, as one reader may see them: a
    /// line of which any cell is hidden in a year that tells of the measure
    /// is left out.
    package func measures(
        of party: String, through year: Int, for reader: Reader
    ) -> [MeasureOutcome] {
        var rows: [MeasureSide: [BookedFlow]] = [:]
        for booked in years(of: party) where booked <= year {
            for flow in ledgers[Key(party: party, year: booked)]?.flows ?? []
            where !flow.measure.isEmpty {
                rows[MeasureSide(flow, indicators), default: []].append((booked, flow))
            }
        }
        let views = Dictionary(
            uniqueKeysWithValues: years(of: party).map {
                ($0, view(of: party, in: $0, for: reader))
            })
        return rows.sorted { $0.key < $1.key }.compactMap { side, rows in
            let isOpen = rows.allSatisfy { views[$0.year]??[side.line]?.isWhole ?? false }
            return isOpen ? MeasureOutcome(side, rows, through: year) : nil
        }
    }
}

private typealias BookedFlow = (year: Int, flow: Flow)

/// One side of a line on which a measure is booked, in the order of lines.
private struct MeasureSide: Hashable, Comparable {
    let order: Int
    let line: String
    let measure: String
    let effect: Effect

    init(_ flow: Flow, _ indicators: Indicators) {
        order = indicators.ids.firstIndex(of: flow.indicator) ?? 0
        line = flow.indicator
        measure = flow.measure
        effect = flow.effect
    }

    static func < (a: MeasureSide, b: MeasureSide) -> Bool {
        (a.order, a.measure, a.effect) < (b.order, b.measure, b.effect)
    }
}

extension MeasureOutcome {
    fileprivate init(_ side: MeasureSide, _ rows: [BookedFlow], through year: Int) {
        func entries(_ basis: Flow.Basis) -> [Entry] {
            Dictionary(grouping: rows.filter { $0.flow.basis == basis }, by: \.year)
                .sorted { $0.key < $1.key }.map { year, rows in
                    Entry(
                        year: year, amount: Cell.sum(rows.map(\.flow.quantity.cell)),
                        due: rows.compactMap(\.flow.due).max())
                }
        }
        measure = side.measure
        indicator = side.line
        effect = side.effect
        forecasts = entries(.forecast)
        realised = entries(.realised)
        let done = rows.map(\.flow).filter { $0.basis == .realised }
        realisedTotal = done.isEmpty ? nil : Cell.sum(done.map(\.quantity.cell))
        let counted = done.filter(\.counts)
        counting = counted.isEmpty ? nil : Cell.sum(counted.map(\.quantity.cell))
        let found = Set(rows.map(\.flow.standing))
        let isAwaited = done.isEmpty
        standings = Flow.Standing.allCases.filter {
            found.contains($0) && ($0 != .forecast || isAwaited)
        }
        if let total = realisedTotal, let promised = forecasts.first {
            difference = .difference(total, promised.amount)
        } else {
            difference = nil
        }
        isLate = done.isEmpty && (forecasts.first?.due ?? .max) <= year
    }
}

extension StatementView.Line {
    /// Whether every cell of the line may be seen.
    package var isWhole: Bool {
        sides.values.allSatisfy { !$0.values.contains(.confidential) } && balance != .confidential
    }
}

extension Cell {
    /// The first less the second; without a figure where one of them has none.
    package static func difference(_ a: Cell, _ b: Cell) -> Cell {
        let both = [a, b]
        if both.contains(.confidential) { return .confidential }
        if let first = a.quantity, let second = b.quantity {
            return .known(
                Quantity(
                    ExactSum.of([first.value, -second.value]),
                    bound: first.bound.joined(with: second.bound.reversed),
                    isProvisional: first.isProvisional || second.isProvisional))
        }
        if both.contains(.missing(.stated)) { return .missing(.stated) }
        return both.contains(.missing(.notBooked)) ? .missing(.notBooked) : .none
    }
}
