import Capital
import Declarations
import Markup
import Source

/// The tables of a company's products and works: scores of declarations, what
/// they may be called, and what is missing.
struct ProductTables {
    let shown: PublishedProducts
    let sets: [ValuationSet]
    let language: Language

    private var numerals: Numerals { Numerals(language: language) }

    /// What each score is and what it lacks.
    var products: Block {
        let header = [
            Labels.product, Labels.declaration, Labels.declaredUnit, Labels.score,
            Labels.lacking, Labels.weights,
        ].map { [Inline.text($0[language])] }
        let body = shown.products.flatMap { entry in
            entry.scores.map { score in
                [
                    entry.product.name,
                    entry.declaration.registration ?? entry.declaration.id.value,
                    unit(score.unit), Labels.name(of: score)[language], lacking(score),
                    (score.hasUnverifiedWeights ? Labels.someUnverified : Labels.verified)[
                        language],
                ].map { [Inline.text($0)] }
            }
        }
        return table(header, body, left: 6)
    }

    /// Module by module, in money per declared unit; D below the rest.
    var modules: Block {
        let header = [Labels.product, Labels.set, Labels.module].map {
            [Inline.text($0[language])]
        } + [[Inline.text("EUR \(Labels.per[language].lowercased()) "
            + Labels.declaredUnit[language].lowercased())]]
        let body = shown.products.flatMap { entry in
            entry.scores.flatMap { rows(of: $0, entry.product.name) }
        }
        return table(header, body, left: 3)
    }

    private func rows(of score: ProductScore, _ product: String) -> [[[Inline]]] {
        func row(_ module: String, _ amount: Traced, isTotal: Bool = false) -> [[Inline]] {
            strong(
                [
                    [.text(product)], [.text(title(of: score.set))], [.text(module)],
                    [Inline(.value(numerals.print(amount.cell, decimals: 4)))],
                ], if: isTotal)
        }
        var rows = score.rows.filter { $0.stage.module != .d }
            .map { row($0.stage.description, $0.amount) }
        if let sum = score.withoutD {
            rows.append(row(Labels.allButD[language], sum, isTotal: true))
        }
        let apart = score.rows.filter { $0.stage.module == .d }
        return rows + apart.map {
            row("\($0.stage), \(Labels.apart[language])", $0.amount)
        }
    }

    /// The items of each work with their scores, then its MKI and MPG.
    var works: Block {
        let header = [
            Labels.work, Labels.item, Labels.quantity, Labels.unit, Labels.dataCategory,
            Labels.perUnit, Labels.replacements, Labels.amountInMoney, Labels.ofWhichD,
        ].map { [Inline.text($0[language])] }
        return table(
            header, shown.works.flatMap(rows),
            alignments: [.left, .left, .right, .left, .left, .right, .right, .right, .right])
    }

    private func rows(of score: WorkScore) -> [[[Inline]]] {
        func money(_ figure: Traced?, _ decimals: Int = 2) -> [Inline] {
            [Inline(.value(numerals.print(figure?.cell ?? .missing(.stated), decimals: decimals)))]
        }
        let items = score.rows.map { row -> [[Inline]] in
            [
                [.text(score.work.name.value)], [.text(row.item.name.value)],
                [.text(numerals.print(exactly: row.item.quantity.value))],
                [.text(row.item.unit.value)], [.text(row.item.category.value.rawValue)],
                money(row.perUnit, 4), [.text(numerals.print(row.replacements, decimals: 2))],
                money(row.amount), row.beyond.map { money($0) } ?? [.text("–")],
            ]
        }
        func closing(_ title: String, _ amount: [Inline]) -> [[Inline]] {
            let blank = Array(repeating: [Inline.text("")], count: 6)
            return strong(
                [[.text("\(score.work.name.value): \(title)")]] + blank.prefix(6)
                    + [amount, [.text("")]], if: true)
        }
        let set = title(of: score.set)
        guard let total = score.total else {
            let lacking = Set(score.rows.filter { !$0.isMKI }.map(\.item.name.value)).sorted()
            let names = lacking.joined(separator: ", ")
            return items + [closing("\(Labels.noMKI[language]) (\(names))", [.text(".")])]
        }
        var rows = items + [closing(Labels.mki(of: set)[language], money(total))]
        if let mpg = score.mpg {
            rows.append(closing(Labels.mpg(of: set)[language], money(mpg, 4)))
        }
        return rows
    }

    private func title(of set: String) -> String {
        sets.first { $0.id == set }?.title[language] ?? set
    }

    private func unit(_ unit: DeclaredUnit) -> String {
        numerals.print(exactly: unit.quantity) + Numerals.noBreakSpace + unit.unit
    }

    /// Categories with the modules where they lack, and what else a score
    /// needs to be an MKI.
    private func lacking(_ score: ProductScore) -> String {
        var parts = score.gaps.map { gap in
            gap.stages == score.stages
                ? gap.category
                : "\(gap.category) (\(gap.stages.map(\.description).joined(separator: ", ")))"
        }
        if !score.openScenarios.isEmpty {
            parts.append(
                "\(Labels.scenarioOpen[language]) (\(score.openScenarios.joined(separator: ", ")))")
        }
        if !score.followsMethod { parts.append(Labels.methodNotStated[language]) }
        return parts.isEmpty ? "–" : parts.joined(separator: ", ")
    }
}
