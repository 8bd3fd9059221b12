/// The information modules of EN 15804, in the order of a life cycle.
package enum Module: String, CaseIterable, Sendable, Comparable {
    case a0 = "A0"
    case a1 = "A1"
    case a2 = "A2"
    case a3 = "A3"
    /// A1, A2 and A3 as one figure.
    case a1a3 = "A1-A3"
    case a4 = "A4"
    case a5 = "A5"
    case b1 = "B1"
    case b2 = "B2"
    case b3 = "B3"
    case b4 = "B4"
    case b5 = "B5"
    case b6 = "B6"
    case b7 = "B7"
    case b8 = "B8"
    case c1 = "C1"
    case c2 = "C2"
    case c3 = "C3"
    case c4 = "C4"
    /// Beyond the system boundary: shown apart and never in a sum with others.
    case d = "D"

    package static func < (a: Module, b: Module) -> Bool {
        allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
    }

    package static let product: [Module] = [.a1, .a2, .a3]
}

/// A module under one scenario: a declaration may state C3 and D once for
/// each way in which the product may end. Scenarios are alternatives; their
/// figures are never added.
package struct Stage: Hashable, Sendable, Comparable {
    package let module: Module
    /// Empty where the module has one figure only.
    package let scenario: String

    package init(_ module: Module, scenario: String = "") {
        self.module = module
        self.scenario = scenario
    }

    package static func < (a: Stage, b: Stage) -> Bool {
        (a.module, a.scenario) < (b.module, b.scenario)
    }
}

extension Stage: CustomStringConvertible {
    package var description: String {
        scenario.isEmpty ? module.rawValue : "\(module.rawValue) (\(scenario))"
    }
}

extension Stage {
    /// Reads a module as programmes write it: `A1-A3`, `A1A2A3`, `a1toa3`,
    /// `A1 – A3`; `C3/1` and `D.2` are the first and second scenario. Nil for
    /// what is no module, such as a total.
    init?(_ text: String, scenario: String = "") {
        let plain = Self.plain(text)
        if Self.productStage.contains(plain) {
            self.init(.a1a3, scenario: scenario)
            return
        }
        if let module = Module(rawValue: plain) {
            self.init(module, scenario: scenario)
            return
        }
        let parts = plain.split(maxSplits: 1, omittingEmptySubsequences: false) {
            "/._:".contains($0)
        }
        guard parts.count == 2, scenario.isEmpty, let module = Module(rawValue: String(parts[0])),
            !parts[1].isEmpty
        else { return nil }
        self.init(module, scenario: String(parts[1]))
    }

    private static let productStage: Set<String> = [
        "A1-A3", "A1A3", "A1A2A3", "A1TOA3", "A1-3", "A1+A2+A3", "A1,A2,A3", "A1-A2-A3",
        "A1/A2/A3", "A1/A3", "A1_A3", "A1..A3", "A1...A3", "A1&A2&A3", "TOTALA1-A3", "SUMA1-A3",
        "TOTA1-A3", "A1BISA3", "A1TILA3", "A1TOTA3",
    ]

    private static func plain(_ text: String) -> String {
        let dashes: Set<Character> = ["–", "—", "‑", "−", "‐"]
        var plain = text.uppercased().filter { !$0.isWhitespace }
        plain = String(plain.map { dashes.contains($0) ? "-" : $0 })
        for word in ["MODULE", "MODUL", "STAGE"] where plain.hasPrefix(word) {
            plain.removeFirst(word.count)
        }
        return plain
    }
}
