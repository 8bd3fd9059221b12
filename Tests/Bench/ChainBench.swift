import Capital
import Foundation
import Source

/// Times a chain of companies that supply one another: statements, the
/// chain's account, both sides of every supply, and what the public may see.
struct ChainBench {
    let project: BenchProject
    let companies: Int
    let supplies: Int
    /// Every so many companies keeps its lines to itself; 0 for none.
    let silentEvery: Int
    let withDisclosure: Bool

    func run() {
        let clock = ContinuousClock()
        var parties: [Party] = []
        var ledgers: [Ledger] = []
        report("read", clock.measure { (parties, ledgers) = books() })
        let reporting = Set(ledgers.map(\.party))
        var statements: [Statement] = []
        report("statements", clock.measure {
            statements = zip(parties, ledgers).map {
                project.computation.statement(of: $1, party: $0, reporting: reporting)
            }
        })
        var total = 0.0
        var findings = Findings()
        report("consolidate", clock.measure {
            let chain = Consolidation(indicators: project.indicators, pricing: project.pricing)
                .chain(year: 2024, statements: statements, ledgers: ledgers, &findings)
            total = chain["ghg"]?.sides[.loss]?.total.value ?? 0
        })
        var compared = 0
        report("reconcile", clock.measure {
            compared = Reconciler(indicators: project.indicators)
                .supplies(statements: statements, ledgers: ledgers)
                .count { $0.split != nil }
        })
        if withDisclosure {
            report("all, with disclosure", clock.measure {
                let accounts = Accounts(
                    parties: parties, ledgers: ledgers, computation: project.computation,
                    &findings)
                total += accounts.chains[2024]?["ghg"]?.sides[.loss]?.total.value ?? 0
            })
        }
        print("  total \(total), \(compared) supplies compared, peak memory \(peak) MB")
    }

    private func report(_ stage: String, _ time: Duration) {
        let seconds = Double(time.components.seconds)
            + Double(time.components.attoseconds) * 1e-18
        print("  \(stage) \((seconds * 1000).rounded() / 1000) s")
    }

    /// The most memory that the process held so far.
    private var peak: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
    }

    private func books() -> ([Party], [Ledger]) {
        let ids = (0..<companies).map { "c\($0)" }
        var bought = Array(repeating: "", count: companies)
        var sold = bought
        var random = FixedRandom(state: 7)
        for number in 0..<supplies {
            let seller = random.below(companies)
            let buyer = (seller + 1 + random.below(companies - 1)) % companies
            let quantity = 1 + random.below(900)
            bought[buyer] += "b\(number),bought,\(ids[seller]),goods,\(quantity),t,"
                + "ghg-unsplit,0.\(10 + random.below(80)),t CO2-eq/t\n"
            sold[seller] += "s\(number),sold,\(ids[buyer]),goods,\(quantity),t,,,\n"
        }
        let known = Set(ids)
        var parties: [Party] = [], ledgers: [Ledger] = []
        for (index, id) in ids.enumerated() {
            var findings = Findings()
            let isSilent = silentEvery > 0 && index % silentEvery == 0
            let party = Party(file(id, "party.yaml", """
                id: \(id)
                name: {nl: \(id), en: \(id)}
                publishes: {lines: \(isSilent ? "[]" : "all")}

                """), &findings)!
            var reader = LedgerReader(
                party: party, year: 2024, parties: known, indicators: project.indicators,
                units: project.units)
            let (ledger, found) = reader.read(
                flows: file(id, "flows.csv", Self.flows(&random)),
                supplies: file(id, "supplies.csv", Self.supplies + bought[index] + sold[index]),
                products: file(id, "products.csv", "product,volume,unit\ngoods,99999,t\n"),
                reporting: known)
            precondition(!found.hasErrors, found.sorted.first?.description ?? "")
            parties.append(party)
            ledgers.append(ledger)
        }
        return (parties, ledgers)
    }

    private static let supplies =
        "supply,direction,counterparty,product,quantity,unit,indicator,factor,factor-unit\n"

    private static func flows(_ random: inout FixedRandom) -> String {
        var text = "flow,indicator,quantity,unit,position,counterparty,effect,basis\n"
        for line in ["ghg-fuel", "ghg-process", "ghg-electricity", "ghg-transport"] {
            for position in ["own", "upstream"] {
                text += "\(line)-\(position),\(line),\(1 + random.below(9_999)),t CO2-eq,"
                    + "\(position),,loss,realised\n"
            }
        }
        return text
    }

    private func file(_ id: String, _ name: String, _ text: String) -> SourceFile {
        SourceFile(path: "\(id)/\(name)", text: text)
    }
}

/// The same numbers on every machine and in every run.
struct FixedRandom {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
