import Capital
import Source
import Testing
@testable import Reports

@Suite("A new company's folder")
struct NewPartyTests {
    private func made(_ new: NewParty) throws -> (files: FileTree?, found: [String]) {
        let (files, diagnostics) = folder(of: new, try Repository.whole())
        return (files, diagnostics.map(\.rule.id))
    }

    @Test("compiles as it is, for every chain link", arguments: [
        "sand-gravel", "sea-sand", "limestone-clinker", "cement", "admixtures",
        "secondary-materials", "ready-mix", "precast", "transport", "construction", "client",
        "demolition", "knowledge",
    ])
    func compiles(link: String) throws {
        let new = NewParty(id: "our-plant", links: [link], year: 2024)
        let files = try #require(try made(new).files)
        var input = try Repository.whole()
        for path in files.paths { input["data/our-plant/\(path)"] = files[path] }
        var findings = Findings()
        let project = ProjectReader(tree: input, options: CompileOptions(data: "data"))
            .read(&findings)
        #expect(findings.sorted.filter { $0.place.file.hasPrefix("data/") } == [])
        let key = Accounts.Key(party: "our-plant", year: 2024)
        let statement = try #require(project?.accounts.statements[key])
        for line in statement.lines {
            #expect(line.balance?.value == nil, "\(line.indicator) has a figure")
        }
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
