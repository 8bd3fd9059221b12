import Foundation
import Reports
import Source
import Testing

/// Whole compilations: the files of `Tests/Golden/<case>/in`, put over the
/// base project of the specs, must give those of `out`. With the variable
/// UPDATE_GOLDEN=1 they are recorded, and the test fails all the same.
@Suite struct Golden {
    @Test(arguments: ["downstream", "vector"])
    func isWhatWasRecorded(_ name: String) throws {
        var input = try Repository.base()
        for path in input.paths(under: "guide/example") { input[path] = nil }
        input.add(try Repository.tree("Tests/Golden/\(name)/in", as: ""))
        let result = compile(input, CompileOptions())
        #expect(result.diagnostics.map(\.description) == [])
        var written = FileTree()
        for path in result.site.paths where Self.isGolden(path) {
            written[path] = result.site[path]
        }
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Repository.remove("Tests/Golden/\(name)/out")
            try Repository.write(written, to: "Tests/Golden/\(name)/out")
            Issue.record("recorded Tests/Golden/\(name)/out; run again without UPDATE_GOLDEN")
        }
        let recorded = try Repository.tree("Tests/Golden/\(name)/out", as: "")
        for path in written.differences(from: recorded) {
            Issue.record("'\(path)' differs: \(Self.difference(written, recorded, path))")
        }
    }

    /// Few enough to read in a change: every report in Markdown, every
    /// statement as data, and one page.
    private static func isGolden(_ path: String) -> Bool {
        path.hasSuffix("/report.md") || path.hasSuffix("/statement.csv")
            || path == "data/chain/2024/statement.json" || path == "nl/keten/2024/index.html"
    }

    /// The first line that differs.
    private static func difference(_ a: FileTree, _ b: FileTree, _ path: String) -> String {
        func lines(_ tree: FileTree) -> [Substring] {
            (tree.text(path) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        }
        let (now, then) = (lines(a), lines(b))
        let line = zip(now, then).prefix { $0 == $1 }.count
        func at(_ lines: [Substring]) -> Substring { line < lines.count ? lines[line] : "(end)" }
        return "line \(line + 1) is '\(at(now))' and was '\(at(then))'"
    }
}
