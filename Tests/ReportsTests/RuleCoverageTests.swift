import Reports
import Source
import Testing

/// A rule that nothing provokes is a rule that may not work.
@Suite struct RuleCoverage {
    /// Rules that no input through `compile` provokes, or that another suite
    /// provokes more plainly: the rule and the test.
    private static let provokedElsewhere: [String: String] = [
        "file-too-large": "tooLarge",
        "identity": "identity",
        "not-utf8": "notUTF8",
        "unknown-line": "aLineThatNoStatementHasIsFound",
    ]

    @Test func everyRuleIsProvoked() {
        let provoked = Set(Spec.all.flatMap(\.rules))
        let silent = Rule.all.map(\.id)
            .filter { !provoked.contains($0) && Self.provokedElsewhere[$0] == nil }
        #expect(silent == [], "no spec provokes these rules")
    }

    @Test func specsNameKnownRules() {
        let known = Set(Rule.all.map(\.id))
        #expect(Set(Spec.all.flatMap(\.rules)).subtracting(known) == [])
    }

    @Test func theListOfOthersIsNotLongerThanNeeded() throws {
        let provoked = Set(Spec.all.flatMap(\.rules))
        let known = Set(Rule.all.map(\.id))
        let tests = try Repository.tree("Tests", as: "Tests")
        let texts = tests.paths.filter { $0.hasSuffix(".swift") }.compactMap { tests.text($0) }
        for (rule, test) in Self.provokedElsewhere.sorted(by: { $0.key < $1.key }) {
            #expect(known.contains(rule), "'\(rule)' is no rule")
            #expect(!provoked.contains(rule), "'\(rule)' has a spec by now")
            let isThere = texts.contains { $0.contains("func \(test)(") }
            #expect(isThere, "test '\(test)' of '\(rule)' does not exist")
        }
    }

    @Test func aLineThatNoStatementHasIsFound() throws {
        let (text, found) = trace(
            try Repository.base(), CompileOptions(), party: "mine", year: 2024, line: "ghg-fule")
        #expect(text == nil)
        #expect(found.map(\.rule.id) == ["unknown-line"])
    }

    @Test func rulesHaveOneNameEach() {
        let ids = Rule.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for rule in Rule.all {
            #expect(rule.id.wholeMatch(of: #/[a-z][a-z0-9]*(-[a-z0-9]+)*/#) != nil, "\(rule.id)")
            #expect(!rule.reason.isEmpty && !rule.example.isEmpty && !rule.mend.isEmpty)
        }
    }
}
