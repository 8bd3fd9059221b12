import Capital
import Markup
import Source

/// Which row or factor moves each balance most, row by row, for who holds the
/// books. Not public.
struct UncertaintyTrace {
    let statement: Statement
    let model: UncertaintyModel
    let sets: [String]
    let indicators: Indicators

    var blocks: [Block] {
        let balances = statement.lines.compactMap { line -> String? in
            line.balance.flatMap {
                text(of: $0, "\(line.indicator).balance", unit(line), model)
            }
        }
        let totals = sets.compactMap { set -> String? in
            let parts = statement.lines.compactMap { line -> Origin.Part? in
                guard indicators[line.indicator]?.kind != .subtotal else { return nil }
                return line.values[set].map { Origin.Part(line.indicator, $0) }
            }
            guard !parts.isEmpty else { return nil }
            let total = Traced(Cell.signedSum(parts.map(\.figure.cell)), .sum(parts))
            return text(of: total, "value:\(set)", "", model.withPrices)
        }
        let texts = balances + totals
        guard !texts.isEmpty else { return [] }
        return [
            .heading(2, "onzekerheid / uncertainty"),
            Block(.codeBlock(info: "text", text: texts.joined())),
        ]
    }

    private func unit(_ line: Statement.Line) -> String {
        " " + (indicators[line.indicator]?.unit ?? "")
    }

    /// The interval, and the share of each input in the variance to first
    /// order; inputs without a share are left out.
    private func text(
        of figure: Traced, _ name: String, _ unit: String, _ model: UncertaintyModel
    ) -> String? {
        var sum = UncertainSum()
        guard figure.value != nil, sum.add(figure, model) else { return nil }
        let interval = sum.interval
        let low = Numerals(language: .en).print(interval)
        let slopes = sum.slopesByInput.filter { $0.value != 0 }
        let variance = ExactSum.of(slopes.values.map { $0 * $0 })
        guard variance > 0 else { return nil }
        var names = InputNames()
        names.add(figure)
        var rows: [(share: Double, name: String)] = slopes.map { input, slope in
            (100 * slope * slope / variance, names[input])
        }
        rows.sort { a, b in (-a.share, a.name) < (-b.share, b.name) }
        let head = "\(name): 95 % \(low)\(unit), \(Self.name(of: interval.method))\n"
        return rows.reduce(head) { text, row in
            let share = Numerals(language: .en).print(row.share, decimals: 1)
            return text + "  \(share) %   ← \(row.name)\n"
        }
    }

    private static func name(of method: Interval.Method) -> String {
        switch method {
        case .exact: "exact"
        case .matched: "by mean and variance"
        case .drawn: "from \(StatementSpread.draws) draws"
        }
    }
}

/// What the inputs of a figure are called.
private struct InputNames {
    private var names: [Place: String] = [:]

    subscript(input: UncertainInput) -> String {
        switch input {
        case .cell(let place): names[place].map { "\($0), \(place)" } ?? "\(place)"
        case .prices(let set): "prices of \(set)"
        }
    }

    mutating func add(_ figure: Traced) {
        switch figure.origin {
        case .ledger(let entry): names[entry.place] = entry.row
        case .absent: break
        case .sum(let parts): for part in parts { add(part.figure) }
        case .product(let part, let factor):
            names[factor.place] = "\(factor.name) of \(part.name)"
            add(part.figure)
        case .difference(let a, let b), .percentage(let a, let b):
            add(a.figure)
            add(b.figure)
        }
    }
}
