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

    /// With at most so many decimals and, where the line asks for it, so many
    /// significant digits.
    func print(_ value: Double, decimals: Int, significant: Int? = nil) -> String {
        let digits = Decimals(value).rounded(to: decimals, significant: significant)
        let sign = value < 0 && !digits.isZero ? Self.minus : ""
        let whole = grouped(digits.whole)
        return sign + whole
            + (digits.fraction.isEmpty ? "" : decimalMark + digits.fraction)
    }

    /// A factor, with the digits that its source gives.
    func print(exactly value: Double) -> String {
        let digits = Decimals(value)
        let sign = value < 0 ? Self.minus : ""
        return sign + grouped(digits.whole)
            + (digits.fraction.isEmpty ? "" : decimalMark + digits.fraction)
    }

    /// A cell of a statement: its figure or the symbol of its state.
    func print(_ cell: Cell, of indicator: Indicator) -> PrintedValue {
        print(cell, decimals: indicator.decimals, significant: indicator.significantDigits)
    }

    func print(_ cell: Cell, decimals: Int, significant: Int? = nil) -> PrintedValue {
        switch cell {
        case .known(let quantity):
            let number = print(quantity.value, decimals: decimals, significant: significant)
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
