/// The two editions of EN 15804 whose indicators a declaration can hold. They
/// differ in categories, units and methods; results of the two never mix.
package enum Standard: String, CaseIterable, Sendable, Comparable {
    case a1 = "EN 15804+A1"
    case a2 = "EN 15804+A2"

    /// The short name by which the sets of weights are known: `A1`.
    package var short: String { self == .a1 ? "A1" : "A2" }

    package static func < (a: Standard, b: Standard) -> Bool { a.rawValue < b.rawValue }
}

extension Standard {
    /// The edition that a compliance statement names; nil where it names none.
    /// `DIN EN 15804` without an addition is the first edition or +A1, which
    /// share their indicators.
    init?(compliance text: String) {
        let plain = text.lowercased().filter { !$0.isWhitespace }
        guard plain.contains("15804") else { return nil }
        self = plain.contains("a2") || plain.contains("2019") ? .a2 : .a1
    }
}
