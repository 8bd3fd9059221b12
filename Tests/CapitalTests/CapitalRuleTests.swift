@testable import Capital
import Declarations
import Source
import Testing

@Suite("Every rule of Capital")
struct CapitalRuleTests {
    /// Input that breaks each rule, by the rule's id.
    private static let provocations: [String: @Sendable (inout Findings) -> Void] = [
        "unknown-unit": { flow("f,fuel,1,ton,own,,loss,,,,", &$0) },
        "unit-mismatch": { flow("f,fuel,1,kg NOx,own,,loss,,,,", &$0) },
        "unknown-indicator": { flow("f,ghg-fule,1,t CO2-eq,own,,loss,,,,", &$0) },
        "indicator-structure": { lines([Line("a", partOf: "b")], &$0) },
        "unknown-factor": { lines([Line("a", valuation: "{list: CO3}")], &$0) },
        "unknown-set": { lines([Line("a", valuation: "{lst: CO2}")], &$0) },
        "not-a-number": { flow("f,fuel,1.2.3,t CO2-eq,own,,loss,,,,", &$0) },
        "negative-quantity": { flow("f,fuel,-1,t CO2-eq,own,,loss,,,,", &$0) },
        "unknown-option": { flow("f,fuel,1,t CO2-eq,upstraem,,loss,,,,", &$0) },
        "unknown-party": { flow("f,fuel,1,t CO2-eq,own,x,loss,,,,", &$0) },
        "reason-missing": { flow("f,fuel,n.v.t.,,own,,loss,,,,", &$0) },
        "wrong-effect": { flow("f,fuel,1,t CO2-eq,own,,gain,,,,", &$0) },
        "wrong-position": { flow("f,land,1,ha,upstream,,loss,,,,", &$0) },
        "duplicate-id": { flow("f,land,1,ha,own,,loss,,,,\nf,land,1,ha,own,,loss,,,,", &$0) },
        "identity": { findings in
            let none = Traced.absent(.none, "")
            let side = ChainStatement.Side(
                own: none, upstreamOther: none, downstream: none,
                parties: Traced(.known(1), .sum([])), eliminations: none)
            let line = ChainStatement.Line(
                indicator: "a", sides: [.loss: side], balance: nil, values: [:],
                regions: [:], ratio: nil)
            let chain = ChainStatement(year: 2024, parties: [], lines: [line], supplies: [])
            Consolidation.checkIdentity(of: chain, &findings)
        },
        "unmatched-supply": { findings in
            let chain = Chain(
                Company("b").buying(1, from: "s", "fuel", factor: 1),
                Company("s").booking("fuel", "1"))
            findings.add(chain.findings)
        },
        "score-weight": { findings in
            let file = SourceFile(
                path: "list.yaml",
                text: Guide.priceList.replacing(
                    #/version: .*/#, with: "version: EN 15804+A1"))
            let set = ValuationSet(file, units: Guide.units, &findings)!
            _ = ProductScoring(sets: [set], &findings)
        },
        "work-row": { work("brug,,,mortel,1,m3,2,", &$0) },
        "work-unit": { findings in
            work("brug,,,mortel,1,kg NOx,2,d", &findings)
        },
        "declared-booking": { findings in
            let text = """
                {"doctype": "openEPD", "id": "d", "declared_unit": {"qty": 1, "unit": "m3"},
                 "impacts": {"CML 2012": {"gwp": {"A1A2A3": {"mean": 1, "unit": "kgCO2e"}}}}}
                """
            let declaration = DeclarationReader().read(
                SourceFile(path: "d.json", text: text), &findings)
            var reader = LedgerReader(
                party: Company("a").party, year: 2024, parties: ["a"],
                indicators: Guide.indicators, units: Guide.units)
            let (ledger, found) = reader.read(
                flows: nil, supplies: nil, products: SourceFile(
                    path: "products.csv", text: "product,volume,unit,epd,books\np,1,m3,d,A3\n"),
                reporting: [])
            findings.add(found)
            _ = DeclaredBooking(indicators: Guide.indicators, units: Guide.units).flows(
                of: ledger, declaration.map { ["d": $0] } ?? [:], party: Company("a").party,
                &findings)
        },
        "must-line": { findings in
            let chain = Chain(Company("b", links: ["cement"]).booking("nox", "1"))
            findings.add(chain.findings)
        },
        "price-index": { findings in
            let file = SourceFile(
                path: "i.yaml", text: "title: {nl: i, en: i}\ncompare-at: 2026\nindex: []\n")
            _ = PriceIndex(file, &findings)
        },
        "uncertainty-source": { spreads("choice: true", "choice: false", &$0) },
        "uncertainty-class": { spreads("class: 5", "class: 4", &$0) },
        "spread-below-one": { spreads("spread: 1.05", "spread: 0.05", &$0) },
        "unknown-place": { activity("f,fuel,1,t CO2-eq,own,loss,de-ward,,,,", &$0) },
        "unknown-module": { activity("f,fuel,1,t CO2-eq,own,loss,,A1-A9,,,", &$0) },
        "module-d": { activity("f,fuel,1,t CO2-eq,own,loss,,A1-D,,,", &$0) },
        "booked-twice": {
            activity(
                "f,fuel,1,t CO2-eq,own,loss,,,,,\nf,fuel,1,kg,own,loss,,,3,t CO2-eq/t,", &$0)
        },
        "restatement-figure": {
            years(row, row, changes: "fuel,loss,error,restated,1,t CO2-eq,Because", &$0)
        },
        "no-prior-year": { years(nil, row, changes: "fuel,,error,break,,,Because", &$0) },
        "silent-trend": { years(row, row.replacing("A1-A3", with: "A1-A4"), &$0) },
        "measure-line": {
            let promise = "p,land,1,ha,own,,gain,forecast,m,"
            years(promise, row.replacing("realised,", with: "realised,m"), &$0)
        },
    ]

    /// Rows of two years of company a, and the changes of the second.
    private static func years(
        _ prior: String?, _ now: String, changes: String? = nil, _ findings: inout Findings
    ) {
        let party = Company("a").party
        let header = "flow,indicator,quantity,unit,position,counterparty,effect,basis,measure,"
            + "module\n"
        let ledgers = [(2023, prior, nil), (2024, now, changes)].compactMap { year, rows, changes in
            rows.map { rows -> Ledger in
                var reader = LedgerReader(
                    party: party, year: year, parties: ["a"], indicators: Guide.indicators,
                    units: Guide.units)
                let (ledger, found) = reader.read(
                    flows: SourceFile(path: "b/\(year)/flows.csv", text: header + rows),
                    supplies: nil, products: nil,
                    changes: changes.map {
                        SourceFile(
                            path: "b/\(year)/changes.csv",
                            text: LedgerReader.changeColumns.joined(separator: ",") + "\n" + $0)
                    }, reporting: ["a"])
                findings.add(found)
                return ledger
            }
        }
        _ = Accounts(
            parties: [party], ledgers: ledgers,
            computation: StatementComputation(
                indicators: Guide.indicators, pricing: Guide.pricing(), qualityClasses: [:]),
            &findings)
    }

    private static let row = "f,fuel,1,t CO2-eq,own,,loss,realised,,A1-A3"

    /// Scores a work whose product is declared per cubic metre.
    private static func work(_ row: String, _ findings: inout Findings) {
        let header = "work,floor-area,period,item,quantity,unit,category,epd\n"
        let file = SourceFile(path: "works.csv", text: header + row + "\n")
        var reader = WorksReader(party: Company("a").party, sets: [], units: Guide.units)
        let (works, found) = reader.read(file)
        findings.add(found)
        let text = """
            {"doctype": "openEPD", "id": "d", "declared_unit": {"qty": 1, "unit": "m3"},
             "impacts": {"EF 3.0": {"gwp": {"A4": {"mean": 1, "unit": "kgCO2e"}}}}}
            """
        let declaration = DeclarationReader().read(
            SourceFile(path: "d.json", text: text), &findings)
        let scoring = WorkScoring(
            scoring: ProductScoring(sets: [], &findings), units: Guide.units,
            declarations: declaration.map { ["d": $0] } ?? [:])
        for work in works { _ = scoring.scores(of: work, &findings) }
    }

    private static func spreads(_ old: String, _ new: String, _ findings: inout Findings) {
        let text = Guide.uncertaintyText.replacing(old, with: new)
        let file = SourceFile(path: "uncertainty.yaml", text: text)
        _ = Uncertainty(file, sets: ["list"], &findings)
    }

    private static func activity(_ rows: String, _ findings: inout Findings) {
        var reader = LedgerReader(
            party: Company("a").party, year: 2024, parties: ["a", "b"],
            indicators: Guide.indicators, units: Guide.units)
        let text = FlowReadingTests.header + FlowReadingTests.padded(rows)
        let file = SourceFile(path: "flows.csv", text: text)
        findings.add(reader.read(flows: file, supplies: nil, products: nil, reporting: []).1)
    }

    private static func flow(_ row: String, _ findings: inout Findings) {
        var reader = LedgerReader(
            party: Company("a").party, year: 2024, parties: ["a", "b"],
            indicators: Guide.indicators, units: Guide.units)
        let file = SourceFile(path: "flows.csv", text: LedgerReadingTests.flowHeader + row)
        findings.add(reader.read(flows: file, supplies: nil, products: nil, reporting: []).1)
    }

    private static func lines(_ lines: [Line], _ findings: inout Findings) {
        let indicators = Indicators(lines.compactMap { $0.indicator(&findings) }, &findings)
        let file = SourceFile(path: "list.yaml", text: Guide.priceList)
        let set = ValuationSet(file, units: Guide.units, &findings)!
        _ = Pricing(indicators: indicators, sets: [set], units: Guide.units, &findings)
    }

    @Test("is provoked here", arguments: Rule.capital.map(\.id))
    func provoked(id: String) throws {
        let provoke = try #require(Self.provocations[id], "no input breaks rule \(id)")
        var findings = Findings()
        provoke(&findings)
        #expect(findings.all.map(\.rule.id).contains(id))
    }

    @Test("has a name of its own, also beside those of Source")
    func names() {
        let ids = (Rule.capital + Rule.source).map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test("on the structure of the lines is kept", arguments: [
        [Line("a"), Line("a", order: 2)],
        [Line("a", partOf: "b"), Line("b")],
        [Line("s", kind: "subtotal"), Line("a", unit: "kg", partOf: "s")],
        [Line("s", kind: "subtotal"), Line("a", consolidation: "own", partOf: "s")],
        [Line("s", kind: "subtotal"), Line("a", kind: "memo", partOf: "s")],
        [Line("s", kind: "subtotal", valuation: "{list: CO2}")],
    ])
    func structure(lines: [Line]) {
        var findings = Findings()
        Self.lines(lines, &findings)
        #expect(findings.all.map(\.rule.id) == ["indicator-structure"])
    }

    @Test("on prices is kept: a factor is per a unit of its line")
    func factorUnit() {
        var findings = Findings()
        Self.lines([Line("a", unit: "ha", valuation: "{list: CO2}")], &findings)
        #expect(findings.all.map(\.rule.id) == ["unit-mismatch"])
    }
}
