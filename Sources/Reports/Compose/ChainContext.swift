import Capital
import Markup
import Source

/// What the skeleton of the chain's report can ask for.
struct ChainContext: PageContext {
    let frame: ReportFrame
    let view: ChainView
    let prior: ChainView?
    let series: TimeSeries?
    let parties: [Party]
    let isFictional: Bool
    /// Whether supplies were found that both sides did not book alike.
    let hasUnmatched: Bool
    /// Nil where the project has no table of uncertainty.
    let uncertainty: UncertaintyReport?
    let reconciliation: ReconciliationTables
    let coverage: CoverageTables

    var language: Language { frame.language }

    private var numerals: Numerals { Numerals(language: language) }

    private var figures: FigureNames {
        FigureNames(indicators: frame.indicators, language: language)
    }

    func value(_ name: [String]) -> PrintedValue? {
        let hasUnit = name.last == "unit"
        let path = hasUnit ? Array(name.dropLast()) : name
        if let text = texts[path.joined(separator: ".")] { return PrintedValue(text: text) }
        return figures.print(figures.cell(path, in: view), path, hasUnit: hasUnit)
    }

    private var texts: [String: String] {
        [
            "year": "\(view.year)", "prior-year": "\(view.year - 1)",
            "edition": frame.edition.name,
            "baseline-year": "\(frame.edition.baselineYear)",
            "target-year": "\(frame.edition.targetYear)",
            "chain.reporting": "\(view.parties.count)",
            "chain.companies": "\(parties.count)",
        ].merging(UncertaintyReport.texts(language)) { first, _ in first }
            .merging(coverage.texts(language)) { first, _ in first }
    }

    var valueNames: [String] { figures.chainNames + texts.keys }

    let tableNames = [
        "account", "companies", "coverage", "double-counts", "eliminations", "legend", "memo",
        "nature", "parties", "places", "positions", "ratios", "reconciliation",
        "sector-estimates", "sets", "values", "years",
    ] + UncertaintyTables.names

    func blocks(
        _ directive: Directive, _ options: inout DirectiveOptions, _ findings: inout Findings
    ) -> [Block]? {
        guard directive.kind == .table, tableNames.contains(directive.name) else { return nil }
        switch directive.name {
        case "legend": return [frame.legend]
        case "sets": return frame.sets
        case "parties": return [companies]
        case "coverage": return [coverage.shares(language)]
        default: break
        }
        let lines = frame.lines(options.words("lines"), &findings)
        if UncertaintyTables.names.contains(directive.name) {
            return uncertainty.flatMap {
                UncertaintyTables(
                    report: $0, indicators: frame.indicators, pricing: frame.pricing,
                    language: language
                ).block(directive.name, lines)
            }.map { [$0] } ?? []
        }
        if let block = timeTable(directive.name, lines, series, frame) { return [block] }
        switch directive.name {
        case "account": return [account(lines)]
        case "positions": return [sides(lines, [.own, .upstreamOther, .downstream, .total])]
        case "eliminations": return [sides(lines, [.parties, .eliminations, .total])]
        case "reconciliation":
            return [reconciliation.sides(lines, frame.indicators, language)]
        case "double-counts":
            return [reconciliation.bounds(lines, frame.indicators, language)]
        case "sector-estimates":
            return [coverage.estimates(lines, frame.indicators, language)]
        case "memo", "nature", "places", "ratios": return [beside(directive.name, lines)]
        default:
            let priced = view.lines.filter { lines.contains($0.indicator) }
            return [
                ValuationTable(
                    pricing: frame.pricing, indicators: frame.indicators,
                    language: language, lines: priced.map { ($0.indicator, $0.values) }
                ).block
            ]
        }
    }

    private func beside(_ name: String, _ lines: [String]) -> Block {
        let tables = BesideTables(indicators: frame.indicators, language: language)
        let lines = chosen(lines)
        func totals(_ line: ChainView.Line) -> BesideTables.Totals {
            line.sides.mapValues { $0[.total] ?? .none }
        }
        return switch name {
        case "memo": tables.memo(lines.map { ($0.indicator, totals($0)) })
        case "nature": tables.nature(lines.map { ($0.indicator, totals($0), $0.balance) })
        case "places": tables.places(lines.map { ($0.indicator, totals($0), $0.regions) })
        default: tables.ratios(lines.map { ($0.indicator, $0.ratio) })
        }
    }

    /// Who is in the chain, and who of them reports.
    private var companies: Block {
        let header = [Labels.company, Labels.chainLink, Labels.reports].map {
            [Inline.text($0[language])]
        }
        let rows = parties.map { party -> [[Inline]] in
            let links = party.chainLinks.compactMap {
                frame.edition.title(ofLink: $0.value)?[language]
            }
            let reports = view.parties.contains(party.id)
            let name: Inline = reports
                ? .link(party.name[language], to: "page:statement/\(party.id)/\(view.year)")
                : .link(party.name[language], to: "page:party/\(party.id)")
            return [
                [name], [.text(links.joined(separator: ", "))],
                [.text((reports ? Labels.yes : Labels.no)[language])],
            ]
        }
        return table(header, rows, left: 3)
    }

    private func account(_ lines: [String]) -> Block {
        let titles = [
            Labels.line, Labels.unit, Labels.grossLoss, Labels.grossGain, Labels.balance,
        ].map { $0[language] }
            + (prior == nil ? [] : ["\(Labels.balance[language]) \(view.year - 1)"])
        return table(titles.map { [.text($0)] }, rows(lines) { line, indicator in
            func side(_ effect: Effect) -> [Inline] {
                printed(line.sides[effect]?[.total] ?? Cell.none, indicator)
            }
            let before = prior.map { prior -> [Inline] in
                let cell = prior[line.indicator]?.balance ?? .missing(.notBooked)
                return [Inline(.value(numerals.print(
                    unlessBroken(cell, line.indicator, series), decimals: indicator.decimals)))]
            }
            return [
                [.text(indicator.unitName[language])], side(.loss), side(.gain),
                printed(line.balance ?? Cell.none, indicator),
            ] + (before.map { [$0] } ?? [])
        }, left: 2)
    }

    private func sides(_ lines: [String], _ columns: [ChainColumn]) -> Block {
        let titles = [Labels.line, Labels.side, Labels.unit].map { $0[language] }
            + columns.map { Labels.name(of: $0)[language] }
        var body: [[[Inline]]] = []
        for line in chosen(lines) {
            guard let indicator = frame.indicators[line.indicator], indicator.isInAccount
            else { continue }
            for (effect, cells) in line.sides.sorted(by: { $0.key < $1.key }) {
                let row = [title(of: indicator), [.text(Labels.name(of: effect)[language])],
                           [.text(indicator.unitName[language])]]
                    + columns.map { printed(cells[$0] ?? Cell.none, indicator) }
                body.append(strong(row, if: indicator.kind == .subtotal))
            }
        }
        return table(titles.map { [.text($0)] }, body, left: 3)
    }

    private func chosen(_ lines: [String]) -> [ChainView.Line] {
        view.lines.filter { lines.contains($0.indicator) }
    }

    private func rows(
        _ lines: [String], _ cells: (ChainView.Line, Indicator) -> [[Inline]]
    ) -> [[[Inline]]] {
        chosen(lines).compactMap { line in
            guard let indicator = frame.indicators[line.indicator], indicator.isInAccount
            else { return nil }
            return strong(
                [title(of: indicator)] + cells(line, indicator),
                if: indicator.kind == .subtotal)
        }
    }

    private func title(of indicator: Indicator) -> [Inline] {
        [.link(indicator.title[language], to: "page:indicator/\(indicator.id)")]
    }

    private func printed(_ cell: Cell, _ indicator: Indicator) -> [Inline] {
        [Inline(.value(numerals.print(cell, of: indicator)))]
    }

    func blocks(of passage: Passage) -> [Block]? {
        guard passage.condition.count == 2, passage.condition[0] == "when",
            let holds = facts[passage.condition[1]]
        else { return nil }
        return holds ? passage.blocks : []
    }

    var conditions: [String] { Array(facts.keys) }

    private func has(_ kind: Indicator.Kind) -> Bool {
        view.lines.contains { frame.indicators[$0.indicator]?.kind == kind }
    }

    private var facts: [String: Bool] {
        let cells = view.lines.flatMap { $0.sides.values.flatMap(\.values) }
            + view.lines.compactMap(\.balance)
        let known = cells.compactMap(\.quantity)
        return [
            "fictional": isFictional,
            "missing": cells.contains(.missing(.stated)) || cells.contains(.missing(.notBooked)),
            "hidden": cells.contains(.confidential),
            "open": !cells.contains(.confidential),
            "incomplete": known.contains { $0.bound != .exact },
            "provisional": known.contains(where: \.isProvisional),
            "memo": has(.memo), "nature": has(.nature), "ratios": has(.ratio),
            "rounded": Rounding(indicators: frame.indicators).isVisible(in: view),
            "split": view.lines.contains { !$0.regions.isEmpty },
            "first-year": prior == nil,
            "prior-year": prior != nil,
            "over-years": series != nil,
            "perimeter": series.map { !($0.joined + $0.left).isEmpty } ?? false,
            "unmatched": hasUnmatched,
            "non-reporting": view.parties.count < parties.count,
            "downstream": view.lines.contains {
                $0.sides.values.contains { ($0[.downstream]?.quantity?.value ?? 0) != 0 }
            },
            "unverified-factors": frame.hasUnverifiedFactors,
        ].merging(UncertaintyReport.facts(of: uncertainty)) { first, _ in first }
            .merging(reconciliation.facts) { first, _ in first }
            .merging(coverage.facts) { first, _ in first }
    }
}
