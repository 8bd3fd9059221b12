import Capital
import Declarations
import Foundation
import Reports
import Source
import Testing

/// Where the published files stand, told by the continuous integration.
private enum PublishedFiles {
    static let folder = ProcessInfo.processInfo.environment["KAPITAAL_EPD_DIR"]
    static let isThere = folder != nil
}

/// Scores of published files that may not be redistributed, with the guide's
/// own weights. The expected figures were worked out apart from the program.
@Suite("Scores of published declarations", .enabled(
    if: PublishedFiles.isThere,
    "KAPITAAL_EPD_DIR does not name the folder of published EPDs"))
struct PublishedScoreTests {
    private func score(_ id: String, followsMethod: Bool = false) throws -> ProductScore {
        var findings = Findings()
        let units = Units(
            SourceFile(path: "units.yaml", text: try Repository.text("guide/units.yaml")),
            &findings)
        let sets = try ["mki-a1", "mki-a2"].compactMap { name in
            ValuationSet(
                SourceFile(
                    path: name, text: try Repository.text("guide/factors/\(name).yaml")),
                units: units, &findings)
        }
        let path = (PublishedFiles.folder ?? "") + "/\(id).json"
        var tree = FileTree()
        tree["x"] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let file = try #require(SourceFile("x", in: tree, &findings))
        let declaration = try #require(DeclarationReader().read(file, &findings))
        #expect(!findings.hasErrors)
        let scores = ProductScoring(sets: sets, &findings).scores(
            of: declaration, followsMethod: followsMethod, scenario: nil)
        #expect(!findings.hasErrors && scores.count == 1)
        return try #require(scores.first)
    }

    /// The parts of A1-A3 by category.
    private func parts(_ score: ProductScore) throws -> [String: Double] {
        let row = try #require(score.rows.first { $0.stage == Stage(.a1a3) })
        guard case .sum(let parts) = row.amount.origin else { return [:] }
        return Dictionary(uniqueKeysWithValues: parts.map { ($0.name, $0.figure.value ?? 0) })
    }

    @Test("Skagen: 59.04 per cubic metre for A1-A3, and not an MKI by itself")
    func skagen() throws {
        let score = try score("0aa8b645-02d9-41b4-8aa3-70335af2a9e7")
        let whole = try #require(score.rows.first { $0.stage == Stage(.a1a3) }?.amount.value)
        #expect(abs(whole - 59.0411) < 0.0001)
        let parts = try parts(score)
        #expect(parts.count == 16)
        #expect(abs((parts["GWP-total"] ?? 0) - 31.157) < 0.001)
        #expect(abs((parts["WDP"] ?? 0) - 19.741) < 0.001)
        #expect(abs((parts["PM"] ?? 0) - 4.869) < 0.001)
        #expect(!score.isMKI && score.gaps.isEmpty && score.hasUnverifiedWeights)
        let stated = try self.score(
            "0aa8b645-02d9-41b4-8aa3-70335af2a9e7", followsMethod: true)
        #expect(stated.isMKI && stated.beyond == nil)
    }

    @Test("Rinn and Klostermann are incomplete: no total, whatever the company states", arguments: [
        ("0e85f255-4d11-4973-9daa-c03889948351", ["PM", "IRP", "ETP-fw", "HTP-c", "HTP-nc", "SQP"]),
        ("0d1e4a59-4901-4973-a26f-1698f65a780f", ["HTP", "FAETP", "MAETP", "TETP"]),
    ])
    func incomplete(id: String, gaps: [String]) throws {
        let score = try score(id, followsMethod: true)
        #expect(!score.isMKI && score.withoutD == nil)
        #expect(score.gaps.map(\.category) == gaps)
        #expect(score.rows.allSatisfy { $0.amount.cell.quantity?.bound == .partial })
    }
}
