import Capital
import Source
import Testing

@Suite("A company's party.yaml")
struct PartyTests {
    private func read(_ text: String) -> (party: Party?, found: [String]) {
        var findings = Findings()
        let party = Party(SourceFile(path: "party.yaml", text: text), &findings)
        return (party, findings.sorted.map(\.description))
    }

    @Test("says who the company is, how it writes CSV and what it publishes")
    func full() throws {
        let (read, found) = read("""
            id: a
            name: {nl: Zand, en: Sand}
            fictional: true
            chain-links: [sand-gravel]
            holding: group
            sites:
              - {id: s, name: Put, country: NL}
            approach: equity-share
            csv: {separator: ";", decimal: ","}
            publishes: {lines: [fuel], bilateral: [b]}
            """)
        let party = try #require(read)
        #expect(found.isEmpty)
        #expect(party.contributor == "group")
        #expect(party.dialect == CSVDialect(separator: ";", decimalMark: ","))
        #expect(party.publishes.includes(line: "fuel"))
        #expect(!party.publishes.includes(line: "nox"))
        #expect(party.publishes.bilateral.map(\.value) == ["b"])
    }

    @Test("publishes nothing unless it says so")
    func silent() throws {
        let party = try #require(read("id: a\nname: {nl: A, en: A}").party)
        #expect(!party.publishes.includes(line: "fuel"))
        #expect(party.publishes.bilateral.isEmpty)
        #expect(party.contributor == "a")
        #expect(party.dialect == CSVDialect())
    }

    @Test("may publish all lines")
    func all() throws {
        let text = "id: a\nname: {nl: A, en: A}\npublishes: {lines: all}"
        #expect(try #require(read(text).party).publishes.includes(line: "whatever"))
    }

    @Test("has faults that are found at their place")
    func faults() {
        #expect(read("id: a\nname: {nl: A, en: A}\npublises: {lines: all}\ncsv: {decimal: \",\"}")
            .found == [
                "party.yaml:3:1: error: key 'publises' is not known here; did you mean "
                    + "'publishes'? [unknown-key]",
                "party.yaml:4:6: error: separator and decimal mark are both ',' [wrong-form]",
            ])
        #expect(read("name: {nl: A, en: A}").party == nil)
        #expect(read("id: a\nname: {nl: A, en: A}\npublishes: {lines: none}").found == [
            "party.yaml:3:20: error: value of 'lines' is not a list [wrong-form]",
        ])
    }
}
