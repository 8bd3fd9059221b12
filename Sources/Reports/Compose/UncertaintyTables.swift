import Capital
import Markup
import Source

/// What a report says of its own uncertainty, from what its reader may see.
struct UncertaintyReport: Sendable {
    /// A line with its figures as the reader sees them.
    struct Line: Sendable {
        let indicator: String
        let totals: [Effect: Cell]
        let balance: Cell?
    }

    let table: Uncertainty
    let spread: StatementSpread
    let choices: [Choice]
    let lines: [Line]
    /// The names of the columns that drivers are named by.
    let columns: [String: Translated]

    init?(_ project: Project, _ key: Accounts.Key, _ view: StatementView) {
        guard let spreads = project.spreads, let spread = spreads.statements[key] else {
            return nil
        }
        table = spreads.model.table
        self.spread = spread
        choices = Choices(project, project.pricing(for: key.party), view).all
        lines = view.lines.map {
            Line(
                indicator: $0.indicator, totals: $0.sides.mapValues { $0[.total] ?? .none },
                balance: $0.balance)
        }
        columns = Dictionary(
            uniqueKeysWithValues: Column.allCases.map { ($0.rawValue, Labels.name(of: $0)) })
    }

    init?(_ project: Project, _ view: ChainView) {
        guard let spreads = project.spreads, let spread = spreads.chains[view.year] else {
            return nil
        }
        table = spreads.model.table
        self.spread = spread
        choices = Choices(project, project.pricing, view).all
        lines = view.lines.map {
            Line(
                indicator: $0.indicator, totals: $0.sides.mapValues { $0[.total] ?? .none },
                balance: $0.balance)
        }
        columns = Dictionary(
            uniqueKeysWithValues: ChainColumn.allCases.map {
                ($0.rawValue, Labels.name(of: $0))
            })
    }

    /// What the notes of a skeleton ask.
    static func facts(of report: UncertaintyReport?) -> [String: Bool] {
        let totals = report?.spread.totals ?? []
        return [
            "uncertainty": report != nil,
            "uncertainty-in-money": !totals.isEmpty,
            "uncertainty-drawn": report?.spread.isDrawn ?? false,
            "prices-without-spread": totals.contains { $0.spread.withPrices == nil },
            "drivers": !(report?.spread.drivers.isEmpty ?? true),
            "choices": !(report?.choices.isEmpty ?? true),
            "sensitivity": !(report?.spread.drivers.isEmpty ?? true)
                || !(report?.choices.isEmpty ?? true),
        ]
    }

    /// The texts that a skeleton can ask for.
    static func texts(_ language: Language) -> [String: String] {
        let draws = Numerals(language: language).print(
            Double(StatementSpread.draws), decimals: 0)
        return ["uncertainty.draws": draws]
    }
}

/// The tables of uncertainty and sensitivity.
struct UncertaintyTables {
    static let names = ["uncertainty", "uncertainty-in-money", "drivers", "choices"]
    /// How many inputs a total is shown with at most, and how many also where
    /// their share is small.
    static let shown = 5, shownAnyway = 2
    /// The share below which an input is left out.
    static let smallShare = 0.005

    let report: UncertaintyReport
    let indicators: Indicators
    let pricing: Pricing
    let language: Language

    private var numerals: Numerals { Numerals(language: language) }

    /// The table of one of ``names``.
    func block(_ name: String, _ lines: [String]) -> Block? {
        switch name {
        case "uncertainty": intervals(lines)
        case "uncertainty-in-money": inMoney
        case "drivers": drivers
        case "choices": choices
        default: nil
        }
    }

    private func header(_ labels: Translated...) -> [[Inline]] {
        labels.map { [.text($0[language])] }
    }

    private func title(of indicator: Indicator) -> [Inline] {
        [.link(indicator.title[language], to: "page:indicator/\(indicator.id)")]
    }

    /// The interval of each total, in the place that its figure has in the
    /// account.
    private func intervals(_ lines: [String]) -> Block {
        let rows = report.lines.compactMap { line -> [[Inline]]? in
            guard lines.contains(line.indicator), let indicator = indicators[line.indicator],
                indicator.kind != .memo, indicator.kind != .ratio,
                let spread = report.spread[line.indicator]
            else { return nil }
            func side(_ effect: Effect) -> [Inline] {
                printed(spread.totals[effect] ?? .none, line.totals[effect] ?? .none)
            }
            let row = [
                title(of: indicator), [.text(indicator.unitName[language])],
                side(.loss), side(.gain),
                printed(spread.balance, line.balance ?? .none),
            ]
            return strong(row, if: indicator.kind == .subtotal)
        }
        return table(
            header(
                Labels.line, Labels.unit, Labels.grossLoss, Labels.grossGain, Labels.balance),
            rows, left: 2)
    }

    /// An interval, or the symbol of why there is none.
    private func printed(_ spread: SpreadCell, _ seen: Cell) -> [Inline] {
        switch spread {
        case .known(let interval): [.text(numerals.print(interval))]
        case .confidential: [Inline(.value(numerals.print(.confidential, decimals: 0)))]
        case .none where seen.quantity == nil:
            [Inline(.value(numerals.print(seen, decimals: 0)))]
        case .none: [.text("–")]
        }
    }

    /// The totals in money: with the prices as they are, and with theirs.
    private var inMoney: Block {
        let rows = report.spread.totals.compactMap { total -> [[Inline]]? in
            guard let set = pricing.sets.first(where: { $0.id == total.set }) else { return nil }
            return [
                [.text(set.title[language])], [.text(set.currency)],
                [Inline(.value(numerals.print(total.cell, decimals: 0)))],
                printed(total.spread.quantities, total.cell),
                total.spread.withPrices.map { printed($0, total.cell) }
                    ?? [.text(Labels.notStated[language])],
            ]
        }
        return table(
            header(
                Labels.set, Labels.unit, Labels.total, Labels.quantitiesOnly,
                Labels.withPrices),
            rows, left: 2)
    }

    /// The inputs that move each total most.
    private var drivers: Block {
        let rows = report.spread.drivers.flatMap { drivers in
            let shown = drivers.drivers.prefix(Self.shown).enumerated().filter {
                $0.offset < Self.shownAnyway || abs($0.element.share) >= Self.smallShare
            }
            return shown.map { _, driver -> [[Inline]] in
                let ends = Interval(
                    low: driver.ends.lowerBound, high: driver.ends.upperBound, method: .exact)
                return name(of: drivers.total) + [
                    [.text(name(of: driver.input))], [.text(share(driver.share))],
                    [.text(numerals.print(ends))],
                ]
            }
        }
        return table(
            header(
                Labels.total, Labels.unit, Labels.input, Labels.shareOfVariance, Labels.swing),
            rows, left: 3)
    }

    private func share(_ share: Double) -> String {
        let percent = 100 * share
        let text = (0..<0.5).contains(percent)
            ? "<" + Numerals.noBreakSpace + "1" : numerals.print(percent, decimals: 0)
        return text + Numerals.noBreakSpace + "%"
    }

    /// A total by its name and its unit.

    private func name(of total: Drivers.Total) -> [[Inline]] {
        switch total {
        case .balance(let line):
            guard let indicator = indicators[line] else { return [[.text(line)], []] }
            return [title(of: indicator), [.text(indicator.unitName[language])]]
        case .money(let id):
            guard let set = pricing.sets.first(where: { $0.id == id }) else {
                return [[.text(id)], []]
            }
            return [[.text(set.title[language])], [.text(set.currency)]]
        }
    }

    private func name(of input: Drivers.Input) -> String {
        switch input {
        case .prices: return Labels.pricesOfSet[language]
        case .position(let line, let effect, let column):
            let title = indicators[line]?.title[language] ?? line
            let place = report.columns[column]?[language] ?? column
            let hasSides = indicators[line].map { $0.effects.count > 1 } ?? false
            let side = hasSides ? ", " + Labels.name(of: effect)[language] : ""
            return "\(title)\(side): \(place.lowercased())"
        }
    }

    /// What the totals would be under other choices of method.
    private var choices: Block {
        let rows = report.choices.map { choice -> [[Inline]] in
            func figure(_ value: Double) -> String {
                guard let indicator = choice.subject.indicator else {
                    return numerals.print(value, decimals: 0)
                }
                return numerals.print(
                    value, decimals: indicator.decimals, significant: indicator.significantDigits)
            }
            let space = Numerals.noBreakSpace
            let others = choice.others.sorted().map(figure)
                .joined(separator: "\(space)\(Labels.intervalTo[language])\(space)")
            return [[.text(name(of: choice.subject))]] + total(of: choice.subject) + [
                [.text(figure(choice.reported))],
                [.text(others.isEmpty ? Labels.notAvailable[language] : others)],
            ]
        }
        return table(
            header(
                Labels.choice, Labels.total, Labels.unit, Labels.asReported, Labels.otherwise),
            rows, left: 3)
    }

    private func name(of subject: Choice.Subject) -> String {
        switch subject {
        case .prices: Labels.pricesLowOrHigh[language]
        case .damage(_, let other):
            Labels.damageForPrevention[language]
                + (other.map { " (\($0.title[language]))" } ?? "")
        case .netherlands: Labels.netherlandsOnly[language]
        case .carbonation: Labels.withCarbonation[language]
        }
    }

    private func total(of subject: Choice.Subject) -> [[Inline]] {
        switch subject {
        case .prices(let set), .damage(let set, _): name(of: .money(set: set.id))
        case .netherlands(let line), .carbonation(let line):
            name(of: .balance(line: line.id))
        }
    }
}

extension Choice.Subject {
    /// The line whose balance is chosen otherwise; nil for an amount of money.
    var indicator: Indicator? {
        switch self {
        case .netherlands(let line), .carbonation(let line): line
        case .prices, .damage: nil
        }
    }
}
