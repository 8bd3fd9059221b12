import ArgumentParser
import Foundation
import Testing

@testable import kapitaal

/// `kapitaal diff` on the repository's own example.
@Suite struct DiffAnswers {
    private func answer(_ arguments: String...) throws -> Answer { try answer(arguments) }

    private func answer(_ arguments: [String]) throws -> Answer {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().path
        return try DiffCommand.parse(
            arguments + ["--guide", root + "/guide", "--templates", root + "/templates"])
            .answerOrFailure()
    }

    @Test func givesEachDriverWithAllDigitsAndRounded() throws {
        let answer = try answer("betonmortel", "2023", "2024", "--line", "ghg-fuel")
        #expect(answer.ending == .clean)
        #expect(answer.output == """
            betonmortel, 2023 to 2024
            Perimeter: the same sites and suppliers in both years.

            ghg-fuel (loss), t CO2-eq
              2023       195.000000  195
              volume      -5.135135   -5
              intensity   -9.864865  -10
              factor       0.000000    0
              perimeter    0.000000    0
              2024       180.000000  180

            """)
    }

    @Test func givesTheChainAsJSON() throws {
        let answer = try answer("chain", "2023", "2024", "--line", "ghg", "--format", "json")
        #expect(answer.ending == .clean)
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
        let line = try #require((object["lines"] as? [[String: Any]])?.first)
        func decimal(_ key: String) -> Decimal? {
            (line[key] as? String).flatMap { Decimal(string: $0) }
        }
        let effects = ["volume", "intensity", "factor", "perimeter"].compactMap {
            decimal($0)
        }
        #expect(effects.count == 4)
        #expect(effects.reduce(try #require(decimal("start")), +) == decimal("end"))
    }

    @Test(arguments: [
        (["bouwer", "2023", "2042"], "[unknown-year]"),
        (["chain", "2023", "2042"], "[unknown-year]"),
        (["bouwr", "2023", "2024"], "[unknown-party]"),
        (["bouwer", "2023", "2024", "--line", "ghg-fule"], "[unknown-line]"),
    ])
    func saysWhatIsNotThere(_ arguments: [String], _ rule: String) throws {
        let answer = try answer(arguments)
        #expect(answer.ending == .errors)
        #expect(answer.output.isEmpty)
        #expect(answer.remarks.contains(rule))
    }
}
