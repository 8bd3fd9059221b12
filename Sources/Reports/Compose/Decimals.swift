/// A double as decimal digits: the shortest that read back to it.
struct Decimals {
    var whole: String
    var fraction: String

    init(_ value: Double) {
        let text = abs(value).description
        let parts = text.split(separator: "e")
        let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        var digits = Array(mantissa[0])
        let point = digits.count + power
        if mantissa.count > 1, mantissa[1] != "0" { digits += Array(mantissa[1]) }
        if point <= 0 {
            digits = Array(repeating: "0", count: 1 - point) + digits
            whole = "0"
            fraction = String(digits.dropFirst())
        } else {
            if digits.count < point {
                digits += Array(repeating: "0", count: point - digits.count)
            }
            whole = String(digits.prefix(point))
            fraction = String(digits.dropFirst(point))
        }
        while fraction.hasSuffix("0") { fraction.removeLast() }
    }

    var isZero: Bool { (whole + fraction).allSatisfy { $0 == "0" } }

    /// Rounded half away from zero, once: to so many decimals, or to fewer
    /// where the significant digits end before; below zero decimals to tens,
    /// hundreds and so on.
    func rounded(to decimals: Int, significant: Int? = nil) -> Decimals {
        rounded(decimals: significant.map { min(decimals, self.decimals(significant: $0)) }
            ?? decimals)
    }

    /// How many decimals so many significant digits reach to.
    private func decimals(significant: Int) -> Int {
        let digits = whole + fraction
        guard let first = digits.firstIndex(where: { $0 != "0" }) else { return .max }
        return significant + digits.distance(from: digits.startIndex, to: first) - whole.count
    }

    private func rounded(decimals: Int) -> Decimals {
        var digits = Array((whole + fraction).utf8)
        let kept = max(0, whole.utf8.count + decimals)
        let zero = UInt8(ascii: "0")
        if digits.count < kept {
            digits += Array(repeating: zero, count: kept - digits.count)
        } else if digits.count > kept {
            let isUp = digits[kept] >= UInt8(ascii: "5") && whole.utf8.count + decimals >= 0
            digits = Array(digits[..<kept])
            var index = kept - 1
            var carry = isUp
            while carry, index >= 0 {
                carry = digits[index] == UInt8(ascii: "9")
                digits[index] = carry ? zero : digits[index] + 1
                index -= 1
            }
            if carry { digits.insert(UInt8(ascii: "1"), at: 0) }
        }
        digits += Array(repeating: zero, count: max(0, -decimals))
        let places = max(0, decimals)
        var result = self
        result.whole = String(decoding: digits[..<(digits.count - places)], as: UTF8.self)
        result.fraction = String(decoding: digits[(digits.count - places)...], as: UTF8.self)
        while result.whole.utf8.count > 1, result.whole.hasPrefix("0") {
            result.whole.removeFirst()
        }
        if result.whole.isEmpty { result.whole = "0" }
        return result
    }

    /// The figure itself.
    var value: Double { Double(whole + "." + (fraction.isEmpty ? "0" : fraction)) ?? 0 }
}
