package import Declarations

/// The weights of one set applied to the results of one declaration, module
/// by module, per declared unit.
///
/// It is called MKI only where every category of the set has a figure for
/// every declared module and the data follow the Dutch method; a set that
/// lacks a category has no total, for a total would say too little.
package struct ProductScore: Sendable {
    /// One module, or A1-A3 as the sum of its parts.
    package struct Row: Sendable {
        package let stage: Stage
        /// Incomplete where a category has no figure, and missing where none has.
        package let amount: Traced
        /// Categories without a figure.
        package let gaps: [String]
        /// Whether the row is part of another row: A1 of A1-A3.
        package let isPart: Bool
    }

    package let set: String
    package let standard: Standard
    package let unit: DeclaredUnit
    package let rows: [Row]
    /// Categories that lack a figure for at least one declared module.
    package let gaps: [Completeness.Gap]
    /// Whether the company states that the data follow the Dutch method.
    package let followsMethod: Bool
    /// The scenario that was chosen; nil where none had to be.
    package let scenario: String?
    /// Scenarios of which one must be chosen before a total can be made.
    package let openScenarios: [String]
    /// The categories with disclaimers that weigh in.
    package let disclaimed: [String]
    package let hasUnverifiedWeights: Bool
    /// The sum of all modules but D; nil where a category is missing or a
    /// scenario is to be chosen.
    package let withoutD: Traced?
    /// Module D, with its sign; nil where it is not declared or incomplete.
    package let beyond: Traced?
    /// The categories that were weighted, with what each makes of A1-A3 to C.
    package let categories: [(id: String, amount: Double)]

    package var isMKI: Bool {
        gaps.isEmpty && openScenarios.isEmpty && followsMethod && withoutD != nil
    }

    /// The modules of the score, A1-A3 as one.
    package var stages: [Stage] { rows.filter { !$0.isPart }.map(\.stage) }

    /// A category other than climate change that alone makes more than half.
    package var dominant: (id: String, share: Double)? {
        let total = categories.map { abs($0.amount) }.reduce(0, +)
        guard total > 0, let most = categories.max(by: { abs($0.amount) < abs($1.amount) }),
            !most.id.hasPrefix("GWP"), abs(most.amount) > total / 2
        else { return nil }
        return (most.id, abs(most.amount) / total)
    }
}
