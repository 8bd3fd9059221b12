import Source

/// Reads the ILCD+EPD form as the databases of the ILCD network serve it in
/// their extended view, and JSON that was made from its XML.
struct ILCDReader {
    let root: JSONTree

    /// Nil, with findings, where the id or the declared unit is absent.
    func read(_ findings: inout Findings) -> Declaration? {
        let compliance = compliance
        let editions = Set(compliance.compactMap(Standard.init(compliance:)))
        let standard = editions.contains(.a2) ? Standard.a2 : editions.first
        let exchanges = root.at("exchanges").map { ($0.at("exchange") ?? $0).items } ?? []
        let written = (root.at("LCIAResults") ?? root.at("lciaResults")).map {
            ($0.at("LCIAResult", "lciaResult") ?? $0).items
        } ?? []
        let texts = (exchanges + written).flatMap(amounts).compactMap { amount -> String? in
            guard case .text(let text)? = Self.figure(of: amount) else { return nil }
            return text.value
        }
        let values = ModuleValues(texts: texts, at: root.place, &findings)
        var assembly = ResultAssembly(standard: standard)
        for result in written {
            let reference = result.at("referenceToLCIAMethodDataSet") ?? result
            assembly.add(self.written(result, reference, values, &findings), &findings)
        }
        for exchange in exchanges where !amounts(of: exchange).isEmpty {
            let reference = exchange.at("referenceToFlowDataSet") ?? exchange
            addExchange(self.written(exchange, reference, values, &findings), to: &assembly,
                        &findings)
        }
        let product = ILCDProduct(root: root, exchanges: exchanges)
        guard let id = id(&findings), let unit = product.unit(&findings) else { return nil }
        let publication = root.path("administrativeInformation", "publicationAndOwnership")
        return Declaration(
            form: .ilcd, place: root.place, id: id,
            registration: publication?.at("registrationNumber")?.filled?.value,
            names: information?.path("name", "baseName")?.localised ?? [],
            owner: publication?.at("referenceToOwnershipOfDataSet")?.shortTexts.first,
            programme: programme(publication),
            validUntil: Self.year(root.path("processInformation", "time", "dataSetValidUntil")),
            compliance: compliance, unit: unit, classes: classes,
            defaultScenario: defaultScenario, results: assembly.sorted,
            inventory: assembly.inventory, others: assembly.others)
    }

    private var information: JSONTree? { root.path("processInformation", "dataSetInformation") }

    private func id(_ findings: inout Findings) -> Located<String>? {
        if let id = information?.at("UUID", "uuid")?.filled { return id }
        findings.add(.epdForm, at: root.place, "declaration has no UUID")
        return nil
    }

    private func programme(_ publication: JSONTree?) -> String? {
        if let name = publication?.at("referenceToRegistrationAuthority")?.shortTexts.first {
            return name
        }
        let others = publication?.at("other")?.at("anies", "any")?.items ?? []
        return others.first { $0.at("name")?.typed?.value == "referenceToPublisher" }?
            .at("value")?.shortTexts.first
    }

    private var compliance: [String] {
        let systems = root.path("modellingAndValidation", "complianceDeclarations", "compliance")
        return (systems?.items ?? []).flatMap { item -> [String] in
            guard let reference = item.at("referenceToComplianceSystem") else { return [] }
            let texts = reference.shortTexts
            if !texts.isEmpty { return Array(texts.prefix(1)) }
            switch reference.at("refObjectId")?.typed?.value {
            case "c0016b33-8cf7-415c-ac6e-deba0d21440d": return [Standard.a2.rawValue]
            case "b00f9ec0-7874-11e3-981f-0800200c9a66": return [Standard.a1.rawValue]
            default: return []
            }
        }
    }

    private var classes: [String] {
        let systems = information?.path("classificationInformation", "classification")?.items ?? []
        return systems.flatMap { $0.at("class")?.items ?? [] }.compactMap { $0.filled?.value }
    }

    private var defaultScenario: String? {
        let extensions = information?.at("other")
        let items = (extensions?.at("anies", "any") ?? extensions)?.items ?? []
        let scenarios = items.flatMap { item in
            (item.path("scenarios", "scenario") ?? item.at("scenario"))?.items ?? []
        }
        return scenarios.first { $0.at("default")?.isTrue ?? false }?.at("name")?.filled?.value
    }

    private func addExchange(
        _ written: WrittenResult, to assembly: inout ResultAssembly, _ findings: inout Findings
    ) {
        let what = Identification(
            method: written.method, names: written.names, unit: written.unit?.value,
            standard: nil)
        if case .inventory(let name) = what {
            assembly.addInventory(written, as: name, &findings)
        } else {
            assembly.keep(written, &findings)
        }
    }

    // Results

    /// The elements with the figures of one indicator: in the list `anies`
    /// those without a name, in JSON made from XML the list `amount`.
    private func amounts(of result: JSONTree) -> [JSONTree] {
        guard let other = result.at("other") else { return [] }
        if let amounts = other.at("amount") { return amounts.items }
        let items = (other.at("anies", "any") ?? other).items
        return items.filter { $0.at("module") != nil || ($0.at("name") == nil && $0.isFigure) }
    }

    private static func figure(of amount: JSONTree) -> JSONTree? {
        amount.at("value", "#text", "_")
    }

    private func written(
        _ result: JSONTree, _ reference: JSONTree, _ values: ModuleValues,
        _ findings: inout Findings
    ) -> WrittenResult {
        let unit = unitGroup(of: result)
        var written = WrittenResult(
            place: reference.place, method: reference.at("refObjectId")?.filled?.value,
            names: reference.shortTexts, values: [])
        written.unit = unit?.at("shortDescription")?.items
            .compactMap { item in item.typed.map { Located($0.value, at: $0.place) } }.first
        written.unitGroup = unit?.at("refObjectId")?.filled?.value
        for amount in amounts(of: result) {
            let module = amount.at("module")?.typed
            let scenario = amount.at("scenario")?.typed?.value ?? ""
            guard let module, let stage = Stage(module.value, scenario: scenario) else {
                let text = module.map { "module '\($0.value)'" } ?? "figure without a module"
                findings.add(
                    .epdModule, at: module?.place ?? amount.place,
                    "\(text) of \(written.name) is not one of EN 15804; it is not read")
                continue
            }
            if let value = values.value(
                Self.figure(of: amount), of: written.name, stage, at: amount.place, &findings)
            {
                written.values.append((stage, value))
            }
        }
        return written
    }

    private func unitGroup(of result: JSONTree) -> JSONTree? {
        guard let other = result.at("other") else { return nil }
        if let reference = other.at("referenceToUnitGroupDataSet") { return reference }
        let items = (other.at("anies", "any") ?? other).items
        return items.first { $0.at("name")?.typed?.value == "referenceToUnitGroupDataSet" }?
            .at("value")
            ?? items.compactMap { $0.at("referenceToUnitGroupDataSet") }.first
    }

    /// The year of `2028`, `"2028-09-27"` or a time in milliseconds.
    static func year(_ tree: JSONTree?) -> Int? {
        guard let typed = tree?.typed?.value else { return nil }
        if typed.count >= 12, let moment = Int(typed) {
            return 1970 + Int(Double(moment) / 31_556_952_000)
        }
        let year = Int(typed.prefix(4))
        return year.flatMap { (1990...2200).contains($0) ? $0 : nil }
    }
}

extension JSONTree {
    /// Whether an element without a name holds a figure.
    fileprivate var isFigure: Bool {
        guard let value = at("value", "#text", "_") else { return false }
        switch value {
        case .text, .number: return true
        case .flag, .null, .list, .map: return false
        }
    }
}
