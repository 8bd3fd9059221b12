import Foundation
import Reports
import Source
import Testing

/// Case G9, from published figures of 2017 and 2023 (source bouwtotaal-2024,
/// in sector.yaml): 299 kg CO2 per m3 with transport to the site (A4) and
/// 266.17 without look like 11 % less; within one scope it is 276, of which
/// 3.56 % less.
@Suite struct BoundaryTrap {
    private static func chain(
        before: String, modules: String, changes: String? = nil
    ) throws -> Compilation {
        var input = try Repository.base()
        let row = "cement,ghg-unsplit,300,t CO2-eq,upstream,kiln,loss,realised,,,A1-A3,"
        for (year, figure, scope) in [("2023", before, modules), ("2024", "266.17", "A1-A3")] {
            let folder = "guide/example/plant/\(year)"
            try input.exchange(
                row, with: row.replacing("300", with: figure).replacing("A1-A3", with: scope),
                in: folder + "/flows.csv")
            // Nothing else stands on the line.
            input[folder + "/supplies.csv"] = nil
        }
        if let changes {
            input.write(
                "indicator,effect,trigger,treatment,as-reported,unit,reason\n" + changes + "\n",
                to: "guide/example/plant/2024/changes.csv")
        }
        return compile(input, CompileOptions())
    }

    /// A column of ghg-unsplit over the years; nil without a figure.
    private static func figure(_ column: String, _ result: Compilation) -> Double? {
        let text = result.site.text("data/parties/plant/2024/statement.csv") ?? ""
        let row = text.split(separator: "\n").first {
            $0.contains(",ghg-unsplit,") && $0.contains(",\(column),")
        }
        let cells = row?.split(separator: ",", omittingEmptySubsequences: false) ?? []
        return cells.count > 7 ? Double(cells[7]) : nil
    }

    private static func percent(_ before: Double, _ after: Double) -> Double {
        (abs(after) - abs(before)) / abs(before) * 100
    }

    @Test func twoScopesAreRefused() throws {
        let result = try Self.chain(before: "299", modules: "A1-A4")
        #expect(result.diagnostics.map(\.rule.id) == ["silent-trend"])
        #expect(result.site.count == 0)
        #expect(String(format: "%.1f", Self.percent(299, 266.17)) == "-11.0")
    }

    @Test func oneScopeIsATrend() throws {
        let result = try Self.chain(
            before: "276", modules: "A1-A3",
            changes: "ghg-unsplit,loss,module-scope,restated,299,t CO2-eq,Zonder A4 / Without A4")
        #expect(result.diagnostics.isEmpty)
        let prior = try #require(Self.figure("series:prior-2023", result))
        let now = try #require(Self.figure("balance", result))
        #expect(Self.figure("series:as-reported-2023", result) == -299)
        #expect(String(format: "%.2f", Self.percent(prior, now)) == "-3.56")
    }

    @Test func aBreakGivesNoFigure() throws {
        let result = try Self.chain(
            before: "299", modules: "A1-A4",
            changes: "ghg-unsplit,,module-scope,break,,,Zonder A4 / Without A4")
        #expect(result.diagnostics.isEmpty)
        for column in ["baseline-2023", "as-reported-2023", "prior-2023", "like-for-like"] {
            #expect(Self.figure("series:" + column, result) == nil)
        }
        #expect(Self.figure("balance", result) == -266.17)
    }
}
