import Capital
import Markup
import Source

/// Composes the pages that are not reports: home, chapters, indicators, the
/// sector, the register, the companies' own pages.
struct GuidePages {
    let project: Project
    let language: Language

    func pages(_ findings: inout Findings) -> [Page] {
        var pages = [home, guide, indicatorList, sector, register, chainList]
        for chapter in project.chapters { pages.append(page(of: chapter, &findings)) }
        for page in project.indicatorPages {
            pages.append(self.page(of: page, &findings))
        }
        for party in project.register.parties {
            pages.append(
                finished(
                    "party/\(party.id.value)", party.name, "", "guide/register.yaml",
                    registeredPartyBlocks(party, language: language)))
        }
        for party in project.data.parties { pages.append(page(of: party)) }
        return pages
    }

    private func page(of chapter: Chapter, _ findings: inout Findings) -> Page {
        let text = chapter[language]
        let context = GuideContext(project: project, language: language)
        let body = Resolver(context: context, file: text.path).resolve(text.body, &findings)
        return finished(
            "chapter/\(chapter.id)", text.title, text.summary, text.path,
            [.paragraph(.emphasis(text.summary))] + body.blocks, &findings)
    }

    private func page(of page: IndicatorPage, _ findings: inout Findings) -> Page {
        let indicator = page.indicator
        let path = IndicatorPage.path(of: indicator.id, language)
        let context = GuideContext(project: project, language: language)
        let body = Resolver(context: context, file: path).resolve(page[language], &findings)
        let card = IndicatorCard(project: project, indicator: indicator, language: language)
        return finished(
            "indicator/\(indicator.id)", indicator.title[language],
            indicator.summary[language], path,
            [.paragraph(.emphasis(indicator.summary[language]))] + card.blocks + body.blocks,
            &findings)
    }

    private var toChain: Translated {
        GuideTexts.toChain(isFictional: project.data.isFictional)
    }

    private var home: Page {
        let title = project.edition.title[language]
        var blocks: [Block] = [.paragraph(.text(GuideTexts.homeLead[language]))]
        let ways: [(Translated, Translated, String)] = [
            (GuideTexts.toGuide, GuideTexts.toGuideText, "page:guide"),
            (GuideTexts.toSector, GuideTexts.toSectorText, "page:sector"),
            (toChain, GuideTexts.toChainText, "page:chain"),
            (GuideTexts.toRegister, GuideTexts.toRegisterText, "page:register"),
            (GuideTexts.toIndicators, GuideTexts.toIndicatorsText, "page:indicators"),
        ]
        let items = ways.map { name, text, address in
            [Block.paragraph(
                .link(name[language], to: address), .text(". " + text[language]))]
        }
        blocks.append(Block(.list(List(items: items))))
        blocks.append(.heading(2, GuideTexts.stepsTitle[language]))
        blocks += chapterList(headings: 3)
        return finished("home", title, project.edition.subtitle[language], "guide/guide.yaml",
                        blocks)
    }

    private var guide: Page {
        finished(
            "guide", GuideTexts.toGuide[language], GuideTexts.toGuideText[language],
            "guide/guide.yaml",
            [.paragraph(.text(GuideTexts.guideLead[language]))] + chapterList(headings: 2))
    }

    private func chapterList(headings level: Int) -> [Block] {
        var blocks: [Block] = []
        var stage = ""
        for chapter in project.chapters {
            if chapter.stage != stage {
                stage = chapter.stage
                let title = project.edition.stages[stage]?[language] ?? stage
                blocks.append(.heading(level, title))
                blocks.append(Block(.list(List(items: []))))
            }
            let item = [Block.paragraph(
                .link(chapter[language].title, to: "page:chapter/\(chapter.id)"),
                .text(". " + chapter[language].summary))]
            if case .list(var list)? = blocks.last?.kind {
                list.items.append(item)
                blocks[blocks.count - 1] = Block(.list(list))
            }
        }
        return blocks
    }

    private var indicatorList: Page {
        var list = ReferenceTables(project: project, language: language).indicators
        if case .table(var table) = list.kind {
            table.caption = Caption(content: [.text(GuideTexts.indicatorCaption[language])])
            list.kind = .table(table)
        }
        return finished(
            "indicators", GuideTexts.toIndicators[language],
            GuideTexts.toIndicatorsText[language], "guide/indicators",
            [.paragraph(.text(GuideTexts.indicatorLead[language])), list])
    }

    private var sector: Page {
        finished(
            "sector", GuideTexts.toSector[language], GuideTexts.toSectorText[language],
            "guide/sector.yaml", sectorBlocks(project.sector, language: language))
    }

    private var register: Page {
        finished(
            "register", GuideTexts.toRegister[language], GuideTexts.toRegisterText[language],
            "guide/register.yaml", registerBlocks(project.register, language: language))
    }

    /// The chain of the data set: its years and its companies.
    private var chainList: Page {
        var blocks: [Block] = [.paragraph(.text(GuideTexts.chainLead[language]))]
        if project.data.isFictional {
            let note = GuideTexts.fictionalChain[language]
            blocks.append(Block(.blockQuote([.paragraph(.text(note))])))
        }
        let years = project.accounts.years.reversed().map { year in
            [Block.paragraph(
                .link("\(GuideTexts.chainReport[language]) \(year)", to: "page:chain/\(year)"))]
        }
        if !years.isEmpty {
            blocks.append(.heading(2, GuideTexts.chainReports[language]))
            blocks.append(Block(.list(List(items: years))))
        }
        let parties = project.data.parties.sorted { $0.id < $1.id }.map { party in
            [Block.paragraph(
                .link(party.name[language], to: "page:party/\(party.id)"),
                .text(statements(of: party)))]
        }
        if !parties.isEmpty {
            blocks.append(.heading(2, GuideTexts.companies[language]))
            blocks.append(Block(.list(List(items: parties))))
        }
        return finished(
            "chain", toChain[language], GuideTexts.toChainText[language],
            project.data.folder, blocks)
    }

    private func statements(of party: Party) -> String {
        let years = project.accounts.years(of: party.id).map(String.init)
        return years.isEmpty
            ? ": " + GuideTexts.doesNotReport[language]
            : ": " + GuideTexts.statementsOf[language] + " " + years.joined(separator: ", ")
    }

    /// A company's own page: who it is and where its statements are.
    private func page(of party: Party) -> Page {
        var blocks: [Block] = []
        if party.isFictional {
            blocks.append(Block(.blockQuote([.paragraph(.text(GuideTexts.fictional[language]))])))
        }
        let links = party.chainLinks.compactMap {
            project.edition.title(ofLink: $0.value)?[language]
        }
        blocks.append(.paragraph(
            .text("\(Labels.chainLink[language]): \(links.joined(separator: ", ")).")))
        let years = project.accounts.years(of: party.id).reversed()
        if years.isEmpty {
            blocks.append(.paragraph(.text(GuideTexts.noStatement[language])))
        } else {
            blocks.append(.heading(2, GuideTexts.statements[language]))
            let items = years.map { year in
                [Block.paragraph(
                    .link("\(GuideTexts.statement[language]) \(year)",
                          to: "page:statement/\(party.id)/\(year)"))]
            }
            blocks.append(Block(.list(List(items: items))))
        }
        return finished(
            "party/\(party.id)", party.name[language], "",
            "\(project.data.folder)/\(party.id)/party.yaml", blocks)
    }

    private func finished(
        _ key: String, _ title: String, _ summary: String, _ file: String, _ blocks: [Block]
    ) -> Page {
        var findings = Findings()
        return finished(key, title, summary, file, blocks, &findings)
    }

    private func finished(
        _ key: String, _ title: String, _ summary: String, _ file: String, _ blocks: [Block],
        _ findings: inout Findings
    ) -> Page {
        let document = Document([.heading(1, title)] + blocks)
        return Page(
            key: key, language: language, title: title, summary: summary, file: file,
            body: Finishing(project: project, language: language, file: file)
                .finish(document, &findings))
    }
}
