package import Declarations
package import Source

extension Rule {
    package static let workUnit = Rule(
        "work-unit",
        reason: "A score per declared unit counts for a quantity only in that unit, or in one "
            + "that converts: mass to volume only by the mass that the declaration states.",
        example: "a quantity in t of a product whose declaration is per m2 and states no mass",
        mend: "State the quantity in the declared unit.")
}

/// The score of a work by one set of weights.
///
/// The MPG is the sum of the MKI of all items, spread over floor area and
/// reference period. Where an item has no MKI there is neither: a sum over
/// the others would be lower for what is left out.
package struct WorkScore: Sendable {
    /// An item with its score over the reference period.
    package struct Row: Sendable {
        package let item: Work.Item
        /// Per unit of the item, D included with its sign; missing where the
        /// item has no score by this set.
        package let perUnit: Traced
        /// How often the product stands in the work over the period, as a
        /// fraction: period / life, at least 1.
        package let replacements: Double
        package let amount: Traced
        /// The part of module D in the amount; nil for a stated MKI, which
        /// does not tell.
        package let beyond: Traced?
        package let isMKI: Bool
        /// Categories that the item's declaration lacks.
        package let gaps: [String]
        /// Whether the score rests on categories with a disclaimer.
        package let isDisclaimed: Bool

        package var isFromDeclaration: Bool {
            if case .declaration = item.basis { perUnit.value != nil } else { false }
        }
    }

    package let work: Work
    package let set: String
    package let rows: [Row]
    /// The MKI of the work, D included; nil where an item has none.
    package let total: Traced?
    /// In EUR/m2·yr; nil without an MKI, a floor area or a period.
    package let mpg: Traced?

    package var isMKI: Bool { total != nil }
}

/// Computes the scores of works from the scores of their products.
package struct WorkScoring: Sendable {
    let scoring: ProductScoring
    let units: Units
    /// The declarations of the company, by the stems of their files.
    let declarations: [String: Declaration]

    package init(
        scoring: ProductScoring, units: Units, declarations: [String: Declaration]
    ) {
        self.scoring = scoring
        self.units = units
        self.declarations = declarations
    }

    /// A score by each set that scores at least one of the items.
    package func scores(of work: Work, _ findings: inout Findings) -> [WorkScore] {
        var scored: [[String: WorkScore.Row]] = []
        for item in work.items { scored.append(rows(of: item, in: work, &findings)) }
        let sets = Set(scored.flatMap(\.keys)).sorted()
        return sets.map { set in
            let rows = zip(work.items, scored).map { item, rows in
                rows[set] ?? absent(item, in: work)
            }
            let isWhole = !rows.isEmpty && rows.allSatisfy(\.isMKI)
            let total = isWhole
                ? Traced.total(rows.map { Origin.Part($0.item.name.value, $0.amount) }) : nil
            return WorkScore(
                work: work, set: set, rows: rows, total: total, mpg: mpg(total, of: work))
        }
    }

    private func mpg(_ total: Traced?, of work: Work) -> Traced? {
        guard let total, let area = work.floorArea, let period = work.period else { return nil }
        let spread = Origin.Factor(
            name: "1 / (floor area × period)", value: 1 / (area * period), unit: "1/(m2·yr)",
            place: work.name.place, source: "")
        // Divided once, so that the figure is the one a reader recomputes.
        let value = total.value.map { Cell.known($0 / (area * period)) } ?? total.cell
        return Traced(value, .product(Origin.Part("MKI of \(work.name.value)", total), spread))
    }

    private func rows(
        of item: Work.Item, in work: Work, _ findings: inout Findings
    ) -> [String: WorkScore.Row] {
        switch item.basis {
        case .stated(let value, let set, let source):
            let perUnit = Traced(
                .known(value.value),
                .ledger(
                    Origin.Entry(
                        value.place, typed: "\(value.value) EUR/\(item.unit.value)",
                        row: "\(item.name.value), \(source)")))
            return [set.value: row(item, work, perUnit, beyond: nil, isMKI: true)]
        case .declaration(let id, let followsMethod, let scenario):
            guard let declaration = declarations[id.value],
                let size = size(of: item, in: declaration, &findings)
            else { return [:] }
            let scores = scoring.scores(
                of: declaration, followsMethod: followsMethod, scenario: scenario)
            return scores.reduce(into: [:]) { rows, score in
                rows[score.set] = row(item, work, score, size)
            }
        }
    }

    private func row(
        _ item: Work.Item, _ work: Work, _ score: ProductScore, _ size: Origin.Factor
    ) -> WorkScore.Row {
        let beyond = score.beyond?.times(size, named: "D per declared unit")
        let parts = [
            score.withoutD.map { Origin.Part("without D", $0) },
            score.beyond.map { Origin.Part("D", $0) },
        ].compactMap(\.self)
        let whole = score.withoutD == nil
            ? Traced.absent(.missing(.stated), "the declaration lacks categories")
            : Traced.total(parts).times(size, named: "per declared unit")
        return row(
            item, work, whole, beyond: beyond, isMKI: score.isMKI,
            gaps: score.gaps.map(\.category), isDisclaimed: !score.disclaimed.isEmpty)
    }

    /// Per unit × quantity × replacements × surcharge.
    private func row(
        _ item: Work.Item, _ work: Work, _ perUnit: Traced, beyond: Traced?, isMKI: Bool,
        gaps: [String] = [], isDisclaimed: Bool = false
    ) -> WorkScore.Row {
        let replacements = replacements(of: item, in: work)
        func over(_ figure: Traced) -> Traced {
            var figure = figure.times(
                factor("quantity", item.quantity.value, item.unit.value, item.quantity.place),
                named: item.name.value)
            if replacements != 1 {
                figure = figure.times(
                    factor("replacements, period / product life", replacements, "",
                           item.name.place),
                    named: item.name.value)
            }
            let surcharge = item.category.value.surcharge
            if surcharge != 1 {
                figure = figure.times(
                    factor("surcharge on unverified generic data", surcharge, "",
                           item.category.place, source: "teachbooks-vademecum"),
                    named: item.name.value)
            }
            return figure
        }
        return WorkScore.Row(
            item: item, perUnit: perUnit, replacements: replacements, amount: over(perUnit),
            beyond: beyond.map(over), isMKI: isMKI && perUnit.value != nil, gaps: gaps,
            isDisclaimed: isDisclaimed)
    }

    private func absent(_ item: Work.Item, in work: Work) -> WorkScore.Row {
        let missing = Traced.absent(.missing(.stated), "no score by this set")
        return WorkScore.Row(
            item: item, perUnit: missing, replacements: replacements(of: item, in: work),
            amount: missing, beyond: nil, isMKI: false, gaps: [], isDisclaimed: false)
    }

    private func replacements(of item: Work.Item, in work: Work) -> Double {
        guard let life = item.life, let period = work.period else { return 1 }
        return max(1, period / life)
    }

    private func factor(
        _ name: String, _ value: Double, _ unit: String, _ place: Place,
        source: String = "stated"
    ) -> Origin.Factor {
        Origin.Factor(name: name, value: value, unit: unit, place: place, source: source)
    }

    /// How many declared units one unit of the item is.
    private func size(
        of item: Work.Item, in declaration: Declaration, _ findings: inout Findings
    ) -> Origin.Factor? {
        let declared = declaration.unit
        guard let value = units.count(of: declared, per: item.unit.value) else {
            findings.add(
                .workUnit, at: item.unit.place,
                "unit '\(item.unit.value)' of '\(item.name.value)' does not convert to its "
                    + "declared unit, \(ShortNumber.text(declared.quantity)) \(declared.unit)")
            return nil
        }
        return factor(
            "declared units per \(item.unit.value)", value, "", declared.place)
    }
}
