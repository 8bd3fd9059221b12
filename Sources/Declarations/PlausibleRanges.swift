package import Source

extension Rule {
    package static let epdRange = Rule(
        "epd-range", .warning,
        reason: "A figure far outside what is published for its product group is often in another "
            + "unit or has a lost digit. It is used as it stands.",
        example: "GWP-total 27.6 kg CO2-eq for a cubic metre of concrete",
        mend: "Compare with the declaration as published; a product can be far outside and right.")

    package static let epdRangeForm = Rule(
        "epd-range-form",
        reason: "A range says of which indicator, module and unit it is; else figures would be "
            + "held to the wrong one.",
        example: "indicator: GWP-totaal",
        mend: "Use an indicator and a module of EN 15804, and a low that is below the high.")
}

/// What is published of the figures of a product group: `epd-ranges.yaml`.
package struct PlausibleRanges: Sendable {
    /// A group of products, told by words in a declaration.
    package struct Group: Sendable {
        let id: String
        /// What a declaration's results must be per.
        let unit: String
        let words: [String]
        let exceptWords: [String]
        package let source: Located<String>
        let ranges: [Range]
    }

    struct Range: Sendable {
        let category: ImpactCategory
        let module: Module
        /// In the unit of the category per unit of the group.
        let low: Double
        let high: Double
        /// How many times below the low or above the high is far outside.
        let margin: Double
    }

    package private(set) var groups: [Group] = []
    package init() {}

    package init(_ file: SourceFile, _ findings: inout Findings) {
        guard let tree = YAMLTree(file.text, file: file.path, &findings),
            var fields = Fields(tree, &findings)
        else { return }
        groups = fields.list("groups", &findings).compactMap { Group($0, &findings) }
        fields.finish(&findings)
    }

    /// Warns of every figure that is far outside a range of its group.
    package func check(_ declaration: Declaration, _ findings: inout Findings) {
        for group in groups {
            guard let scale = group.scale(of: declaration) else { continue }
            for range in group.ranges {
                guard let result = declaration[range.category] else { continue }
                for (stage, value) in result.stagesOf(range.module) {
                    let amount = value / scale
                    let isFar = range.isFar(amount)
                    guard isFar, let place = result.values[stage]?.place else { continue }
                    findings.add(
                        .epdRange, at: place,
                        "\(range.category.id) for \(range.module.rawValue) is "
                            + "\(ShortNumber.text(amount)) \(range.category.unit)/\(group.unit), "
                            + "far outside \(ShortNumber.text(range.low)) to "
                            + "\(ShortNumber.text(range.high)) of \(group.id) "
                            + "(\(group.source.value))")
                }
            }
        }
    }
}

extension PlausibleRanges.Range {
    /// A range below zero, as of module D, has its far sides mirrored.
    func isFar(_ value: Double) -> Bool {
        let lowest = low < 0 ? low * margin : low / margin
        let highest = high < 0 ? high / margin : high * margin
        return value < lowest || value > highest
    }
}

extension DeclaredResult {
    /// The amounts of a module; for A1-A3 also where only its parts stand.
    fileprivate func stagesOf(_ module: Module) -> [(Stage, Double)] {
        let direct = values.keys.filter { $0.module == module }.sorted()
            .compactMap { stage in amount(stage).map { (stage, $0) } }
        guard direct.isEmpty, module == .a1a3 else { return direct }
        let parts = Module.product.compactMap { amount(Stage($0)) }
        return parts.count == 3 ? [(Stage(.a1), parts.reduce(0, +))] : []
    }
}

extension PlausibleRanges.Group {
    /// How many units of the group one declared unit is; nil where the
    /// declaration is not of this group.
    func scale(of declaration: Declaration) -> Double? {
        let texts = (declaration.names.map(\.text) + declaration.classes).map { $0.lowercased() }
        func holds(_ words: [String]) -> Bool {
            texts.contains { text in words.contains { text.contains($0) } }
        }
        guard holds(words), !holds(exceptWords) else { return nil }
        let declared = declaration.unit
        if declared.unit == unit { return declared.quantity }
        switch (declared.unit, unit) {
        case ("kg", "t"): return declared.quantity / 1000
        case ("t", "kg"): return declared.quantity * 1000
        default: return nil
        }
    }

    fileprivate init?(_ tree: YAMLTree, _ findings: inout Findings) {
        guard var fields = Fields(tree, &findings) else { return nil }
        let id = fields.text("id", &findings)
        let unit = fields.text("unit", &findings)
        words = fields.texts("words", &findings).map { $0.value.lowercased() }
        exceptWords = fields.texts("except", &findings).map { $0.value.lowercased() }
        let source = fields.text("source", &findings)
        ranges = fields.list("ranges", &findings)
            .compactMap { PlausibleRanges.Range($0, &findings) }
        fields.finish(&findings)
        guard let id, let unit, let source else { return nil }
        self.id = id.value
        self.unit = unit.value
        self.source = source
    }
}

extension PlausibleRanges.Range {
    fileprivate init?(_ tree: YAMLTree, _ findings: inout Findings) {
        guard var fields = Fields(tree, &findings) else { return nil }
        let indicator = fields.text("indicator", &findings)
        let module = fields.text("module", &findings)
        let low = fields.number("low", &findings)
        let high = fields.number("high", &findings)
        let margin = fields.number("margin", &findings)
        let status: RangeStatus? = fields.choice("status", &findings)
        fields.finish(&findings)
        guard let indicator, let module, let low, let high, let margin, status != nil else {
            return nil
        }
        guard let category = ImpactCategory(indicator.value, of: .a2) else {
            let known = ImpactCategory.all(of: .a2).map(\.id)
            findings.add(
                .epdRangeForm, at: indicator.place,
                "indicator '\(indicator.value)' is not one of EN 15804+A2"
                    + NearMiss.hint(for: indicator.value, among: known))
            return nil
        }
        guard let named = Module(rawValue: module.value), low.value <= high.value,
            margin.value >= 1
        else {
            findings.add(
                .epdRangeForm, at: low.place,
                "range of module '\(module.value)' has no such module, a low above its high or a "
                    + "margin below 1")
            return nil
        }
        self.category = category
        self.module = named
        self.low = low.value
        self.high = high.value
        self.margin = margin.value
    }
}

private enum RangeStatus: String, CaseIterable { case verified, unverified }
