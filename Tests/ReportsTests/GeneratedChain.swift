import Source

/// A made-up chain of companies as files, over the base project of the
/// specs: every supply is booked by both sides, all is public.
struct GeneratedChain {
    /// The rows of each CSV file, without its header.
    private(set) var rows: [String: [String]] = [:]
    private let count: Int
    private let base: FileTree

    static let headers: [String: String] = [
        "flows.csv": "flow,indicator,quantity,unit,position,counterparty,effect,basis,method,"
            + "verified,note",
        "supplies.csv": "supply,direction,counterparty,product,quantity,unit,indicator,factor,"
            + "factor-unit",
    ]

    init(seed: UInt64, over base: FileTree) {
        var random = SplitMix64(seed: seed)
        self.base = base
        count = Int.random(in: 2...5, using: &random)
        for buyer in 0..<count {
            flows(of: buyer, &random)
            for supplier in 0..<buyer where buyer == 1 || Bool.random(using: &random) {
                supply(from: supplier, to: buyer, &random)
            }
        }
    }

    private mutating func flows(of party: Int, _ random: inout SplitMix64) {
        let path = "p\(party)/2024/flows.csv"
        for row in 0...Int.random(in: 1...5, using: &random) {
            let line = ["ghg-fuel", "ghg-unsplit"].randomElement(using: &random)!
            let position = ["own", "upstream", "downstream"].randomElement(using: &random)!
            let quantity = row == 0 ? "12" : Self.quantity(&random)
            rows[path, default: []].append(
                "f\(row),\(line),\(quantity),t CO2-eq,\(row == 0 ? "own" : position),,loss,"
                    + "realised,measured,yes,nooit / never")
        }
        rows[path, default: []].append(
            "g,land-restored,\(Int.random(in: 0...90, using: &random)).5,ha,own,,gain,realised,"
                + "measured,\(Bool.random(using: &random) ? "yes" : "no"),")
    }

    /// Mostly figures, and now and then a state.
    private static func quantity(_ random: inout SplitMix64) -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: "."
        case 1: "-"
        case 2: "n.v.t."
        case 3: "0"
        default:
            "\(Int.random(in: 1...9_000, using: &random)).\(Int.random(in: 0...9, using: &random))"
        }
    }

    private mutating func supply(
        from supplier: Int, to buyer: Int, _ random: inout SplitMix64
    ) {
        let tonnes = Int.random(in: 1...5_000, using: &random)
        rows["p\(supplier)/2024/supplies.csv", default: []].append(
            "s\(supplier)-\(buyer),sold,p\(buyer),goods,\(tonnes),t,,,")
        rows["p\(buyer)/2024/supplies.csv", default: []].append(
            "s\(supplier)-\(buyer),bought,p\(supplier),goods,\(tonnes),t,ghg-unsplit,0.25,"
                + "t CO2-eq/t")
    }

    /// The whole project; `change` may rewrite the rows of a file.
    func files(_ change: (_ path: String, _ rows: [String]) -> [String] = { $1 }) -> FileTree {
        var tree = base
        for path in tree.paths(under: "guide/example") { tree[path] = nil }
        for chapter in ["guide/1-frame/05-drivers.nl.md", "guide/1-frame/05-drivers.en.md"] {
            let text = (tree.text(chapter) ?? "").replacing(#/`=[^`]*`/#, with: "dit")
            tree.write(text, to: chapter)
        }
        for party in 0..<count {
            let others = (0..<count).filter { $0 != party }.map { "p\($0)" }
            tree.write(
                """
                id: p\(party)
                name: {nl: Bedrijf \(party), en: Company \(party)}
                fictional: true
                chain-links: [cement]
                publishes: {lines: all, bilateral: [\(others.joined(separator: ", "))]}

                """, to: "guide/example/p\(party)/party.yaml")
        }
        for (path, rows) in rows {
            let name = path.split(separator: "/").last.map(String.init) ?? ""
            let lines = [Self.headers[name] ?? ""] + change(path, rows)
            tree.write(lines.map { $0 + "\n" }.joined(), to: "guide/example/\(path)")
        }
        return tree
    }
}

/// The cells of a statement's CSV file.
struct StatementCells {
    private var cells: [[String]: String] = [:]
    private(set) var lines: Set<String> = []

    init(_ text: String) {
        let rows = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = rows.first, let line = header.firstIndex(of: "line"),
            let effect = header.firstIndex(of: "effect"),
            let column = header.firstIndex(of: "column"),
            let value = header.firstIndex(of: "value")
        else { return }
        for row in rows.dropFirst() where row.count == header.count {
            cells[[row[line], row[effect], row[column]]] = row[value]
            lines.insert(row[line])
        }
    }

    /// A cell without a figure counts as nothing here.
    func value(_ line: String, _ effect: String, _ column: String) -> Double {
        cells[[line, effect, column]].flatMap(Double.init) ?? 0
    }
}
