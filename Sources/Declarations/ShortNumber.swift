/// A figure in a message: four significant digits, a point, no grouping.
package enum ShortNumber {
    package static func text(_ value: Double) -> String {
        guard value != 0, value.isFinite else { return "0" }
        var exponent = 0
        var digits = abs(value)
        while digits >= 10 { (digits, exponent) = (digits / 10, exponent + 1) }
        while digits < 1 { (digits, exponent) = (digits * 10, exponent - 1) }
        var rounded = Int((digits * 1000).rounded())
        if rounded == 10_000 { (rounded, exponent) = (1000, exponent + 1) }
        let text = "\(rounded)"
        let sign = value < 0 ? "-" : ""
        if (-4..<7).contains(exponent) { return sign + plain(text, exponent) }
        let part = trimmed(String(text.dropFirst()))
        return sign + text.prefix(1) + (part.isEmpty ? "" : "." + part) + "e\(exponent)"
    }

    private static func plain(_ digits: String, _ exponent: Int) -> String {
        if exponent < 0 {
            return "0." + String(repeating: "0", count: -exponent - 1) + trimmed(digits)
        }
        let whole = digits.prefix(exponent + 1)
        let zeros = String(repeating: "0", count: max(0, exponent + 1 - digits.count))
        let part = trimmed(String(digits.dropFirst(exponent + 1)))
        return whole + zeros + (part.isEmpty ? "" : "." + part)
    }

    private static func trimmed(_ digits: String) -> String {
        var rest = Substring(digits)
        while rest.last == "0" { rest.removeLast() }
        return String(rest)
    }
}
