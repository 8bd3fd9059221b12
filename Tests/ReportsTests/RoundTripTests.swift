import Capital
import Markup
import Source
import Testing
@testable import Reports

/// What is written as Markdown reads back as what was meant.
@Suite struct RoundTripOfPages {
    private static let whole = Result { try Repository.whole() }

    @Test func everyChapterReadsBack() throws {
        let input = try Self.whole.get()
        let pages = input.paths.filter { $0.hasSuffix(".md") && !$0.hasSuffix("LICENSE.md") }
        #expect(pages.count > 40)
        for path in pages {
            let document = read(input.body(path), path)
            let back = read(MarkdownWriter().write(document), path)
            #expect(back == document.normalised, "\(path)")
        }
    }

    @Test(arguments: ["base", "whole"])
    func everyReportReadsBack(_ name: String) throws {
        let input = try name == "base" ? Repository.base() : Self.whole.get()
        let result = compile(input, CompileOptions())
        var findings = Findings()
        let options = CompileOptions()
        let project = try #require(ProjectReader(tree: input, options: options).read(&findings))
        let addresses = Addresses(project)
        var count = 0
        for language in Language.allCases {
            let reports = ReportPages(project: project, language: language).pages(&findings)
            let pages = reports + GuidePages(project: project, language: language).pages(&findings)
            let anchors = pages.map { ("\($0.language.rawValue)/\($0.key)", $0.anchors) }
            let links = Links(
                project: project, addresses: addresses,
                anchors: Dictionary(anchors, uniquingKeysWith: { first, _ in first }),
                tree: input, images: [:])
            for page in reports {
                let folder = try #require(addresses.folder(of: page.key, language))
                let file = try #require(result.site.text("\(folder)/report.md"))
                let composed = links.resolve(page, &findings)
                #expect(read(file, folder) == composed.normalised, "\(folder)/report.md")
                count += 1
            }
        }
        #expect(count == 2 * (project.accounts.statements.count + project.accounts.years.count))
        #expect(findings.sorted.map(\.description) == [])
    }

    private func read(_ text: String, _ path: String) -> Document {
        var findings = Findings()
        return MarkdownReader().read(text, file: path, &findings)
    }
}
