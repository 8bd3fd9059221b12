package import Source

/// A named, versioned list of prices per unit of impact, from one source and
/// with one price level. Amounts of two sets are never added.
package struct ValuationSet: Sendable {
    package enum Basis: String, CaseIterable, Sendable, Comparable {
        case prevention, damage, mixed

        package static func < (a: Basis, b: Basis) -> Bool {
            allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
        }
    }

    package enum Indexation: String, CaseIterable, Sendable { case never, cpi }

    package enum Status: String, CaseIterable, Sendable { case verified, unverified }

    /// The price of one unit.
    package struct Factor: Sendable {
        package let id: String
        package let place: Place
        package let per: String
        package let value: Double
        package let lower: Double?
        package let upper: Double?
        package let basis: Basis
        package let status: Status
        package let source: Located<String>
        package let note: Translated?
    }

    package let id: String
    package let place: Place
    package let title: Translated
    package let version: String
    package let method: String
    package let currency: String
    package let priceLevel: Int
    package let basis: Basis
    package let indexation: Indexation
    package let disclaimer: Translated
    /// Factors of which only the first that applies may price a statement.
    package let exclusive: [[String]]
    package let factors: [Factor]
    /// Which factor prices which line, for a company's own set; the guide's
    /// sets are named by the indicator pages.
    package let prices: [(line: Located<String>, factor: Located<String>)]

    package subscript(factor: String) -> Factor? { factors.first { $0.id == factor } }
}

extension Rule {
    package static let unknownFactor = Rule(
        "unknown-factor",
        reason: "A line can be priced only with a factor that its set holds.",
        example: "valuation: {mki-a2: GWP-totaal}",
        mend: "Use an id of the set's factors, or leave the set out where it does not price "
            + "this line.")

    package static let unknownSet = Rule(
        "unknown-set",
        reason: "Prices come from a named, versioned set and from nowhere else.",
        example: "valuation: {mki-a3: GWP}",
        mend: "Use the id of a file in the factors folder.")
}

extension ValuationSet {
    /// Reads a factor set file; nil, with findings, when a field is missing.
    package init?(_ file: SourceFile, units: Units, _ findings: inout Findings) {
        guard let tree = YAMLTree(file.text, file: file.path, &findings),
            var fields = Fields(tree, &findings)
        else { return nil }
        let id = fields.text("id", &findings)
        let title = fields.translated("title", &findings)
        let version = fields.text("version", &findings)
        let method = fields.text("method", &findings)
        let currency = fields.text("currency", &findings)
        let priceLevel = fields.integer("price-level", &findings)
        let basis: Basis? = fields.choice("basis", &findings)
        let indexation: Indexation? = fields.choice("indexation", &findings)
        let disclaimer = fields.translated("disclaimer", &findings)
        let exclusive = fields.list("exclusive", &findings)
        factors = fields.list("factors", &findings).compactMap {
            Factor($0, units: units, &findings)
        }
        prices = fields.textMap("prices", &findings).map { ($0.key, $0.value) }
        fields.finish(&findings)
        self.exclusive = Self.exclusive(exclusive, of: factors, &findings)
        guard let id, let title, let version, let method, let currency, let priceLevel,
            let basis, let indexation, let disclaimer
        else { return nil }
        self.id = id.value
        place = id.place
        self.title = title
        self.version = version.value
        self.method = method.value
        self.currency = currency.value
        self.priceLevel = priceLevel.value
        self.basis = basis
        self.indexation = indexation
        self.disclaimer = disclaimer
    }

    private static func exclusive(
        _ lists: [YAMLTree], of factors: [Factor], _ findings: inout Findings
    ) -> [[String]] {
        lists.compactMap { list in
            guard case .list(let items, _) = list else {
                findings.add(.wrongForm, at: list.place, "item of 'exclusive' is not a list")
                return nil
            }
            return items.compactMap { item in
                guard case .text(let text) = item else { return nil }
                if !factors.contains(where: { $0.id == text.value }) {
                    findings.add(
                        .unknownFactor, at: text.place,
                        "factor '\(text.value)' is not in this set"
                            + NearMiss.hint(for: text.value, among: factors.map(\.id)))
                }
                return text.value
            }
        }
    }
}

extension ValuationSet.Factor {
    fileprivate init?(_ tree: YAMLTree, units: Units, _ findings: inout Findings) {
        guard var fields = Fields(tree, &findings) else { return nil }
        let id = fields.text("id", &findings)
        let per = fields.text("per", &findings)
        let value = fields.number("value", &findings)
        let lower = fields.optionalNumber("lower", &findings)
        let upper = fields.optionalNumber("upper", &findings)
        let basis: ValuationSet.Basis? = fields.choice("basis", &findings)
        let status: ValuationSet.Status? = fields.choice("status", &findings)
        let source = fields.text("source", &findings)
        note = fields.optionalTranslated("note", &findings)
        fields.finish(&findings)
        guard let id, let per, let value, let basis, let status, let source else { return nil }
        units.check(per, &findings)
        self.id = id.value
        place = value.place
        self.per = per.value
        self.value = value.value
        self.lower = lower?.value
        self.upper = upper?.value
        self.basis = basis
        self.status = status
        self.source = source
    }
}
