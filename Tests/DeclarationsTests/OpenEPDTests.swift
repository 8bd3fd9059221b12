@testable import Declarations
import Source
import Testing

@Suite("openEPD")
struct OpenEPDTests {
    @Test("methods tell the edition; others are kept apart")
    func methods() {
        let (declaration, found) = Written.read(Written.openEPD("""
            "EF 3.0": {"gwp": {"A1A2A3": {"mean": 240, "unit": "kgCO2e"}, "D": {"mean": -5.1,
             "unit": "kgCO2e"}}, "ap": {"A1A2A3": {"mean": 0.7, "unit": "molHe"}},
             "ep": {"A1A2A3": {"mean": 0.1, "unit": "kgNe"}},
             "WDP": {"A1A2A3": {"mean": 3, "unit": "m3AWARE"}}},
            "CML 2012": {"ap": {"A1A2A3": {"mean": 0.9, "unit": "kgSO2e"}},
             "ep": {"A1A2A3": {"mean": 0.2, "unit": "kgPO4e"}}},
            "EN 15978:2011": {"gwp": {"A1A2A3": {"mean": 9, "unit": "kgCO2e"}}},
            "TRACI 2.1": {"gwp": {"A1A2A3": {"mean": 239, "unit": "kgCO2e"}},
             "pocp": {"A1A2A3": {"mean": 12, "unit": "kgO3e"}}}
            """))
        #expect(found.isEmpty)
        #expect(declaration?.amount("GWP-total", .a2) == 240)
        #expect(declaration?.amount("GWP-total", .a2, Stage(.d)) == -5.1)
        #expect(declaration?.amount("EP-marine", .a2) == 0.1)
        #expect(declaration?.amount("WDP", .a2) == 3)
        #expect(declaration?.amount("AP", .a1) == 0.9)
        #expect(declaration?.amount("EP", .a1) == 0.2)
        #expect(declaration?.amount("GWP", .a1) == nil)
        #expect(declaration?.others.map { "\($0.method ?? "") \($0.name)" } == [
            "EN 15978:2011 gwp", "TRACI 2.1 gwp", "TRACI 2.1 pocp",
        ])
    }

    @Test("A1A2A3 beside its parts is checked, and never added to them")
    func parts() {
        let (_, found) = Written.read(Written.openEPD("""
            "EF 3.1": {"gwp": {"A1A2A3": {"mean": 255.0, "unit": "kgCO2e"},
             "A1": {"mean": 200.0, "unit": "kgCO2e"}, "A2": {"mean": 8.0, "unit": "kgCO2e"},
             "A3": {"mean": 30.0, "unit": "kgCO2e"}}}
            """))
        #expect(found == [
            "error: GWP-total: A1 + A2 + A3 is 238 where A1-A3 is 255 kgCO2e [epd-module-sum]"
        ])
    }

    @Test("the fixed unit of fresh water is said to be doubtful")
    func freshwater() {
        let (declaration, found) = Written.read(Written.openEPD("""
            "EF 3.0": {"ep-fresh": {"A1A2A3": {"mean": 2, "unit": "kgPO4e"}}}
            """))
        #expect(declaration?.amount("EP-freshwater", .a2) == 2 * 0.3261)
        #expect(found.count == 1 && found[0].hasSuffix("[epd-doubt]"))
    }

    @Test("a foreign unit is refused")
    func refused() {
        let (_, found) = Written.read(Written.openEPD("""
            "CML 2016": {"pocp": {"A1A2A3": {"mean": 2, "unit": "kgO3e"}}}
            """))
        #expect(found.first == "error: unit 'kgO3e' of POCP (EN 15804+A1) does not convert; "
            + "expected is kg C2H4-eq [epd-unit]")
    }

    @Test("scenarios, limits, years and null")
    func forms() throws {
        let (declaration, found) = Written.read(Written.openEPD("""
            "EF 3.0": {"odp": {"A1A2A3": {"mean": 1e-6, "unit": "kgCFC11e", "dist": "max"},
             "A4": null, "B1": {"mean": 1e-9, "unit": "kgCFC11e"}, "B1_years": 10,
             "C_scenarios": [{"name": "Landfill", "likelihood": 0.3,
              "C4": {"mean": 2e-9, "unit": "kgCFC11e"}}]}}
            """, unit: "\"1000 kg\""))
        #expect(found.isEmpty)
        let values = try #require(declaration?.results.first?.values)
        #expect(values[Stage(.a1a3)]?.number == nil)
        #expect(values[Stage(.a4)]?.number == nil)
        #expect(values[Stage(.c4, scenario: "Landfill")]?.number == 2e-9)
        #expect(declaration?.unit.quantity == 1000 && declaration?.unit.unit == "kg")
    }

    @Test("results of other methods alone cannot be weighted")
    func traciOnly() {
        let (declaration, found) = Written.read(Written.openEPD("""
            "TRACI 2.1": {"gwp": {"A1A2A3": {"mean": 239, "unit": "kgCO2e"}}}
            """))
        #expect(declaration?.results.isEmpty == true)
        #expect(found == ["warning: results are all of other methods than EN 15804's (TRACI 2.1); "
            + "none can be weighted [epd-indicator]"])
    }
}
