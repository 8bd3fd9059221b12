/// A decimal number with a fixed count of decimals, so that a column of them
/// adds up for who checks it with pencil and paper.
package struct FixedPoint: Hashable, Sendable {
    /// The number times ten to the power ``decimals``.
    package let units: Int128
    /// Below zero where the number is too large to keep its last digits.
    package let decimals: Int

    package init(units: Int128, decimals: Int) {
        self.units = units
        self.decimals = decimals
    }

    /// The shortest decimal that names the double, rounded half away from
    /// zero. Infinite and undefined numbers count as zero.
    package init(rounding value: Double, decimals: Int) {
        self.decimals = decimals
        guard let digits = ShortestDigits(value) else {
            units = 0
            return
        }
        var units = Int128(digits.mantissa)
        let shift = digits.exponent + decimals
        if shift >= 0 {
            for _ in 0..<min(shift, Self.digitLimit) {
                let (more, overflow) = units.multipliedReportingOverflow(by: 10)
                if overflow { break }
                units = more
            }
        } else if shift < -20 {
            units = 0
        } else {
            var divisor: Int128 = 1
            for _ in 0..<(-shift) { divisor *= 10 }
            units = (units + divisor / 2) / divisor
        }
        self.units = value < 0 ? -units : units
    }

    /// So many digits fit, with room to add a few numbers.
    private static let digitLimit = 36

    /// The decimals that keep every digit of some numbers, but no fewer than
    /// asked for; fewer where these or others would have too many digits.
    package static func decimals(
        keeping values: [Double], atLeast least: Int, fitting others: [Double] = []
    ) -> Int {
        let wanted = values.compactMap(ShortestDigits.init).map { -$0.exponent }.max() ?? 0
        let whole = (values + others).compactMap(ShortestDigits.init).map(\.wholeCount).max() ?? 1
        return min(max(least, wanted), digitLimit - max(1, whole))
    }

    /// The number as `-12.50`, without a sign at zero.
    package var text: String {
        var digits = String(units.magnitude)
        if decimals < 0 {
            return (units < 0 ? "-" : "") + digits
                + (units == 0 ? "" : String(repeating: "0", count: -decimals))
        }
        if digits.count <= decimals {
            digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
        }
        let whole = digits.dropLast(decimals), fraction = digits.suffix(decimals)
        return (units < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The text without zeros at its end.
    package var shortText: String {
        guard decimals > 0 else { return text }
        var text = self.text
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    package var value: Double { Double(text) ?? 0 }
}

/// The shortest decimal that names a double: mantissa × ten to the exponent.
private struct ShortestDigits {
    let mantissa: Int
    let exponent: Int
    /// ShortestDigits before the decimal mark.
    let wholeCount: Int

    init?(_ value: Double) {
        guard value.isFinite else { return nil }
        let parts = abs(value).description.split(separator: "e")
        let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let number = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let fraction = number.count > 1 && number[1] != "0" ? String(number[1]) : ""
        guard let mantissa = Int(number[0] + fraction) else { return nil }
        self.mantissa = mantissa
        exponent = power - fraction.count
        wholeCount = mantissa == 0 ? 1 : String(mantissa).count + exponent
    }
}
