import Reports
import Source
import Testing

/// What holds whatever the figures are. Cases are seeded: a failure names
/// the seed that makes it again.
@Suite struct Properties {
    private static let base = Result { try Repository.base() }

    private func compiled(_ tree: FileTree, _ options: CompileOptions = .init()) -> Compilation {
        compile(tree, options)
    }

    @Test func compilingTwiceGivesTheSameBytes() throws {
        let input = try Repository.whole()
        let options = CompileOptions(isPrivateWanted: true)
        let (one, two) = (try Repository.compiledWhole(), compiled(input, options))
        #expect(one.site.differences(from: two.site) == [])
        #expect(one.confidential.differences(from: two.confidential) == [])
        #expect(one.diagnostics == two.diagnostics)
    }

    @Test func theOrderOfFilesChangesNothing() throws {
        let input = try Self.base.get()
        var turned = FileTree()
        for path in input.paths.reversed() { turned[path] = input[path] }
        #expect(compiled(input).site.differences(from: compiled(turned).site) == [])
    }

    /// Another company's figures are no part of a company's own report.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func aCompanysFilesDoNotDependOnAnothersFigures(_ seed: UInt64) throws {
        let chain = GeneratedChain(seed: seed, over: try Self.base.get())
        var random = SplitMix64(seed: seed + 100)
        let other = chain.files { path, rows in
            guard path == "p1/2024/flows.csv" else { return rows }
            return rows.map { row in
                var cells = row.split(separator: ",", omittingEmptySubsequences: false)
                guard Double(cells[2]) ?? 0 != 0 else { return row }
                cells[2] = Substring("\(Int.random(in: 1...99_999, using: &random))")
                return cells.joined(separator: ",")
            }
        }
        let (before, after) = (compiled(chain.files()), compiled(other))
        #expect(before.diagnostics.map(\.description) == [])
        let changed = before.site.differences(from: after.site)
        #expect(changed.contains("en/parties/p1/2024/report.md"))
        #expect(changed.contains("data/chain/2024/statement.csv"))
        let others = changed.filter { $0.contains("/p") && !$0.contains("/p1/") }
        #expect(others.filter { !$0.hasPrefix("nl/partijen/p1") } == [])
    }

    @Test(arguments: 11...22 as ClosedRange<UInt64>)
    func companiesLessEliminationsIsTheChain(_ seed: UInt64) throws {
        let chain = GeneratedChain(seed: seed, over: try Self.base.get())
        let result = compiled(chain.files())
        #expect(result.diagnostics.map(\.description) == [])
        let whole = StatementCells(
            try #require(result.site.text("data/chain/2024/statement.csv")))
        let companies = result.site.paths(under: "data/parties")
            .filter { $0.hasSuffix("/statement.csv") }
            .map { StatementCells(result.site.text($0) ?? "") }
        #expect(companies.count > 1 && whole.value("ghg", "loss", "eliminations") > 0)
        for line in whole.lines {
            for effect in ["loss", "gain"] {
                func of(_ column: String) -> Double { whole.value(line, effect, column) }
                func sum(_ column: String) -> Double {
                    companies.reduce(0) { $0 + $1.value(line, effect, column) }
                }
                let slack = 1e-9 * (1 + sum("total"))
                #expect(abs(sum("total") - of("parties")) <= slack, "\(line) \(effect)")
                #expect(abs(of("parties") - of("eliminations") - of("total")) <= slack, "\(line)")
                #expect(abs(sum("upstream-reporting") - of("eliminations")) <= slack, "\(line)")
                #expect(abs(sum("own") - of("own")) <= slack, "\(line) \(effect)")
            }
        }
    }

    @Test(arguments: 31...36 as ClosedRange<UInt64>)
    func theOrderOfRowsChangesNothing(_ seed: UInt64) throws {
        let chain = GeneratedChain(seed: seed, over: try Self.base.get())
        var random = SplitMix64(seed: seed)
        let turned = chain.files { $1.shuffled(using: &random) }
        #expect(compiled(chain.files()).site.differences(from: compiled(turned).site) == [])
    }

    /// A thousand kilograms are a tonne.
    @Test(arguments: 41...46 as ClosedRange<UInt64>)
    func theUnitOfARowChangesNoReport(_ seed: UInt64) throws {
        let chain = GeneratedChain(seed: seed, over: try Self.base.get())
        let kilograms = chain.files { path, rows in
            guard path.hasSuffix("flows.csv") else { return rows }
            return rows.map { row in
                var cells = row.split(separator: ",", omittingEmptySubsequences: false)
                    .map(String.init)
                guard cells[3] == "t CO2-eq", let tonnes = Double(cells[2]) else { return row }
                cells[2] = "\(Int((tonnes * 1000).rounded()))"
                cells[3] = "kg CO2-eq"
                return cells.joined(separator: ",")
            }
        }
        let (before, after) = (compiled(chain.files()), compiled(kilograms))
        #expect(after.diagnostics.map(\.description) == [])
        let reports = before.site.differences(from: after.site).filter { !$0.hasPrefix("data/") }
        #expect(reports.filter { $0 != "manifest.json" } == [])
    }

    /// The same companies in a folder of another name give the same pages.
    @Test func theDataFoldersNameIsNotPublic() throws {
        let input = try Self.base.get()
        var moved = input
        for path in input.paths(under: "guide/example") {
            moved[path.replacing("guide/example", with: "data")] = input[path]
        }
        let there = compiled(moved, CompileOptions(data: "data"))
        #expect(there.diagnostics.map(\.description) == [])
        #expect(compiled(input).site.differences(from: there.site) == [])
    }
}
