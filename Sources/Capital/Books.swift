import Source

/// A ledger's rows, found by what a statement asks for.
struct Books {
    let ledger: Ledger
    let reporting: Set<String>
    /// The one country of each company whose sites all lie in it.
    let homes: [String: String]
    /// The rows of each line, as places in the ledger's flows.
    private let rowsByLine: [String: [Int]]
    /// The flows that count, named for the trace.
    private let countedByLine: [String: [Counted]]
    private let boughtByLine: [String: [Supply]]

    init(ledger: Ledger, reporting: Set<String>, homes: [String: String]) {
        self.ledger = ledger
        self.homes = homes
        self.reporting = reporting
        let flows = ledger.flows
        rowsByLine = Dictionary(grouping: flows.indices) { flows[$0].indicator }
        countedByLine = rowsByLine.mapValues { rows in
            rows.filter { flows[$0].counts }.map { row in
                Counted(
                    position: flows[row].position, effect: flows[row].effect,
                    method: flows[row].method, region: Region(country: flows[row].country),
                    part: Origin.Part("flow " + flows[row].id.value, flows[row].quantity))
            }
        }
        boughtByLine = Dictionary(
            grouping: ledger.supplies.filter { $0.impact != nil },
            by: { $0.impact!.indicator })
    }

    /// What a sum needs of a flow that counts.
    private struct Counted {
        let position: Flow.Position, effect: Effect, method: Method, region: Region
        let part: Origin.Part
    }

    private func flows(of line: String) -> [Flow] {
        (rowsByLine[line] ?? []).map { ledger.flows[$0] }
    }

    var buysFromReporting: Bool {
        ledger.supplies.contains {
            $0.direction == .bought && reporting.contains($0.counterparty.value)
        }
    }

    func hasRows(of line: String) -> Bool {
        rowsByLine[line] != nil || boughtByLine[line] != nil
    }

    /// The flows that count, as parts of a sum.
    func flows(_ position: Flow.Position, _ effect: Effect, _ line: String) -> [Origin.Part] {
        (countedByLine[line] ?? [])
            .filter { $0.position == position && $0.effect == effect }
            .map(\.part)
    }

    /// What is bought, as parts of a sum.
    func bought(_ line: String, fromReporting: Bool) -> [Origin.Part] {
        (boughtByLine[line] ?? [])
            .filter { reporting.contains($0.counterparty.value) == fromReporting }
            .compactMap { supply in
                supply.impact.map { Origin.Part("supply \(supply.id.value)", $0.amount) }
            }
    }

    /// What counts on these lines, by where it falls.
    func regions(of lines: [String], _ effects: [Effect]) -> [Effect: [Region: Traced]] {
        Dictionary(
            uniqueKeysWithValues: effects.map { effect in
                var parts: [Region: [Origin.Part]] = [:]
                for line in lines {
                    for flow in countedByLine[line] ?? []
                    where flow.effect == effect && flow.part.figure.value != nil {
                        parts[flow.region, default: []].append(flow.part)
                    }
                    for supply in effect == .gain ? [] : boughtByLine[line] ?? [] {
                        parts[supply.region(homes: homes), default: []].append(
                            Origin.Part("supply \(supply.id.value)", supply.impact!.amount))
                    }
                }
                return (effect, parts.mapValues { .sum($0) })
            })
    }

    func promised(on line: String) -> [Flow] {
        flows(of: line).filter { !$0.counts && $0.quantity.value != nil }
    }

    /// The notes of rows that state no figure, each once, in order.
    func notes(on line: String) -> [String] {
        var seen: Set<String> = []
        return flows(of: line)
            .filter { $0.quantity.value == nil && !$0.note.isEmpty }
            .map(\.note)
            .filter { seen.insert($0).inserted }
    }

    /// The mean class of the rows that count, weighted by their amounts.
    /// Supplies are supplier-specific when the supplier reports, else generic.
    func quality(of lines: Set<String>, classes: [Method: Int]) -> Double? {
        var weighted = ExactSum()
        var weight = ExactSum()
        func add(_ amount: Double?, _ method: Method) {
            guard let amount, let grade = classes[method] else { return }
            weighted.add(amount * Double(grade))
            weight.add(amount)
        }
        for line in lines.sorted() {
            for flow in countedByLine[line] ?? [] { add(flow.part.figure.value, flow.method) }
            for supply in boughtByLine[line] ?? [] {
                let isReported = reporting.contains(supply.counterparty.value)
                add(supply.impact?.amount.value, isReported ? .supplierSpecific : .generic)
            }
        }
        return weight.value > 0 ? weighted.value / weight.value : nil
    }
}
