import Capital
import Source
import Testing

@Suite("A unit")
struct UnitsTests {
    @Test("converts within its dimension", arguments: [
        ("t", "kg", 1000), ("kg", "t", 0.001), ("ha", "m2", 10_000), ("t", "t", 1),
        ("t CO2-eq", "kg CO2-eq", 1000),
    ])
    func within(from: String, to: String, factor: Double) {
        #expect(Guide.units.conversion(from: from, to: to) == factor)
    }

    @Test("converts to no other dimension", arguments: [
        ("kg NOx", "kg CO2-eq"), ("t", "m3"), ("t", "ton"), ("ton", "ton"), ("", ""), ("t/m3", "t"),
        ("t", "t/m3"), ("t/m3", "m3/t"), ("t/", "t/"), ("t/m3/ha", "t/m3"),
        ("t·", "t"), ("·t", "t"), ("t·km", "t"), ("t·t", "t"), ("kg/t·km", "kg/t/km"),
        ("m2·yr", "m2·m"),
    ])
    func between(from: String, to: String) {
        #expect(Guide.units.conversion(from: from, to: to) == nil)
    }

    @Test("may be compound", arguments: [
        ("kg CO2-eq/t", "t CO2-eq/t", 0.001), ("kg/l", "t/m3", 1), ("kg/m3", "kg/l", 0.001),
        ("t CO2-eq/kg", "kg CO2-eq/t", 1_000_000), ("kg CO2-eq/t·m", "kg CO2-eq/kg·km", 1),
        ("kg CO2-eq/t·km", "t CO2-eq/t·km", 0.001), ("t·km", "kg·m", 1_000_000),
        ("EUR/m2·yr", "EUR/ha·yr", 10_000), ("m·m2·yr", "km·m2·yr", 0.001),
    ])
    func compound(from: String, to: String, factor: Double) throws {
        let found = try #require(Guide.units.conversion(from: from, to: to))
        #expect(abs(found - factor) <= 1e-15 * factor)
    }

    @Test("that is not known is found, with what was probably meant")
    func unknown() {
        var findings = Findings()
        let place = Place(file: "f.csv", line: 2, column: 4)
        Guide.units.check(Located("kg NOX", at: place), &findings)
        Guide.units.check(Located("kg/m3", at: place), &findings)
        #expect(findings.sorted.map(\.description) == [
            "f.csv:2:4: error: unit 'kg NOX' is not known; did you mean 'kg NOx'? [unknown-unit]",
        ])
    }

    @Test("list of a wrong form is found")
    func wrongForm() {
        var findings = Findings()
        let text = """
            - {unit: t, dimension: mass, factor: 0}
            - {unit: t, dimension: mass, factor: 1}
            - {unit: kg, dimension: mass}
            """
        _ = Units(SourceFile(path: "u.yaml", text: text), &findings)
        _ = Units(SourceFile(path: "v.yaml", text: "a: 1"), &findings)
        #expect(findings.sorted.map(\.description) == [
            "u.yaml:1:38: error: factor of 't' is not greater than zero [wrong-form]",
            "u.yaml:2:10: error: unit 't' stands twice [wrong-form]",
            "u.yaml:3:3: error: key 'factor' is missing [missing-key]",
            "v.yaml:1:1: error: file is not a list of units [wrong-form]",
        ])
    }
}
