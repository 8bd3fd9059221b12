import ArgumentParser
import Foundation
import Testing

@testable import kapitaal

struct ImportTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write("id: a\n", to: "company/party.yaml")
    }

    private func declaration(_ id: String, mean: String = "240") -> String {
        """
        {"doctype": "openEPD", "id": "\(id)", "product_name": "Mortel, C20/25",
         "declared_unit": {"qty": 1, "unit": "m3"},
         "impacts": {"EF 3.0": {"gwp": {"A1A2A3": {"mean": \(mean), "unit": "kgCO2e"}}}}}

        """
    }

    private func answer(_ files: String...) throws -> Answer {
        let command = try EPDImportCommand.parse(
            files.map { folder($0) } + ["--to", folder("company"), "--guide", folder("none")])
        return command.answerOrFailure()
    }

    @Test func `a declaration is kept as it came, and what was read is said`() throws {
        try folder.write(declaration("EC3 Test:1"), to: "a.json")
        let answer = try answer("a.json")
        #expect(answer.ending == .clean)
        #expect(folder.text("company/epd/ec3-test-1.json") == declaration("EC3 Test:1"))
        #expect(answer.output.contains("company/epd/ec3-test-1.json: written\n"))
        #expect(answer.output.contains("declared unit  1 m3\n"))
        #expect(answer.output.contains("EN 15804+A2, modules A1-A3\n"))
        #expect(answer.output.contains("for an MKI     missing: ODP, AP, EP-freshwater"))
        #expect(answer.output.contains(
            "product,volume,unit,epd: \"Mortel, C20/25\",VOLUME,m3,ec3-test-1\n"))
        #expect(try self.answer("a.json").output.contains("ec3-test-1.json: already there\n"))
    }

    @Test func `all are written or none`() throws {
        try folder.write(declaration("one"), to: "a.json")
        try folder.write("{\"totalCount\": 3}", to: "b.json")
        let answer = try answer("a.json", "b.json")
        #expect(answer.ending == .errors)
        #expect(answer.remarks.contains("[epd-form]"))
        #expect(answer.remarks.contains("nothing was written"))
        #expect(folder.text("company/epd/one.json") == nil)
    }

    @Test func `a file with other content is not replaced`() throws {
        try folder.write(declaration("one"), to: "a.json")
        _ = try answer("a.json")
        try folder.write(declaration("one", mean: "24"), to: "b.json")
        try folder.write(declaration("two"), to: "c.json")
        let answer = try answer("c.json", "b.json")
        #expect(answer.ending == .couldNotRun)
        #expect(answer.remarks.contains("is there with other content; nothing was written"))
        #expect(folder.text("company/epd/one.json") == declaration("one"))
        #expect(folder.text("company/epd/two.json") == nil)
    }

    @Test func `two files with one id must be the same`() throws {
        try folder.write(declaration("one"), to: "a.json")
        try folder.write(declaration("one", mean: "24"), to: "b.json")
        #expect(try answer("a.json", "b.json").ending == .couldNotRun)
        #expect(try answer("a.json", "a.json").ending == .clean)
    }

    @Test func `a folder that is absent is named`() throws {
        try folder.write(declaration("one"), to: "a.json")
        let command = try EPDImportCommand.parse([folder("a.json"), "--to", folder("nowhere")])
        let answer = command.answerOrFailure()
        #expect(answer.ending == .couldNotRun)
        #expect(answer.remarks.contains("is no folder; name that of a company with --to"))
        #expect(try self.answer("absent.json").ending == .couldNotRun)
    }

    @Test func `a figure far outside its range is warned about`() throws {
        try folder.write(declaration("one", mean: "27.6"), to: "a.json")
        try folder.write("""
            groups:
              - id: mortel
                unit: m3
                words: [mortel]
                source: s
                ranges:
                  - {indicator: GWP-total, module: A1-A3, low: 135, high: 396, margin: 2, \
            status: verified}
            """, to: "guide/epd-ranges.yaml")
        let command = try EPDImportCommand.parse([
            folder("a.json"), "--to", folder("company"), "--guide", folder("guide"),
        ])
        let answer = try command.answer()
        #expect(answer.ending == .clean)
        #expect(answer.remarks.contains("far outside 135 to 396 of mortel"))
    }

    @Test func `help shows an example`() {
        #expect(Kapitaal.helpMessage(for: EPDImportCommand.self)
            .contains("Example:\n  kapitaal import epd"))
    }
}
