import Capital
import Markup
import Source

/// What the skeleton of a company's report can ask for: that company's own
/// figures, as the public may see them. It holds nothing of other companies.
struct PartyContext: PageContext {
    let frame: ReportFrame
    let party: Party
    let view: StatementView
    let prior: StatementView?
    let series: TimeSeries?
    let measures: [MeasureOutcome]
    /// What it states beside the account; nil where it states nothing.
    let supplements: SupplementsView?
    /// Nil where the project has no table of uncertainty.
    let uncertainty: UncertaintyReport?
    let hasExplanation: Bool
    /// What the company publishes of its products and works.
    var products = PublishedProducts()

    var language: Language { frame.language }

    private var figures: FigureNames {
        FigureNames(indicators: frame.indicators, language: language)
    }

    func value(_ name: [String]) -> PrintedValue? {
        let hasUnit = name.last == "unit"
        let path = hasUnit ? Array(name.dropLast()) : name
        if let text = texts[path.joined(separator: ".")] { return PrintedValue(text: text) }
        if path.last == "prior", path.count == 2, series?[path[0]]?.prior == .broken {
            return Numerals(language: language).print(.broken, decimals: 0)
        }
        return figures.print(
            figures.cell(path, in: view, prior: prior), path, hasUnit: hasUnit)
    }

    /// Stands for the company's own words until they are put in.
    static let narrativeMark = "\u{E000}narrative"

    private var texts: [String: String] {
        let links = party.chainLinks.compactMap {
            frame.edition.title(ofLink: $0.value)?[language]
        }
        return [
            "party.name": party.name[language],
            "party.links": links.joined(separator: ", "),
            "narrative": Self.narrativeMark,
            "year": "\(view.year)", "prior-year": "\(view.year - 1)",
            "edition": frame.edition.name,
            "baseline-year": "\(frame.edition.baselineYear)",
            "target-year": "\(frame.edition.targetYear)",
        ].merging(UncertaintyReport.texts(language)) { first, _ in first }
    }

    var valueNames: [String] { figures.names + texts.keys }

    let tableNames = [
        "account", "changes", "legend", "measures", "memo", "nature", "places", "positions",
        "product-modules", "products", "promised", "ratios", "reasons", "sets", "values", "works",
        "years",
    ] + SupplementTables.names + UncertaintyTables.names

    func blocks(
        _ directive: Directive, _ options: inout DirectiveOptions, _ findings: inout Findings
    ) -> [Block]? {
        guard directive.kind == .table, tableNames.contains(directive.name) else { return nil }
        if directive.name == "legend" { return [frame.legend] }
        if directive.name == "sets" { return frame.sets }
        if let table = productTable(directive.name) { return [table] }
        if SupplementTables.names.contains(directive.name) {
            return supplementTables?.block(directive.name).map { [$0] } ?? []
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
        if let block = timeTable(
            directive.name, lines, series, measures: measures, frame) { return [block] }
        let tables = StatementTables(
            view: view, prior: prior, series: series, indicators: frame.indicators,
            pricing: frame.pricing, language: language)
        let block =
            switch directive.name {
            case "account": tables.account(lines)
            case "positions": tables.positions(lines)
            case "values": tables.values(lines)
            case "memo": tables.memo(lines)
            case "nature": tables.nature(lines)
            case "places": tables.places(lines)
            case "ratios": tables.ratios(lines)
            case "promised": tables.promised(lines)
            default: tables.reasons(lines)
            }
        return [block]
    }

    private func productTable(_ name: String) -> Block? {
        let tables = ProductTables(
            shown: products, sets: frame.valuationSets, language: language)
        switch name {
        case "products": return tables.products
        case "product-modules": return tables.modules
        case "works": return tables.works
        default: return nil
        }
    }

    func blocks(of passage: Passage) -> [Block]? {
        let words = passage.condition
        guard words.count > 1 else { return nil }
        switch words[0] {
        case "for":
            let links = Set(party.chainLinks.map(\.value))
            let known = Set(frame.edition.chainLinks.map(\.id))
            guard words.dropFirst().allSatisfy(known.contains) else { return nil }
            return words.dropFirst().contains(where: links.contains) ? passage.blocks : []
        case "when":
            guard words.count == 2, let holds = facts[words[1]] else { return nil }
            return holds ? passage.blocks : []
        default: return nil
        }
    }

    var conditions: [String] {
        frame.edition.chainLinks.map(\.id) + facts.keys
    }

    private func has(_ kind: Indicator.Kind) -> Bool {
        view.lines.contains { frame.indicators[$0.indicator]?.kind == kind }
    }

    /// What the data call for: each note of the skeleton asks one of these.
    private var facts: [String: Bool] {
        let cells = view.lines.flatMap { $0.sides.values.flatMap(\.values) }
            + view.lines.compactMap(\.balance)
        let known = cells.compactMap(\.quantity)
        return [
            "fictional": party.isFictional,
            "explained": hasExplanation,
            "missing": cells.contains(.missing(.stated)) || cells.contains(.missing(.notBooked)),
            "hidden": cells.contains(.confidential),
            "open": !cells.contains(.confidential),
            "incomplete": known.contains { $0.bound != .exact },
            "provisional": known.contains(where: \.isProvisional),
            "promised": view.lines.contains { !$0.promised.isEmpty },
            "reasons": view.lines.contains { !$0.notes.isEmpty },
            "memo": has(.memo), "nature": has(.nature), "ratios": has(.ratio),
            "rounded": Rounding(indicators: frame.indicators).isVisible(in: view),
            "split": view.lines.contains { !$0.regions.isEmpty },
            "first-year": prior == nil,
            "prior-year": prior != nil,
            "over-years": series != nil, "changed": series?.changes.isEmpty == false,
            "measures": !measures.isEmpty,
            "products": !products.products.isEmpty,
            "works": !products.works.isEmpty,
            "products-or-works": !products.isEmpty,
            "no-mki": products.products.contains { $0.scores.contains { !$0.isMKI } },
            "disclaimed": products.hasDisclaimers,
            "unverified-weights": products.hasUnverifiedWeights(in: frame.valuationSets),
            "unverified-factors": frame.hasUnverifiedFactors,
            "downstream": view.lines.contains {
                $0.sides.values.contains { $0[.downstream]?.quantity != nil }
            },
        ].merging(supplementFacts) { first, _ in first }
            .merging(UncertaintyReport.facts(of: uncertainty)) { first, _ in first }
    }
}

