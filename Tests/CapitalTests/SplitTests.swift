import Capital
import Source
import Testing

@Suite("A company in two")
struct SplitTests {
    @Test("that book their supply to each other changes no total of the chain", arguments: 0..<16)
    func split(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed) + 900)
        let companies = Chain.random(companies: 2 + seed % 7, publishing: 1, &random)
        let one = Chain(companies)
        guard let line = ["fuel", "process", "nox"].first(where: {
            one.cell(companies[0].id, $0, .own)?.quantity != nil
        }) else { return }
        var (first, second) = companies[0].halved
        first = first.buying(16, "clinker", from: second.id, line, factor: 2.5)
        second = second.selling(16, "clinker", to: first.id)
        let two = Chain([first, second] + companies.dropFirst())
        for whole in one.statement.lines {
            for (effect, side) in whole.sides {
                let other = try #require(two.statement[whole.indicator]?.sides[effect])
                for column in [ChainColumn.own, .upstreamOther, .downstream, .total] {
                    let before = side[column].value ?? 0, after = other[column].value ?? 0
                    #expect(abs(before - after) <= 1e-9 * (1 + abs(before)),
                            "seed \(seed), \(whole.indicator) \(effect) \(column)")
                }
            }
        }
        let eliminated = two.total(line, .eliminations) ?? 0
        #expect(abs(eliminated - (one.total(line, .eliminations) ?? 0) - 40) < 1e-6)
    }
}

extension Company {
    /// Two companies that each do half of every own activity; the first keeps
    /// the name, and with it all trade.
    fileprivate var halved: (Company, Company) {
        var first = self
        var second = Company(id + "-works", of: holding)
        second.lines = lines
        for (index, row) in flows.enumerated() {
            var cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells[4] == "own", let quantity = Double(cells[2]) else { continue }
            cells[2] = "\(quantity / 2)"
            first.flows[index] = cells.joined(separator: ",")
            second.flows.append(cells.joined(separator: ","))
        }
        return (first, second)
    }
}
