import Capital
import Source
import Testing
@testable import Reports

@Suite("A new company's folder")
struct NewPartyTests {
    private func made(_ new: NewParty) throws -> (files: FileTree?, found: [String]) {
        var findings = Findings()
        let files = new.folder(in: try Repository.wholeProject(), &findings)
        return (files, findings.sorted.map(\.rule.id))
    }

    @Test("has no figure and leaves nothing out, for every chain link", arguments: [
        "sand-gravel", "sea-sand", "limestone-clinker", "cement", "admixtures",
        "secondary-materials", "ready-mix", "precast", "transport", "construction", "client",
        "demolition", "knowledge",
    ])
    func compiles(link: String) throws {
        let new = NewParty(id: "our-plant", links: [link], year: 2024)
        let files = try #require(try made(new).files)
        let project = try Repository.wholeProject()
        var findings = Findings()
        let description = SourceFile("party.yaml", in: files, &findings)
        let read = description.flatMap { Party($0, &findings) }
        let party = try #require(read)
        var reader = LedgerReader(
            party: party, year: 2024, parties: ["our-plant"], indicators: project.indicators,
            units: project.units)
        let (ledger, found) = reader.read(
            flows: SourceFile("2024/flows.csv", in: files, &findings),
            supplies: SourceFile("2024/supplies.csv", in: files, &findings),
            products: SourceFile("2024/products.csv", in: files, &findings), reporting: [])
        #expect(findings.sorted + found.sorted == [])
        #expect(ledger.flows.allSatisfy { $0.quantity.cell == .missing(.stated) })
    }

    @Test("has a row for every line that its links must report, told in both languages")
    func rows() throws {
        let new = NewParty(id: "our-plant", links: ["cement"], year: 2024)
        let text = try #require(try made(new).files?.text("2024/flows.csv"))
        #expect(text.contains("ghg-process-loss,ghg-process,.,t CO2-eq,own"))
        #expect(text.contains("Vul in: ") && text.contains(" / Fill in: "))
    }

    @Test("is refused under a wrong id, link or year, all at once")
    func refused() throws {
        let (files, found) = try made(NewParty(id: "Our plant", links: ["cment"], year: 1999))
        #expect(files == nil)
        #expect(Set(found) == ["unknown-chain-link", "wrong-id", "unknown-year"])
    }

    @Test("does not take the id of a real party")
    func realParty() throws {
        let (files, found) = try made(NewParty(id: "prorail", links: ["client"], year: 2024))
        #expect(files == nil)
        #expect(found == ["party-clash"])
    }
}
