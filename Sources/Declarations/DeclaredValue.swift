package import Source

/// What a declaration says of one indicator in one module. "Not declared" is
/// not zero; a declared zero is a number.
package enum DeclaredValue: Sendable, Equatable {
    case number(Double, Located<String>)
    /// Nothing is stated: `ND`, `MND`, null, or no value beside the module.
    case notDeclared(Place)
    /// The module or the indicator was not assessed: `MNA`, `INA`.
    case notAssessed(Place)
    /// Below what the programme displays, `<0.01`: known to be less than the
    /// limit, and no number.
    case belowDisplay(limit: Double, Located<String>)

    package var place: Place {
        switch self {
        case .number(_, let typed), .belowDisplay(_, let typed): typed.place
        case .notDeclared(let place), .notAssessed(let place): place
        }
    }

    package var number: Double? {
        if case .number(let number, _) = self { number } else { nil }
    }
}

extension DeclaredValue {
    /// How a file writes the numbers that stand in quotes. The form says a
    /// point; some programmes write the comma of their country.
    enum DecimalMark: Sendable { case point, comma }

    /// Nil where the text is neither a number nor one of the known marks.
    init?(_ typed: Located<String>, mark: DecimalMark) {
        let text = Self.plain(typed.value)
        let word = text.lowercased().filter { !$0.isWhitespace && $0 != "." }
        if Self.notDeclared.contains(word) {
            self = .notDeclared(typed.place)
        } else if Self.notAssessed.contains(word) {
            self = .notAssessed(typed.place)
        } else if let sign = text.first, sign == "<" || sign == "≤" {
            let rest = text.dropFirst().drop { $0.isWhitespace || $0 == "=" }
            guard let limit = Self.scan(String(rest), mark) else { return nil }
            self = .belowDisplay(limit: limit, typed)
        } else {
            guard let number = Self.scan(text, mark) else { return nil }
            self = .number(number, typed)
        }
    }

    private static let notDeclared: Set<String> = [
        "", "-", "--", "nd", "mnd", "notdeclared", "modulenotdeclared", "null", "na", "n/a",
        "nr", "notrelevant", "nichtdeklariert", "ikkedeklarert", "nietgedeclareerd", "x",
    ]
    private static let notAssessed: Set<String> = [
        "mna", "ina", "notassessed", "modulenotassessed", "indicatornotassessed", "mnr",
        "modulenotrelevant",
    ]

    /// A number below this is written by no one and would overflow sums.
    private static let limit = 1e15

    private static func scan(_ text: String, _ mark: DecimalMark) -> Double? {
        var text = text
        if text.hasPrefix(".") || text.hasPrefix(",") { text = "0" + text }
        let value = StrictNumber.scan(text, decimalMark: mark == .point ? "." : ",")
        guard let value, abs(value) <= limit else { return nil }
        return value == 0 ? 0 : value
    }

    /// Without space round it, with a plain minus sign.
    static func plain(_ text: String) -> String {
        String(trimmed(text).map { $0 == "−" || $0 == "–" ? "-" : $0 })
    }

    static func trimmed(_ text: String) -> String {
        var rest = Substring(text)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

extension DeclaredValue.DecimalMark {
    /// What the values of one file show. A comma is the decimal mark only if
    /// one value proves it (`0,12`, `1,5`, `2,4E-05`) and none holds a point;
    /// nil where commas stand that could be either.
    init?(of texts: [String]) {
        let commas = texts.map(DeclaredValue.plain).filter { $0.contains(",") }
        guard !commas.isEmpty else {
            self = .point
            return
        }
        let points = texts.contains { $0.contains(".") && $0.contains { $0.isNumber } }
        guard !points, commas.contains(where: Self.isDecimal) else { return nil }
        self = .comma
    }

    private static func isDecimal(_ text: String) -> Bool {
        let parts = text.lowercased().split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        let whole = parts[0].filter(\.isNumber), part = parts[1]
        return whole == "0" || whole.isEmpty || part.contains("e")
            || part.filter(\.isNumber).count != 3
    }
}
