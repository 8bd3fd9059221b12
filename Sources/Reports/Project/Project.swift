import Capital
import Declarations
import Source

/// Everything that was read, with every reference resolved.
struct Project: Sendable {
    let edition: Edition
    let sources: Sources
    let terms: Terms
    let units: Units
    let sets: [ValuationSet]
    let pricing: Pricing
    /// Prices of companies that bring a set of their own.
    let ownPricing: [String: Pricing]
    let priceIndex: PriceIndex?
    let indicators: Indicators
    let indicatorPages: [IndicatorPage]
    let chapters: [Chapter]
    let register: Register
    let sector: SectorFigures
    /// The closed lists of the statements beside the account.
    let definitions: SupplementDefinitions
    /// The chain that reports are made of.
    let data: DataSet
    let accounts: Accounts
    let products: ProductBook
    /// Nil where the project has no table of uncertainty.
    let spreads: Spreads?
    /// The guide's own example chain, whose figures its texts name.
    let example: Accounts
    let templates: Templates

    func pricing(for party: String) -> Pricing { ownPricing[party] ?? pricing }

    func page(of indicator: String) -> IndicatorPage? {
        indicatorPages.first { $0.indicator.id == indicator }
    }
}

extension Rule {
    static let partyClash = Rule(
        "party-clash",
        reason: "The register of the agreement's parties and the example chain are two chains; "
            + "one id in both would mix a real party with made-up figures.",
        example: "a fictional company with the id 'prorail'",
        mend: "Give the company another id.")
}

/// Reads and checks a project; nil, with findings, when too little could be
/// read to go on.
struct ProjectReader {
    let tree: FileTree
    let options: CompileOptions

    static let example = "guide/example"

    func read(_ findings: inout Findings) -> Project? {
        let edition = file("guide/guide.yaml", &findings).flatMap { Edition($0, &findings) }
        let units = file("guide/units.yaml", &findings).map { Units($0, &findings) }
        let sources = Sources(file("guide/sources.yaml", &findings), &findings)
        let terms = Terms(file("guide/terms.yaml", &findings), sources: sources, &findings)
        let register = register(sources, &findings)
        let sector = sector(sources, &findings)
        let templates = Templates(tree, &findings)
        guard let edition, let units, let templates else { return nil }
        let sets = valuationSets(edition, units, sources, &findings)
        let pages = indicatorPages(edition, units, sources, &findings)
        let indicators = Indicators(pages.map(\.indicator), &findings)
        let pricing = Pricing(indicators: indicators, sets: sets, units: units, &findings)
        let chapters = chapters(edition, &findings)
        let computation = StatementComputation(
            indicators: indicators, pricing: pricing, qualityClasses: edition.qualityClasses)
        let definitions = SupplementDefinitions(
            in: tree, units: units, indicators: indicators, sources: sources, &findings)
        let shelf = declarationFiles(sets, sources, &findings)
        let data = dataSet(shelf, edition, indicators, units, sets, definitions, &findings)
        let products = ProductBook(data: data, scoring: shelf.scoring, units: units, &findings)
        checkClash(data, register, &findings)
        let own = ownPricing(in: data, beside: pricing, indicators, units, &findings)
        let accounts = Accounts(
            parties: data.parties, ledgers: data.ledgers, computation: computation,
            ownPricing: own, &findings)
        let spreads = uncertainty(edition, sources, &findings).map {
            Spreads(
                accounts, table: $0, qualityClasses: edition.qualityClasses,
                indicators: indicators, pricing: pricing, ownPricing: own)
        }
        var example = accounts
        if options.data != Self.example {
            var shelf = shelf
            shelf.folder = Self.example
            let set = dataSet(shelf, edition, indicators, units, sets, definitions, &findings)
            example = Accounts(
                parties: set.parties, ledgers: set.ledgers, computation: computation,
                ownPricing: ownPricing(in: set, beside: pricing, indicators, units, &findings),
                &findings)
        }
        return Project(
            edition: edition, sources: sources, terms: terms, units: units, sets: sets,
            pricing: pricing, ownPricing: own, priceIndex: priceIndex(sources, &findings),
            indicators: indicators, indicatorPages: pages, chapters: chapters,
            register: register, sector: sector, definitions: definitions, data: data,
            accounts: accounts, products: products, spreads: spreads, example: example,
            templates: templates)
    }

    /// The prices of each company that brings a set of its own.
    private func ownPricing(
        in data: DataSet, beside pricing: Pricing, _ indicators: Indicators, _ units: Units,
        _ findings: inout Findings
    ) -> [String: Pricing] {
        data.ownSets.sorted { $0.key < $1.key }.reduce(into: [:]) {
            $0[$1.key] = pricing.adding(
                $1.value, indicators: indicators, units: units, &findings)
        }
    }

    private func file(_ path: String, _ findings: inout Findings) -> SourceFile? {
        SourceFile(path, in: tree, &findings)
    }

    private func dataSet(
        _ shelf: DeclarationFiles, _ edition: Edition, _ indicators: Indicators, _ units: Units,
        _ sets: [ValuationSet], _ definitions: SupplementDefinitions, _ findings: inout Findings
    ) -> DataSet {
        DataSetReader(
            tree: tree, folder: shelf.folder, edition: edition, indicators: indicators,
            units: units, definitions: definitions, declarationFiles: shelf,
            sets: sets.map(\.id)
        ).read(&findings)
    }

    private func declarationFiles(
        _ sets: [ValuationSet], _ sources: Sources, _ findings: inout Findings
    ) -> DeclarationFiles {
        DeclarationFiles(
            tree: tree, folder: options.data, ranges: ranges(sources, &findings),
            scoring: ProductScoring(sets: sets, &findings))
    }

    /// What is published of product groups; a guide may go without.
    private func ranges(_ sources: Sources, _ findings: inout Findings) -> PlausibleRanges {
        let path = "guide/epd-ranges.yaml"
        guard tree[path] != nil, let file = file(path, &findings) else { return PlausibleRanges() }
        let ranges = PlausibleRanges(file, &findings)
        for group in ranges.groups { sources.check(group.source, &findings) }
        return ranges
    }

    private func priceIndex(_ sources: Sources, _ findings: inout Findings) -> PriceIndex? {
        guard tree["guide/price-index.yaml"] != nil,
            let index = file("guide/price-index.yaml", &findings).flatMap({
                PriceIndex($0, &findings)
            })
        else { return nil }
        for figure in index.figures { sources.check(figure.source, &findings) }
        return index
    }

    private func register(_ sources: Sources, _ findings: inout Findings) -> Register {
        guard let file = file("guide/register.yaml", &findings) else { return Register() }
        return Register(file, sources: sources.ids, &findings)
    }

    private func sector(_ sources: Sources, _ findings: inout Findings) -> SectorFigures {
        guard let file = file("guide/sector.yaml", &findings) else { return SectorFigures() }
        return SectorFigures(file, sources: sources.ids, &findings)
    }

    /// In the order of `valuation-sets`; a file that it does not name is
    /// found, and so is a name without a file.
    private func valuationSets(
        _ edition: Edition, _ units: Units, _ sources: Sources, _ findings: inout Findings
    ) -> [ValuationSet] {
        let named = edition.valuationSets.map(\.value)
        for name in tree.names(in: "guide/factors") {
            let id = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
            if !named.contains(id) {
                findings.add(
                    .unknownSet, at: Place(file: "guide/factors/\(name)"),
                    "set '\(id)' is not in 'valuation-sets' of guide.yaml")
            }
        }
        return edition.valuationSets.compactMap { name in
            let path = "guide/factors/\(name.value).yaml"
            guard tree[path] != nil else {
                findings.add(
                    .unknownSet, at: name.place, "set '\(name.value)' has no file \(path)")
                return nil
            }
            guard let set = file(path, &findings).flatMap({
                ValuationSet($0, units: units, &findings)
            }) else { return nil }
            if set.id != name.value {
                findings.add(
                    .unknownSet, at: set.place, "id '\(set.id)' is not its file's, '\(name.value)'")
            }
            for factor in set.factors { sources.check(factor.source, &findings) }
            return set
        }
    }

    private func indicatorPages(
        _ edition: Edition, _ units: Units, _ sources: Sources, _ findings: inout Findings
    ) -> [IndicatorPage] {
        let names = tree.names(in: "guide/indicators").compactMap { name in
            for ending in [".nl.md", ".en.md"] where name.hasSuffix(ending) {
                return String(name.dropLast(ending.count))
            }
            findings.add(
                .unreadFile, at: Place(file: "guide/indicators/\(name)"), "'\(name)' is not read")
            return nil
        }
        let reader = PageReader(tree: tree)
        let pages = Set(names).sorted().compactMap {
            reader.indicator($0, units: units, &findings)
        }
        for page in pages {
            edition.check(
                links: page.indicator.mustReport + page.indicator.mayReport, &findings)
            for source in page.indicator.sources { sources.check(source, &findings) }
        }
        return pages.sorted {
            ($0.indicator.order, $0.indicator.id) < ($1.indicator.order, $1.indicator.id)
        }
    }

    private func chapters(_ edition: Edition, _ findings: inout Findings) -> [Chapter] {
        let listed = Set(edition.readingOrder.map(\.value))
        for stage in edition.stages.keys.sorted() {
            for name in tree.names(in: "guide/\(stage)") where name.hasSuffix(".md") {
                let chapter = "\(stage)/\(name.dropLast(6))"
                if !listed.contains(chapter) {
                    findings.add(
                        .unlistedPage, at: Place(file: "guide/\(stage)/\(name)"),
                        "page '\(chapter)' is not in 'reading-order' of guide.yaml")
                }
            }
        }
        let reader = PageReader(tree: tree)
        let chapters = edition.readingOrder.compactMap { name -> Chapter? in
            let paths = Language.allCases.map { "guide/\(name.value).\($0.rawValue).md" }
            guard paths.contains(where: { tree[$0] != nil }) else {
                findings.add(
                    .missingFile, at: name.place, "chapter '\(name.value)' has no page")
                return nil
            }
            return reader.chapter(name.value, &findings)
        }
        for language in Language.allCases {
            var seen: Set<String> = []
            for slug in chapters.map({ $0[language].slug })
            where !seen.insert(slug.value).inserted || !Self.isSlug(slug.value) {
                findings.add(
                    .duplicateSlug, at: slug.place,
                    "slug '\(slug.value)' stands twice or has other than a–z, 0–9 and hyphens")
            }
        }
        return chapters
    }

    static func isSlug(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 45
        }
    }

    private func checkClash(
        _ data: DataSet, _ register: Register, _ findings: inout Findings
    ) {
        let registered = Set(register.parties.map { $0.id.value })
        for party in data.parties where registered.contains(party.id) && party.isFictional {
            findings.add(
                .partyClash, at: party.place,
                "fictional company '\(party.id)' has the id of a party in the register")
        }
    }
}
