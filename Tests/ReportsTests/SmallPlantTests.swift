import Capital
import Source
import Testing
@testable import Reports

/// The annex that leads a newcomer from nothing to a statement, followed to
/// the letter: its files, in its order, must compile to the figures that it
/// prints.
@Suite("The small plant of the annex")
struct SmallPlantTests {
    /// The files that a page tells to write, in order: the sentence that names
    /// the path, and the fence below it.
    private static func files(_ language: Language) throws -> [(path: String, text: String)] {
        let word = language == .nl ? "Bestand" : "File"
        let page = try Repository.text("guide/annexes/12-small-plant.\(language.rawValue).md")
        var files: [(path: String, text: String)] = []
        var path: String?
        var lines: [Substring]?
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if let written = lines, line.hasPrefix("```") {
                files.append((path!, written.joined(separator: "\n") + "\n"))
                (path, lines) = (nil, nil)
            } else if lines != nil {
                lines?.append(line)
            } else if path != nil, line.hasPrefix("```") {
                lines = []
            } else if line.hasPrefix("\(word) `"), line.hasSuffix("`:") {
                path = String(line.dropFirst(word.count + 2).dropLast(2))
            }
        }
        return files
    }

    @Test("tells the same files in both languages")
    func sameFiles() throws {
        let dutch = try Self.files(.nl), english = try Self.files(.en)
        #expect(dutch.count >= 5)
        #expect(dutch.map(\.path) == english.map(\.path))
        #expect(dutch.map(\.text) == english.map(\.text))
    }

    @Test("compiles to the greenhouse gases that its text ends with")
    func figures() throws {
        var input = try Repository.whole()
        for (path, text) in try Self.files(.nl) {
            let inner = path.split(separator: "/", maxSplits: 1)[1]
            input.write(text, to: "data/\(inner)")
        }
        var findings = Findings()
        let project = ProjectReader(tree: input, options: CompileOptions(data: "data"))
            .read(&findings)
        #expect(findings.sorted.filter { $0.place.file.hasPrefix("data/") } == [])
        let key = Accounts.Key(party: "mortelcentrale-voorbeeld", year: 2024)
        let statement = try #require(project?.accounts.statements[key])
        let total = try #require(statement["ghg"]?.sides[.loss]?.total.value)
        #expect(Numerals(language: .nl).print(total, decimals: 1) == "8.537,6")
        for language in Language.allCases {
            let page = try Repository.text(
                "guide/annexes/12-small-plant.\(language.rawValue).md")
            #expect(page.contains(Numerals(language: language).print(total, decimals: 1)))
        }
    }
}
