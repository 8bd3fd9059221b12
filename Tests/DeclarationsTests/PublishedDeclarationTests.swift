@testable import Declarations
import Foundation
import Source
import Testing

/// Published files that may not be redistributed; where they stand is told by
/// the continuous integration.
enum Published {
    static let folder = ProcessInfo.processInfo.environment["KAPITAAL_EPD_DIR"]
    static let isThere = folder != nil
    static let skagen = "0aa8b645-02d9-41b4-8aa3-70335af2a9e7"
    static let rinn = "0e85f255-4d11-4973-9daa-c03889948351"
    static let klostermann = "0d1e4a59-4901-4973-a26f-1698f65a780f"

    static func read(_ id: String) throws -> (Declaration, [String]) {
        let path = (folder ?? "") + "/\(id).json"
        var tree = FileTree()
        tree["x"] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        var findings = Findings()
        let declaration = SourceFile("x", in: tree, &findings)
            .flatMap { DeclarationReader().read($0, &findings) }
        return (try #require(declaration), findings.sorted.map(\.rule.id))
    }
}

@Suite("Published declarations", .enabled(
    if: Published.isThere, "KAPITAAL_EPD_DIR does not name the folder of published EPDs"))
struct PublishedDeclarationTests {
    @Test("Skagen: A1, A2, A3 and A4 apart, an extra indicator kept out")
    func skagen() throws {
        let (declaration, found) = try Published.read(Published.skagen)
        #expect(found.isEmpty)
        #expect(declaration.registration == "NEPD-4945-3957-DK")
        #expect(declaration.unit.unit == "m3" && declaration.unit.mass == 2265)
        #expect(declaration.stages(of: .a2).map(\.description) == ["A1", "A2", "A3", "A4"])
        #expect(declaration.others.count == 1 && declaration.inventory.count == 18)
        #expect(declaration.amount("WDP", .a2, Stage(.a1)) == 3238.983604525627)
        #expect(Completeness(of: declaration, by: .a2).isComplete)
    }

    @Test("Rinn: six categories without a value, phosphate, an impossible density")
    func rinn() throws {
        let (declaration, found) = try Published.read(Published.rinn)
        #expect(found == ["epd-density", "epd-doubt"])
        #expect(declaration.unit.unit == "m2")
        #expect(declaration.amount("EP-freshwater", .a2) == 1.32e-5 * 0.3261)
        #expect(declaration.amount("GWP-total", .a2, Stage(.d)) == -2.62)
        #expect(Completeness(of: declaration, by: .a2).gaps.map(\.category)
            == ["PM", "IRP", "ETP-fw", "HTP-c", "HTP-nc", "SQP"])
    }

    @Test("Klostermann: the first edition, without toxicity, a negative figure")
    func klostermann() throws {
        let (declaration, found) = try Published.read(Published.klostermann)
        #expect(found.isEmpty)
        #expect(declaration.standards == [.a1])
        #expect(declaration.amount("POCP", .a1, Stage(.a2)) == -0.00266796050077634)
        #expect(Completeness(of: declaration, by: .a1).gaps.map(\.category)
            == ["HTP", "FAETP", "MAETP", "TETP"])
    }
}
