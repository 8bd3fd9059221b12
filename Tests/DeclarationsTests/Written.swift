@testable import Declarations
import Source

/// Small declarations in the forms that programmes serve, made up for tests.
enum Written {
    /// One indicator of an ILCD+EPD file.
    struct Indicator {
        var method = "6a37f984-a4b3-458a-a20a-64418c145fa2"
        var name = "Global Warming Potential - total (GWP-total)"
        var unit = "kg CO2 eqv."
        var group = "1ebf3012-d0db-4de2-aefd-ef30cedb0be1"
        /// Module, scenario and value, the value as JSON.
        var values: [(String, String?, String?)] = [("A1-A3", nil, "\"240\"")]

        var json: String {
            let amounts = values.map { module, scenario, value in
                let parts = [
                    "\"module\": \"\(module)\"", scenario.map { "\"scenario\": \"\($0)\"" },
                    value.map { "\"value\": \($0)" },
                ]
                return "{" + parts.compactMap(\.self).joined(separator: ", ") + "}"
            }
            return """
                {"referenceToLCIAMethodDataSet": {"refObjectId": "\(method)", \
                "shortDescription": [{"value": "\(name)", "lang": "en"}]}, \
                "other": {"anies": [{"name": "referenceToUnitGroupDataSet", "value": \
                {"shortDescription": [{"value": "\(unit)"}], "refObjectId": "\(group)"}}, \
                \(amounts.joined(separator: ", "))]}}
                """
        }
    }

    static func ilcd(
        _ indicators: [Indicator], compliance: String = "EN 15804+A2",
        flow: String = """
            "flowProperties": [{"name": [{"value": "Volume", "lang": "en"}], \
            "referenceFlowProperty": true, "meanValue": 1.0, "referenceUnit": "m3"}]
            """,
        extras: String = ""
    ) -> String {
        """
        {"processInformation": {"dataSetInformation": {
          "UUID": "11111111-aaaa-4aaa-8aaa-000000000001",
          "name": {"baseName": [{"value": "Testbeton", "lang": "nl"}]}\(extras)},
          "quantitativeReference": {"referenceToReferenceFlow": [0]},
          "time": {"dataSetValidUntil": 2028}},
         "modellingAndValidation": {"complianceDeclarations": {"compliance": [
          {"referenceToComplianceSystem": {"shortDescription": [{"value": "\(compliance)"}]}}]}},
         "exchanges": {"exchange": [{"dataSetInternalID": 0, "meanAmount": 1.0,
          "resultingflowAmount": 1.0, "referenceFlow": true, \(flow)}]},
         "LCIAResults": {"LCIAResult": [
          \(indicators.map(\.json).joined(separator: ",\n  "))]}}
        """
    }

    static func openEPD(_ impacts: String, unit: String = "{\"qty\": 1, \"unit\": \"m3\"}")
        -> String
    {
        """
        {"doctype": "openEPD", "openepd_version": "0.1", "id": "ec3test1",
         "product_name": "Testbeton", "declared_unit": \(unit), "impacts": {\(impacts)}}
        """
    }

    static func read(_ text: String) -> (declaration: Declaration?, found: [String]) {
        var findings = Findings()
        let declaration = DeclarationReader().read(SourceFile(path: "x", text: text), &findings)
        let found = findings.sorted.map { "\($0.rule.severity): \($0.message) [\($0.rule.id)]" }
        return (declaration, found)
    }
}

extension Declaration {
    func amount(_ id: String, _ standard: Standard, _ stage: Stage = Stage(.a1a3)) -> Double? {
        ImpactCategory(id, of: standard).flatMap { self[$0]?.amount(stage) }
    }
}
