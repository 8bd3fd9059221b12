/// Reads a number as it must stand in a data file, and nothing else.
///
/// Foundation's readers take `0,1` for 0 and `12abc` for 12 without a word,
/// so the scanner is our own. Accepted: an optional sign, digits, an
/// optional decimal part after the declared mark, an optional exponent
/// (`1.5e-12`, which factors need). No grouping marks, no spaces.
package enum StrictNumber {
    package static func scan(_ text: String, decimalMark: Character = ".") -> Double? {
        guard let parts = Parts(text.utf8, decimalMark: decimalMark.utf8.first ?? 46) else {
            return nil
        }
        // Up to 15 digits and a small power of ten are exact in a double, and
        // so is their quotient, rounded once.
        if parts.digits <= 15, parts.power == 0, parts.decimals < tens.count {
            let value = Double(parts.mantissa) / tens[parts.decimals]
            return parts.isNegative ? -value : value
        }
        let canonical = decimalMark == "."
            ? text : text.replacing(String(decimalMark), with: ".", maxReplacements: 1)
        guard let value = Double(canonical), value.isFinite else { return nil }
        return value
    }

    private static let tens: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    /// What a well-formed number consists of.
    private struct Parts {
        var isNegative = false
        /// All digits as one integer, valid up to 18 of them.
        var mantissa: UInt64 = 0
        var digits = 0
        var decimals = 0
        /// Zero without an exponent; else not looked at further.
        var power = 0

        init?(_ bytes: String.UTF8View, decimalMark: UInt8) {
            var rest = bytes[...]
            if let sign = rest.first, sign == 45 || sign == 43 {
                isNegative = sign == 45
                rest.removeFirst()
            }
            guard take(&rest) > 0 else { return nil }
            if rest.first == decimalMark {
                rest.removeFirst()
                decimals = take(&rest)
                guard decimals > 0 else { return nil }
            }
            if let mark = rest.first, mark == 101 || mark == 69 {
                rest.removeFirst()
                if let sign = rest.first, sign == 45 || sign == 43 { rest.removeFirst() }
                let before = digits
                guard take(&rest) > 0 else { return nil }
                digits = before
                power = 1
            }
            guard rest.isEmpty else { return nil }
        }

        private mutating func take(_ rest: inout Substring.UTF8View) -> Int {
            var count = 0
            while let byte = rest.first, (48...57).contains(byte) {
                if digits < 18 { mantissa = mantissa * 10 + UInt64(byte - 48) }
                digits += 1
                count += 1
                rest.removeFirst()
            }
            return count
        }
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
}
