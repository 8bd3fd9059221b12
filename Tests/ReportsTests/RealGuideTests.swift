import Foundation
import Reports
import Source
import Testing

/// The repository's own guide, example chain and templates.
@Suite struct RealGuide {
    private static let whole = Result {
        try Repository.compiledWhole()
    }

    private func site() throws -> FileTree { try Self.whole.get().site }

    /// Diagnostics that the guide is known to give; none today.
    private static let accepted: Set<String> = []

    @Test func compilesWithoutDiagnostics() throws {
        let found = try Self.whole.get().diagnostics.map(\.description)
        #expect(found.filter { !Self.accepted.contains($0) } == [])
        #expect(Self.accepted.subtracting(found) == [])
        #expect(try site().count > 100)
        #expect(try Self.whole.get().confidential.count > 0)
    }

    @Test func theWorkedExampleStandsInTheGuide() throws {
        let pages = [
            "nl/gids/stap-8-duiden-en-toetsen": ["1.200", "41.900", "1.100", "41.800", "36.000"],
            "en/guide/step-8-interpret-and-test": ["1,200", "41,900", "1,100", "41,800", "36,000"],
        ]
        for (folder, figures) in pages {
            let path = folder + "/index.html"
            let text = try #require(try site().text(path))
            #expect(figures.filter { !text.contains($0) } == [], "\(path)")
        }
    }

    @Test func everyLinkAndFragmentResolves() throws {
        let links = SiteLinks(try site())
        #expect(links.links.count > 1_000)
        #expect(links.broken == [])
    }

    @Test func noRequestLeavesTheSite() throws {
        let links = SiteLinks(try site())
        var asked: [String] = []
        #expect(links.loaded.count > 50)
        #expect(links.loaded.filter { links.isWeb($0.target) || $0.target.hasPrefix("//") } == [])
        for path in try site().paths {
            let text = try site().text(path) ?? ""
            let marks = path.hasSuffix(".html")
                ? ["<script", "<style", " style=\"", " onclick=\"", " onerror=\"", "<iframe"]
                : path.hasSuffix(".css") ? ["url(", "@import"] : []
            asked += marks.filter { text.contains($0) }.map { "\(path) holds \($0)" }
        }
        #expect(asked == [])
    }

    @Test func nothingTellsOfTheMachine() throws {
        let names = [
            Repository.root, NSHomeDirectory() + "/", "/tmp/", "/Users/", "file:///",
            " at \(ProcessInfo.processInfo.hostName) ",
        ]
        var told: [String] = []
        for path in try site().paths where !path.hasPrefix("assets/") {
            let text = try site().text(path) ?? ""
            told += names.filter { text.contains($0) }.map { "\(path) holds \($0)" }
        }
        #expect(told == [])
    }

    @Test func aCompanysReportsDoNotDependOnAnothersFigures() throws {
        var input = try Repository.whole()
        let flows = "guide/example/bouwer/2024/flows.csv"
        try input.exchange("ghg-fuel,520,", with: "ghg-fuel,777,", in: flows)
        let changed = compile(input, CompileOptions()).site.differences(from: try site())
        #expect(changed.contains("nl/partijen/bouwer/2024/report.md"))
        #expect(changed.filter { $0.contains("zandwinning") || $0.contains("betonmortel") } == [])
    }

    /// The base project's pit keeps its climate lines to itself; figures that
    /// occur nowhere else must then stand in no public file.
    @Test func aHiddenFigureStandsInNoPublicFile() throws {
        var input = try Repository.base()
        let flows = "guide/example/mine/2024/flows.csv"
        try input.exchange("lines: all", with: "lines: []", in: "guide/example/mine/party.yaml")
        try input.exchange("ghg-fuel,110,", with: "ghg-fuel,770773,", in: flows)
        try input.exchange("ghg-unsplit,20,", with: "ghg-unsplit,550551,", in: flows)
        try input.exchange("land-restored,2.5,", with: "land-restored,330331,", in: flows)
        let result = compile(input, CompileOptions(isPrivateWanted: true))
        #expect(result.diagnostics.map(\.description) == [])
        // Also sums, amounts and roundings of these figures.
        let digits = ["770773", "550551", "330331", "1321324", "1321849", "770818", "38538650"]
        var told: [String] = []
        for path in result.site.paths where path != "manifest.json" {
            let text = (result.site.text(path) ?? "")
                .replacing("\u{A0}", with: "").replacing(#/(\d)[.,](\d{3})\b/#) { "\($0.1)\($0.2)" }
                .replacing(#/(\d)[.,](\d{3})\b/#) { "\($0.1)\($0.2)" }
            told += digits.filter { text.contains($0) }.map { "\(path) holds \($0)" }
        }
        #expect(told == [])
        #expect(result.confidential.text("mine/2024/submission.json")?.contains("770773") ?? false)
    }
}
