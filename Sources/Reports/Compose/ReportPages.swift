import Capital
import Markup
import Source

/// Composes the reports: a company's statement per year and the chain's
/// account per year, from their skeletons and from what the public may see.
struct ReportPages {
    let project: Project
    let language: Language

    func pages(_ findings: inout Findings) -> [Page] {
        let frame = ReportFrame(project, language)
        var pages: [Page] = []
        for key in project.accounts.statements.keys.sorted() {
            if let page = statement(key, frame, &findings) { pages.append(page) }
        }
        for year in project.accounts.years {
            if let page = chain(year, frame, &findings) { pages.append(page) }
        }
        return pages
    }

    private func statement(
        _ key: Accounts.Key, _ frame: ReportFrame, _ findings: inout Findings
    ) -> Page? {
        guard let party = project.accounts.party(key.party),
            let view = project.accounts.view(of: key.party, in: key.year, for: .everyone),
            let skeleton = project.templates.party[language]
        else { return nil }
        let prior = project.accounts.view(of: key.party, in: key.year - 1, for: .everyone)
        let frame = project.ownPricing[key.party].map {
            ReportFrame(project, language, pricing: $0)
        } ?? frame
        let narrative = project.data.narratives[key]?[language]
        let context = PartyContext(
            frame: frame, party: party, view: view, prior: prior,
            series: project.accounts.series(
                of: key.party, in: key.year, path: project.edition.path, for: .everyone),
            measures: project.accounts.measures(
                of: key.party, through: key.year, for: .everyone),
            supplements: project.publicSupplements(key, view),
            uncertainty: UncertaintyReport(project, key, view), hasExplanation: narrative != nil,
            products: project.products.published(of: party, in: key.year))
        let explanation = narrative.map { NarrativeText(narrative: $0, context: context) }
        let page = page(
            "statement/\(key.party)/\(key.year)", "\(party.name[language]), \(key.year)",
            "\(GuideTexts.statementSummary[language]) \(party.name[language]), \(key.year).",
            skeleton, context, explanation: explanation?.blocks(&findings) ?? [],
            dataFolder: "data/parties/\(key.party)/\(key.year)", &findings)
        explanation?.checkReferences(to: page.anchors, &findings)
        return page
    }

    private func chain(
        _ year: Int, _ frame: ReportFrame, _ findings: inout Findings
    ) -> Page? {
        guard let view = project.accounts.chainView(in: year, for: .everyone),
            let chain = project.accounts.chains[year],
            let skeleton = project.templates.chain[language]
        else { return nil }
        let context = ChainContext(
            frame: frame, view: view,
            prior: project.accounts.chainView(in: year - 1, for: .everyone),
            series: project.accounts.chainSeries(
                in: year, path: project.edition.path, for: .everyone),
            parties: project.data.parties.sorted { $0.id < $1.id },
            isFictional: project.data.isFictional,
            hasUnmatched: chain.supplies.contains { $0.eliminated > 0 && $0.kept != 0 },
            uncertainty: UncertaintyReport(project, view),
            reconciliation: ReconciliationTables(project, year: year),
            coverage: CoverageTables(project, year: year))
        let title = "\(GuideTexts.chainReport[language]) \(year)"
        return page(
            "chain/\(year)", title, GuideTexts.chainSummary[language], skeleton, context,
            explanation: [],
            dataFolder: "data/chain/\(year)", &findings)
    }

    private func page(
        _ key: String, _ title: String, _ summary: String,
        _ skeleton: Templates.Skeleton, _ context: any PageContext,
        explanation: [Block], dataFolder: String,
        _ findings: inout Findings
    ) -> Page {
        let resolved = Resolver(context: context, file: skeleton.path)
            .resolve(skeleton.body, &findings)
        let whole = Document(resolved.blocks.flatMap { block in
            Self.isExplanation(block) ? explanation : [block]
        })
        let finished = Finishing(project: project, language: language, file: skeleton.path)
            .finish(whole, &findings)
        return Page(
            key: key, language: language, title: title, summary: summary, file: skeleton.path,
            body: finished, hasMarkdown: true, dataFolder: dataFolder)
    }

    /// The place of the company's own words: a paragraph with `` `=narrative` ``
    /// alone.
    private static func isExplanation(_ block: Block) -> Bool {
        guard case .paragraph(let content) = block.kind, content.count == 1,
            case .value(let value) = content[0].kind
        else { return false }
        return value.text == PartyContext.narrativeMark
    }
}
