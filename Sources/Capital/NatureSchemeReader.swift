package import Source

extension NatureScheme {
    /// The schemes of `nature-schemes.yaml`, in its order.
    package static func list(
        _ file: SourceFile, units: Units, _ findings: inout Findings
    ) -> [NatureScheme] {
        guard let tree = YAMLTree(file.text, file: file.path, &findings) else { return [] }
        guard case .list(let items, _) = tree else {
            findings.add(.wrongForm, at: tree.place, "file is not a list of schemes")
            return []
        }
        let schemes = items.compactMap { NatureScheme($0, units: units, &findings) }
        var seen: Set<String> = []
        for scheme in schemes where !seen.insert(scheme.id).inserted {
            findings.add(.wrongForm, at: scheme.place, "scheme '\(scheme.id)' stands twice")
        }
        return schemes
    }

    private init?(_ tree: YAMLTree, units: Units, _ findings: inout Findings) {
        guard var fields = Fields(tree, &findings) else { return nil }
        let id = fields.text("id", &findings)
        let title = fields.translated("title", &findings)
        let unit = fields.translated("unit", &findings)
        line = fields.optionalText("line", &findings)?.value
        let quantityUnit = fields.text("quantity-unit", &findings)
        let decimals = fields.integer("decimals", &findings)
        let formula = fields.translated("formula", &findings)
        note = fields.optionalTranslated("note", &findings)
        let better: Better? = fields.choice("better", &findings)
        let start: Start? = fields.choice("before", &findings)
        let test: Test? = fields.choice("test", or: Test.none, &findings)
        let status: Status? = fields.choice("status", &findings)
        let source = fields.text("source", &findings)
        let trees = fields.list("factors", &findings)
        fields.finish(&findings)
        factors = trees.compactMap { Factor($0, &findings) }
        guard let id, let title, let unit, let quantityUnit, let decimals, let formula,
            let better, let start, let test, let status, let source,
            factors.count == trees.count
        else { return nil }
        guard (0...6).contains(decimals.value) else {
            findings.add(.wrongForm, at: decimals.place, "decimals are not from 0 to 6")
            return nil
        }
        guard units.check(quantityUnit, &findings) else { return nil }
        self.id = id.value
        place = id.place
        self.title = title
        self.unit = unit
        self.quantityUnit = quantityUnit.value
        self.decimals = decimals.value
        self.formula = formula
        self.better = better
        self.start = start
        self.test = test
        self.status = status
        self.source = source
    }
}

extension NatureScheme.Factor {
    private enum FormName: String, CaseIterable {
        case times
        case plusOne = "plus-one"
        case complement, power
    }

    fileprivate init?(_ tree: YAMLTree, _ findings: inout Findings) {
        guard var fields = Fields(tree, &findings) else { return nil }
        let id = fields.text("id", &findings)
        let title = fields.translated("title", &findings)
        let form = Self.form(&fields, &findings)
        let moments = fields.texts("moments", &findings).compactMap { word in
            NatureScheme.Moment(rawValue: word.value) ?? Self.unread(word, &findings)
        }
        let allowed = fields.texts("allowed", &findings).compactMap { word in
            StrictNumber.scan(word.value) ?? Self.unread(word, &findings)
        }
        let minimum = fields.optionalNumber("minimum", &findings)?.value ?? 0
        let maximum = fields.optionalNumber("maximum", &findings)?.value
            ?? LedgerReader.numberLimit
        fallback = fields.optionalNumber("default", &findings)?.value
        canBeImpossible = fields.flag("impossible", &findings)
        let status: NatureScheme.Status? = fields.choice("status", &findings)
        let source = fields.text("source", &findings)
        fields.finish(&findings)
        guard let id, let title, let form, let status, let source else { return nil }
        guard minimum <= maximum else {
            findings.add(.wrongForm, at: id.place, "minimum of '\(id.value)' is above its maximum")
            return nil
        }
        if case .power = form, maximum > Self.exponentLimit {
            findings.add(.wrongForm, at: id.place, "exponent '\(id.value)' has no maximum")
            return nil
        }
        self.id = id.value
        self.title = title
        self.form = form
        self.moments = moments.isEmpty ? Set(NatureScheme.Moment.allCases) : Set(moments)
        self.allowed = allowed
        range = minimum...maximum
        self.status = status
        self.source = source
    }

    private static func form(_ fields: inout Fields, _ findings: inout Findings) -> Form? {
        let name: FormName? = fields.choice("form", &findings)
        switch name {
        case .times: return .times
        case .plusOne: return .plusOne
        case .complement: return .complement
        case .power:
            guard let base = fields.number("base", &findings),
                let decimals = fields.integer("decimals", &findings),
                (0...12).contains(decimals.value)
            else { return nil }
            return .power(base: base.value, decimals: decimals.value)
        case nil: return nil
        }
    }

    private static func unread<Value>(
        _ word: Located<String>, _ findings: inout Findings
    ) -> Value? {
        findings.add(.wrongForm, at: word.place, "'\(word.value)' is not one of its key's words")
        return nil
    }
}
