import Foundation
import Markup
import Source
import Testing
@testable import Reports

@Suite struct RegisterReading {
    @Test func readsTheGuidesFile() throws {
        let (register, found) = try GuideFiles.register()
        #expect(found.all == [])
        #expect(register.parties.count == 35)
        #expect(register.parties.map(\.number) == Array(1...35))
        #expect(Register.Role.allCases.map { register.count(of: $0) } == [7, 20, 8])
        #expect(register.parties.allSatisfy { $0.source == "betonakkoord-2018" })
        #expect(register.parties.filter { $0.holding != nil }.map(\.number) == [9, 14])
    }

    @Test(arguments: [
        ("id: b", "id: a", "duplicate-id"),
        ("id: b", "id: B&B", "wrong-id"),
        ("number: 2", "number: 1", "duplicate-number"),
        ("number: 2", "number: 2.5", "wrong-form"),
        ("source: s\n", "source: t\n", "unknown-source"),
        ("holding-source: s", "holding-source: t", "unknown-source"),
        (", holding-source: s", "", "unsourced-holding"),
        ("holding: H, ", "", "unsourced-holding"),
        ("role: builder", "role: bilder", "wrong-form"),
        ("name: B", "naam: B", "unknown-key"),
    ])
    func findsWhatBreaksARule(_ sound: String, _ broken: String, _ rule: String) {
        let text = small.replacingOccurrences(of: sound, with: broken)
        #expect(text != small)
        #expect(read(small) == [])
        #expect(read(text).map(\.rule.id).contains(rule))
    }

    @Test func everyRuleIsExplained() {
        for rule in Rule.sector + Rule.register {
            #expect(!rule.reason.isEmpty && !rule.example.isEmpty && !rule.mend.isEmpty)
        }
    }

    private func read(_ text: String) -> [Diagnostic] {
        var findings = Findings()
        _ = Register(SourceFile(path: "register.yaml", text: text), sources: ["s"], &findings)
        return findings.sorted
    }

    private let small = """
        source: s
        parties:
          - {id: a, number: 1, name: A, role: client, heading: X}
          - {id: b, number: 2, name: B, role: builder, heading: Y, holding: H, holding-source: s}
        """ + "\n"
}

@Suite struct RegisterPageComposing {
    @Test(arguments: Language.allCases)
    func tablesHoldTheRegister(_ language: Language) throws {
        let register = try GuideFiles.register().register
        let tables = registerBlocks(register, language: language).compactMap(\.asTable)
        #expect(tables.map(\.id) == ["tbl-register-roles", "tbl-register"])
        #expect(tables[0].rows.map { $0[1].plainText } == ["7", "20", "8", "35"])
        #expect(tables[1].rows.count == 35)
        for (row, party) in zip(tables[1].rows, register.parties) {
            #expect(row.count == tables[1].header.count)
            #expect(row[1].plainText == "\(party.number)")
            #expect(row[0] == [.link(party.name, to: "page:party/\(party.id.value)")])
            #expect(row[3].plainText == party.heading)
            #expect(row[4].plainText == party.holding?.name ?? "")
            #expect(row[5].plainText.contains(language == .nl ? "geen" : "none"))
        }
    }

    @Test(arguments: Language.allCases)
    func aPartysPageSaysThatItHasNoStatementHere(_ language: Language) throws {
        let register = try GuideFiles.register().register
        let wessel = try #require(register.parties.first { $0.number == 9 })
        let blocks = registeredPartyBlocks(wessel, language: language)
        let text = blocks.map(\.allText).joined(separator: "\n")
        #expect(text.contains(wessel.name) && text.contains("9") && text.contains("Dekker"))
        let no = language == .nl ? "geen overzicht gepubliceerd" : "No statement of this party"
        #expect(text.contains(no))
        let links = blocks.flatMap(\.links)
        #expect(links.contains("source:betonakkoord-2018"))
        #expect(links.contains("source:bouwmagazine-dekker"))
        #expect(links.contains("page:chapter/05-drivers"))
    }

    @Test func pagesHoldNoFiguresOfAParty() throws {
        for party in try GuideFiles.register().register.parties {
            for language in Language.allCases {
                let blocks = registeredPartyBlocks(party, language: language)
                #expect(blocks.allSatisfy { $0.asTable == nil && $0.asFigure == nil })
            }
        }
    }

    @Test func bothLanguagesHaveTheSameShape() throws {
        let register = try GuideFiles.register().register
        let pages = Language.allCases.map { language in
            (registerBlocks(register, language: language)
                + register.parties.flatMap { registeredPartyBlocks($0, language: language) })
                .map(\.shape)
        }
        #expect(pages[0] == pages[1])
    }
}

extension Block {
    /// The destinations of the links of a paragraph.
    fileprivate var links: [String] {
        guard case .paragraph(let content) = kind else { return [] }
        return content.compactMap { inline in
            if case .link(let link) = inline.kind { link.destination } else { nil }
        }
    }
}

/// The files of the guide, and the sources that they name.
enum GuideFiles {
    static func sector() throws -> (figures: SectorFigures, findings: Findings) {
        var findings = Findings()
        let sources = Sources(try file("sources.yaml"), &findings)
        let figures = SectorFigures(try file("sector.yaml"), sources: sources.ids, &findings)
        return (figures, findings)
    }

    static func register() throws -> (register: Register, findings: Findings) {
        var findings = Findings()
        let sources = Sources(try file("sources.yaml"), &findings)
        let register = Register(try file("register.yaml"), sources: sources.ids, &findings)
        return (register, findings)
    }

    private static func file(_ name: String) throws -> SourceFile {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let url = root.appending(path: "guide").appending(path: name)
        return SourceFile(
            path: "guide/\(name)", text: try String(contentsOf: url, encoding: .utf8))
    }
}

extension Block {
    var asTable: Table? { if case .table(let table) = kind { table } else { nil } }
    var asFigure: Figure? { if case .figure(let figure) = kind { figure } else { nil } }

    /// All that a reader reads of it, but for tables and drawings.
    var allText: String {
        switch kind {
        case .heading(let heading): heading.content.plainText
        case .paragraph(let content): content.plainText
        case .list(let list): list.items.joined().map(\.allText).joined(separator: "\n")
        case .figure(let figure):
            figure.alternative + "\n" + (figure.caption?.content.plainText ?? "")
        case .blockQuote, .codeBlock, .rawHTML, .thematicBreak, .table, .passage: ""
        }
    }

    var shape: String {
        switch kind {
        case .heading(let heading): "h\(heading.level) \(heading.id ?? "")"
        case .paragraph(let content): "p \(content.count)"
        case .list(let list): "list \(list.items.count)"
        case .table(let table): "table \(table.id ?? "") \(table.rows.count)"
        case .figure(let figure): "figure \(figure.id ?? "")"
        case .blockQuote, .codeBlock, .rawHTML, .thematicBreak, .passage: "other"
        }
    }
}
