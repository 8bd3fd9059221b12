import Capital
import Foundation
import Source

/// Times the arithmetic: companies' ledgers are read from a folder, made into
/// statements and added up to the chain. `.ci/bench-ledgers` writes the folder
/// and has a columnar engine do the same aggregation.
@main
struct Bench {
    static func main() throws {
        let arguments = CommandLine.arguments
        if arguments.count == 6, arguments[2] == "--chain",
            let companies = Int(arguments[3]), let supplies = Int(arguments[4]),
            let silentEvery = Int(arguments[5])
        {
            ChainBench(
                project: try BenchProject(guide: arguments[1]), companies: companies,
                supplies: supplies, silentEvery: max(0, silentEvery),
                withDisclosure: silentEvery >= 0
            ).run()
            return
        }
        guard arguments.count == 3 else {
            print("usage: bench GUIDE DATA\n"
                + "       bench GUIDE --chain COMPANIES SUPPLIES SILENT\n"
                + "SILENT: every so many companies publishes nothing; 0 for none, -1 to leave "
                + "disclosure out")
            exit(64)
        }
        let project = try BenchProject(guide: arguments[1])
        let clock = ContinuousClock()
        var rows = 0
        var total = 0.0
        let reading = try clock.measure {
            let ledgers = try project.ledgers(in: arguments[2])
            rows = ledgers.map(\.ledger.flows.count).reduce(0, +)
            total = project.total(of: ledgers)
        }
        let seconds = Double(reading.components.seconds)
            + Double(reading.components.attoseconds) * 1e-18
        print("\(rows) \(seconds) \(total)")
    }
}

/// The lines and units of a guide, and companies that have nothing but flows.
struct BenchProject {
    let indicators: Indicators
    let units: Units
    let pricing: Pricing
    let computation: StatementComputation

    init(guide: String) throws {
        var findings = Findings()
        let units = Units(try Self.file("\(guide)/units.yaml"), &findings)
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(guide)/indicators")
        let all = try names.filter { $0.hasSuffix(".nl.md") }.sorted().compactMap { name in
            let text = try Self.file("\(guide)/indicators/\(name)").text
            let front = text.split(separator: "---\n", maxSplits: 2)[0]
            return YAMLTree(String(front), file: name, &findings)
                .flatMap { Fields($0, &findings) }
                .flatMap { fields -> Indicator? in
                    var fields = fields
                    return Indicator(&fields, units: units, &findings)
                }
        }
        self.units = units
        indicators = Indicators(all, &findings)
        precondition(!findings.hasErrors, "\(findings.sorted)")
        var ignored = Findings()
        pricing = Pricing(indicators: indicators, sets: [], units: units, &ignored)
        computation = StatementComputation(
            indicators: indicators, pricing: pricing, qualityClasses: [:])
    }

    private static func file(_ path: String) throws -> SourceFile {
        SourceFile(path: path, text: try String(contentsOfFile: path, encoding: .utf8))
    }

    func ledgers(in folder: String) throws -> [(party: Party, ledger: Ledger)] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let ids = Set(names)
        return try names.map { name in
            var findings = Findings()
            let description = "id: \(name)\nname: {nl: \(name), en: \(name)}\n"
            let party = Party(SourceFile(path: name, text: description), &findings)!
            var reader = LedgerReader(
                party: party, year: 2024, parties: ids, indicators: indicators, units: units)
            let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)/flows.csv")))
            let path = "\(name)/flows.csv"
            var tree = FileTree()
            tree[path] = bytes
            let file = SourceFile(path, in: tree, &findings)
            let (ledger, found) = reader.read(
                flows: file, supplies: nil, products: nil, reporting: [])
            precondition(!found.hasErrors, found.sorted.map(\.description).joined(separator: "\n"))
            return (party, ledger)
        }
    }

    /// The chain's greenhouse gases, so that nothing is left out unused.
    func total(of ledgers: [(party: Party, ledger: Ledger)]) -> Double {
        var findings = Findings()
        let reporting = Set(ledgers.map(\.party.id))
        let statements = ledgers.map {
            computation.statement(of: $0.ledger, party: $0.party, reporting: reporting)
        }
        let chain = Consolidation(indicators: indicators, pricing: pricing)
            .chain(year: 2024, statements: statements, ledgers: ledgers.map(\.ledger), &findings)
        return chain["ghg"]?.sides[.loss]?.total.value ?? 0
    }
}
