import Capital
import Markup
import Source

/// What editors can ask for in the guide: the example chain's figures by
/// company and year, and the tables that explain.
struct GuideContext: PageContext {
    let project: Project
    let language: Language

    /// `zandwinning.2024.ghg.own`, `chain.2024.ghg.total`.
    func value(_ name: [String]) -> PrintedValue? {
        let hasUnit = name.last == "unit"
        let name = hasUnit ? Array(name.dropLast()) : name
        guard name.count >= 4, let year = Int(name[1]) else { return nil }
        let path = Array(name[2...])
        let figures = FigureNames(indicators: project.indicators, language: language)
        if name[0] == "chain" {
            guard let view = project.example.chainView(in: year, for: .everyone) else {
                return nil
            }
            return figures.print(figures.cell(path, in: view), path, hasUnit: hasUnit)
        }
        guard let view = project.example.view(of: name[0], in: year, for: .everyone) else {
            return nil
        }
        return figures.print(figures.cell(path, in: view, prior: nil), path, hasUnit: hasUnit)
    }

    var valueNames: [String] {
        let figures = FigureNames(indicators: project.indicators, language: language)
        return project.example.years.flatMap { year in
            let parties = project.example.statements.keys.filter { $0.year == year }
            return parties.flatMap { key in
                figures.names.map { "\(key.party).\(year).\($0)" }
            } + figures.chainNames.map { "chain.\(year).\($0)" }
        }
    }

    let tableNames = ["factors", "indicators", "sources", "terms"] + SupplementLists.names

    func blocks(
        _ directive: Directive, _ options: inout DirectiveOptions, _ findings: inout Findings
    ) -> [Block]? {
        guard directive.kind == .table else { return nil }
        let tables = ReferenceTables(project: project, language: language)
        switch directive.name {
        case "terms": return [tables.terms]
        case "indicators": return [tables.indicators]
        case "sources": return [tables.allSources]
        case "factors":
            guard let name = options.take("set") else { return [] }
            guard let set = project.sets.first(where: { $0.id == name.value }) else {
                findings.add(
                    .unknownSet, at: name.place,
                    "valuation set '\(name.value)' does not exist"
                        + NearMiss.hint(for: name.value, among: project.sets.map(\.id)))
                return []
            }
            return [tables.factors(of: set)]
        default:
            return SupplementLists(project: project, language: language)
                .block(directive.name).map { [$0] }
        }
    }

    /// In the guide everyone reads every passage; it says for whom it is.
    func blocks(of passage: Passage) -> [Block]? {
        guard passage.condition.first == "for", passage.condition.count > 1 else { return nil }
        var titles: [String] = []
        for link in passage.condition.dropFirst() {
            guard let title = project.edition.title(ofLink: link) else { return nil }
            titles.append(title[language])
        }
        let label = "\(Labels.passageFor[language]): \(titles.joined(separator: ", "))."
        return [
            Block(.blockQuote([.paragraph(.strong(label))] + passage.blocks))
        ]
    }

    var conditions: [String] { project.edition.chainLinks.map(\.id) }
}

/// Finds the figure that a dotted name means: `line.column`, and for a line
/// with both sides `line.column.loss`.
struct FigureNames {
    let indicators: Indicators
    let language: Language

    func cell(_ path: [String], in view: StatementView, prior: StatementView?) -> Cell? {
        guard path.count >= 2, let line = view[path[0]] else { return nil }
        switch path[1] {
        case "balance" where path.count == 2: return line.balance
        case "ratio" where path.count == 2: return line.ratio
        case "prior" where path.count == 2: return prior?[path[0]]?.balance ?? .missing(.notBooked)
        case "loss" where path.count == 2: return line.sides[.loss]?[.total]
        case "gain" where path.count == 2: return line.sides[.gain]?[.total]
        default:
            guard let column = Column(rawValue: path[1]),
                let effect = effect(path, among: Array(line.sides.keys))
            else { return nil }
            return line.sides[effect]?[column]
        }
    }

    func cell(_ path: [String], in view: ChainView) -> Cell? {
        guard path.count >= 2, let line = view[path[0]] else { return nil }
        if path[1] == "balance", path.count == 2 { return line.balance }
        if path[1] == "ratio", path.count == 2 { return line.ratio }
        guard let column = ChainColumn(rawValue: path[1]),
            let effect = effect(path, among: Array(line.sides.keys))
        else { return nil }
        return line.sides[effect]?[column]
    }

    private func effect(_ path: [String], among effects: [Effect]) -> Effect? {
        switch path.count {
        case 2: effects.count == 1 ? effects[0] : nil
        case 3: effects.first { $0.rawValue == path[2] }
        default: nil
        }
    }

    func print(_ cell: Cell?, _ path: [String], hasUnit: Bool) -> PrintedValue? {
        guard let cell, let indicator = indicators[path[0]] else { return nil }
        var value = Numerals(language: language).print(cell, of: indicator)
        if hasUnit, cell.quantity != nil {
            value.text += Numerals.noBreakSpace + indicator.unitName[language]
        }
        return value
    }

    var names: [String] {
        indicators.ids.flatMap { id in
            (Column.allCases.map(\.rawValue) + ["balance", "loss", "gain", "prior", "ratio"])
                .map { "\(id).\($0)" }
        }
    }

    var chainNames: [String] {
        indicators.ids.flatMap { id in
            (ChainColumn.allCases.map(\.rawValue) + ["balance", "ratio"]).map { "\(id).\($0)" }
        }
    }
}
