package import Source

extension Rule {
    package static let epdDeclaredUnit = Rule(
        "epd-declared-unit",
        reason: "Results are per declared unit; without it they are per nothing.",
        example: "a declaration fetched without '&view=extended', which leaves the unit out",
        mend: "Fetch the file again in the extended view, or ask the publisher for it.")
}

/// The product of an ILCD+EPD file: its declared unit and what is known of
/// its mass.
struct ILCDProduct {
    let root: JSONTree
    let exchanges: [JSONTree]

    func unit(_ findings: inout Findings) -> DeclaredUnit? {
        guard let flow = referenceFlow else {
            return described(&findings) ?? missing(root.place, &findings)
        }
        let properties = flow.at("flowProperties")?.items ?? []
        let own = properties.first { $0.at("referenceFlowProperty")?.isTrue ?? false }
            ?? (properties.count == 1 ? properties.first : nil)
        let mean = flow.at("meanAmount")?.number?.value
        let scale = own?.at("meanValue")?.number?.value
        guard let own, let unit = Self.unit(of: own) else {
            return described(&findings) ?? missing(flow.place, &findings)
        }
        let quantity = flow.at("resultingflowAmount", "resultingFlowAmount")?.number?.value
            ?? (mean ?? 1) * (scale ?? 1)
        guard quantity > 0, quantity <= 1e12 else {
            findings.add(
                .epdDeclaredUnit, at: flow.place, "declared quantity is not greater than zero")
            return nil
        }
        var declared = DeclaredUnit(quantity: quantity, unit: unit, place: flow.place)
        declared.mass = properties.first(where: Self.isMass)?.at("meanValue")?.number
            .map { $0.value * (mean ?? 1) }
        if declared.mass == 0 { declared.mass = nil }
        addMaterial(flow.at("materialProperties")?.items ?? [], to: &declared)
        return declared
    }

    private func missing(_ place: Place, _ findings: inout Findings) -> DeclaredUnit? {
        findings.add(
            .epdDeclaredUnit, at: place,
            "declared unit is not in the file; fetch it with '?format=json&view=extended'")
        return nil
    }

    private var referenceFlow: JSONTree? {
        if let marked = exchanges.first(where: { $0.at("referenceFlow")?.isTrue ?? false }) {
            return marked
        }
        let ids = root.path(
            "processInformation", "quantitativeReference", "referenceToReferenceFlow")?.items
            .compactMap { $0.typed?.value } ?? []
        return exchanges.first { exchange in
            exchange.at("dataSetInternalID")?.typed.map { ids.contains($0.value) } ?? false
        }
    }

    /// A unit that only the description states: `1 m3`.
    private func described(_ findings: inout Findings) -> DeclaredUnit? {
        let information = root.at("processInformation")
        let texts = [
            information?.path("quantitativeReference", "functionalUnitOrOther"),
            information?.path("dataSetInformation", "name", "functionalUnitFlowProperties"),
        ].flatMap { $0?.items ?? [] }.compactMap(\.filled)
        for text in texts {
            let parts = text.value.split(separator: " ", maxSplits: 2).map(String.init)
            guard parts.count >= 2, let quantity = StrictNumber.scan(parts[0]), quantity > 0,
                let unit = DeclaredUnit.known(parts[1])
            else { continue }
            findings.add(
                .epdDoubt, at: text.place,
                "declared unit '\(parts[0]) \(parts[1])' is taken from the description; the "
                    + "reference flow has none")
            return DeclaredUnit(quantity: quantity, unit: unit, place: text.place)
        }
        return nil
    }

    private static func unit(of property: JSONTree) -> String? {
        if let typed = property.at("referenceUnit")?.filled?.value {
            return DeclaredUnit.known(typed) ?? typed
        }
        return [property.at("unitGroupUUID"), property.at("uuid")]
            .compactMap { $0?.typed?.value.lowercased() }
            .compactMap { units[$0] }.first
    }

    private static func isMass(_ property: JSONTree) -> Bool {
        if let id = property.at("uuid")?.typed?.value { return masses.contains(id.lowercased()) }
        let names = property.at("name")?.localised.map { $0.text.lowercased() } ?? []
        return names.contains { ["mass", "masse", "massa", "masa"].contains($0) }
    }

    private func addMaterial(_ properties: [JSONTree], to unit: inout DeclaredUnit) {
        for property in properties {
            guard let name = property.at("name")?.typed?.value.lowercased(),
                let value = property.at("value")?.number, value.value > 0
            else { continue }
            if name.hasPrefix("gross density") {
                unit.density = value
            } else if name.hasPrefix("grammage") {
                unit.grammage = value
            } else if name.hasPrefix("layer thickness") {
                unit.thickness = value
            }
        }
    }

    private static let masses: Set<String> = [
        "93a60a56-a3c8-11da-a746-0800200b9a66", "7e18d0ad-e78e-47a0-8e96-1c0a581902e2",
    ]

    private static let units = [
        "93a60a57-a4c8-11da-a746-0800200c9a66": "kg",
        "ad38d542-3fe9-439d-9b95-2f5f7752acaf": "kg",
        "93a60a56-a3c8-11da-a746-0800200b9a66": "kg",
        "93a60a57-a3c8-12da-a746-0800200c9a66": "m3",
        "cd950537-0a98-4044-9ba7-9f9a68d0a504": "m3",
        "93a60a56-a3c8-22da-a746-0800200c9a66": "m3",
        "93a60a57-a3c8-18da-a746-0800200c9a66": "m2",
        "c20a03d7-bd90-4569-bc94-66cfd364dfc8": "m2",
        "93a60a56-a3c8-19da-a746-0800200c9a66": "m2",
        "838aaa22-0117-11db-92e3-0800200c9a66": "m",
        "838aaa23-0117-11db-92e3-0800200c9a66": "m",
        "5beb6eed-33a9-47b8-9ede-1dfe8f679159": "piece",
        "934110e3-baf4-49e9-992c-3d8109a6aafb": "piece",
        "01846770-4cfe-4a25-8ad9-919d8d378345": "piece",
        "93a60a57-a3c8-11da-a746-0800200c9a66": "MJ",
    ]
}

extension DeclaredUnit {
    /// The unit as `units.yaml` writes it; nil where it is not known.
    static func known(_ text: String) -> String? {
        let plain = text.lowercased().filter { !" .^()[]".contains($0) }
            .replacing("²", with: "2").replacing("³", with: "3")
        switch plain {
        case "kg", "kilogram", "kilograms", "kilogramm": return "kg"
        case "t", "tonne", "tonnes", "metricton", "1000kg", "tonn": return "t"
        case "m3", "cbm", "cum": return "m3"
        case "m2", "qm", "sqm": return "m2"
        case "m", "lfm", "lm", "meter", "metre": return "m"
        case "mj": return "MJ"
        case "kwh": return "kWh"
        case "l", "liter", "litre": return "l"
        case "pcs", "piece", "pieces", "item", "items", "stk", "stück", "stuk", "unit", "units",
            "each", "p", "pce":
            return "piece"
        default: return nil
        }
    }
}
