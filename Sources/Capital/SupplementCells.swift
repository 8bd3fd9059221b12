package import Source

extension Rule {
    package static let outOfRange = Rule(
        "out-of-range",
        reason: "A figure outside the range of its column is a slip of the pen or a figure of "
            + "another column.",
        example: "condition 55, where it runs from 0 to 1",
        mend: "Write the figure within the range that the message names.")
}

/// Reads the cells of the statements beside the account, in the dialect that
/// the company declared.
struct SupplementCells {
    let dialect: CSVDialect
    let units: Units

    /// A figure of zero or more; nil, with a finding, for anything else.
    func number(_ cell: Located<String>, _ findings: inout Findings) -> Double? {
        guard let value = StrictNumber.scan(cell.value, decimalMark: dialect.decimalMark) else {
            let hint = StrictNumber.hint(for: cell.value, decimalMark: dialect.decimalMark)
            findings.add(.notANumber, at: cell.place, "'\(cell.value)' is not a number" + hint)
            return nil
        }
        guard value <= LedgerReader.numberLimit else {
            findings.add(
                .notANumber, at: cell.place, "'\(cell.value)' is above 1e15; check the unit")
            return nil
        }
        guard value >= 0 else {
            findings.add(
                .negativeQuantity, at: cell.place, "quantity \(cell.value) is below zero")
            return nil
        }
        return value
    }

    /// A figure within bounds; `name` is that of its column.
    func number(
        _ cell: Located<String>, of name: String, in range: ClosedRange<Double>,
        _ findings: inout Findings
    ) -> Double? {
        guard let value = number(cell, &findings) else { return nil }
        guard range.contains(value) else {
            findings.add(
                .outOfRange, at: cell.place,
                "\(name) \(cell.value) is not from \(Digits.text(range.lowerBound)) to "
                    + Digits.text(range.upperBound))
            return nil
        }
        return value
    }

    /// A figure, or why there is none: empty and '.' are missing, '-' is nil
    /// by nature.
    func state(
        _ cell: Located<String>, _ read: (Located<String>) -> Double?
    ) -> Cell? {
        switch cell.value {
        case "", ".": .missing(.stated)
        case "-", "–": Cell.none
        default: read(cell).map { .known($0) }
        }
    }

    /// The number of `target` units in one of the unit in the cell.
    func conversion(
        _ unit: Located<String>, to target: String, of name: String, _ findings: inout Findings
    ) -> Double? {
        guard units.check(unit, &findings) else { return nil }
        guard let conversion = units.conversion(from: unit.value, to: target) else {
            findings.add(
                .unitMismatch, at: unit.place,
                "unit '\(unit.value)' is not a unit of \(name), which counts \(target)")
            return nil
        }
        return conversion
    }

    /// One of a closed list of words.
    func option<Choice>(
        _ cell: Located<String>, or fallback: Choice? = nil, _ findings: inout Findings
    ) -> Choice? where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        if cell.value.isEmpty, let fallback { return fallback }
        if let choice = Choice(rawValue: cell.value) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        let hint = NearMiss.best(for: cell.value, among: words)
            .map { "; did you mean '\($0)'?" } ?? "; write one of \(words.joined(separator: ", "))"
        findings.add(
            .unknownOption, at: cell.place, "'\(cell.value)' is not an option here" + hint)
        return nil
    }

    /// How many decimals a figure was typed with.
    func decimals(_ cell: Located<String>) -> Int {
        guard let mark = cell.value.firstIndex(of: dialect.decimalMark) else { return 0 }
        return cell.value[cell.value.index(after: mark)...].prefix(while: \.isNumber).count
    }
}

/// Numbers in messages: the shortest digits, without a closing '.0'.
enum Digits {
    static func text(_ value: Double) -> String {
        let text = (value == 0 ? 0 : value).description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
