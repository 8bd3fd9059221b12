/// Whether a declaration has what a score of all categories needs.
package struct Completeness: Sendable {
    /// A category without a figure for some of the declared stages.
    package struct Gap: Sendable, Equatable {
        package let category: String
        package let stages: [Stage]
    }

    package let standard: Standard
    /// The stages for which at least one category has a figure; A1, A2 and A3
    /// count as A1-A3.
    package let stages: [Stage]
    package let gaps: [Gap]

    package var isComplete: Bool { gaps.isEmpty && !stages.isEmpty }

    package init(of declaration: Declaration, by standard: Standard) {
        self.standard = standard
        stages = Self.stages(of: declaration, standard)
        var gaps: [Gap] = []
        for category in ImpactCategory.all(of: standard) {
            let isPart = ImpactCategory.climateParts.contains(category.id)
            guard standard == .a1 || !isPart else { continue }
            let missing = stages.filter { stage in
                let has = Self.hasFigure(declaration, category, stage)
                guard !has, category.id == ImpactCategory.climateTotal else { return !has }
                return !ImpactCategory.climateParts.allSatisfy { id in
                    ImpactCategory(id, of: .a2).map {
                        Self.hasFigure(declaration, $0, stage)
                    } ?? false
                }
            }
            if !missing.isEmpty { gaps.append(Gap(category: category.id, stages: missing)) }
        }
        self.gaps = gaps
    }

    private static func stages(of declaration: Declaration, _ standard: Standard) -> [Stage] {
        let declared = declaration.stages(of: standard).map { stage in
            Module.product.contains(stage.module)
                ? Stage(.a1a3, scenario: stage.scenario) : stage
        }
        return Set(declared).sorted()
    }

    private static func hasFigure(
        _ declaration: Declaration, _ category: ImpactCategory, _ stage: Stage
    ) -> Bool {
        guard let result = declaration[category] else { return false }
        if result.values[stage]?.number != nil { return true }
        return stage.module == .a1a3 && Module.product.allSatisfy {
            result.values[Stage($0, scenario: stage.scenario)]?.number != nil
        }
    }
}
