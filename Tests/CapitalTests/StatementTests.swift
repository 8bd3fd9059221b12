import Capital
import Source
import Testing

@Suite("A company's statement")
struct StatementTests {
    private let supplier = Company("s")

    @Test("parts a line over its columns")
    func columns() {
        let chain = Chain(
            Company("a").booking("fuel", "1").booking("fuel", "2")
                .booking("fuel", "10", "upstream").booking("fuel", "100", "downstream")
                .buying(4, from: "s", "fuel", factor: 250),
            supplier)
        #expect(Column.allCases.map { chain.cell("a", "fuel", $0)?.quantity?.value }
            == [3, 1_000, 10, 100, 1_113])
        #expect(chain.statement("a")["fuel"]?.balance?.value == -1_113)
    }

    @Test("counts a loss when it is realised, and a gain when it is verified as well")
    func promised() throws {
        let company = Company("a")
            .booking("habitat", "1", effect: "loss")
            .booking("habitat", "2", effect: "loss", basis: "forecast")
            .booking("habitat", "4", effect: "gain", verified: "yes")
            .booking("habitat", "8", effect: "gain")
            .booking("habitat", "16", effect: "gain", basis: "forecast", verified: "yes")
        let line = try #require(Chain(company).statement("a")["habitat"])
        #expect(line.sides[.loss]?.total.value == 1)
        #expect(line.sides[.gain]?.total.value == 4)
        #expect(line.balance?.value == 3)
        #expect(line.promised.map(\.quantity.value) == [2, 8, 16])
    }

    @Test("misses a line that its chain link must report")
    func mustReport() {
        let chain = Chain(Company("a", links: ["cement"]), Company("b"))
        #expect(chain.cell("a", "fuel", .own) == .missing(.stated))
        #expect(chain.cell("a", "ghg", .own) == .missing(.stated))
        #expect(chain.statement("b").lines.isEmpty)
    }

    @Test("takes own activity only on an own-only line")
    func ownOnly() {
        let chain = Chain(Company("a").booking("land", "2"))
        #expect(Column.allCases.map { chain.cell("a", "land", $0) }
            == [.known(2), .notApplicable, .notApplicable, .notApplicable, .known(2)])
        #expect(chain.cell("a", "land", .own, .gain) == Cell.none)
        #expect(chain.statement("a")["land"]?.balance?.value == -2)
    }

    @Test("has memo lines without a balance and outside every sum")
    func memo() {
        let chain = Chain(
            Company("a").booking("carbonation", "5", effect: "").booking("fuel", "1"))
        #expect(chain.cell("a", "carbonation", .own, .memo) == .known(5))
        #expect(chain.statement("a")["carbonation"]?.balance == nil)
        #expect(chain.cell("a", "ghg", .total)?.quantity?.value == 1)
    }

    @Test("adds the lines of a subtotal, column by column")
    func subtotals() {
        let chain = Chain(
            Company("a").booking("fuel", "1").booking("process", "2")
                .booking("transport", "4", "upstream").booking("nox", "100"))
        #expect(chain.cell("a", "ghg", .own) == .known(3))
        #expect(chain.cell("a", "ghg", .upstreamOther) == .known(4))
        #expect(chain.statement("a")["ghg"]?.balance?.value == -7)
        #expect(chain.statement("a").lines.map(\.indicator)
            == ["ghg", "fuel", "process", "transport", "nox"])
    }

    @Test("keeps the state of a row that holds no figure")
    func states() {
        let chain = Chain(
            Company("a").booking("nox", ".").booking("habitat", "-")
                .booking("process", "n.v.t.", note: "no kiln").booking("water", "0"))
        #expect(chain.cell("a", "nox", .own) == .missing(.stated))
        #expect(chain.cell("a", "habitat", .own) == Cell.none)
        #expect(chain.cell("a", "process", .own) == .notApplicable)
        #expect(chain.cell("a", "water", .own) == .known(0))
        #expect(chain.statement("a")["process"]?.notes == ["no kiln"])
    }

    @Test("is a lower bound where a part is missing")
    func bounds() {
        let chain = Chain(
            Company("a").booking("nox", "5").booking("nox", ".")
                .booking("nox", "1*", "upstream"))
        #expect(chain.cell("a", "nox", .own)
            == .known(Quantity(5, bound: .atLeast)))
        #expect(chain.cell("a", "nox", .total)
            == .known(Quantity(6, bound: .atLeast, isProvisional: true)))
        #expect(chain.statement("a")["nox"]?.balance?.cell
            == .known(Quantity(-6, bound: .atMost, isProvisional: true)))
    }

    @Test("weighs quality by amount; a supplier that reports is specific")
    func quality() {
        let chain = Chain(
            Company("a").booking("fuel", "1", method: "measured")
                .booking("fuel", "3", method: "estimated")
                .booking("process", "1", method: "calculated"),
            Company("b").booking("fuel", "1", method: "measured")
                .buying(1, from: "a", "fuel", factor: 1))
        #expect(chain.statement("a")["fuel"]?.quality == 4)
        #expect(chain.statement("a")["ghg"]?.quality == 3.8)
        #expect(chain.statement("b")["fuel"]?.quality == 1.5)
        #expect(Chain(Company("a").booking("fuel", ".")).statement("a")["fuel"]?.quality == nil)
    }

    @Test("prices a balance per unit of its line, and a subtotal by its lines")
    func prices() throws {
        let statement = Chain(
            Company("a").booking("fuel", "2").booking("process", "3").booking("nox", "10")
                .booking("land", "1")).statement("a")
        #expect(statement["fuel"]?.values["list"]?.value == -100)
        #expect(statement["ghg"]?.values["list"]?.value == -250)
        #expect(statement["nox"]?.values["list"]?.value == -200)
        #expect(statement["land"]?.values.isEmpty == true)
    }

    @Test("prices one flow once: of exclusive factors the first that applies")
    func exclusive() {
        let lines = [
            Line("area", order: 1, unit: "ha", valuation: "{list: land}"),
            Line("air", order: 2, unit: "kg NOx", valuation: "{list: NOx}"),
        ]
        let indicators = Guide.indicators(lines)
        let pricing = Guide.pricing(
            Guide.priceList + "\nexclusive:\n  - [NOx, land]", of: indicators)
        func priced(_ lines: [String]) -> [String] {
            let balance = Traced(.known(1), .sum([]))
            let balances = Dictionary(uniqueKeysWithValues: lines.map { ($0, balance) })
            return pricing.values(of: balances, indicators: indicators).filter { !$0.value.isEmpty }
                .keys.sorted()
        }
        #expect(priced(["area", "air"]) == ["air"])
        #expect(priced(["area"]) == ["area"])
    }

    @Test("is the same when the ledger is kept in another unit")
    func scaling() {
        let header = LedgerReadingTests.flowHeader
        func statement(_ text: String) -> Statement {
            let ledger = LedgerReadingTests.read(flows: header + text).ledger
            return StatementComputation(
                indicators: Guide.indicators, pricing: Guide.pricing(), qualityClasses: [:]
            ).statement(of: ledger, party: Company("a").party, reporting: ["a"])
        }
        let tonnes = statement("f,fuel,2.5,t CO2-eq,own,,loss,,,,\ng,land,3,ha,own,,loss,,,,")
        let kilograms = statement(
            "f,fuel,2500,kg CO2-eq,own,,loss,,,,\ng,land,30000,m2,own,,loss,,,,")
        for line in tonnes.lines {
            #expect(line.balance?.cell == kilograms[line.indicator]?.balance?.cell)
            #expect(line.values.mapValues(\.cell)
                == kilograms[line.indicator]?.values.mapValues(\.cell))
        }
    }
}
