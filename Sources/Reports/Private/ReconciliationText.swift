import Capital
import Markup
import Source

/// One supply with both sides beside each other, as one of the two may see it.
struct ReconciliationText {
    let project: Project
    let supply: Reconciliation
    let year: Int
    /// Who reads it.
    let reader: Party
    let language: Language

    private var numerals: Numerals { Numerals(language: language) }
    private var indicator: Indicator? { project.indicators[supply.line] }
    private var unit: String { indicator?.unit ?? "" }
    private var buyer: String { name(of: supply.buyer) }
    private var supplier: String { name(of: supply.supplier) }

    private func name(of party: String) -> String {
        project.accounts.party(party)?.name[language] ?? party
    }

    /// The supplier's factor is for its buyer where the two agreed to show
    /// their figures and the line is public; the supplier knows it anyway.
    private var isVisible: Bool {
        reader.id == supply.supplier || project.accounts.isShared(supply, in: year)
    }

    var blocks: [Block] {
        let title = "\(supply.product) – \(indicator?.title[language] ?? supply.line)"
        return [.heading(3, title), sides, .paragraph(.text(sentence))]
    }

    private var sides: Block {
        let split = isVisible ? supply.split : nil
        let factor = isVisible ? supply.supplierFactor : nil
        func row(
            _ label: Translated, _ unit: String, _ mine: String, _ theirs: String?,
            _ difference: String?
        ) -> [[Inline]] {
            let gap = isVisible || supply.supplierFactor == nil ? Cell.missing(.notBooked)
                : Cell.confidential
            let symbol = Labels.symbol(of: gap)[language]
            return [[.text(label[language])], [.text(unit)], [.text(mine)],
                    [.text(theirs ?? symbol)], [.text(difference ?? symbol)]]
        }
        let perUnit = "\(unit)/\(supply.unit)"
        return table(
            [[.text(Labels.measured[language])], [.text(Labels.unit[language])],
             [.text(buyer)], [.text(supplier)], [.text(Labels.buyerLess[language])]],
            [
                row(Labels.deliveredGoods, supply.unit, exact(supply.bought), exact(supply.sold),
                    exact(ExactSum.of([supply.bought, -supply.sold]))),
                row(Labels.factor, perUnit, fine(supply.buyerFactor),
                    factor.map { numerals.print(.known($0), decimals: 9, significant: 4).text },
                    factor.map { fine(supply.buyerFactor - $0.value) }),
                row(Labels.amount, unit, amount(supply.booked),
                    split.map { amount($0.supplierSide) }, split.map { amount($0.difference) }),
                row(Labels.byQuantity, unit, "", "", split.map { amount($0.byQuantity) }),
                row(Labels.byFactor, unit, "", "", split.map { amount($0.byFactor) }),
            ], left: 2)
    }

    private var sentence: String {
        guard isVisible, let split = supply.split else {
            return isVisible || supply.supplierFactor == nil
                ? Labels.factorUnknown(supplier)[language]
                : Labels.factorKept(supplier)[language]
        }
        if split.difference == 0 { return Labels.bothAlike[language] }
        let difference = amount(abs(split.difference)) + Numerals.noBreakSpace + unit
        return Labels.difference(
            buyer, supplier, difference, isMore: split.difference > 0,
            byQuantity: amount(split.byQuantity), byFactor: amount(split.byFactor))[language]
            + " " + standing
    }

    /// How far apart, and whether that is more than the guide allows.
    private var standing: String {
        let tolerance = project.tolerance(of: supply)
        let allowed = tolerance.map { numerals.print(exactly: $0.percent) } ?? ""
        let percent = supply.deviation.isFinite
            ? numerals.print(supply.deviation, decimals: 1) : nil
        return Labels.standing(
            supply.standing(within: tolerance), percent: percent, allowed: allowed)[language]
    }

    private func exact(_ value: Double) -> String { numerals.print(exactly: value) }

    private func fine(_ value: Double) -> String {
        value == 0 ? "0" : numerals.print(value, decimals: 9, significant: 4)
    }

    private func amount(_ value: Double) -> String {
        numerals.print(value, decimals: max(2, indicator?.decimals ?? 0))
    }
}
