package import Declarations
package import Source

extension Rule {
    package static let scoreWeight = Rule(
        "score-weight",
        reason: "A weight applies to one category of one edition of EN 15804, in its unit; a "
            + "weight per gram applied to kilograms is wrong a thousandfold.",
        example: "a factor 'AP' per kg SO2-eq in a set for EN 15804+A2",
        mend: "Give the factor the id and the unit of the category, or the set another version.")
}

/// Applies sets of weights to declarations. A set weighs the edition of the
/// standard that its version names.
package struct ProductScoring: Sendable {
    private let sets: [(set: ValuationSet, standard: Standard)]

    package init(sets: [ValuationSet], _ findings: inout Findings) {
        self.sets = sets.compactMap { set in
            Standard.allCases.first { $0.rawValue == set.version }.map { (set, $0) }
        }
        for (set, standard) in self.sets {
            for factor in set.factors {
                let category = ImpactCategory(factor.id, of: standard)
                guard category?.unit != factor.per else { continue }
                let expected = category.map { "per \($0.unit)" } ?? "no category of it"
                findings.add(
                    .scoreWeight, at: factor.place,
                    "factor '\(factor.id)' per \(factor.per) does not weigh "
                        + "\(standard.rawValue); '\(factor.id)' is \(expected) there")
            }
        }
    }

    /// The score by each set in whose edition the declaration has results.
    package func scores(
        of declaration: Declaration, followsMethod: Bool, scenario: String?
    ) -> [ProductScore] {
        sets.compactMap { set, standard in
            guard declaration.standards.contains(standard) else { return nil }
            return Weighting(
                declaration: declaration, set: set, standard: standard, chosen: scenario
            ).score(followsMethod: followsMethod)
        }
    }
}

/// One declaration under one set.
private struct Weighting {
    let declaration: Declaration
    let set: ValuationSet
    let standard: Standard
    let chosen: String?

    func score(followsMethod: Bool) -> ProductScore {
        let completeness = Completeness(of: declaration, by: standard)
        let open = openScenarios
        let counted = completeness.stages.filter(counts)
        let rows = rows(completeness)
        let isWhole = completeness.gaps.isEmpty && open.isEmpty
        let sum = rows.filter { !$0.isPart && counts($0.stage) && $0.stage.module != .d }
        let beyond = rows.first { $0.stage.module == .d && counts($0.stage) && $0.gaps.isEmpty }
        let used = weighted(at: counted.first)
        return ProductScore(
            set: set.id, standard: standard, unit: declaration.unit, rows: rows,
            gaps: completeness.gaps, followsMethod: followsMethod,
            scenario: completeness.stages.contains { !$0.scenario.isEmpty } ? scenario : nil,
            openScenarios: open,
            disclaimed: used.map(\.id).filter(ImpactCategory.withDisclaimer.contains),
            hasUnverifiedWeights: used.contains { set[$0.id]?.status == .unverified },
            withoutD: isWhole && !sum.isEmpty
                ? .total(sum.map { Origin.Part($0.stage.description, $0.amount) }) : nil,
            beyond: open.isEmpty ? beyond?.amount : nil,
            categories: shares(over: counted.filter { $0.module != .d }))
    }

    // Scenarios

    /// The chosen scenario, else the one that the declaration calls default.
    private var scenario: String? { chosen ?? declaration.defaultScenario }

    private var scenarios: [String] {
        let all = declaration.stages(of: standard).map(\.scenario).filter { !$0.isEmpty }
        return Set(all).sorted()
    }

    private var openScenarios: [String] {
        let all = scenarios
        if all.count <= 1 { return [] }
        return scenario.map(all.contains) ?? false ? [] : all
    }

    private func counts(_ stage: Stage) -> Bool {
        stage.scenario.isEmpty || scenarios.count == 1 || stage.scenario == scenario
    }

    // Rows

    private func rows(_ completeness: Completeness) -> [ProductScore.Row] {
        let declared = declaration.stages(of: standard)
        return completeness.stages.flatMap { stage -> [ProductScore.Row] in
            guard stage.module == .a1a3 else { return [row(stage, isPart: false)] }
            let parts = declared.filter {
                Module.product.contains($0.module) && $0.scenario == stage.scenario
            }
            return parts.map { row($0, isPart: true) } + [row(stage, isPart: false)]
        }
    }

    private func row(_ stage: Stage, isPart: Bool) -> ProductScore.Row {
        let categories = weighted(at: stage)
        var parts: [Origin.Part] = []
        var gaps: [String] = []
        for category in categories {
            guard let amount = amount(of: category, stage), let factor = set[category.id] else {
                gaps.append(category.id)
                continue
            }
            let weight = Origin.Factor(
                name: "\(set.id) \(factor.id)", value: factor.value,
                unit: "\(set.currency)/\(factor.per)", place: factor.place,
                source: factor.source.value)
            parts.append(
                Origin.Part(
                    category.id, amount.times(weight, named: category.id)))
        }
        // What is left out can have either sign.
        var amount = parts.isEmpty ? Traced(.missing(.stated), .sum([])) : Traced.total(parts)
        if !gaps.isEmpty, let quantity = amount.cell.quantity {
            amount = Traced(.known(Quantity(quantity.value, bound: .partial)), .sum(parts))
        }
        return ProductScore.Row(stage: stage, amount: amount, gaps: gaps, isPart: isPart)
    }

    /// The categories to weigh at a stage: the total of climate change where
    /// it has a figure, else its three parts; never both.
    private func weighted(at stage: Stage?) -> [ImpactCategory] {
        let all = ImpactCategory.all(of: standard).filter { set[$0.id] != nil }
        guard standard == .a2 else { return all }
        let hasTotal = ImpactCategory(ImpactCategory.climateTotal, of: .a2).flatMap { total in
            stage.flatMap { amount(of: total, $0) }
        } != nil
        let hasParts = ImpactCategory.climateParts.allSatisfy { id in
            ImpactCategory(id, of: .a2).flatMap { part in
                stage.flatMap { amount(of: part, $0) }
            } != nil
        }
        let usesParts = hasParts && !hasTotal
        return all.filter { category in
            if category.id == ImpactCategory.climateTotal { return !usesParts }
            return usesParts || !ImpactCategory.climateParts.contains(category.id)
        }
    }

    private func amount(of category: ImpactCategory, _ stage: Stage) -> Traced? {
        guard let result = declaration[category] else { return nil }
        if let amount = result.traced(stage) { return amount }
        guard stage.module == .a1a3 else { return nil }
        let parts = Module.product.compactMap { module in
            result.traced(Stage(module, scenario: stage.scenario)).map {
                Origin.Part(module.rawValue, $0)
            }
        }
        return parts.count == Module.product.count ? .total(parts) : nil
    }

    private func shares(over stages: [Stage]) -> [(id: String, amount: Double)] {
        weighted(at: stages.first).map { category in
            let amounts = stages.compactMap { amount(of: category, $0)?.value }
            return (category.id, ExactSum.of(amounts) * (set[category.id]?.value ?? 0))
        }
    }
}

extension DeclaredResult {
    /// The figure with its cell and, where the unit converts, its factor.
    fileprivate func traced(_ stage: Stage) -> Traced? {
        guard case .number(let number, let typed)? = values[stage] else { return nil }
        let cell = Traced(
            .known(number),
            .ledger(
                Origin.Entry(
                    typed.place, typed: "\(typed.value) \(unit.value)",
                    row: "\(category.id), \(stage)")))
        guard conversion.factor != 1 else { return cell }
        let factor = Origin.Factor(
            name: "conversion", value: conversion.factor, unit: conversion.unit,
            place: unit.place,
            source: conversion.basis.map { $0.source ?? "molar masses 30.974 / 94.971" }
                ?? "prefix of the unit")
        return cell.times(factor, named: "\(category.id), \(stage)")
    }
}

extension Traced {
    /// A figure times a factor.
    func times(_ factor: Origin.Factor, named name: String) -> Traced {
        let cell = cell.quantity.map { Cell.known($0.scaled(by: factor.value)) }
        return Traced(cell ?? self.cell, .product(Origin.Part(name, self), factor))
    }

    /// The exact sum of figures that are all there.
    static func total(_ parts: [Origin.Part]) -> Traced {
        let values = parts.compactMap(\.figure.value)
        guard values.count == parts.count else {
            return Traced(.missing(.stated), .sum(parts))
        }
        return Traced(.known(ExactSum.of(values)), .sum(parts))
    }
}
