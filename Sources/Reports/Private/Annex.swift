import Capital
import Markup
import Source

/// What two companies booked of their mutual supplies, beside each other, for
/// these two only. It holds nothing of third companies, and of the
/// counterparty nothing but the supplies between the two.
struct Annex {
    let project: Project
    let books: MutualBooks
    let party: Party
    let counterparty: Party
    let year: Int

    var document: Document {
        var blocks: [Block] = [
            .heading(1, "\(party.name.nl) – \(counterparty.name.nl) \(year)")
        ]
        if party.isFictional {
            blocks.append(
                Block(.blockQuote([
                    .paragraph(.text(GuideTexts.fictional.nl + " / " + GuideTexts.fictional.en))
                ])))
        }
        for language in Language.allCases {
            blocks.append(.heading(2, AnnexTexts.title[language]))
            blocks.append(.paragraph(.text(AnnexTexts.lead[language])))
            blocks += tables(language)
        }
        return Document(blocks)
    }

    private func tables(_ language: Language) -> [Block] {
        let rows = quantities(language)
        let header = [
            AnnexTexts.seller, AnnexTexts.buyer, AnnexTexts.product, Labels.unit,
            AnnexTexts.sold, AnnexTexts.bought, AnnexTexts.difference,
        ].map { [Inline.text($0[language])] }
        var blocks = rows.isEmpty ? [] : [table(header, rows, left: 4)]
        let flows = amounts(language)
        if !flows.isEmpty {
            let header = [
                AnnexTexts.booker, AnnexTexts.product, Labels.line, Labels.unit,
                Labels.factor, AnnexTexts.booked, AnnexTexts.eliminated, AnnexTexts.kept,
            ].map { [Inline.text($0[language])] }
            blocks.append(.paragraph(.text(AnnexTexts.amounts[language])))
            blocks.append(table(header, flows, left: 4))
        }
        blocks += reconciled(language)
        if ledger(of: counterparty) == nil {
            blocks.append(.paragraph(.text(AnnexTexts.doesNotReport[language])))
        }
        return blocks
    }

    /// Both sides of each supply, with what sets them apart.
    private func reconciled(_ language: Language) -> [Block] {
        books.reconciliations(of: party.id, with: counterparty.id, in: year).flatMap { supply in
            ReconciliationText(
                project: project, supply: supply, year: year, reader: party, language: language
            ).blocks
        }
    }

    private func ledger(of party: Party) -> Ledger? {
        project.accounts.ledgers[Accounts.Key(party: party.id, year: year)]
    }

    private struct Good: Hashable, Comparable {
        let product: String, unit: String

        static func < (a: Good, b: Good) -> Bool {
            (a.product, a.unit) < (b.product, b.unit)
        }
    }

    /// Both sides' quantities of each product, in both directions.
    private func quantities(_ language: Language) -> [[[Inline]]] {
        let numerals = Numerals(language: language)
        var rows: [[[Inline]]] = []
        for (seller, buyer) in [(counterparty, party), (party, counterparty)] {
            let sold = booked(by: seller, .sold, with: buyer)
            let bought = booked(by: buyer, .bought, with: seller)
            for good in Set(sold.keys).union(bought.keys).sorted() {
                func number(_ value: Double?, _ ledger: Ledger?) -> [Inline] {
                    let missing = Labels.symbol(of: .missing(.notBooked))[language]
                    return [.text(value.map { numerals.print(exactly: $0) } ?? missing)]
                }
                let difference = bought[good].flatMap { b in
                    sold[good].map { ExactSum.of([b, -$0]) }
                }
                rows.append([
                    [.text(seller.name[language])], [.text(buyer.name[language])],
                    [.text(good.product)], [.text(good.unit)],
                    number(sold[good], ledger(of: seller)),
                    number(bought[good], ledger(of: buyer)), number(difference, nil),
                ])
            }
        }
        return rows
    }

    /// A supply that is booked on several lines repeats its quantity: the
    /// line that holds most of it counts.
    private func booked(
        by company: Party, _ direction: Supply.Direction, with other: Party
    ) -> [Good: Double] {
        let supplies = (ledger(of: company)?.supplies ?? []).filter {
            $0.direction == direction && $0.counterparty.value == other.id
        }
        return Dictionary(grouping: supplies) { Good(product: $0.product, unit: $0.unit) }
            .mapValues { rows in
                let lines = Dictionary(grouping: rows) { $0.impact?.indicator ?? "" }
                return lines.values.map { ExactSum.of($0.map(\.quantity)) }.max() ?? 0
            }
    }

    /// What each booked for the other's activity, and what of it drops out of
    /// the chain's account.
    private func amounts(_ language: Language) -> [[[Inline]]] {
        let numerals = Numerals(language: language)
        return [(party, counterparty), (counterparty, party)].flatMap { booker, doer in
            mutual(booker, doer).map { amount in
                let indicator = project.indicators[amount.indicator]
                let factors = amount.factors.map {
                    numerals.print(exactly: $0.value) + Numerals.noBreakSpace + $0.unit
                }
                func number(_ value: Double?) -> [Inline] {
                    [.text(value.map { numerals.print(exactly: $0) } ?? "–")]
                }
                return [
                    [.text(booker.name[language])], [.text(amount.name)],
                    [.text(indicator?.title[language] ?? amount.indicator)],
                    [.text(indicator?.unit ?? "")],
                    [.text(factors.isEmpty ? "–" : factors.joined(separator: "; "))],
                    number(amount.booked), number(amount.eliminated), number(amount.kept),
                ]
            }
        }
    }

    private func mutual(_ booker: Party, _ doer: Party) -> [MutualAmount] {
        MutualAmount.amounts(
            in: project.accounts, project.indicators, year: year, bookedBy: booker.id,
            for: doer.id, matched: books.flows(bookedBy: booker.id, for: doer.id, in: year))
    }

    /// Whether neither booked anything with the other.
    var isEmpty: Bool {
        let pairs = [(party, counterparty), (counterparty, party)]
        return pairs.allSatisfy { one, other in
            mutual(one, other).isEmpty && booked(by: one, .sold, with: other).isEmpty
                && booked(by: one, .bought, with: other).isEmpty
        }
    }
}

/// The words of the annex.
private enum AnnexTexts {
    static let title = Translated(nl: "Onderlinge leveringen", en: "Mutual supplies")
    static let lead = Translated(
        nl: "Niet openbaar: alleen voor deze twee bedrijven. De tabel zet naast elkaar wat "
            + "beide kanten hebben geboekt. Een verschil blijft in het ketenrapport staan en "
            + "kan dubbel geteld zijn; los het samen op.",
        en: "Not public: for these two companies only. The table puts what both sides booked "
            + "beside each other. A difference remains in the chain report and may be counted "
            + "twice; settle it together.")
    static let seller = Translated(nl: "Verkoper", en: "Seller")
    static let buyer = Translated(nl: "Koper", en: "Buyer")
    static let booker = Translated(nl: "Geboekt door", en: "Booked by")
    static let product = Translated(nl: "Product", en: "Product")
    static let sold = Translated(nl: "Volgens de verkoper", en: "By the seller")
    static let bought = Translated(nl: "Volgens de koper", en: "By the buyer")
    static let difference = Translated(nl: "Koper min verkoper", en: "Buyer less seller")
    static let amounts = Translated(
        nl: "Wat de een voor de ander boekt: hoeveelheid maal de factor van wie boekt, en wat "
            + "daarvan in de keten wegvalt omdat de ander het zelf rapporteert.",
        en: "What one books for the other: quantity times the factor of who books it, and what "
            + "of it drops out of the chain because the other reports it.")
    static let booked = Translated(nl: "Geboekt", en: "Booked")
    static let eliminated = Translated(nl: "Valt weg", en: "Drops out")
    static let kept = Translated(nl: "Blijft staan", en: "Remains")
    static let doesNotReport = Translated(
        nl: "De andere kant rapporteert dit jaar niet: er is niets om mee te vergelijken en er "
            + "valt niets weg.",
        en: "The other side does not report this year: there is nothing to compare with and "
            + "nothing drops out.")
}
