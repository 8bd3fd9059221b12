import Foundation
import Source
import Testing
@testable import Reports

/// What the public files of data hold, seen from outside: compile, then read
/// the files as anybody would.
@Suite struct PublicDataFiles {
    @Test func everyJSONFileParses() throws {
        let site = try Built().site
        let paths = site.paths.filter { $0.hasSuffix(".json") }
        #expect(paths.count > 4)
        for path in paths {
            #expect(throws: Never.self) {
                try JSONSerialization.jsonObject(with: Data(site[path] ?? []))
            }
        }
    }

    @Test func everyRowOfEveryCSVFileReadsBack() throws {
        let site = try Built().site
        let paths = site.paths.filter { $0.hasSuffix(".csv") }
        #expect(paths.contains("data/parties/plant/2024/statement.csv"))
        #expect(paths.contains("data/chain/2024/statement.csv"))
        for path in paths {
            let text = try #require(site.text(path))
            var findings = Findings()
            let rows = CSVTable(
                SourceFile(path: path, text: text), dialect: CSVDialect(),
                required: Built.columns, &findings
            ).rows
            #expect(findings.all == [])
            #expect(rows.count == text.split(whereSeparator: \.isNewline).count - 1)
            for row in rows {
                let isKnown = row["state"].value == "known"
                let value = StrictNumber.scan(row["value"].value, decimalMark: ".")
                #expect((value != nil) == isKnown, "\(row.place)")
                #expect(row["bound"].value.isEmpty == !isKnown)
                #expect(row["fictional"].value == "true")
            }
        }
    }

    @Test func theCSVAndTheJSONFileHoldTheSameFigures() throws {
        let site = try Built().site
        let figures = try Built.figures(in: site, "data/parties/plant/2024/statement.csv")
        let json = try #require(site.text("data/parties/plant/2024/statement.json"))
        #expect(figures.count > 3)
        for figure in figures { #expect(json.contains("\"value\": \(figure)")) }
    }

    @Test func valuesAreNotRounded() throws {
        var built = try Built()
        built.edit("gas,ghg-fuel,45,", "gas,ghg-fuel,45.123456789,", "plant/2024/flows.csv")
        let text = try #require(built.site.text("data/parties/plant/2024/statement.csv"))
        #expect(text.contains(",own,45.123456789,known,"))
    }

    @Test func anAmountOfMoneyNamesItsSetAndCurrency() throws {
        let text = try #require(try Built().site.text("data/parties/plant/2024/statement.csv"))
        #expect(text.contains(",EUR,,value:set-a,"))
    }

    @Test func thePackageListsEveryCSVFile() throws {
        let site = try Built().site
        let package = try Built.object(in: site, "data/datapackage.json")
        let resources = try #require(package["resources"] as? [[String: Any]])
        let paths = resources.compactMap { $0["path"] as? String }
        #expect(paths.map { "data/" + $0 }.sorted() == site.paths.filter { $0.hasSuffix(".csv") })
        let names = resources.compactMap { $0["name"] as? String }
        #expect(Set(names).count == resources.count)
        for resource in resources {
            let schema = try #require(resource["schema"] as? [String: Any])
            let fields = try #require(schema["fields"] as? [[String: Any]])
            #expect(fields.map { $0["name"] as? String } == Built.columns)
        }
    }

    @Test func onlyAMadeUpChainIsLicensedAsTheGuide() throws {
        var built = try Built()
        #expect(try Built.object(in: built.site, "data/datapackage.json")["licenses"] != nil)
        for party in ["kiln", "mine", "plant"] {
            built.edit("fictional: true\n", "", "\(party)/party.yaml")
        }
        #expect(try Built.object(in: built.site, "data/datapackage.json")["licenses"] == nil)
    }
}

@Suite struct PublicDataHidesWhatIsHidden {
    /// A company that keeps one line to itself, with digits that occur
    /// nowhere else.
    private static func hiding() throws -> Built {
        var built = try Built()
        built.edit("lines: all,", "lines: [carbonation],", "plant/party.yaml")
        built.edit("gas,ghg-fuel,45,", "gas,ghg-fuel,987.654321,", "plant/2024/flows.csv")
        built.edit("cement,ghg-unsplit,300,", "cement,ghg-unsplit,876.543219,",
                   "plant/2024/flows.csv")
        return built
    }

    @Test func aHiddenFiguresDigitsAreInNoPublicFile() throws {
        let site = try Self.hiding().site
        for path in site.paths {
            guard let text = site.text(path) else { continue }
            #expect(!text.contains("987.65"), "\(path)")
            #expect(!text.contains("876.54"), "\(path)")
        }
    }

    @Test func aHiddenCellHasNoValueAndNoBound() throws {
        let text = try #require(
            try Self.hiding().site.text("data/parties/plant/2024/statement.csv"))
        let rows = text.split(whereSeparator: \.isNewline).filter { $0.contains(",ghg-fuel,") }
        #expect(!rows.isEmpty)
        for row in rows { #expect(row.hasSuffix(",,confidential,,,,,,")) }
    }
}

@Suite struct ManifestFile {
    @Test func listsEveryPublicFileButItself() throws {
        let site = try Built().site
        let files = try #require(try Self.checksums("files", site))
        #expect(files.keys.sorted() == site.paths.filter { $0 != "manifest.json" })
        for (path, digest) in files { #expect(Digest.sha256(site[path] ?? []) == digest) }
    }

    @Test func namesItsGeneratorFormatAndEdition() throws {
        let manifest = try Built.object(in: try Built().site, "manifest.json")
        #expect(manifest["generator"] as? String == "kapitaal")
        #expect(manifest["format"] as? Int == 1)
        #expect(manifest["edition"] as? String == "2026.0")
    }

    @Test func listsGuideAndTemplatesAndNoCompanysFolder() throws {
        let built = try Built()
        let inputs = try #require(try Self.checksums("inputs", built.site))
        #expect(inputs["guide/guide.yaml"] == Digest.sha256(built.input["guide/guide.yaml"] ?? []))
        #expect(inputs["templates/style.css"] != nil)
        #expect(inputs.keys.filter { $0.hasPrefix("guide/example/") } == [])
    }

    /// A folder of data that lies within the guide is read twice: as part of
    /// the guide, and as the data.
    @Test func listsNoLedgerWhereverItLies() throws {
        var built = try Built()
        for path in built.input.paths(under: "guide/example") {
            let tail = path.dropFirst("guide/example/".count)
            let real = "guide/real/\(tail)", data = "data/\(tail)"
            built.input[real] = built.input[path]
            built.input[data] = built.input[path]
        }
        built.data = "data"
        let inputs = try #require(try Self.checksums("inputs", built.site))
        let listed = inputs.keys.filter { $0.hasSuffix(".csv") || $0.hasSuffix("party.yaml") }
        #expect(listed == [])
    }

    private static func checksums(_ key: String, _ site: FileTree) throws -> [String: String]? {
        try Built.object(in: site, "manifest.json")[key] as? [String: String]
    }
}

@Suite struct WritingData {
    @Test func sha256IsThatOfTheStandard() {
        #expect(
            Digest.sha256(Array("abc".utf8))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Digest.sha256([]).hasPrefix("e3b0c44298fc1c149afbf4c8996fb924"))
    }

    @Test(arguments: [
        "", "\"", "\\", "a\u{0}b", "line\r\nend\t", "\u{2028}", "e\u{301}", "\"\u{301}",
    ])
    func everyTextReadsBack(_ text: String) throws {
        let written = JSONValue.object([.init(key: "k", value: .text(text))]).written
        let read = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: String]
        #expect(read?["k"].map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }

    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (620, "620"), (0.1, "0.1"), (-1.5, "-1.5"), (1e20, "1e+20"),
        (1e-7, "1e-07"), (0.1 + 0.2, "0.30000000000000004"),
    ])
    func aNumberHasTheFewestDigits(_ value: Double, _ digits: String) {
        #expect(JSONValue.number(value).written == digits + "\n")
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan])
    func whatIsNoNumberIsNull(_ value: Double) {
        #expect(JSONValue.number(value).written == "null\n")
    }

    @Test(arguments: [
        ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("two\nlines", "\"two\nlines\""),
        ("two\r\nlines", "\"two\r\nlines\""), ("\"\u{301}", "\"\"\"\u{301}\""),
        (",\u{301}", "\",\u{301}\""), ("plain", "plain"),
    ])
    func aCellIsQuotedWhereItNeedsToBe(_ cell: String, _ written: String) {
        #expect(Array(csvText([[cell, "b"]]).utf8) == Array((written + ",b\n").utf8))
    }
}

/// The base project of the specs as a test changes it, and what it compiles
/// to.
struct Built {
    var input: FileTree
    var data = "guide/example"

    static let columns = [
        "subject", "year", "fictional", "line", "unit", "effect", "column", "value", "state",
        "bound", "provisional",
        "low", "high", "low-with-prices", "high-with-prices",
    ]

    init() throws { input = try Repository.base() }

    /// Replaces a text that stands once in a file of the example chain.
    mutating func edit(_ old: String, _ new: String, _ path: String) {
        let isReplaced = input.replace(old, with: new, in: "guide/example/\(path)")
        #expect(isReplaced, "'\(old)' does not stand once in \(path)")
    }

    mutating func append(_ row: String, to path: String) {
        let path = "guide/example/\(path)"
        input.write((input.text(path) ?? "") + row + "\n", to: path)
    }

    private var compilation: Compilation {
        let made = compile(input, CompileOptions(data: data, isPrivateWanted: true))
        #expect(!made.hasErrors, "\(made.diagnostics)")
        return made
    }

    var site: FileTree { compilation.site }
    var confidential: FileTree { compilation.confidential }

    static func object(in tree: FileTree, _ path: String) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(tree[path] ?? []))
        return try #require(object as? [String: Any])
    }

    /// The digits in the column `value`.
    /// The figures of the year itself.
    static func figures(in tree: FileTree, _ path: String) throws -> [String] {
        let text = try #require(tree.text(path))
        var findings = Findings()
        let file = SourceFile(path: path, text: text)
        return CSVTable(file, dialect: CSVDialect(), required: columns, &findings).rows
            .filter { !$0["column"].value.hasPrefix("series:") }
            .map { $0["value"].value }.filter { !$0.isEmpty }
    }
}
