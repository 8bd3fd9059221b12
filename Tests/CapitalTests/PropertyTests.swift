import Capital
import Source
import Testing

@Suite("Whatever companies book")
struct PropertyTests {
    private func companies(_ seed: Int) -> [Company] {
        var random = SplitMix64(seed: UInt64(seed) + 5_000)
        return Chain.random(companies: 2 + seed % 11, publishing: 0.8, &random)
    }

    @Test("company totals less eliminations are the chain", arguments: 0..<22)
    func conservation(seed: Int) {
        let chain = Chain(companies(seed))
        #expect(!chain.findings.hasErrors, "\(chain.findings.sorted.first?.description ?? "")")
        for line in chain.statement.lines {
            for (effect, side) in line.sides {
                let totals = chain.companies.map {
                    chain.statement($0.id)[line.indicator]?.sides[effect]?.total.value ?? 0
                }
                let flows = chain.statement.supplies.filter {
                    $0.effect == effect && ($0.indicator == line.indicator
                        || Guide.indicators[$0.indicator]?.partOf == line.indicator)
                }
                let sum = ExactSum.of(totals + flows.map { -$0.eliminated })
                let size = ExactSum.of(totals) + 1
                #expect(abs(sum - (side.total.value ?? 0)) <= 1e-12 * size,
                        "seed \(seed), \(line.indicator) \(effect)")
                #expect(flows.allSatisfy { $0.eliminated >= 0 && $0.kept >= -1e-9 })
            }
        }
    }

    @Test("the order of rows and companies changes not one bit", arguments: 0..<12)
    func order(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let companies = companies(seed)
        let shuffled = companies.map { company in
            var company = company
            company.flows.shuffle(using: &random)
            company.supplies.shuffle(using: &random)
            return company
        }.shuffled(using: &random)
        let one = Chain(companies), other = Chain(shuffled)
        for company in companies {
            #expect(one.statement(company.id).figures == other.statement(company.id).figures)
            #expect(one.view(company.id).figures == other.view(company.id).figures)
        }
        #expect(one.statement.figures == other.statement.figures)
        #expect(one.view.figures == other.view.figures)
    }

    @Test("another company's flows change no statement and no view of it", arguments: 0..<12)
    func nonInterference(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) + 77)
        let companies = companies(seed)
        var changed = companies
        changed[0].flows = []
        changed[0] = changed[0].bookingRandomly(&random)
        let one = Chain(companies), other = Chain(changed)
        for company in companies.dropFirst() {
            #expect(one.statement(company.id).figures == other.statement(company.id).figures)
            #expect(one.view(company.id).figures == other.view(company.id).figures)
        }
    }

    @Test("who supplies nothing changes no other company's statement", arguments: 0..<12)
    func outsider(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) + 99)
        let companies = companies(seed)
        let outsider = Company("z").bookingRandomly(&random)
        let one = Chain(companies), other = Chain(companies + [outsider])
        for company in companies {
            #expect(one.statement(company.id).figures == other.statement(company.id).figures)
            #expect(one.view(company.id).figures == other.view(company.id).figures)
        }
    }

    @Test("the same input gives the same result", arguments: 0..<6)
    func repeated(seed: Int) {
        let one = Chain(companies(seed)), other = Chain(companies(seed))
        #expect(one.view.figures == other.view.figures)
        #expect(one.findings.sorted == other.findings.sorted)
    }

    @Test("a reader of the ledgers and the consolidator see everything", arguments: 0..<4)
    func readers(seed: Int) {
        let chain = Chain(companies(seed))
        for reader in [Reader.holder, .consolidator] {
            let view = chain.accounts.chainView(in: Chain.year, for: reader)!
            #expect(!view.figures.contains { $0.hasSuffix("confidential") })
            for company in chain.companies {
                let view = chain.accounts.view(of: company.id, in: Chain.year, for: reader)!
                #expect(!view.figures.contains { $0.hasSuffix("confidential") })
            }
        }
    }
}

/// Every figure as text to the last bit, for comparing.
private func described(_ name: String, _ cell: Cell) -> String {
    guard let quantity = cell.quantity else { return "\(name) \(cell)" }
    return "\(name) \(quantity.value.bitPattern) \(quantity.bound) \(quantity.isProvisional)"
}

extension Statement {
    fileprivate var figures: [String] {
        lines.flatMap { line in
            line.sides.sorted { $0.key < $1.key }.flatMap { effect, side in
                Column.allCases.map {
                    described("\(line.indicator) \(effect) \($0)", side[$0].cell)
                }
            } + (line.balance.map { [described("\(line.indicator) balance", $0.cell)] } ?? [])
                + line.values.sorted { $0.key < $1.key }.map {
                    described("\(line.indicator) \($0.key)", $0.value.cell)
                } + ["\(line.quality ?? -1)"]
        }
    }
}

extension ChainStatement {
    fileprivate var figures: [String] {
        lines.flatMap { line in
            line.sides.sorted { $0.key < $1.key }.flatMap { effect, side in
                ChainColumn.allCases.map {
                    described("\(line.indicator) \(effect) \($0)", side[$0].cell)
                }
            }
        } + supplies.map { "\($0.booker) \($0.doer) \($0.indicator) \($0.product)" }.sorted()
    }
}

extension StatementView {
    fileprivate var figures: [String] {
        lines.flatMap { line in
            line.sides.sorted { $0.key < $1.key }.flatMap { effect, cells in
                Column.allCases.map {
                    described("\(line.indicator) \(effect) \($0)", cells[$0]!)
                }
            } + (line.balance.map { [described("\(line.indicator) balance", $0)] } ?? [])
                + line.values.sorted { $0.key < $1.key }.map {
                    described("\(line.indicator) \($0.key)", $0.value)
                } + ["\(line.quality ?? -1)"]
        }
    }
}

extension ChainView {
    fileprivate var figures: [String] {
        lines.flatMap { line in
            line.sides.sorted { $0.key < $1.key }.flatMap { effect, cells in
                ChainColumn.allCases.map {
                    described("\(line.indicator) \(effect) \($0)", cells[$0]!)
                }
            } + (line.balance.map { [described("\(line.indicator) balance", $0)] } ?? [])
                + line.values.sorted { $0.key < $1.key }.map {
                    described("\(line.indicator) \($0.key)", $0.value)
                }
        }
    }
}
