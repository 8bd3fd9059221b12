package import Source

/// A number as its source printed it: `267.20` keeps its second decimal,
/// because dropping it would change what the source claims to know.
package struct PublishedNumber: Sendable, Equatable {
    /// With `.` as the decimal mark and without grouping.
    package let text: String
    package let value: Double

    /// Nil for what is not a number, and for powers of ten (`1.4e7`): no
    /// source prints those for a reader.
    package init?(_ text: String) {
        guard !text.contains(where: { "eE+".contains($0) }),
            let value = StrictNumber.scan(text)
        else { return nil }
        self.text = text
        self.value = value
    }

    /// The same digits with the marks of a language: `267,20` in Dutch.
    package func printed(_ language: Language) -> String {
        let sign = text.hasPrefix("-") && value != 0 ? "\u{2212}" : ""
        let parts = text.drop { $0 == "-" }.split(separator: ".")
        let fraction = parts.count > 1 ? Self.decimalMark[language] + parts[1] : ""
        return sign + Self.grouped(parts[0], by: Self.groupMark[language]) + fraction
    }

    private static let decimalMark = Translated(nl: ",", en: ".")
    private static let groupMark = Translated(nl: ".", en: ",")

    private static func grouped(_ digits: Substring, by mark: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += mark }
            text.append(digit)
        }
        return text
    }
}
