import Capital

/// What must stay hidden.
extension Attack {
    typealias Secret = (name: String, terms: Terms)

    func secrets() -> [Secret] {
        let cells = chain.companies.flatMap { company in
            secretCells(of: company.id).map { (company.id, $0) }
        }
        var groups: [String: Terms] = [:]
        for (party, cell) in cells {
            groups["\(group(party)) \(cell)", default: []].append((.statement(party, cell), 1))
        }
        let single = cells.map { ("\($0.0) \($0.1)", [(Figure.statement($0.0, $0.1), 1)]) }
        let ofGroups = groups.filter { $0.value.count > 1 }.map { ("group " + $0.key, $0.value) }
        return (single + ofGroups + secretFlows()).filter { !$0.1.contains { isOwn($0.0) } }
            + (insider == nil ? secretChainCells(cells) : [])
    }

    private func secretCells(of party: String) -> [StatementCell] {
        let publishes = parties[party]!.publishes
        return chain.statement(party).lines.flatMap { line -> [StatementCell] in
            let id = line.indicator
            let isSecret = !publishes.includes(line: id)
            let silent = silentSuppliers(of: party, on: [id] + parts(of: id))
            var cells: [StatementCell] = []
            for (effect, side) in line.sides {
                for column in Column.allCases where side[column].value != nil {
                    let isBilateral = column == .upstreamReporting && (1...2).contains(silent)
                    if isSecret || isBilateral { cells.append(.side(line: id, effect, column)) }
                }
            }
            if isSecret, line.balance?.value != nil { cells.append(.balance(line: id)) }
            return cells
        }
    }

    /// How many groups supply these lines without both sides' consent.
    private func silentSuppliers(of party: String, on lines: [String]) -> Int {
        let flows = chain.statement.supplies.filter {
            $0.kind == .upstream && $0.booker == party && lines.contains($0.indicator)
                && !agree(party, $0.doer)
        }
        return Set(flows.map { group($0.doer) }).count
    }

    /// What one group books for another, per line.
    private func secretFlows() -> [Secret] {
        let supplies = chain.statement.supplies
        let closed = supplies.indices.filter { !isOpen(supplies[$0]) }
        let pairs = Dictionary(grouping: closed) { index in
            let flow = supplies[index]
            return "\(flow.kind) \(flow.indicator) \(flow.effect) "
                + "\(group(flow.booker)) from \(group(flow.doer))"
        }
        return pairs.flatMap { pair, flows -> [Secret] in
            let eliminated = flows.filter { supplies[$0].eliminated != 0 }
            let kept = flows.filter { supplies[$0].kept != 0 }
            let sums: [(String, Terms)] = [
                ("eliminated", eliminated.map { (.eliminated($0), 1) }),
                ("kept", kept.map { (.kept($0), 1) }),
                ("booked", eliminated.map { (.eliminated($0), 1) }
                    + kept.map { (.kept($0), 1) }),
            ]
            return sums.filter { !$0.1.isEmpty }.map { ("\(pair), \($0.0)", $0.1) }
        }
    }

    /// Cells of the chain that hold the secrets of one or two groups.
    private func secretChainCells(_ cells: [(String, StatementCell)]) -> [Secret] {
        var groups: [ChainCell: Set<String>] = [:]
        let columns: [Column: ChainColumn] = [
            .own: .own, .upstreamOther: .upstreamOther, .downstream: .downstream,
            .total: .parties,
        ]
        for (party, cell) in cells {
            guard case .side(let line, let effect, let column) = cell,
                let target = columns[column], chain.statement[line] != nil
            else { continue }
            groups[.side(line: line, effect, target), default: []].insert(group(party))
        }
        return groups.filter { $0.value.count < 3 && !$0.value.contains(insider ?? "") }
            .map { ("chain \($0.key)", [(.chain($0.key), 1)]) }
    }
}
