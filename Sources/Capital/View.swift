import Source

/// Who looks at a statement.
package enum Reader: Sendable, Equatable {
    /// Who holds the ledgers.
    case holder
    /// Who makes the chain's account from the companies' submissions.
    case consolidator
    case everyone
}

/// Who may see a cell. A cell that one counterparty shares stands in the
/// bilateral annex, which is made from the two companies' supplies and from
/// nothing else.
package enum Visibility: Sendable, Equatable {
    case everyone
    case consolidator

    package func includes(_ reader: Reader) -> Bool {
        switch (self, reader) {
        case (.everyone, _), (_, .holder), (_, .consolidator): true
        case (.consolidator, .everyone): false
        }
    }
}

/// One place in a company's statement.
package enum StatementCell: Hashable, Sendable {
    case side(line: String, Effect, Column)
    case balance(line: String)

    package var line: String {
        switch self {
        case .side(let line, _, _), .balance(let line): line
        }
    }
}

/// One place in the chain's statement.
package enum ChainCell: Hashable, Sendable {
    case side(line: String, Effect, ChainColumn)
    case balance(line: String)

    package var line: String {
        switch self {
        case .side(let line, _, _), .balance(let line): line
        }
    }
}

/// A statement as one reader may see it: what is not for them is
/// ``Cell/confidential``, and there is no way back to the figure.
package struct StatementView: Sendable {
    package let party: String
    package let year: Int
    package let lines: [Line]

    package subscript(line: String) -> Line? { lines.first { $0.indicator == line } }

    package struct Line: Sendable {
        package let indicator: String
        package let sides: [Effect: [Column: Cell]]
        package let balance: Cell?
        package let values: [String: Cell]
        /// The totals by where they fall; empty where a part of the line is
        /// hidden, which the parts of a total could give away.
        package let regions: [Effect: [Region: Cell]]
        package let ratio: Cell?
        /// What does not count yet; empty where the line is hidden.
        package let promised: [Promise]
        /// Nil as well where a part of the line is hidden.
        package let quality: Double?
        package let notes: [String]

        /// Whether nothing of the line may be seen.
        package var isHidden: Bool {
            sides.values.allSatisfy { $0.values.allSatisfy { $0 == .confidential } }
        }
    }

    /// What a company expects, or has done and nobody verified: the sum of
    /// its rows on one side of the line, by measure.
    package struct Promise: Hashable, Sendable {
        package let effect: Effect
        package let measure: String
        package let standing: Flow.Standing
        package let cell: Cell
    }

    package init(
        _ statement: Statement, for reader: Reader,
        hidden: HiddenCells<StatementCell>, indicators: Indicators
    ) {
        party = statement.party
        year = statement.year
        let sight = Sight(reader: reader, hidden: hidden, indicators: indicators)
        lines = statement.lines.map { line in
            let id = line.indicator
            let sides = line.sides.map { effect, side in
                (effect, sight.cells(Column.allCases) { (.side(line: id, effect, $0), side[$0]) })
            }
            let isOpen = !sides.allSatisfy { $0.1.values.allSatisfy { $0 == .confidential } }
            // A mean weighted by amounts would give a hidden amount away.
            let weighed = [id] + indicators.parts(of: id).map(\.id)
            let isWhole = reader != .everyone
                || !hidden.all.contains { weighed.contains($0.line) }
            return Line(
                indicator: id, sides: Dictionary(uniqueKeysWithValues: sides),
                balance: line.balance.map { sight.cell(.balance(line: id), $0) },
                values: sight.values(line.values, of: id) { .balance(line: $0) },
                regions: sight.regions(line.regions, of: id),
                ratio: line.ratio.map { ratio in
                    sight.ratio(ratio, of: id) { other in
                        statement[other]?.sides.keys.map { .side(line: other, $0, .total) } ?? []
                    }
                },
                promised: isOpen ? Self.promises(line.promised) : [],
                quality: isWhole ? line.quality : nil,
                notes: isOpen ? line.notes : [])
        }
    }
}

extension StatementView {
    private static func promises(_ flows: [Flow]) -> [Promise] {
        struct Key: Hashable { let effect: Effect, measure: String, standing: Flow.Standing }
        let groups = Dictionary(grouping: flows) {
            Key(effect: $0.effect, measure: $0.measure, standing: $0.standing)
        }
        return groups.map { key, flows in
            Promise(
                effect: key.effect, measure: key.measure, standing: key.standing,
                cell: Cell.sum(flows.map(\.quantity.cell)))
        }.sorted { a, b in
            (a.effect, a.standing.rawValue, a.measure) < (b.effect, b.standing.rawValue, b.measure)
        }
    }
}

/// The chain's statement as one reader may see it.
package struct ChainView: Sendable {
    package let year: Int
    package let parties: [String]
    package let lines: [Line]

    package subscript(line: String) -> Line? { lines.first { $0.indicator == line } }

    package struct Line: Sendable {
        package let indicator: String
        package let sides: [Effect: [ChainColumn: Cell]]
        package let balance: Cell?
        package let values: [String: Cell]
        /// Empty where they could give a part of the line away.
        package let regions: [Effect: [Region: Cell]]
        package let ratio: Cell?
    }

    package init(
        _ chain: ChainStatement, for reader: Reader,
        hidden: HiddenCells<ChainCell>, indicators: Indicators
    ) {
        year = chain.year
        parties = chain.parties
        let sight = Sight(reader: reader, hidden: hidden, indicators: indicators)
        lines = chain.lines.map { line in
            let id = line.indicator
            let sides = line.sides.map { effect, side in
                (effect,
                 sight.cells(ChainColumn.allCases) { (.side(line: id, effect, $0), side[$0]) })
            }
            return Line(
                indicator: id, sides: Dictionary(uniqueKeysWithValues: sides),
                balance: line.balance.map { sight.cell(.balance(line: id), $0) },
                values: sight.values(line.values, of: id) { .balance(line: $0) },
                regions: sight.regions(line.regions, of: id),
                ratio: line.ratio.map { ratio in
                    sight.ratio(ratio, of: id) { other in
                        chain[other]?.sides.keys.map { .side(line: other, $0, .total) } ?? []
                    }
                })
        }
    }
}

/// What one reader sees of each figure.
private struct Sight<Place: Hashable & Sendable> {
    let reader: Reader
    let hidden: HiddenCells<Place>
    let indicators: Indicators

    func cell(_ place: Place, _ figure: Traced) -> Cell {
        let visibility: Visibility = hidden.all.contains(place) ? .consolidator : .everyone
        return visibility.includes(reader) ? figure.cell : .confidential
    }

    func cells<Column: Hashable>(
        _ columns: [Column], _ figure: (Column) -> (Place, Traced)
    ) -> [Column: Cell] {
        Dictionary(
            uniqueKeysWithValues: columns.map { column in
                let (place, figure) = figure(column)
                return (column, cell(place, figure))
            })
    }

    /// Amounts of money are seen with their balance; those of a subtotal with
    /// the balance of each of its lines, which may have prices of their own.
    func values(
        _ values: [String: Traced], of line: String, balance: (String) -> Place
    ) -> [String: Cell] {
        let lines = [line] + indicators.parts(of: line).map(\.id)
        let isOpen = lines.allSatisfy { cell(balance($0), .absent(.none, "")) != .confidential }
        return values.mapValues { isOpen ? $0.cell : .confidential }
    }

    func regions(
        _ regions: [Effect: [Region: Traced]], of line: String
    ) -> [Effect: [Region: Cell]] {
        guard reader != .everyone || !hidden.unsplit.contains(line) else { return [:] }
        return regions.mapValues { $0.mapValues(\.cell) }
    }

    /// A ratio follows from its two totals and is seen with them.
    func ratio(_ ratio: Traced, of line: String, totals: (String) -> [Place]) -> Cell {
        let parts = (indicators[line]?.ratioOf ?? []).flatMap { totals($0.value) }
        let isOpen = parts.allSatisfy { cell($0, .absent(.none, "")) != .confidential }
        return isOpen ? ratio.cell : .confidential
    }
}
