import Capital
import Source
import Testing

@Suite("Reading a ledger")
struct LedgerReadingTests {
    static let flowHeader =
        "flow,indicator,quantity,unit,position,counterparty,effect,basis,method,verified,note\n"
    static let supplyHeader =
        "supply,direction,counterparty,product,quantity,unit,indicator,factor,factor-unit\n"

    static func read(
        flows: String = "", supplies: String = "", products: String? = nil,
        csv: String = "{}"
    ) -> (ledger: Ledger, found: [String]) {
        var findings = Findings()
        let text = "id: a\nname: {nl: A, en: A}\ncsv: \(csv)\n"
        let party = Party(SourceFile(path: "party.yaml", text: text), &findings)!
        var reader = LedgerReader(
            party: party, year: 2024, parties: ["a", "b", "c"], indicators: Guide.indicators,
            units: Guide.units)
        func file(_ path: String, _ text: String) -> SourceFile? {
            text.isEmpty ? nil : SourceFile(path: path, text: text)
        }
        let (ledger, found) = reader.read(
            flows: file("flows.csv", flows), supplies: file("supplies.csv", supplies),
            products: products.flatMap { file("products.csv", $0) }, reporting: ["a", "b"])
        findings.add(found)
        return (ledger, findings.sorted.map(\.description))
    }

    private static func placesAndRules(_ found: [String]) -> [String] {
        found.map { line in
            let words = line.split(separator: " ").map(String.init)
            return words[0] + " " + words[words.count - 1]
        }
    }

    @Test("books flows in the unit of their line")
    func flows() {
        let (ledger, found) = Self.read(
            flows: Self.flowHeader
                + "f-1,fuel,2500,kg CO2-eq,own,,loss,,measured,yes,n\n"
                + "f-2,fuel,3*,t CO2-eq,upstream,c,loss,forecast,,,\n"
                + "f-3,carbonation,0,t CO2-eq,own,,,,,,\n")
        #expect(found.isEmpty)
        #expect(ledger.flows.map(\.quantity.cell) == [
            .known(2.5), .known(Quantity(3, isProvisional: true)), .known(0),
        ])
        #expect(ledger.flows.map(\.counts) == [true, false, true])
        #expect(ledger.flows.map(\.method) == [.measured, .estimated, .estimated])
        #expect(ledger.flows[0].quantity.origin == .ledger(
            Origin.Entry(
                Place(file: "flows.csv", line: 2, column: 10), typed: "2500 kg CO2-eq",
                row: "flow f-1", method: .measured)))
    }

    @Test("knows why there is no figure")
    func states() {
        let rows = ["-", "–", ".", "n.v.t.", "N/A"].enumerated().map {
            "f-\($0.offset),fuel,\($0.element),,own,,loss,,,,reason\n"
        }
        let (ledger, found) = Self.read(flows: Self.flowHeader + rows.joined())
        #expect(found.isEmpty)
        #expect(ledger.flows.map(\.quantity.cell) == [
            .none, .none, .missing(.stated), .notApplicable, .notApplicable,
        ])
    }

    @Test("books supplies at quantity times factor")
    func supplies() throws {
        let (ledger, found) = Self.read(
            supplies: Self.supplyHeader
                + "s-1,bought,b,sand,200,t,fuel,5.5,kg CO2-eq/t\n"
                + "s-2,sold,c,sand,10,m3,,,\n", products: "product,volume,unit\nsand,5,t\n")
        #expect(found.isEmpty)
        let impact = try #require(ledger.supplies[0].impact)
        #expect(abs((impact.amount.value ?? 0) - 1.1) < 1e-12)
        #expect(impact.factor.unit == "t CO2-eq/t")
        #expect(ledger.supplies[1].impact == nil)
        #expect(ledger.products.map(\.volume) == [5])
    }

    @Test("takes the declared separator and decimal mark")
    func dialect() {
        let (ledger, found) = Self.read(
            flows: "flow;indicator;quantity;unit;position;counterparty;effect;basis\n"
                + "f-1;fuel;0,5;t CO2-eq;own;;loss;\nf-2;fuel;1.000;t CO2-eq;own;;loss;\n",
            csv: "{separator: \";\", decimal: \",\"}")
        #expect(ledger.flows.map(\.quantity.value) == [0.5])
        #expect(found == [
            "flows.csv:3:10: error: '1.000' is not a number; the decimal mark here is ',', "
                + "not '.' [not-a-number]",
        ])
    }

    @Test("finds everything that is wrong with flows in one run, at its place")
    func flowFaults() {
        let rows = [
            "f-1,ghg-fule,1,t CO2-eq,own,,loss,,,,",
            "f-2,fuel,1,ton,own,,loss,,,,",
            "f-3,fuel,1,kg NOx,own,,loss,,,,",
            "f-4,fuel,1.234,t CO2-eq,own,,gain,,,,",
            "f-5,fuel,-12,t CO2-eq,own,,loss,,,,",
            "f-6,fuel,12abc,t CO2-eq,own,,loss,,,,",
            "f-7,fuel,1,t CO2-eq,upstraem,,loss,,,,",
            "f-8,fuel,1,t CO2-eq,own,zandwining,loss,,,,",
            "f-9,fuel,n.v.t.,,own,,loss,,,,",
            "f-10,land,1,ha,upstream,,loss,,,,",
            "f-11,ghg,1,t CO2-eq,own,,loss,,,,",
            "f-12,fuel,1,t CO2-eq,upstream,b,loss,,,,",
            "f-12,fuel,1,t CO2-eq,own,,loss,,,,",
            "f-12,fuel,1,t CO2-eq,own,a,loss,,,,",
            "f-14,carbonation,1,t CO2-eq,own,,loss,,,,",
            "f-15,fuel,1,t CO2-eq,own,,loss,,,maybe,",
        ]
        let found = Self.read(flows: Self.flowHeader + rows.joined(separator: "\n")).found
        #expect(Self.placesAndRules(found) == [
            "flows.csv:2:5: [unknown-indicator]", "flows.csv:3:12: [unknown-unit]",
            "flows.csv:4:12: [unit-mismatch]", "flows.csv:5:30: [wrong-effect]",
            "flows.csv:6:10: [negative-quantity]", "flows.csv:7:10: [not-a-number]",
            "flows.csv:8:21: [unknown-option]", "flows.csv:9:25: [unknown-party]",
            "flows.csv:10:10: [reason-missing]", "flows.csv:11:16: [wrong-position]",
            "flows.csv:12:21: [wrong-position]", "flows.csv:13:22: [wrong-position]",
            "flows.csv:15:1: [duplicate-id]", "flows.csv:15:26: [unknown-party]",
            "flows.csv:16:34: [wrong-effect]", "flows.csv:17:34: [unknown-option]",
        ])
    }

    @Test("finds an id that stands twice")
    func duplicateID() {
        let row = "f-1,fuel,1,t CO2-eq,own,,loss,,,,\n"
        #expect(Self.read(flows: Self.flowHeader + row + row).found == [
            "flows.csv:3:1: error: flow 'f-1' stands twice on 'ghg': a figure on 'fuel', "
                + "flows.csv:2:1, and a figure on 'fuel' here [duplicate-id]",
        ])
    }

    @Test("finds a figure that no unit of the chain can need")
    func tooLarge() {
        let row = "f-1,fuel,1e16,t CO2-eq,own,,loss,,,,\n"
        #expect(Self.read(flows: Self.flowHeader + row).found == [
            "flows.csv:2:10: error: '1e16' is above 1e15; check the unit [not-a-number]",
        ])
    }

    @Test("finds a supply that stands twice on one line, and takes it on two lines")
    func duplicateSupply() {
        let header = "supply,direction,counterparty,product,quantity,unit,indicator,factor,"
            + "factor-unit\n"
        let fuel = "s-1,bought,b,sand,1,t,fuel,1,kg CO2-eq/t\n"
        let process = "s-1,bought,b,sand,1,t,process,1,kg CO2-eq/t\n"
        #expect(Self.read(supplies: header + fuel + process).found.isEmpty)
        #expect(Self.read(supplies: header + fuel + fuel).found == [
            "supplies.csv:3:1: error: supply 's-1' stands twice on 'fuel' [duplicate-id]",
        ])
    }

    @Test("finds everything that is wrong with supplies in one run, at its place")
    func supplyFaults() {
        let rows = [
            "s-1,bougt,b,sand,1,t,fuel,1,kg CO2-eq/t",
            "s-2,bought,zand,sand,1,t,fuel,1,kg CO2-eq/t",
            "s-3,bought,,sand,1,t,fuel,1,kg CO2-eq/t",
            "s-4,bought,b,sand,0,1,t,fuel,1,kg CO2-eq/t",
            "s-5,bought,b,sand,1,t,fuel,x,kg CO2-eq/t",
            "s-6,bought,b,sand,1,t,fuel,1,kg CO2-eq/m3",
            "s-7,bought,b,sand,1,t,ghg,1,kg CO2-eq/t",
            "s-8,bought,b,sand,1,t,land,1,ha/t",
            "s-9,sold,b,sand,1,t,fuel,1,kg CO2-eq/t",
            "s-10,bought,b,sand,-1,t,fuel,1,kg CO2-eq/t",
            "s-11,bought,b,sand,1,ton,fuel,1,kg CO2-eq/t",
            "s-12,bought,b,sand,1,t,,1,kg CO2-eq/t",
        ]
        let (ledger, found) = Self.read(
            supplies: Self.supplyHeader + rows.joined(separator: "\n"))
        #expect(ledger.supplies.isEmpty)
        #expect(Self.placesAndRules(found) == [
            "supplies.csv:2:5: [unknown-option]", "supplies.csv:3:12: [unknown-party]",
            "supplies.csv:4:12: [unknown-party]", "supplies.csv:5:1: [csv-row-width]",
            "supplies.csv:6:28: [not-a-number]", "supplies.csv:7:30: [unit-mismatch]",
            "supplies.csv:8:23: [wrong-position]", "supplies.csv:9:23: [wrong-position]",
            "supplies.csv:10:21: [wrong-position]", "supplies.csv:11:20: [negative-quantity]",
            "supplies.csv:12:22: [unknown-unit]", "supplies.csv:13:24: [unknown-indicator]",
        ])
    }
}
