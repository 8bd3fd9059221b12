@testable import Declarations
import Source
import Testing

@Suite("The product of a declaration")
struct ProductTests {
    private func unit(_ flow: String) -> (DeclaredUnit?, [String]) {
        let (declaration, found) = Written.read(Written.ilcd([Written.Indicator()], flow: flow))
        return (declaration?.unit, found)
    }

    @Test("declared unit and mass come from the reference flow")
    func reference() {
        let (unit, found) = unit("""
            "flowProperties": [{"name": [{"lang": "no", "value": "Masse"}], "meanValue": 2265.0, \
            "uuid": "93a60a56-a3c8-11da-a746-0800200b9a66"}, {"meanValue": 1.0, "referenceUnit": \
            "qm", "referenceFlowProperty": true}]
            """)
        #expect(found.isEmpty)
        #expect(unit?.unit == "m2" && unit?.quantity == 1 && unit?.mass == 2265)
    }

    @Test("a unit group stands in for a unit without a text")
    func group() {
        let (unit, _) = unit("""
            "flowProperties": [{"meanValue": 1.0, "referenceFlowProperty": true, \
            "unitGroupUUID": "93a60a57-a3c8-12da-a746-0800200c9a66"}]
            """)
        #expect(unit?.unit == "m3")
    }

    @Test("without a declared unit there is no declaration")
    func missing() {
        let (unit, found) = unit("\"flowProperties\": []")
        #expect(unit == nil)
        #expect(found == [
            "error: declared unit is not in the file; fetch it with "
                + "'?format=json&view=extended' [epd-declared-unit]"
        ])
    }

    @Test("a density that the file itself contradicts is found")
    func density() {
        let (_, found) = unit("""
            "flowProperties": [{"meanValue": 1.0, "referenceUnit": "m2", \
            "referenceFlowProperty": true}], "materialProperties": [{"name": "grammage", \
            "value": "179.0", "unit": "kg/m^2"}, {"name": "gross density", "value": "2.4"}, \
            {"name": "layer thickness", "value": "0.08"}]
            """)
        #expect(found == [
            "warning: density 2.4 kg/m3 contradicts 179 kg/m2 at 0.08 m, which makes 2238 "
                + "[epd-density]"
        ])
    }

    @Test("what is no declaration is named", arguments: [
        ("<?xml version=\"1.0\"?><processDataSet/>", "file is XML"),
        ("<!DOCTYPE html><html>", "file is a web page"),
        ("%PDF-1.7", "file is a PDF"),
        ("[{}, {}]", "file is a list of 2"),
        ("{\"totalCount\": 3, \"data\": []}", "file is a list of search results"),
        ("{\"flowInformation\": {}}", "file holds 'flowInformation'"),
        ("{\"declaredUnit\": \"m3\", \"impacts\": {}}", "file seems to be EPDx or LCAx"),
        ("{\"a\": 1}", "file is no declaration that is known here"),
        ("3", "file holds one value"),
    ])
    func forms(text: String, start: String) {
        let (declaration, found) = Written.read(text)
        #expect(declaration == nil)
        #expect(found.count == 1 && found[0].hasPrefix("error: " + start), "\(found)")
        #expect(found[0].hasSuffix("[epd-form]"))
    }

    @Test("JSON made from the XML is read too")
    func fromXML() {
        let (declaration, found) = Written.read("""
            {"processDataSet": {"processInformation": {"dataSetInformation": {"common:UUID": "u-1",
             "name": {"baseName": {"@xml:lang": "en", "#text": "Block"}}},
             "quantitativeReference": {"referenceToReferenceFlow": "0",
              "functionalUnitOrOther": {"@xml:lang": "en", "#text": "1 m3 of block"}}},
             "modellingAndValidation": {"complianceDeclarations": {"compliance":
              {"common:referenceToComplianceSystem": {"common:shortDescription":
               {"#text": "EN 15804+A2"}}}}},
             "LCIAResults": {"LCIAResult": {"referenceToLCIAMethodDataSet":
              {"@refObjectId": "6A37F984-A4B3-458A-A20A-64418C145FA2",
               "common:shortDescription": {"#text": "GWP-total"}},
              "common:other": {"epd:amount": [{"@epd:module": "A1-A3", "#text": "12.5"}],
               "epd:referenceToUnitGroupDataSet": {"common:shortDescription":
                {"#text": "kg CO2-Äqv."}}}}}}}
            """)
        #expect(declaration?.amount("GWP-total", .a2) == 12.5)
        #expect(declaration?.unit.unit == "m3")
        #expect(found == [
            "warning: declared unit '1 m3' is taken from the description; the reference flow has "
                + "none [epd-doubt]"
        ])
    }
}
