package import Source

extension Rule {
    package static let uncertaintySource = Rule(
        "uncertainty-source",
        reason: "A spread that nobody can look up must at least be known as a choice.",
        example: "a quality class with a spread, without 'source' and without 'choice: true'",
        mend: "Name the source, or mark the row as this edition's choice; not both.")

    package static let uncertaintyClass = Rule(
        "uncertainty-class",
        reason: "Every quality class has one spread, so that a figure of which no uncertainty is "
            + "stated has one as well.",
        example: "rows for the classes 1, 2 and 4",
        mend: "Give each of the classes 1 to 5 one row.")

    package static let spreadBelowOne = Rule(
        "spread-below-one",
        reason: "A spread is the factor between a figure and the ends of its 95 % interval; below "
            + "one the ends would change places.",
        example: "spread: 0.05",
        mend: "Write the factor: 1.05 for ×/÷ 1.05.")
}

/// `uncertainty.yaml`: how far a figure may be off where nothing is stated of
/// it, and how far the prices of a set may be. All spreads are multiplicative:
/// the logarithm of the true value is normal around that of the figure.
package struct Uncertainty: Sendable {
    /// A row with its source, or marked as this edition's choice.
    package struct Row: Sendable {
        /// The standard deviation of the logarithm.
        package let sigma: Double
        /// The factor as it was written.
        package let factor: Double
        /// Nil for a choice of this edition.
        package let source: Located<String>?
        package let note: Translated
    }

    /// Half the width of a 95 % interval, in standard deviations.
    package static let deviations = 1.96

    /// By quality class, 1 (best) to 5.
    package let classes: [Int: Row]
    /// The quality class of a figure, and of a factor, of which neither
    /// uncertainty nor method is stated.
    package let unstatedFigure: Int
    package let unstatedFactor: Int
    /// By valuation set; all prices of a set are off together.
    package let prices: [String: Row]

    /// Nil, with findings, when a field is missing. `sets` are the valuation
    /// sets that exist.
    package init?(_ file: SourceFile, sets: [String], _ findings: inout Findings) {
        guard let tree = YAMLTree(file.text, file: file.path, &findings),
            var fields = Fields(tree, &findings)
        else { return nil }
        classes = Self.classes(fields.list("classes", &findings), fields.place, &findings)
        prices = Self.prices(fields.list("prices", &findings), sets, &findings)
        let unstated = fields.fields("unstated", &findings)
        if !fields.has("unstated") {
            findings.add(.missingKey, at: fields.place, "key 'unstated' is missing")
        }
        fields.finish(&findings)
        guard var unstated else { return nil }
        let figure = unstated.integer("figure", &findings)
        let factor = unstated.integer("factor", &findings)
        unstated.finish(&findings)
        guard let figure, let factor else { return nil }
        for grade in [figure, factor] where !(1...5).contains(grade.value) {
            findings.add(
                .uncertaintyClass, at: grade.place, "class \(grade.value) is not 1 to 5")
        }
        unstatedFigure = figure.value
        unstatedFactor = factor.value
    }

    private static func classes(
        _ rows: [YAMLTree], _ place: Place, _ findings: inout Findings
    ) -> [Int: Row] {
        var classes: [Int: Row] = [:]
        for tree in rows {
            guard var fields = Fields(tree, &findings) else { continue }
            let grade = fields.integer("class", &findings)
            let row = Row(&fields, "spread", deviations, &findings)
            fields.finish(&findings)
            guard let grade else { continue }
            if !(1...5).contains(grade.value) {
                findings.add(
                    .uncertaintyClass, at: grade.place, "class \(grade.value) is not 1 to 5")
            } else if classes[grade.value] != nil {
                findings.add(
                    .uncertaintyClass, at: grade.place, "class \(grade.value) stands twice")
            }
            classes[grade.value] = row
        }
        let absent = (1...5).filter { classes[$0] == nil }.map(String.init)
        if !absent.isEmpty {
            findings.add(
                .uncertaintyClass, at: place, "class \(absent.joined(separator: ", ")) has no row")
        }
        return classes
    }

    private static func prices(
        _ rows: [YAMLTree], _ sets: [String], _ findings: inout Findings
    ) -> [String: Row] {
        var prices: [String: Row] = [:]
        for tree in rows {
            guard var fields = Fields(tree, &findings) else { continue }
            let set = fields.text("set", &findings)
            let row = Row(&fields, "sigma", 1, &findings)
            fields.finish(&findings)
            guard let set else { continue }
            if !sets.contains(set.value) {
                findings.add(
                    .unknownSet, at: set.place,
                    "valuation set '\(set.value)' does not exist"
                        + NearMiss.hint(for: set.value, among: sets))
            }
            prices[set.value] = row
        }
        return prices
    }
}

extension Uncertainty.Row {
    /// `key` holds a factor that lies so many standard deviations away.
    fileprivate init?(
        _ fields: inout Fields, _ key: String, _ deviations: Double, _ findings: inout Findings
    ) {
        let factor = fields.number(key, &findings)
        let source = fields.optionalText("source", &findings)
        let isChoice = fields.flag("choice", &findings)
        let note = fields.translated("note", &findings)
        guard let factor, let note else { return nil }
        if (source == nil) != isChoice {
            findings.add(
                .uncertaintySource, at: factor.place,
                isChoice
                    ? "\(key) \(factor.value) has a source and is marked as a choice"
                    : "\(key) \(factor.value) has no source and is not marked as a choice")
        }
        if factor.value < 1 {
            findings.add(
                .spreadBelowOne, at: factor.place, "\(key) \(factor.value) is below 1")
            return nil
        }
        sigma = Elementary.log(factor.value) / deviations
        self.factor = factor.value
        self.source = source
        self.note = note
    }
}
