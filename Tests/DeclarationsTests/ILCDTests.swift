@testable import Declarations
import Source
import Testing

@Suite("ILCD+EPD")
struct ILCDTests {
    typealias Indicator = Written.Indicator

    @Test("a value is a number, not declared, not assessed or below display")
    func values() throws {
        var indicator = Indicator()
        indicator.values = [
            ("A1-A3", nil, "\"240\""), ("A4", nil, "\"ND\""), ("A5", nil, "null"),
            ("B1", nil, nil), ("B2", nil, "\"MNA\""), ("C1", nil, "\"<0.01\""),
            ("C2", nil, "\"-0\""), ("C3", nil, "0"), ("D", nil, "-1.2E-1"), ("B3", nil, "\"INA\""),
        ]
        let (declaration, found) = Written.read(Written.ilcd([indicator]))
        #expect(found.isEmpty)
        let values = try #require(declaration?.results.first?.values)
        func value(_ module: Module) -> DeclaredValue? { values[Stage(module)] }
        #expect(value(.a1a3)?.number == 240)
        for module: Module in [.a4, .a5, .b1] {
            guard case .notDeclared? = value(module) else { throw Unexpected() }
        }
        for module: Module in [.b2, .b3] {
            guard case .notAssessed? = value(module) else { throw Unexpected() }
        }
        guard case .belowDisplay(let limit, _)? = value(.c1) else { throw Unexpected() }
        #expect(limit == 0.01)
        #expect(value(.c2)?.number == 0 && value(.c2)?.number?.sign == .plus)
        #expect(value(.c3)?.number == 0)
        #expect(value(.d)?.number == -0.12)
        #expect(value(.b7) == nil)
        #expect(declaration?.stages(of: .a2).map(\.description) == ["A1-A3", "C2", "C3", "D"])
    }

    struct Unexpected: Error {}

    @Test("modules are read as they are written", arguments: [
        ("A1-A3", "A1-A3"), ("A1A2A3", "A1-A3"), ("A1 – A3", "A1-A3"), ("a1toA3", "A1-A3"),
        ("A1-3", "A1-A3"), ("Module A4", "A4"), ("C3/1", "C3 (1)"), ("D.2", "D (2)"),
        ("B6", "B6"), ("c4", "C4"),
    ])
    func modules(typed: String, read: String) {
        #expect(Stage(typed)?.description == read)
    }

    @Test("a total is no module", arguments: ["Total", "A-C", "E1", "", "A1-A5", "C1-C4"])
    func noModules(typed: String) {
        #expect(Stage(typed) == nil)
        var indicator = Indicator()
        indicator.values.append((typed, nil, "1"))
        let (declaration, found) = Written.read(Written.ilcd([indicator]))
        #expect(declaration?.results.first?.values.count == 1)
        #expect(found.count == 1 && found[0].hasSuffix("[epd-module]"))
    }

    @Test("scenarios stand beside each other and are never one figure")
    func scenarios() {
        var indicator = Indicator()
        indicator.values += [("D", "recycling", "-5"), ("D", "landfill", "2")]
        let other = ", \"other\": {\"anies\": [{\"scenario\": [{\"name\": \"landfill\", "
            + "\"default\": true}, {\"name\": \"recycling\"}]}]}"
        let (declaration, found) = Written.read(Written.ilcd([indicator], extras: other))
        #expect(found.isEmpty)
        #expect(declaration?.amount("GWP-total", .a2, Stage(.d, scenario: "recycling")) == -5)
        #expect(declaration?.amount("GWP-total", .a2, Stage(.d)) == nil)
        #expect(declaration?.defaultScenario == "landfill")
    }

    @Test("units of one kind are one, however written", arguments: [
        ("kg CO_(2)-Äq.", "kg CO2-eq", 1.0), ("kgCO2e", "kg CO2-eq", 1),
        ("g CO2 eq", "kg CO2-eq", 1e-3),
        ("kg CO₂ eqv.", "kg CO2-eq", 1), ("kg CO2-ekv.", "kg CO2-eq", 1),
        ("kg R11 eq.", "kg CFC-11-eq", 1), ("kg CFC 11-Äquiv.", "kg CFC-11-eq", 1),
        ("mol H^(+)-Äq.", "mol H+-eq", 1), ("mol H+ eqv.", "mol H+-eq", 1),
        ("molHe", "mol H+-eq", 1),
        ("kg PO_(4)^(3)-Äq.", "kg PO4-eq", 1), ("kg (PO4)3- eq", "kg PO4-eq", 1),
        ("kg Phosphat-Äqv.", "kg PO4-eq", 1), ("kg P-Äqv.", "kg P-eq", 1), ("kgNe", "kg N-eq", 1),
        ("kg Ethen-Äq.", "kg C2H4-eq", 1), ("kgC2H4e", "kg C2H4-eq", 1),
        ("kg Sb-eqv.", "kg Sb-eq", 1), ("m^(3) Welt-Äq. entzogen", "m3 world-eq", 1),
        ("m3 world eq. deprived", "m3 world-eq", 1), ("m3AWARE", "m3 world-eq", 1),
        ("Krankheitsfälle", "disease incidence", 1), ("Disease incidence", "disease incidence", 1),
        ("kBq U235-Äq.", "kBq U235-eq", 1), ("CTUe", "CTUe", 1), ("-", "Pt", 1), ("SQP", "Pt", 1),
        ("MJ", "MJ", 1), ("kWh", "MJ", 3.6), ("kg 1,4-DCB eq", "kg 1,4-DB-eq", 1),
        ("kg NMVOC eqv.", "kg NMVOC-eq", 1), ("mol N eq.", "mol N-eq", 1),
    ])
    func units(typed: String, unit: String, factor: Double) {
        #expect(ImpactUnit(reading: typed) == ImpactUnit(unit, factor))
    }

    @Test("a foreign unit converts by a published factor, or is refused")
    func conversions() throws {
        var phosphate = Indicator()
        phosphate.method = "b53ec18f-7377-4ad3-86eb-cc3f4f276b2b"
        phosphate.name = "Eutrophication potential - freshwater (EP-freshwater)"
        phosphate.unit = "kg PO_(4)-Äq."
        phosphate.group = "67b5401d-873c-485f-bcf3-6ae83b918822"
        phosphate.values = [("A1-A3", nil, "\"2\"")]
        let (converted, clean) = Written.read(Written.ilcd([phosphate]))
        #expect(clean.isEmpty)
        #expect(converted?.amount("EP-freshwater", .a2) == 2 * 0.3261)
        #expect(converted?.results.first?.conversion.basis == .phosphorusInPhosphate)

        phosphate.group = "0429039d-a61d-4590-ba67-aa4a20a810a1"
        #expect(Written.read(Written.ilcd([phosphate])).found == [
            "warning: unit 'kg PO_(4)-Äq.' of EP-freshwater is not its unit group's, kg P-eq; "
                + "read as typed [epd-doubt]"
        ])
        phosphate.unit = "kg SO2 eq."
        #expect(Written.read(Written.ilcd([phosphate])).found.first ==
            "error: unit 'kg SO2 eq.' of EP-freshwater (EN 15804+A2) does not convert; expected "
                + "is kg P-eq or kg PO4-eq [epd-unit]")
        phosphate.unit = "bananas"
        #expect(Written.read(Written.ilcd([phosphate])).found.first ==
            "error: unit 'bananas' of EP-freshwater is not known; expected is kg P-eq or kg "
                + "PO4-eq [epd-unit]")

        var fossil = Indicator()
        fossil.method = "804ebcdf-309d-4098-8ed8-fdaf2f389981"
        fossil.name = "Abiotic depletion potential for fossil resources (ADPF)"
        fossil.unit = "MJ"
        fossil.group = "93a60a57-a3c8-11da-a746-0800200c9a66"
        fossil.values = [("A1-A3", nil, "\"1000\"")]
        let old = Written.read(Written.ilcd([fossil], compliance: "DIN EN 15804")).declaration
        #expect(old?.amount("ADPF", .a1) == 1000 * 4.81e-4)
        fossil.method = "b2ad6110-c78d-11e6-9d9d-cec0c932ce01"
        #expect(Written.read(Written.ilcd([fossil])).declaration?.amount("ADP-fossil", .a2) == 1000)
    }

    @Test("the unit decides the edition where the short name does not")
    func editions() {
        var indicator = Indicator()
        indicator.method = "99999999-0000-4000-8000-000000000000"
        indicator.group = ""
        indicator.name = "Acidification (AP)"
        indicator.unit = "kg SO2 eq"
        let old = Written.read(Written.ilcd([indicator], compliance: "ISO 14025")).declaration
        #expect(old?.amount("AP", .a1) == 240 && old?.amount("AP", .a2) == nil)
        indicator.name = "Ozone (ODP)"
        indicator.unit = "kg CFC11 eq"
        let (_, unsure) = Written.read(Written.ilcd([indicator], compliance: "ISO 14025"))
        #expect(unsure.first == "error: indicator 'Ozone (ODP)' can be of EN 15804+A1 or "
            + "EN 15804+A2; the file names neither [epd-edition]")
        let new = Written.read(Written.ilcd([indicator])).declaration
        #expect(new?.amount("ODP", .a2) == 240)
    }

    @Test("indicators outside the standard are kept and never added")
    func others() {
        var ghg = Indicator()
        ghg.method = "fb774615-0575-45de-9a89-1ded92f19770"
        ghg.name = "Global Warming Potential (GWP-GHG)"
        var own = Indicator()
        own.method = "99999999-0000-4000-8000-000000000000"
        own.name = "Noise in the night (NOI)"
        var sameName = ghg
        sameName.method = "99999999-0000-4000-8000-000000000001"
        let (declaration, found) = Written.read(Written.ilcd([Indicator(), ghg, own, sameName]))
        #expect(declaration?.results.count == 1)
        #expect(declaration?.others.map(\.name) == [ghg.name, own.name, ghg.name])
        #expect(found == [
            "warning: indicator 'Noise in the night (NOI)' is not one of EN 15804 known here; it "
                + "is kept apart [epd-indicator]"
        ])
    }

    @Test("A1, A2 and A3 are held to A1-A3 where both stand", arguments: [
        ("25.5", []), ("25.54", []),
        ("25.9", ["warning: GWP-total: A1 + A2 + A3 is 25.5 where A1-A3 is 25.9 kg CO2 eqv. "
            + "[epd-rounding]"]),
        ("255", ["error: GWP-total: A1 + A2 + A3 is 25.5 where A1-A3 is 255 kg CO2 eqv. "
            + "[epd-module-sum]"]),
    ])
    func productStage(whole: String, expected: [String]) {
        var indicator = Indicator()
        indicator.values = [
            ("A1", nil, "\"20.6\""), ("A2", nil, "\"1.7\""), ("A3", nil, "\"3.2\""),
            ("A1-A3", nil, "\"\(whole)\""),
        ]
        #expect(Written.read(Written.ilcd([indicator])).found == expected)
    }

    @Test("climate change is held to its parts beyond one percent")
    func climate() {
        func part(_ method: String, _ name: String, _ value: String) -> Indicator {
            var part = Indicator()
            part.method = method
            part.name = name
            part.values = [("A1-A3", nil, "\"\(value)\"")]
            return part
        }
        func found(_ fossil: String) -> [String] {
            Written.read(Written.ilcd([
                Indicator(),
                part("5f635281-343e-44fb-83df-1971b155e6b6", "GWP-fossil", fossil),
                part("a7ea186c-9749-11ed-a8fc-0242ac120002", "GWP-biogenic", "1.50"),
                part("4331bbdb-978a-490d-8707-eeb047f01a55", "GWP-luluc", "0.50"),
            ])).found
        }
        #expect(found("237.0").isEmpty)
        #expect(found("230.0") == [
            "warning: GWP-total for A1-A3 is 240 where fossil, biogenic and luluc sum to 232 "
                + "kg CO2-eq [epd-parts]"
        ])
    }

    @Test("two figures for one module are refused, the same figure twice is not")
    func conflict() {
        var indicator = Indicator()
        indicator.values = [("A1-A3", nil, "\"240\""), ("A1A2A3", nil, "\"24\"")]
        #expect(Written.read(Written.ilcd([indicator])).found == [
            "error: Global Warming Potential - total (GWP-total) for A1-A3 stands twice, with "
                + "other figures [epd-conflict]"
        ].map { $0.replacing("Global Warming Potential - total (GWP-total)", with: "GWP-total") })
        #expect(Written.read(Written.ilcd([Indicator(), Indicator()])).found.isEmpty)
    }

    @Test("a decimal comma is read where it is proven, and refused where it is not")
    func commas() {
        var indicator = Indicator()
        indicator.values = [("A1-A3", nil, "\"240,5\""), ("A4", nil, "\"1,234\"")]
        let (proven, warned) = Written.read(Written.ilcd([indicator]))
        #expect(proven?.amount("GWP-total", .a2) == 240.5)
        #expect(proven?.amount("GWP-total", .a2, Stage(.a4)) == 1.234)
        #expect(warned == ["warning: numbers are written with a decimal comma; the form asks for "
            + "a point [epd-doubt]"])
        indicator.values = [("A1-A3", nil, "\"1,234\"")]
        #expect(Written.read(Written.ilcd([indicator])).found.first ==
            "error: '1,234' of Global Warming Potential - total (GWP-total) for A1-A3 is no "
                + "number; with this comma it can be two numbers; write a number, or ND, MND, MNA, "
                + "INA, null or <limit [epd-value]")
        indicator.values = [("A1-A3", nil, "\"1.83+03\"")]
        let broken = Written.read(Written.ilcd([indicator])).found
        #expect(broken.first?.hasSuffix("[epd-value]") == true)
    }
}
