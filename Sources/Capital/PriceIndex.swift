package import Source

extension Rule {
    package static let priceIndex = Rule(
        "price-index",
        reason: "Amounts of different price levels are compared at one level only; a year that "
            + "the index lacks would make the comparison a guess.",
        example: "compare-at: 2026 without an index figure for 2026",
        mend: "Add the year's figure with its source, or compare at a year that the index holds.")
}

/// A consumer price index: brings an amount of one price level to another.
/// One rule: the quotient of two index figures, never a chain of rounded
/// yearly changes.
package struct PriceIndex: Sendable {
    package struct Figure: Sendable {
        package let year: Int
        package let value: Double
        package let status: ValuationSet.Status
        package let source: Located<String>
    }

    package let title: Translated
    /// The price level at which amounts of different sets are compared.
    package let comparedAt: Int
    package let figures: [Figure]

    /// Nil, with findings, when a field is missing.
    package init?(_ file: SourceFile, _ findings: inout Findings) {
        guard let tree = YAMLTree(file.text, file: file.path, &findings),
            var fields = Fields(tree, &findings)
        else { return nil }
        let title = fields.translated("title", &findings)
        let comparedAt = fields.integer("compare-at", &findings)
        figures = fields.list("index", &findings).compactMap { Self.figure($0, &findings) }
        fields.finish(&findings)
        guard let title, let comparedAt else { return nil }
        self.title = title
        self.comparedAt = comparedAt.value
        if !figures.contains(where: { $0.year == comparedAt.value }) {
            findings.add(
                .priceIndex, at: comparedAt.place,
                "year \(comparedAt.value) has no figure in the index")
        }
    }

    private static func figure(_ tree: YAMLTree, _ findings: inout Findings) -> Figure? {
        guard var fields = Fields(tree, &findings) else { return nil }
        let year = fields.integer("year", &findings)
        let value = fields.number("value", &findings)
        let status: ValuationSet.Status? = fields.choice("status", &findings)
        let source = fields.text("source", &findings)
        fields.finish(&findings)
        guard let year, let value, let status, let source else { return nil }
        if !(value.value > 0) {
            findings.add(.priceIndex, at: value.place, "figure of \(year.value) is not above zero")
            return nil
        }
        return Figure(year: year.value, value: value.value, status: status, source: source)
    }

    package subscript(year: Int) -> Figure? { figures.first { $0.year == year } }

    /// What an amount of one year's price level is at another's; nil where the
    /// index lacks one of the years.
    package func factor(from year: Int, to other: Int) -> Double? {
        guard let from = self[year], let to = self[other] else { return nil }
        return to.value / from.value
    }

    /// The factor to the compared level for a set that may be indexed; nil for
    /// one that may not (rule: the weights of an MKI are never indexed).
    package func factor(for set: ValuationSet) -> Double? {
        guard set.indexation == .cpi else { return nil }
        return factor(from: set.priceLevel, to: comparedAt)
    }
}
