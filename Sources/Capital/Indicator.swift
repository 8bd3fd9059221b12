package import Source

/// A line of the statement, as the front matter of its guide page defines
/// it. No page, no indicator.
package struct Indicator: Sendable, Equatable {
    /// What the line counts for.
    package enum Kind: String, CaseIterable, Sendable {
        /// Counts in the profit and loss account.
        case impact
        /// Shown beside the account and in no sum.
        case memo
        /// A unit of nature with a balance of its own: never priced, converted
        /// or added to another line.
        case nature
        /// The quotient of two other lines, in percent.
        case ratio
        /// The sum of the lines that name it in `part-of`.
        case subtotal
    }

    /// How the line goes from companies to the chain. There is no default.
    package enum Consolidation: String, CaseIterable, Sendable {
        /// Own activity and what comes from outside; supplies between
        /// reporting companies are eliminated (rules R2 to R4).
        case eliminate
        /// Only own activity may be booked: the line follows the land or the
        /// site (rules R1 and R9).
        case own
        /// Shown per company, never added over companies.
        case none
    }

    package let id: String
    package let place: Place
    package var title: Translated
    package var summary: Translated
    package var formula: Translated
    package let order: Int
    package let aspect: String
    package let kind: Kind
    package let effects: [Effect]
    package let unit: String
    /// The unit as readers see it.
    package let unitName: Translated
    package let consolidation: Consolidation
    /// Decimals when printed.
    package let decimals: Int
    /// Digits that are printed at most, where the figure bears no more; the
    /// data hold all.
    package let significantDigits: Int?
    /// The subtotal that adds this line.
    package let partOf: String?
    /// Numerator and denominator of a ratio: the totals of two lines.
    package let ratioOf: [Located<String>]
    /// Impact categories of declarations that the line books, the first that a
    /// declaration has.
    package let declared: [Located<String>]
    /// The factor that prices the line, by valuation set.
    package let pricedBy: [String: Located<String>]
    package let mustReport: [Located<String>]
    package let mayReport: [Located<String>]
    package let crosswalk: [(key: String, value: String)]
    package let sources: [Located<String>]

    package static func == (a: Indicator, b: Indicator) -> Bool {
        a.id == b.id && a.place == b.place
    }

    /// Whether the line stands in the account itself.
    package var isInAccount: Bool { kind == .impact || kind == .subtotal }

    /// Whether gains and losses of the line are struck against one another.
    package var hasBalance: Bool { kind != .ratio && effects != [.memo] }
}

/// The side of the account that a flow is booked on. A memo line without
/// losses and gains has one side of its own.
package enum Effect: String, CaseIterable, Sendable, Hashable, Comparable {
    case loss, gain, memo

    package static func < (a: Effect, b: Effect) -> Bool {
        allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
    }
}

extension Indicator {
    /// Reads the machine fields of a Dutch indicator page. The English texts
    /// stand on the page beside it and are filled in by who has both.
    package init?(_ fields: inout Fields, units: Units, _ findings: inout Findings) {
        let id = fields.text("id", &findings)
        let title = fields.text("title", &findings)
        let summary = fields.text("summary", &findings)
        let formula = fields.text("formula", &findings)
        let order = fields.integer("order", &findings)
        let aspect = fields.text("aspect", &findings)
        let kind: Kind? = fields.choice("kind", &findings)
        let effects = fields.texts("effects", &findings)
        let unit = fields.text("unit", &findings)
        let consolidation: Consolidation? = fields.choice("consolidation", &findings)
        let decimals = fields.integer("decimals", &findings)
        let significant = fields.optionalInteger("significant-digits", &findings)
        partOf = fields.optionalText("part-of", &findings)?.value
        ratioOf = fields.texts("ratio", &findings)
        declared = fields.texts("declared", &findings)
        pricedBy = Dictionary(
            fields.textMap("valuation", &findings).map { ($0.key.value, $0.value) },
            uniquingKeysWith: { first, _ in first })
        mustReport = fields.texts("must-report", &findings)
        mayReport = fields.texts("may-report", &findings)
        crosswalk = fields.textMap("crosswalk", &findings).map { ($0.key.value, $0.value.value) }
        sources = fields.texts("sources", &findings)
        fields.finish(&findings)
        guard let id, let title, let summary, let formula, let order, let aspect, let kind,
            let unit, let consolidation, let decimals
        else { return nil }
        units.check(unit, &findings)
        self.id = id.value
        place = id.place
        self.title = Translated(nl: title.value, en: title.value)
        self.summary = Translated(nl: summary.value, en: summary.value)
        self.formula = Translated(nl: formula.value, en: formula.value)
        self.order = order.value
        self.aspect = aspect.value
        self.kind = kind
        self.effects = Self.effects(effects, of: kind, &findings)
        self.unit = unit.value
        unitName = units.name(of: unit.value)
        self.consolidation = consolidation
        self.decimals = max(0, min(12, decimals.value))
        significantDigits = significant.map { max(1, min(15, $0.value)) }
    }

    private static func effects(
        _ texts: [Located<String>], of kind: Kind, _ findings: inout Findings
    ) -> [Effect] {
        switch kind {
        case .subtotal, .ratio: return []
        case .memo where texts.isEmpty: return [.memo]
        case .impact, .nature, .memo: break
        }
        return texts.compactMap { text -> Effect? in
            if let effect = Effect(rawValue: text.value), effect != .memo { return effect }
            findings.add(.wrongForm, at: text.place, "effect '\(text.value)' is not loss or gain")
            return nil
        }.sorted()
    }
}

extension Rule {
    package static let unknownIndicator = Rule(
        "unknown-indicator",
        reason: "A line without a guide page has no definition, so its figures mean nothing.",
        example: "a flow of 'ghg-fule'",
        mend: "Use the id of an indicator page, or write the page first.")
}
