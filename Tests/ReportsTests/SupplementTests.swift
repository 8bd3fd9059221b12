import Capital
import Source
import Testing

@testable import Reports

/// The lists of the guide's statements beside the account, held to figures
/// that their sources publish, and what holds whatever companies state.
@Suite struct PublishedSchemes {
    private func definitions() throws -> SupplementDefinitions {
        try Repository.wholeProject().definitions
    }

    private func scheme(_ id: String) throws -> NatureScheme {
        try #require(try definitions().scheme(id))
    }

    /// Province of Utrecht, NNN-wijzer, worked example: 3.0 ha is lost with
    /// Tt 0.75 and Tn 0.3, which gives 6.825, printed 6.83; with a target of
    /// 0.6 at least 4.27 ha is needed (4.2656 from the unrounded task).
    @Test func theWorkedExampleOfUtrechtComesOut() throws {
        let utrecht = try scheme("utrecht-nnn")
        let task = try #require(utrecht.amount(of: 3.0, .before, with: ["tt": 0.75, "tn": 0.3]))
        #expect(abs(task - 6.825) < 1e-12)
        let numerals = Numerals(language: .nl)
        #expect(numerals.print(task, decimals: 2) == "6,83")
        let area = try #require(utrecht.quantity(reaching: task, with: ["tn": 0.6]))
        #expect(abs(area - 4.265625) < 1e-12)
        #expect(numerals.print(area, decimals: 2) == "4,27")
    }

    /// The time-to-target table of the metric of England, at some years; its
    /// last row, more than 30 years, is year 32.
    @Test(arguments: [
        (0, 1), (1, 0.965), (4, 0.867), (5, 0.837), (10, 0.7), (20, 0.49), (30, 0.343),
        (31, 0.331), (32, 0.32),
    ])
    func timeToTargetIsAsPublished(_ years: Double, _ multiplier: Double) throws {
        let factor = try #require(
            try scheme("bng").factors.first { $0.id == "years-to-target" })
        #expect(factor.multiplier(years) == multiplier)
    }

    @Test func everySchemeReckonsAsItsFormulaSays() throws {
        let cases: [(String, NatureScheme.Moment, Double, [String: Double], Double)] = [
            ("natuurpunten", .after, 2, ["quality": 0.5, "weight": 1.5], 1.5),
            ("utrecht-nnn", .after, 4.27, ["tn": 0.6], 6.832),
            ("nature-inclusive-points", .after, 5, ["points": 3], 15),
            ("msa", .before, 10, ["msa": 0.3], 3),
            ("msa-footprint", .before, 10, ["msa": 0.3], 7),
            ("pdf", .after, 200, ["years": 5, "pdf": 0.6], 600),
            ("condition-hectares", .after, 8, ["condition": 0.25], 2),
            ("bng", .before, 1, [
                "distinctiveness": 4, "condition": 2, "strategic-significance": 1.15,
            ], 9.2),
            ("bng", .after, 1, [
                "distinctiveness": 4, "condition": 2, "strategic-significance": 1,
                "years-to-target": 10, "difficulty": 0.67, "spatial-risk": 0.5,
            ], 1.876),
        ]
        #expect(Set(cases.map(\.0)) == Set(try definitions().schemes.map(\.id)))
        for (id, moment, quantity, factors, expected) in cases {
            let amount = try #require(
                try scheme(id).amount(of: quantity, moment, with: factors), "\(id)")
            #expect(abs(amount - expected) < 1e-9, "\(id)")
        }
    }

    /// A difficulty of 0.5 is no value of the metric.
    @Test func constantsAreThoseOfTheSource() throws {
        let bng = try scheme("bng").factors
        let allowed = Dictionary(uniqueKeysWithValues: bng.map { ($0.id, $0.allowed) })
        #expect(allowed["difficulty"] == [1, 0.67, 0.33, 0.1])
        #expect(allowed["spatial-risk"] == [1, 0.75, 0.5])
        #expect(allowed["strategic-significance"] == [1, 1.1, 1.15])
        #expect(allowed["distinctiveness"] == [0, 2, 4, 6, 8])
        #expect(allowed["condition"] == [1, 1.5, 2, 2.5, 3])
    }

    @Test func noENCORERatingStandsInTheList() throws {
        let text = try Repository.text("guide/dependencies.yaml")
        #expect(!text.contains("rating:"))
        #expect(try definitions().dependencies.contains { $0.service != nil })
    }
}

@Suite struct SupplementProperties {
    private static let files = ["assets.csv", "dependencies.csv", "nature.csv"]

    private func shuffled(_ tree: FileTree, seed: UInt64) -> FileTree {
        var tree = tree
        var random = SplitMix64(seed: seed)
        for path in tree.paths where Self.files.contains(where: { path.hasSuffix("/" + $0) }) {
            var lines = (tree.text(path) ?? "").split(separator: "\n").map(String.init)
            let header = lines.removeFirst()
            lines.shuffle(using: &random)
            tree.write(([header] + lines).joined(separator: "\n") + "\n", to: path)
        }
        return tree
    }

    @Test(arguments: 1...2)
    func theOrderOfRowsChangesNothing(seed: UInt64) throws {
        let input = try Repository.whole()
        let before = try Repository.compiledWhole()
        let after = compile(shuffled(input, seed: seed), CompileOptions())
        #expect(before.diagnostics == [] && after.diagnostics == [])
        #expect(after.site.count > 100)
        #expect(after.site.differences(from: before.site) == [])
    }

    /// What a company states beside its account changes none of its lines.
    @Test func theyNeverEnterTheAccount() throws {
        var input = try Repository.whole()
        let before = try Repository.compiledWhole().site
        for path in input.paths where Self.files.contains(where: { path.hasSuffix("/" + $0) }) {
            input[path] = nil
        }
        let after = compile(input, CompileOptions()).site
        let changed = after.differences(from: before)
        #expect(changed.filter { $0.hasSuffix("statement.csv") } == [])
        #expect(changed.filter { $0.hasSuffix("statement.json") } == [])
        #expect(changed.contains("en/parties/zandwinning/2024/report.md"))
    }

    /// The example's register against its account, worked out by hand.
    @Test func theExamplesRegisterFollowsItsAccount() throws {
        let site = try Repository.compiledWhole().site
        let text = try #require(site.text("data/parties/zandwinning/2024/assets.csv"))
        // 17.0 − 4.5 land taken; 6.0 + 3.2 restored + 2.3 that the permit asks.
        #expect(text.contains("zandwinning,2024,true,arable,ha,17,0,4.5,12.5,0.2,2.5,exact"))
        #expect(text.contains("zandwinning,2024,true,wetland,ha,6,5.5,0,11.5,0.57,"))
    }
}
