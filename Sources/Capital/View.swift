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
        /// Flows that do not count yet; empty where the line is hidden.
        package let promised: [Flow]
        /// Nil as well where a part of the line is hidden.
        package let quality: Double?
        package let notes: [String]

        /// Whether nothing of the line may be seen.
        package var isHidden: Bool {
            sides.values.allSatisfy { $0.values.allSatisfy { $0 == .confidential } }
        }
    }

    package init(
        _ statement: Statement, for reader: Reader,
        hidden: Set<StatementCell>, indicators: Indicators
    ) {
        party = statement.party
        year = statement.year
        func visible(_ place: StatementCell, _ figure: Traced) -> Cell {
            let visibility: Visibility = hidden.contains(place) ? .consolidator : .everyone
            return visibility.includes(reader) ? figure.cell : .confidential
        }
        lines = statement.lines.map { line in
            let sides = line.sides.map { effect, side in
                let cells = Column.allCases.map {
                    ($0, visible(.side(line: line.indicator, effect, $0), side[$0]))
                }
                return (effect, Dictionary(uniqueKeysWithValues: cells))
            }
            let place = StatementCell.balance(line: line.indicator)
            let isOpen = !sides.allSatisfy { $0.1.values.allSatisfy { $0 == .confidential } }
            // A mean weighted by amounts would give a hidden amount away.
            let weighed = [line.indicator] + indicators.parts(of: line.indicator).map(\.id)
            let isWhole = reader != .everyone || !hidden.contains { weighed.contains($0.line) }
            return Line(
                indicator: line.indicator, sides: Dictionary(uniqueKeysWithValues: sides),
                balance: line.balance.map { visible(place, $0) },
                values: line.values.mapValues { value in
                    let parts = indicators.parts(of: line.indicator).map(\.id)
                    let isOpen = parts.allSatisfy { !hidden.contains(.balance(line: $0)) }
                    return isOpen || reader != .everyone
                        ? visible(place, value) : .confidential
                },
                promised: isOpen ? line.promised : [],
                quality: isWhole ? line.quality : nil,
                notes: isOpen ? line.notes : [])
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
    }

    package init(
        _ chain: ChainStatement, for reader: Reader,
        hidden: Set<ChainCell>, indicators: Indicators
    ) {
        year = chain.year
        parties = chain.parties
        func visible(_ place: ChainCell, _ figure: Traced) -> Cell {
            let visibility: Visibility = hidden.contains(place) ? .consolidator : .everyone
            return visibility.includes(reader) ? figure.cell : .confidential
        }
        lines = chain.lines.map { line in
            let sides = line.sides.map { effect, side in
                let cells = ChainColumn.allCases.map {
                    ($0, visible(.side(line: line.indicator, effect, $0), side[$0]))
                }
                return (effect, Dictionary(uniqueKeysWithValues: cells))
            }
            let place = ChainCell.balance(line: line.indicator)
            return Line(
                indicator: line.indicator, sides: Dictionary(uniqueKeysWithValues: sides),
                balance: line.balance.map { visible(place, $0) },
                values: line.values.mapValues { value in
                    let parts = indicators.parts(of: line.indicator).map(\.id)
                    let isOpen = parts.allSatisfy { !hidden.contains(.balance(line: $0)) }
                    return isOpen || reader != .everyone
                        ? visible(place, value) : .confidential
                })
        }
    }
}
