import Source

/// Reads openEPD: results by method, then by indicator, then by module.
///
/// Which methods are whose: EF is the method of EN 15804+A2, CML that of +A1.
/// Results by any other method are kept apart and never added.
struct OpenEPDReader {
    let root: JSONTree

    static func recognises(_ tree: JSONTree) -> Bool {
        if let type = tree["doctype"]?.typed?.value.lowercased() {
            return ["openepd", "openindustryepd", "opengenericestimate"].contains(type)
        }
        return tree["openepd_version"] != nil
            || (tree["declared_unit"] != nil && tree["impacts"] != nil)
    }

    /// Nil, with findings, where the declared unit is absent.
    func read(_ findings: inout Findings) -> Declaration? {
        let compliance = (root["compliance"]?.items ?? []).compactMap { item in
            (item["short_name"] ?? item["name"] ?? item).filled?.value
        }
        let editions = Set(compliance.compactMap(Standard.init(compliance:)))
        let standard = editions.contains(.a2) ? Standard.a2 : editions.first
        var assembly = ResultAssembly(standard: standard)
        let values = ModuleValues(texts: texts, at: root.place, &findings)
        for (method, indicators) in raw(root["impacts"]) {
            let family = Self.standard(of: method.value, standard)
            for (name, set) in raw(indicators) where name.value != "ext" {
                var written = written(set, name, values, &findings)
                written.family = method.value
                written.standard = family
                if let family {
                    add(written, name.value, family, to: &assembly, &findings)
                } else {
                    assembly.keep(written, &findings)
                }
            }
        }
        for key in ["resource_uses", "output_flows"] {
            for (name, set) in raw(root[key]) where name.value != "ext" {
                assembly.addInventory(
                    written(set, name, values, &findings), as: name.value.uppercased(), &findings)
            }
        }
        guard let unit = unit(&findings) else { return nil }
        return declaration(unit, compliance, assembly)
    }

    private func declaration(
        _ unit: DeclaredUnit, _ compliance: [String], _ assembly: ResultAssembly
    ) -> Declaration {
        let name = root["product_name"] ?? root["name"]
        let number = root["program_operator_doc_id"]?.filled
        return Declaration(
            form: .openEPD, place: root.place,
            id: root["id"]?.filled ?? number ?? Located("", at: root.place),
            registration: number?.value,
            names: name?.filled.map {
                [Declaration.Name(language: root["language"]?.filled?.value ?? "", text: $0.value)]
            } ?? [],
            owner: organisation("manufacturer"), programme: organisation("program_operator"),
            validUntil: ILCDReader.year(root["valid_until"]), compliance: compliance,
            unit: unit, classes: classes, defaultScenario: nil, results: assembly.sorted,
            inventory: assembly.inventory, others: assembly.others)
    }

    private func organisation(_ key: String) -> String? {
        (root[key]?["name"] ?? root[key])?.filled?.value
    }

    private var classes: [String] {
        raw(root["product_classes"]).flatMap { $0.value.items.compactMap { $0.filled?.value } }
    }

    /// Entries with their keys as typed: a method's name may hold a colon.
    private func raw(_ tree: JSONTree?) -> [(key: Located<String>, value: JSONTree)] {
        guard case .map(let entries, _)? = tree else { return [] }
        return entries.map { ($0.key, $0.value) }
    }

    private static func standard(of method: String, _ compliance: Standard?) -> Standard? {
        let method = method.uppercased()
        if method.hasPrefix("EF ") || method.hasPrefix("EF3") || method.contains("15804+A2") {
            return .a2
        }
        if method.hasPrefix("CML") || method.contains("15804+A1") { return .a1 }
        return method.contains("UNKNOWN") ? compliance : nil
    }

    // Results

    private func add(
        _ written: WrittenResult, _ name: String, _ standard: Standard,
        to assembly: inout ResultAssembly, _ findings: inout Findings
    ) {
        var written = written
        let key = ImpactUnit.plain(name)
        // Under EF, openEPD's plain names stand for the total and for marine.
        if standard == .a2, let full = ["gwp": "GWP-total", "ep": "EP-marine"][key] {
            written = written.named(full)
        } else if standard == .a1, key.hasPrefix("ep"), key.contains("fresh") {
            written = written.named("EP")
        } else if standard == .a1, key.hasPrefix("gwp"), key != "gwp" {
            assembly.keep(written, &findings)
            return
        }
        if standard == .a2, key == "epfresh", let unit = written.unit,
            ImpactUnit(reading: unit.value)?.unit == "kg PO4-eq"
        {
            findings.add(
                .epdDoubt, at: unit.place,
                "unit '\(unit.value)' is openEPD's fixed word for fresh water, also where the "
                    + "declaration counts kg P-eq; read as phosphate, times 0.3261")
        }
        assembly.add(written, &findings)
    }

    private func written(
        _ set: JSONTree, _ name: Located<String>, _ values: ModuleValues,
        _ findings: inout Findings
    ) -> WrittenResult {
        var written = WrittenResult(place: name.place, names: [name.value], values: [])
        var units: [Located<String>] = []
        if let unit = set["unit"]?.typed { units.append(unit) }
        var measured = raw(set).filter {
            !Self.passedOver.contains($0.key.value) && !$0.key.value.hasSuffix("_years")
        }.map { ($0.key, $0.value, "") }
        for scenario in set["C_scenarios"]?.items ?? [] {
            let label = scenario["name"]?.filled?.value ?? "?"
            measured += raw(scenario)
                .filter { !["name", "likelihood", "ext"].contains($0.key.value) }
                .map { ($0.key, $0.value, label) }
        }
        for (key, measurement, scenario) in measured {
            guard let stage = Stage(key.value, scenario: scenario) else {
                findings.add(
                    .epdModule, at: key.place,
                    "module '\(key.value)' of \(name.value) is not one of EN 15804; it is not read")
                continue
            }
            if let unit = Self.unit(of: measurement) { units.append(unit) }
            if let value = value(measurement, name.value, stage, values, &findings) {
                written.values.append((stage, value))
            }
        }
        written.unit = units.first
        checkUnits(units, of: name.value, &findings)
        return written
    }

    private static let passedOver: Set<String> = ["unit", "ext", "C_scenarios", "name"]

    /// `{mean, unit}`, `{qty, unit}`, or the list `[mean, unit, …]`.
    private static func figure(of measurement: JSONTree) -> JSONTree? {
        if case .list(let items, _) = measurement { return items.first }
        if case .map = measurement { return measurement["mean"] ?? measurement["qty"] }
        return measurement
    }

    private static func unit(of measurement: JSONTree) -> Located<String>? {
        if case .list(let items, _) = measurement { return items.dropFirst().first?.typed }
        return measurement["unit"]?.typed
    }

    private func value(
        _ measurement: JSONTree, _ name: String, _ stage: Stage, _ values: ModuleValues,
        _ findings: inout Findings
    ) -> DeclaredValue? {
        let value = values.value(
            Self.figure(of: measurement), of: name, stage, at: measurement.place, &findings)
        // A distribution 'max' says that the truth is below the figure.
        if measurement["dist"]?.typed?.value == "max", case .number(let limit, let typed)? = value {
            return .belowDisplay(limit: limit, typed)
        }
        return value
    }

    private func checkUnits(
        _ units: [Located<String>], of name: String, _ findings: inout Findings
    ) {
        guard let first = units.first else { return }
        for unit in units.dropFirst()
        where unit.value != first.value
            && ImpactUnit(reading: unit.value) != ImpactUnit(reading: first.value)
        {
            findings.add(
                .epdUnit, at: unit.place,
                "unit '\(unit.value)' of \(name) is not that of its other modules, "
                    + "'\(first.value)'")
        }
    }

    private var texts: [String] {
        ["impacts", "resource_uses", "output_flows"].flatMap { Self.quoted(root[$0]) }
    }

    /// The figures that are written in quotes, at any depth.
    private static func quoted(_ tree: JSONTree?) -> [String] {
        guard case .map(let entries, _)? = tree else { return [] }
        return entries.flatMap { entry -> [String] in
            if ["mean", "qty"].contains(entry.key.value), case .text(let text) = entry.value {
                return [text.value]
            }
            return quoted(entry.value)
        }
    }

    // Product

    private func unit(_ findings: inout Findings) -> DeclaredUnit? {
        guard let tree = root["declared_unit"], let (quantity, unit) = Self.amount(tree) else {
            findings.add(
                .epdDeclaredUnit, at: root["declared_unit"]?.place ?? root.place,
                "declared unit is not stated; expected is \"declared_unit\": {\"qty\": 1, "
                    + "\"unit\": \"m3\"}")
            return nil
        }
        guard quantity > 0, quantity <= 1e12 else {
            findings.add(
                .epdDeclaredUnit, at: tree.place, "declared quantity is not greater than zero")
            return nil
        }
        var declared = DeclaredUnit(
            quantity: quantity, unit: DeclaredUnit.known(unit) ?? unit, place: tree.place)
        if let tree = root["kg_per_declared_unit"] ?? root["mass_per_declared_unit"] {
            if let (mass, unit) = Self.amount(tree) {
                declared.mass = ["": 1, "kg": 1, "t": 1000][unit].map { $0 * mass }
            } else {
                declared.mass = tree.number?.value
            }
        }
        return declared
    }

    /// `{qty, unit}` or `1 m3`.
    private static func amount(_ tree: JSONTree) -> (Double, String)? {
        if case .map = tree {
            guard let unit = tree["unit"]?.filled?.value else { return nil }
            guard let quantity = tree["qty"] else { return (1, unit) }
            return quantity.number.map { ($0.value, unit) }
        }
        guard let parts = tree.typed?.value.split(separator: " "), parts.count == 2,
            let quantity = StrictNumber.scan(String(parts[0]))
        else { return nil }
        return (quantity, String(parts[1]))
    }
}

extension WrittenResult {
    fileprivate func named(_ name: String) -> WrittenResult {
        var named = WrittenResult(place: place, names: [name], values: values)
        named.unit = unit
        named.family = family
        named.standard = standard
        return named
    }
}
