import Capital
import Markup
import Source

/// A page of the guide in both languages, read from two files.
struct Chapter: Sendable {
    /// The file name without language and ending: `1-frame/01-start`.
    let name: String
    let texts: PerLanguage<Text>

    subscript(language: Language) -> Text { texts[language] }

    /// The name without its folder, by which a link names the chapter.
    var id: String { name.split(separator: "/").last.map(String.init) ?? name }

    /// The folder: the stage of the Protocol.
    var stage: String { name.split(separator: "/").first.map(String.init) ?? "" }

    struct Text: Sendable {
        let path: String
        let title: String
        let slug: Located<String>
        let summary: String
        let body: Document
    }
}

/// An indicator's page: its definition and, in both languages, its text.
struct IndicatorPage: Sendable {
    let indicator: Indicator
    let bodies: PerLanguage<Document>

    subscript(language: Language) -> Document { bodies[language] }

    static func path(of id: String, _ language: Language) -> String {
        "guide/indicators/\(id).\(language.rawValue).md"
    }
}

extension Rule {
    static let missingLanguage = Rule(
        "missing-language",
        reason: "Every page stands in Dutch and in English, so that all readers get the same.",
        example: "01-start.nl.md without 01-start.en.md",
        mend: "Write the page in the other language beside it.")

    static let languageMismatch = Rule(
        "language-mismatch",
        reason: "Both languages say the same: the same headings, tables and computed values.",
        example: "a table that stands in the Dutch page only",
        mend: "Bring the two pages in step; what they lack is named in the message.")

    static let duplicateSlug = Rule(
        "duplicate-slug",
        reason: "Two pages with one address overwrite each other.",
        example: "slug: stap-1 on two pages",
        mend: "Give each page an address of its own.")

    static let unlistedPage = Rule(
        "unlisted-page",
        reason: "A page outside the reading order is reached by nobody.",
        example: "a file 12-extra.nl.md that guide.yaml does not name",
        mend: "Add the page to 'reading-order' in guide.yaml.")

    static let headingLevel = Rule(
        "heading-level",
        reason: "The page's title is its first-level heading; readers who listen navigate by "
            + "levels that follow one another.",
        example: "#### below ##",
        mend: "Start with '##' and go down one level at a time.")
}

/// Reads pages of the guide.
struct PageReader {
    let tree: FileTree
    let reader = MarkdownReader()

    func chapter(_ name: String, _ findings: inout Findings) -> Chapter? {
        let nl = text("guide/\(name).nl.md", &findings)
        let en = text("guide/\(name).en.md", &findings)
        guard let nl, let en else { return nil }
        Parity(nl: nl.body, en: en.body, path: en.path).check(&findings)
        return Chapter(name: name, texts: PerLanguage(nl: nl, en: en))
    }

    private func text(_ path: String, _ findings: inout Findings) -> Chapter.Text? {
        guard let page = page(path, &findings) else { return nil }
        var fields = page.fields
        let title = fields.text("title", &findings)
        let slug = fields.text("slug", &findings)
        let summary = fields.text("summary", &findings)
        fields.finish(&findings)
        let body = body(page, path, &findings)
        guard let title, let slug, let summary else { return nil }
        return Chapter.Text(
            path: path, title: title.value, slug: slug, summary: summary.value, body: body)
    }

    /// The definition stands on the Dutch page, texts on both.
    func indicator(_ id: String, units: Units, _ findings: inout Findings) -> IndicatorPage? {
        let pages = Language.allCases.map { page(IndicatorPage.path(of: id, $0), &findings) }
        guard let nl = pages[0], let en = pages[1] else { return nil }
        var fields = nl.fields
        let read = Indicator(&fields, units: units, &findings)
        var texts = en.fields
        let name = texts.text("id", &findings)
        let title = texts.text("title", &findings)
        let summary = texts.text("summary", &findings)
        let formula = texts.text("formula", &findings)
        texts.finish(&findings)
        let bodies = zip(pages, Language.allCases).map { page, language in
            body(page!, IndicatorPage.path(of: id, language), &findings)
        }
        Parity(nl: bodies[0], en: bodies[1], path: IndicatorPage.path(of: id, .en))
            .check(&findings)
        guard var indicator = read, let name, let title, let summary, let formula else {
            return nil
        }
        for found in [(indicator.id, indicator.place), (name.value, name.place)]
        where found.0 != id {
            findings.add(
                .indicatorStructure, at: found.1,
                "id '\(found.0)' is not the name of its file, '\(id)'")
        }
        indicator.title.en = title.value
        indicator.summary.en = summary.value
        indicator.formula.en = formula.value
        return IndicatorPage(
            indicator: indicator, bodies: PerLanguage(nl: bodies[0], en: bodies[1]))
    }

    private func page(_ path: String, _ findings: inout Findings) -> FrontMatter? {
        guard tree[path] != nil else {
            let other = path.hasSuffix(".nl.md") ? "en" : "nl"
            let beside = path.dropLast(5) + other + ".md"
            let rule: Rule = tree[String(beside)] == nil ? .missingFile : .missingLanguage
            findings.add(rule, at: Place(file: path), "page '\(path)' does not exist")
            return nil
        }
        return SourceFile(path, in: tree, &findings).flatMap { FrontMatter($0, &findings) }
    }

    private func body(
        _ page: FrontMatter, _ path: String, _ findings: inout Findings
    ) -> Document {
        let document = reader.read(
            page.body, file: path, firstLine: page.bodyLine, &findings)
        Self.checkHeadings(of: document, above: 1, path, &findings)
        return document
    }

    /// Headings go down one level at a time from the level above the text.
    static func checkHeadings(
        of document: Document, above level: Int, _ path: String, _ findings: inout Findings
    ) {
        var last = level
        document.forEachBlock { block in
            guard case .heading(let heading) = block.kind else { return }
            if heading.level > last + 1 || heading.level <= level {
                findings.add(
                    .headingLevel, at: Place(file: path, line: block.line ?? 1),
                    "heading of level \(heading.level) follows level \(last)")
            }
            last = max(heading.level, level + 1)
        }
    }
}

/// Whether a page says the same in both languages, as far as its form tells.
private struct Parity {
    let nl: Document
    let en: Document
    let path: String

    func check(_ findings: inout Findings) {
        compare("headings", of: { block, _ in
            if case .heading(let heading) = block.kind { "\(heading.level)" } else { nil }
        }, &findings)
        compare("tables", of: { block, _ in
            switch block.kind {
            case .table(let table): "\(table.id ?? "-") \(table.header.count)×\(table.rows.count)"
            case .figure(let figure): figure.id ?? "-"
            case .codeBlock(let info, _): info
            case .passage(let passage): passage.condition.joined(separator: " ")
            case .heading, .paragraph, .blockQuote, .list, .rawHTML, .thematicBreak: nil
            }
        }, &findings)
        compareValues(&findings)
    }

    private func compare(
        _ kind: String, of form: (Block, Int) -> String?, _ findings: inout Findings
    ) {
        func list(_ document: Document) -> [(form: String, line: Int)] {
            var found: [(String, Int)] = []
            document.forEachBlock { block in
                if let form = form(block, 0) { found.append((form, block.line ?? 1)) }
            }
            return found
        }
        let nl = list(nl), en = list(en)
        guard nl.map(\.form) != en.map(\.form) else { return }
        let index = zip(nl, en).enumerated().first { $1.0.form != $1.1.form }?.offset
            ?? min(nl.count, en.count)
        let line = index < en.count ? en[index].line : (en.last?.line ?? 1)
        findings.add(
            .languageMismatch, at: Place(file: path, line: line),
            "\(kind) differ from the Dutch page: \(en.count) here, \(nl.count) there; the first "
                + "that differs is number \(index + 1)")
    }

    private func compareValues(_ findings: inout Findings) {
        func values(_ document: Document) -> [String] {
            var found: [String] = []
            document.forEachInline { inline in
                if case .code(let code) = inline.kind, code.hasPrefix("=") { found.append(code) }
            }
            return found.sorted()
        }
        let here = values(en), there = values(nl)
        guard here != there else { return }
        let alone = here.first { !there.contains($0) }.map { "'\($0)' stands only here" }
            ?? there.first { !here.contains($0) }.map { "'\($0)' stands only there" }
            ?? "\(here.count) here, \(there.count) there"
        findings.add(
            .languageMismatch, at: Place(file: path),
            "computed values differ from those of the Dutch page: \(alone)")
    }
}
