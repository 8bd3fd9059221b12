import Capital
import Markup
import Source

/// Prints figures as the readers of a language write them. Rounds once, half
/// away from zero, on the shortest decimal that names the double.
struct Numerals: Sendable {
    let language: Language

    static let minus = "\u{2212}"
    static let noBreakSpace = "\u{A0}"

    private var decimalMark: String {
        switch language {
        case .nl: ","
        case .en: "."
        }
    }

    private var groupMark: String {
        switch language {
        case .nl: "."
        case .en: ","
        }
    }

    func print(_ value: Double, decimals: Int) -> String {
        let digits = Decimals(value).rounded(to: decimals)
        let sign = value < 0 && !digits.isZero ? Self.minus : ""
        let whole = grouped(digits.whole)
        return sign + whole + (decimals > 0 ? decimalMark + digits.fraction : "")
    }

    /// A factor, with the digits that its source gives.
    func print(exactly value: Double) -> String {
        let digits = Decimals(value)
        let sign = value < 0 ? Self.minus : ""
        return sign + grouped(digits.whole)
            + (digits.fraction.isEmpty ? "" : decimalMark + digits.fraction)
    }

    /// A cell of a statement: its figure or the symbol of its state.
    func print(_ cell: Cell, decimals: Int) -> PrintedValue {
        switch cell {
        case .known(let quantity):
            let number = print(quantity.value, decimals: decimals)
            let star = quantity.isProvisional ? "*" : ""
            let meaning = Labels.meaning(of: quantity.bound).map { $0[language] }
            return switch quantity.bound {
            case .exact:
                PrintedValue(
                    text: number + star,
                    meaning: quantity.isProvisional ? Labels.provisional[language] : nil)
            case .atLeast:
                PrintedValue(text: "≥" + Self.noBreakSpace + number + star, meaning: meaning)
            case .atMost:
                PrintedValue(text: "≤" + Self.noBreakSpace + number + star, meaning: meaning)
            case .partial:
                PrintedValue(text: "≈" + Self.noBreakSpace + number + star, meaning: meaning)
            }
        case .none, .missing, .confidential, .notApplicable:
            return PrintedValue(
                text: Labels.symbol(of: cell)[language],
                meaning: Labels.meaning(of: cell)?[language])
        }
    }

    private func grouped(_ digits: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += groupMark }
            text.append(digit)
        }
        return text
    }
}

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

    /// Rounded half away from zero, with just that many decimals.
    func rounded(to decimals: Int) -> Decimals {
        var digits = Array((whole + fraction).utf8)
        let kept = whole.utf8.count + decimals
        if digits.count < kept {
            digits += Array(repeating: UInt8(ascii: "0"), count: kept - digits.count)
        } else if digits.count > kept {
            let isUp = digits[kept] >= UInt8(ascii: "5")
            digits = Array(digits[..<kept])
            var index = kept - 1
            var carry = isUp
            while carry, index >= 0 {
                carry = digits[index] == UInt8(ascii: "9")
                digits[index] = carry ? UInt8(ascii: "0") : digits[index] + 1
                index -= 1
            }
            if carry { digits.insert(UInt8(ascii: "1"), at: 0) }
        }
        var result = self
        result.whole = String(decoding: digits[..<(digits.count - decimals)], as: UTF8.self)
        result.fraction = String(
            decoding: digits[(digits.count - decimals)...], as: UTF8.self)
        return result
    }
}
