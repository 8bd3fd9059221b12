import Capital
import Source
import Testing

/// A small guide for the tests: units, one price list and a handful of lines.
enum Guide {
    static let units: Units = {
        var findings = Findings()
        let units = Units(SourceFile(path: "units.yaml", text: unitsText), &findings)
        precondition(findings.all.isEmpty)
        return units
    }()

    private static let unitsText = """
        - {unit: kg CO2-eq, dimension: climate, factor: 1}
        - {unit: t CO2-eq, dimension: climate, factor: 1000}
        - {unit: kg NOx, dimension: air-nox, factor: 1}
        - {unit: m2, dimension: land, factor: 1}
        - {unit: ha, dimension: land, factor: 10000}
        - {unit: m2·yr, dimension: land-in-use, factor: 1}
        - {unit: ha·yr, dimension: land-in-use, factor: 10000}
        - {unit: m, dimension: length, factor: 1}
        - {unit: km, dimension: length, factor: 1000}
        - {unit: l, dimension: volume, factor: 0.001}
        - {unit: m3, dimension: volume, factor: 1}
        - {unit: kg, dimension: material, factor: 1}
        - {unit: t, dimension: material, factor: 1000}
        - {unit: EUR, dimension: money, factor: 1}
        """

    static let lines = [
        Line("ghg", order: 1, kind: "subtotal"),
        Line("fuel", order: 2, partOf: "ghg", valuation: "{list: CO2}", mustReport: "[cement]"),
        Line("process", order: 3, partOf: "ghg", valuation: "{list: CO2}"),
        Line("transport", order: 4, partOf: "ghg", valuation: "{list: CO2}"),
        Line("nox", order: 5, unit: "kg NOx", valuation: "{list: NOx}"),
        Line("habitat", order: 6, effects: "[gain, loss]", unit: "ha", valuation: "{list: land}"),
        Line("land", order: 7, effects: "[gain, loss]", unit: "ha", consolidation: "own"),
        Line("carbonation", order: 8, kind: "memo", effects: "[]"),
        Line("water", order: 9, unit: "m3", consolidation: "none"),
    ]

    static let indicators = indicators(lines)

    static func indicators(_ lines: [Line]) -> Indicators {
        var findings = Findings()
        let all = lines.compactMap { $0.indicator(&findings) }
        let indicators = Indicators(all, &findings)
        precondition(findings.all.isEmpty, "\(findings.all)")
        return indicators
    }

    static let priceList = """
        id: list
        title: {nl: Lijst, en: List}
        version: "1"
        method: literature
        currency: EUR
        price-level: 2024
        basis: mixed
        indexation: never
        disclaimer: {nl: Voorbeeld, en: Example}
        factors:
          - {id: CO2, per: kg CO2-eq, value: 0.05, basis: prevention, status: verified, source: s}
          - {id: NOx, per: kg NOx, value: 20, basis: damage, status: verified, source: s}
          - {id: land, per: m2, value: 0.5, basis: damage, status: unverified, source: s}
        """

    static func pricing(
        _ text: String = priceList, of indicators: Indicators = indicators
    ) -> Pricing {
        var findings = Findings()
        let file = SourceFile(path: "list.yaml", text: text)
        let set = ValuationSet(file, units: units, &findings)
        let pricing = Pricing(
            indicators: indicators, sets: set.map { [$0] } ?? [], units: units, &findings)
        precondition(findings.all.isEmpty, "\(findings.all)")
        return pricing
    }
}

/// The front matter of one indicator page, with what most lines share.
struct Line {
    let id: String
    var order: Int
    var kind: String
    var effects: String
    var unit: String
    var consolidation: String
    var partOf: String?
    var valuation: String
    var mustReport: String

    init(
        _ id: String, order: Int = 1, kind: String = "impact", effects: String = "[loss]",
        unit: String = "t CO2-eq", consolidation: String = "eliminate", partOf: String? = nil,
        valuation: String = "{}", mustReport: String = "[]"
    ) {
        self.id = id
        self.order = order
        self.kind = kind
        self.effects = effects
        self.unit = unit
        self.consolidation = consolidation
        self.partOf = partOf
        self.valuation = valuation
        self.mustReport = mustReport
    }

    var text: String {
        """
        id: \(id)
        title: \(id)
        summary: s
        formula: f
        order: \(order)
        aspect: a
        kind: \(kind)
        effects: \(effects)
        unit: \(unit)
        consolidation: \(consolidation)
        decimals: 0
        valuation: \(valuation)
        must-report: \(mustReport)
        \(partOf.map { "part-of: \($0)" } ?? "")
        """
    }

    func indicator(_ findings: inout Findings) -> Indicator? {
        guard let tree = YAMLTree(text, file: "\(order)-\(id).nl.md", &findings),
            var fields = Fields(tree, &findings)
        else { return nil }
        return Indicator(&fields, units: Guide.units, &findings)
    }
}
