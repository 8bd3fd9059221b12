import Capital
import Markup
import Source

/// Writes the composed pages as files: HTML in the shell, the reports as
/// Markdown beside it.
struct Render {
    let project: Project
    let addresses: Addresses
    let stylesheet: String
    let images: [String: String]
    let tree: FileTree

    func files(_ pages: [Page], _ findings: inout Findings) -> FileTree {
        var site = FileTree()
        let anchors = Dictionary(
            pages.map { ("\($0.language.rawValue)/\($0.key)", $0.anchors) },
            uniquingKeysWith: { first, _ in first })
        let links = Links(
            project: project, addresses: addresses, anchors: anchors, tree: tree,
            images: images)
        for page in pages {
            guard let folder = addresses.folder(of: page.key, page.language) else { continue }
            let body = links.resolve(page, &findings)
            let html = HTMLWriter().write(body)
            site.write(shell(page, folder, html), to: folder + "/index.html")
            if page.hasMarkdown {
                site.write(MarkdownWriter().write(body), to: folder + "/report.md")
                writeDrawings(of: body, to: folder, &site)
            }
        }
        site.write(languageChoice, to: "index.html")
        return site
    }

    /// A drawing cannot print inside Markdown: it stands beside it.
    private func writeDrawings(of body: Document, to folder: String, _ site: inout FileTree) {
        body.forEachBlock { block in
            guard case .figure(let figure) = block.kind,
                case .drawing(let drawing) = figure.picture
            else { return }
            site.write(
                drawing.svg(title: figure.alternative), to: "\(folder)/\(drawing.file)")
        }
    }

    private func shell(_ page: Page, _ folder: String, _ html: String) -> String {
        let language = page.language
        let other: Language = language == .nl ? .en : .nl
        func address(_ key: String, _ language: Language) -> String {
            let target = addresses.folder(of: key, language) ?? language.rawValue
            return Addresses.relative(target + "/index.html", from: folder)
        }
        let home = page.key == "home"
        let site = project.edition.title[language]
        let sequence = sequence(of: page)
        var values: [String: any Sendable] = [
            "lang": language.rawValue,
            "title": home ? site : "\(page.title) – \(site)",
            "siteTitle": site, "subtitle": project.edition.subtitle[language],
            "description": page.summary, "edition": project.edition.name,
            "date": project.edition.date, "kind": String(page.key.prefix { $0 != "/" }),
            "root": Addresses.relative("index.html", from: folder),
            "styles": Addresses.relative(stylesheet, from: folder),
            "home": address("home", language), "body": html,
            "otherLanguage": other.rawValue, "otherAddress": address(page.key, other),
            "otherName": ShellTexts.name(of: other), "skip": ShellTexts.skip[language],
            "license": ShellTexts.license[language], "madeWith": ShellTexts.madeWith[language],
            "navigationLabel": ShellTexts.navigation[language],
            "navigation": ShellTexts.navigationItems.map { key, name in
                [
                    "name": name[language], "address": address(key, language),
                    "isCurrent": Self.section(of: page.key, project) == key,
                ] as [String: any Sendable]
            },
            "hasFiles": page.hasMarkdown,
            "hasSequence": sequence.previous != nil || sequence.next != nil,
            "sequenceLabel": ShellTexts.sequence[language],
            "hasPrevious": sequence.previous != nil, "hasNext": sequence.next != nil,
        ]
        for (name, chapter) in [("previous", sequence.previous), ("next", sequence.next)] {
            guard let chapter else { continue }
            values[name] = [
                "name": chapter[language].title,
                "address": address("chapter/\(chapter.id)", language),
            ] as [String: any Sendable]
        }
        if let data = page.dataFolder {
            values["markdownName"] = ShellTexts.markdown[language]
            values["markdownAddress"] = "report.md"
            values["dataName"] = ShellTexts.data[language]
            values["dataAddress"] = Addresses.relative(data + "/statement.csv", from: folder)
        }
        return project.templates.shell.render(values)
    }

    private func sequence(of page: Page) -> (previous: Chapter?, next: Chapter?) {
        guard let index = project.chapters.firstIndex(where: { "chapter/\($0.id)" == page.key })
        else { return (nil, nil) }
        return (
            index > 0 ? project.chapters[index - 1] : nil,
            index + 1 < project.chapters.count ? project.chapters[index + 1] : nil
        )
    }

    /// The entry of the navigation that a page belongs to.
    private static func section(of key: String, _ project: Project) -> String {
        let parts = key.split(separator: "/").map(String.init)
        switch parts[0] {
        case "chapter": return "guide"
        case "indicator": return "indicators"
        case "statement": return "chain"
        case "party":
            return project.data.parties.contains { $0.id == parts[1] } ? "chain" : "register"
        default: return parts[0]
        }
    }

    /// The page at the root: no script, no redirect, a choice.
    private var languageChoice: String {
        let title = project.edition.title
        let blocks: [Block] = [
            .heading(1, "\(title.nl) / \(title.en)"),
            Block(.list(List(items: Language.allCases.map { language in
                [Block.paragraph(
                    .link(ShellTexts.name(of: language), to: "\(language.rawValue)/index.html"))]
            }))),
        ]
        let values: [String: any Sendable] = [
            "lang": "nl", "title": title.nl, "siteTitle": title.nl,
            "subtitle": project.edition.subtitle.nl, "description": project.edition.subtitle.nl,
            "edition": project.edition.name, "date": project.edition.date, "kind": "choice",
            "root": "index.html", "styles": stylesheet, "home": "nl/index.html",
            "body": HTMLWriter().write(Document(blocks)), "otherLanguage": "en",
            "otherAddress": "en/index.html", "otherName": ShellTexts.name(of: .en),
            "skip": ShellTexts.skip.nl, "license": ShellTexts.license.nl,
            "madeWith": ShellTexts.madeWith.nl, "navigationLabel": ShellTexts.navigation.nl,
            "hasFiles": false, "hasSequence": false,
        ]
        return project.templates.shell.render(values)
    }
}

/// The words of the page shell.
enum ShellTexts {
    static let skip = Translated(nl: "Naar de inhoud", en: "Skip to content")
    static let navigation = Translated(nl: "Hoofdmenu", en: "Main menu")
    static let sequence = Translated(nl: "Vorige en volgende", en: "Previous and next")
    static let markdown = Translated(nl: "Dit rapport als Markdown", en: "This report as Markdown")
    static let data = Translated(nl: "De cijfers als CSV", en: "The figures as CSV")
    static let license = Translated(
        nl: "Tekst: CC BY 4.0", en: "Text: CC BY 4.0")
    static let madeWith = Translated(nl: "Gemaakt met kapitaal", en: "Made with kapitaal")

    static let navigationItems: [(key: String, name: Translated)] = [
        ("guide", Translated(nl: "Handleiding", en: "Guide")),
        ("indicators", Translated(nl: "Indicatoren", en: "Indicators")),
        ("sector", Translated(nl: "Waar staat de keten", en: "Where the chain stands")),
        ("chain", Translated(nl: "Rapporten", en: "Reports")),
        ("register", Translated(nl: "Partijen", en: "Parties")),
    ]

    static func name(of language: Language) -> String {
        switch language {
        case .nl: "Nederlands"
        case .en: "English"
        }
    }
}
