import Capital
import Source
import Testing

@Suite("Reading flows: activities, places and modules")
struct FlowReadingTests {
    static let header =
        "flow,indicator,quantity,unit,position,effect,place,module,factor,factor-unit,"
        + "uncertainty,counterparty,basis\n"

    private static func read(_ rows: String) -> (flows: [Flow], found: [String]) {
        var findings = Findings()
        let text = """
            id: a
            name: {nl: A, en: A}
            sites: [{id: pit, name: Pit, country: NL}, {id: kiln, name: Kiln, country: BE}]
            """
        let party = Party(SourceFile(path: "party.yaml", text: text), &findings)!
        var reader = LedgerReader(
            party: party, year: 2024, parties: ["a"], indicators: Guide.indicators,
            units: Guide.units)
        let (ledger, found) = reader.read(
            flows: SourceFile(path: "flows.csv", text: header + padded(rows)), supplies: nil,
            products: nil, reporting: [])
        findings.add(found)
        return (ledger.flows, findings.sorted.map(\.description))
    }

    /// Rows without their last two cells, which are empty here.
    static func padded(_ rows: String) -> String {
        rows.split(separator: "\n").map { $0 + ",," }.joined(separator: "\n")
    }

    @Test("an activity times its factor is a flow, and its trace names both")
    func activity() throws {
        let (flows, found) = Self.read("f,fuel,2000,kg,own,loss,pit,,3.2,kg CO2-eq/kg,5")
        #expect(found.isEmpty)
        #expect(try #require(flows.first).quantity.value == 6.4)
        guard case .product(let activity, let factor)? = flows.first?.quantity.origin else {
            Issue.record("the flow is no product")
            return
        }
        #expect(activity.figure.value == 2000)
        #expect(factor.value == 0.0032)
        #expect(factor.unit == "t CO2-eq/kg")
        #expect(factor.uncertainty == 0, "what is stated of the row covers the factor")
    }

    @Test("a factor of another dimension is refused with its place")
    func mismatch() {
        let (_, found) = Self.read("f,fuel,2000,kg,own,loss,pit,,3.2,kg NOx/kg,")
        #expect(found == [
            "flows.csv:2:34: error: factor unit 'kg NOx/kg' does not convert to "
                + "'t CO2-eq/kg' [unit-mismatch]"
        ])
    }

    @Test("one flow measured and reckoned is booked twice; the message names both")
    func twice() {
        let (_, found) = Self.read(
            "f,fuel,5,t CO2-eq,own,loss,pit,,,,\nf,fuel,2000,kg,own,loss,pit,,3,kg CO2-eq/kg,")
        #expect(found == [
            "flows.csv:3:1: error: flow 'f' stands twice on 'ghg': a figure on 'fuel', "
                + "flows.csv:2:1, and an activity times a factor on 'fuel' here [booked-twice]"
        ])
    }

    @Test("one activity may bear on lines of several subtotals")
    func severalLines() {
        let (flows, found) = Self.read(
            "f,fuel,5,t CO2-eq,own,loss,pit,,,,\nf,nox,2,kg NOx,own,loss,pit,,,,")
        #expect(found.isEmpty)
        #expect(flows.count == 2)
    }

    @Test("a place is a site or a country; without one nobody can say where", arguments: [
        ("pit", Region.netherlands), ("kiln", .abroad), ("DE", .abroad), ("NL", .netherlands),
        ("", .unlocated),
    ])
    func places(place: String, region: Region) {
        let (flows, found) = Self.read("f,fuel,5,t CO2-eq,own,loss,\(place),,,,")
        #expect(found.isEmpty)
        #expect(flows.map { Region(country: $0.country) } == [region])
    }

    @Test("modules read as they are written", arguments: [
        ("A1-A3", "A1-A3"), ("A3 A1 A2", "A1-A3"), ("A1-A3+C1", "A1-A3 C1"), ("D", "D"),
        ("A5-B1", "A5 B1"),
    ])
    func modules(text: String, expected: String) {
        #expect(ModuleScope(text)?.text == expected)
    }

    @Test("what is no module is none", arguments: ["", "A0", "A3-A1", "a1", "A1--A3", "A1-", "E"])
    func noModules(text: String) { #expect(ModuleScope(text) == nil) }
}
