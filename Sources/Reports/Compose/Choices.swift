import Capital
import Source

/// A choice of method that could have been made otherwise, and what that does
/// to a total.
struct Choice: Sendable {
    enum Subject: Sendable {
        /// All prices of a set at their lower, or at their upper end.
        case prices(ValuationSet)
        /// The damage price of CO2 of another set in the place of a
        /// prevention price; nil where there is no such price.
        case damage(ValuationSet, by: ValuationSet?)
        case netherlands(Indicator)
        case carbonation(Indicator)
    }

    let subject: Subject
    let reported: Double
    /// What the total would be; empty where it cannot be told.
    let others: [Double]
}

/// What a reader sees of one line.
struct ChoiceLine {
    let indicator: Indicator
    let totals: [Effect: Cell]
    let balance: Cell?
    let values: [String: Cell]
    let regions: [Effect: [Region: Cell]]
}

/// Computes the choices of a statement from its visible cells only.
struct Choices {
    let project: Project
    let pricing: Pricing
    let lines: [ChoiceLine]

    init(_ project: Project, _ pricing: Pricing, _ view: StatementView) {
        self.init(project, pricing, view.lines.compactMap { line in
            project.indicators[line.indicator].map {
                ChoiceLine(
                    indicator: $0, totals: line.sides.mapValues { $0[.total] ?? .none },
                    balance: line.balance, values: line.values, regions: line.regions)
            }
        })
    }

    init(_ project: Project, _ pricing: Pricing, _ view: ChainView) {
        self.init(project, pricing, view.lines.compactMap { line in
            project.indicators[line.indicator].map {
                ChoiceLine(
                    indicator: $0, totals: line.sides.mapValues { $0[.total] ?? .none },
                    balance: line.balance, values: line.values, regions: line.regions)
            }
        })
    }

    private init(_ project: Project, _ pricing: Pricing, _ lines: [ChoiceLine]) {
        self.project = project
        self.pricing = pricing
        self.lines = lines
    }

    var all: [Choice] {
        lines.compactMap(netherlands) + lines.compactMap(carbonation)
            + pricing.columns.flatMap(inMoney)
    }

    /// A subtotal with only what falls in the Netherlands.
    private func netherlands(_ line: ChoiceLine) -> Choice? {
        guard line.indicator.kind == .subtotal, let balance = line.balance?.quantity,
            !line.regions.isEmpty
        else { return nil }
        func part(_ effect: Effect) -> Double {
            line.regions[effect]?[.netherlands]?.quantity?.value ?? 0
        }
        return Choice(
            subject: .netherlands(line.indicator), reported: balance.value,
            others: [ExactSum.of([part(.gain), -part(.loss)])])
    }

    /// A subtotal with the carbonation that stands as a memo in its unit.
    private func carbonation(_ line: ChoiceLine) -> Choice? {
        guard line.indicator.kind == .subtotal, let balance = line.balance?.quantity,
            let memo = lines.first(where: { $0.indicator.id == "carbonation" }),
            memo.indicator.kind == .memo, memo.indicator.unit == line.indicator.unit,
            let amount = memo.totals[.memo]?.quantity ?? memo.totals[.gain]?.quantity
        else { return nil }
        return Choice(
            subject: .carbonation(line.indicator), reported: balance.value,
            others: [ExactSum.of([balance.value, amount.value])])
    }

    /// A line that a set prices, with its amount.
    private typealias Priced = (line: ChoiceLine, price: Pricing.Price, value: Double)

    private func inMoney(_ set: ValuationSet) -> [Choice] {
        let found = lines.filter {
            $0.indicator.kind != .subtotal && $0.values[set.id] != nil
        }
        guard !found.contains(where: { $0.values[set.id] == .confidential }) else { return [] }
        let priced = found.compactMap { line -> Priced? in
            guard let value = line.values[set.id]?.quantity?.value,
                let price = pricing.prices(of: line.indicator.id).first(where: {
                    $0.set == set.id
                })
            else { return nil }
            return (line, price, value)
        }
        guard !priced.isEmpty else { return [] }
        let total = ExactSum.of(priced.map(\.value))
        return [prices(of: set, priced, total)] + damage(in: set, priced, total)
    }

    /// Where a price has no lower or upper end it stays as it is.
    private func prices(of set: ValuationSet, _ priced: [Priced], _ total: Double) -> Choice {
        let factors = priced.map(\.price.factor)
        func sum(at end: (ValuationSet.Factor) -> Double?) -> Double {
            ExactSum.of(priced.map { item in
                let factor = item.price.factor
                guard let end = end(factor), factor.value != 0 else { return item.value }
                return item.value * end / factor.value
            })
        }
        let hasEnds = factors.contains { $0.lower != nil || $0.upper != nil }
        return Choice(
            subject: .prices(set), reported: total,
            others: hasEnds ? [sum(at: \.lower), sum(at: \.upper)] : [])
    }

    /// The same quantities and prices, only CO2 at a damage price, brought to
    /// the price level of the set. Such a price comes from a set that prices
    /// no line itself.
    private func damage(
        in set: ValuationSet, _ priced: [Priced], _ total: Double
    ) -> [Choice] {
        let columns = Set(pricing.columns.map(\.id))
        for other in project.sets where !columns.contains(other.id) && other.basis == .damage {
            guard let index = level(of: other, at: set) else { continue }
            var isSwapped = false
            let values = priced.map { item -> Double in
                guard item.price.factor.basis == .prevention,
                    let balance = item.line.balance?.quantity?.value,
                    let price = price(of: item.line.indicator, in: other)
                else { return item.value }
                isSwapped = true
                return balance * price * index
            }
            if isSwapped {
                return [Choice(
                    subject: .damage(set, by: other), reported: total,
                    others: [ExactSum.of(values)])]
            }
        }
        // Only what is a prevention price can be swapped.
        let asks = priced.contains { $0.price.factor.basis == .prevention }
        return asks ? [Choice(subject: .damage(set, by: nil), reported: total, others: [])] : []
    }

    private func price(of indicator: Indicator, in set: ValuationSet) -> Double? {
        set.factors.lazy.compactMap { factor in
            project.units.conversion(from: indicator.unit, to: factor.per)
                .map { factor.value * $0 }
        }.first
    }

    /// The factor from one set's price level to another's; nil where it cannot
    /// be told.
    private func level(of other: ValuationSet, at set: ValuationSet) -> Double? {
        if other.priceLevel == set.priceLevel { return 1 }
        guard other.indexation == .cpi else { return nil }
        return project.priceIndex?.factor(from: other.priceLevel, to: set.priceLevel)
    }
}
