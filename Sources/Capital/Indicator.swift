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
    package let consolidation: Consolidation
    /// Decimals when printed.
    package let decimals: Int
    /// The subtotal that adds this line.
    package let partOf: String?
    /// The factor that prices the line, by valuation set.
    package let pricedBy: [String: Located<String>]
    package let mustReport: [Located<String>]
    package let mayReport: [Located<String>]
    package let crosswalk: [(key: String, value: String)]
    package let sources: [Located<String>]

    package static func == (a: Indicator, b: Indicator) -> Bool {
        a.id == b.id && a.place == b.place
    }
}

/// The side of the account that a flow is booked on. A memo line has one
/// side of its own.
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
        partOf = fields.optionalText("part-of", &findings)?.value
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
        self.consolidation = consolidation
        self.decimals = max(0, min(12, decimals.value))
    }

    private static func effects(
        _ texts: [Located<String>], of kind: Kind, _ findings: inout Findings
    ) -> [Effect] {
        guard kind == .impact else { return kind == .memo ? [.memo] : [] }
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

    package static let indicatorStructure = Rule(
        "indicator-structure",
        reason: "The lines must form one clear list: each id once, a subtotal of lines in one "
            + "unit that all consolidate alike.",
        example: "part-of: ghg on a line in hectares",
        mend: "Mend the front matter that the message names.")
}

/// All lines of the statement, in the order in which they print.
package struct Indicators: Sendable {
    package let all: [Indicator]
    private let byID: [String: Indicator]

    package init(_ indicators: [Indicator], _ findings: inout Findings) {
        all = indicators.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
        byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for indicator in all {
            if byID[indicator.id]?.place != indicator.place {
                findings.add(
                    .indicatorStructure, at: indicator.place,
                    "indicator '\(indicator.id)' is defined twice")
            }
            guard let subtotal = indicator.partOf else { continue }
            guard let whole = byID[subtotal], whole.kind == .subtotal else {
                findings.add(
                    .indicatorStructure, at: indicator.place,
                    "part-of '\(subtotal)' of '\(indicator.id)' names no subtotal")
                continue
            }
            if whole.unit != indicator.unit || whole.consolidation != indicator.consolidation
                || indicator.kind != .impact
            {
                findings.add(
                    .indicatorStructure, at: indicator.place,
                    "line '\(indicator.id)' differs from its subtotal '\(subtotal)' in unit, "
                        + "consolidation or kind")
            }
        }
    }

    package subscript(id: String) -> Indicator? { byID[id] }

    package var ids: [String] { all.map(\.id) }

    /// The lines that a subtotal adds.
    package func parts(of subtotal: String) -> [Indicator] {
        all.filter { $0.partOf == subtotal }
    }

    /// The lines that are covered together: a subtotal's parts, or the line.
    package func family(of id: String) -> [String] {
        guard let whole = byID[id]?.partOf else { return [id] }
        return parts(of: whole).map(\.id)
    }

    /// The sides of a line that a statement has; a subtotal has those of its
    /// parts.
    package func effects(of indicator: Indicator) -> [Effect] {
        guard indicator.kind == .subtotal else { return indicator.effects }
        return Set(parts(of: indicator.id).flatMap(\.effects)).sorted()
    }

    /// Finds an id that is no indicator.
    package func check(_ id: Located<String>, _ findings: inout Findings) -> Indicator? {
        if let indicator = byID[id.value] { return indicator }
        findings.add(
            .unknownIndicator, at: id.place,
            "indicator '\(id.value)' does not exist" + NearMiss.hint(for: id.value, among: ids))
        return nil
    }
}
