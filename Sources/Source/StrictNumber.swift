/// Reads a number as it must stand in a data file, and nothing else.
///
/// Foundation's readers take `0,1` for 0 and `12abc` for 12 without a word,
/// so the scanner is our own. Accepted: an optional sign, digits, an
/// optional decimal part after the declared mark, an optional exponent
/// (`1.5e-12`, which factors need). No grouping marks, no spaces.
package enum StrictNumber {
    package static func scan(_ text: String, decimalMark: Character = ".") -> Double? {
        var rest = Substring(text)
        var canonical = ""
        if let sign = rest.first, sign == "-" || sign == "+" {
            canonical.append(sign)
            rest.removeFirst()
        }
        guard let whole = digits(&rest) else { return nil }
        canonical += whole
        if rest.first == decimalMark {
            rest.removeFirst()
            guard let part = digits(&rest) else { return nil }
            canonical += "." + part
        }
        if let mark = rest.first, mark == "e" || mark == "E" {
            rest.removeFirst()
            canonical.append("e")
            if let sign = rest.first, sign == "-" || sign == "+" {
                canonical.append(sign)
                rest.removeFirst()
            }
            guard let power = digits(&rest) else { return nil }
            canonical += power
        }
        guard rest.isEmpty, let value = Double(canonical), value.isFinite else { return nil }
        return value
    }

    /// Why a text is not a number, as the end of a message; empty when there
    /// is nothing better to say than that it is not one.
    package static func hint(for text: String, decimalMark: Character = ".") -> String {
        let other: Character = decimalMark == "." ? "," : "."
        if scan(text, decimalMark: other) != nil {
            return "; the decimal mark here is '\(decimalMark)', not '\(other)'"
        }
        if text.contains(" ") || text.contains("\u{A0}") {
            return "; write the digits without spaces, and the unit in its own column"
        }
        return "; write digits with '\(decimalMark)' as the decimal mark and no grouping"
    }

    private static func digits(_ rest: inout Substring) -> String? {
        let run = rest.prefix { $0.isASCII && $0.isNumber }
        rest.removeFirst(run.count)
        return run.isEmpty ? nil : String(run)
    }
}
