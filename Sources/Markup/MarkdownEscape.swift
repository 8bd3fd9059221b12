/// Which signs of a text Markdown would read as marks, and how they are
/// written so that it does not.
struct MarkdownEscape {
    var escapesBraces = false
    var isLink = false

    /// One scalar of a text as Markdown.
    func piece(_ scalars: [Unicode.Scalar], _ index: Int) -> String {
        let scalar = scalars[index]
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        switch scalar {
        case "\\", "*", "`", "[", "~": return "\\\(scalar)"
        case "]": return isLink ? "\\]" : "]"
        // The engine takes `[^` for a footnote, also where it reads none.
        case "^": return isLink && index == 0 ? "\\^" : "^"
        case "{": return escapesBraces && next == "#" ? "\\{" : "{"
        case "_":
            let isInWord = index > 0 && next.map(Self.isLetterOrDigit) ?? false
                && Self.isLetterOrDigit(scalars[index - 1])
            return isInWord ? "_" : "\\_"
        case "<": return next.map { Self.isLetterOrDigit($0) || "/!?".unicodeScalars.contains($0) }
            ?? false ? "\\<" : "<"
        case "&": return Self.isEntity(scalars[index...]) ? "\\&" : "&"
        // The engine skips this sign at the start of a text.
        case "\u{FEFF}": return Self.number(scalar)
        default: return String(scalar)
        }
    }

    static func number(_ scalar: Unicode.Scalar) -> String { "&#\(scalar.value);" }

    /// A text in which only entities and a few signs are read. The engine
    /// reads entities before escapes here, so that `\&` does not help.
    static func literal(_ text: String, escaping signs: Set<Unicode.Scalar>) -> String {
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.map { index in
            let scalar = scalars[index]
            if scalar == "&", isEntity(scalars[index...]) { return "&amp;" }
            return signs.contains(scalar) ? "\\\(scalar)" : String(scalar)
        }.joined()
    }

    /// What stands between the round brackets of a link.
    static func target(_ destination: String, title: String) -> String {
        let isPlain = !destination.isEmpty && destination.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !"<>()".unicodeScalars.contains($0)
        }
        let address = isPlain
            ? literal(destination, escaping: ["\\"])
            : "<" + literal(destination, escaping: ["\\", "<", ">"]) + ">"
        if title.isEmpty { return destination.isEmpty ? "" : address }
        // A title that ends in a backslash runs on into the next one, in the
        // engine; a backslash by its number is only then read as an escape.
        let words = literal(title.replacing(byte: "\\", with: "\0"), escaping: ["\""])
        return address + " \"" + words.replacing(byte: "\0", with: "&#92;&#92;") + "\""
    }

    /// Whether a web address can stand in the text as it is, between `<` and
    /// `>`.
    static func isBare(_ destination: String) -> Bool {
        (destination.hasPrefix("https://") || destination.hasPrefix("http://"))
            && destination.unicodeScalars.allSatisfy {
                isLetterOrDigit($0) || "-._~:/?#=%+,;@".unicodeScalars.contains($0)
            }
    }

    private static func isEntity(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let name = scalars.dropFirst().prefix { isLetterOrDigit($0) || $0 == "#" }
        return !name.isEmpty && name.endIndex < scalars.endIndex && scalars[name.endIndex] == ";"
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }
}

/// Beside marks of emphasis.
extension MarkdownEscape {
    /// Whether the engine takes a scalar for part of a word.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// Whether the engine is known to take a scalar for space or punctuation.
    static func standsOutside(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{21}"..."\u{2F}", "\u{3A}"..."\u{40}", "\u{5B}"..."\u{60}", "\u{7B}"..."\u{7E}",
            " ", "\u{A0}", "\u{AB}", "\u{BB}", "\u{2010}"..."\u{2027}":
            true
        default: false
        }
    }
}

/// At the starts of lines.
extension MarkdownEscape {
    /// Lines of a paragraph, none of which opens a block of its own.
    static func lineStarts(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { lineStart(String($0)) }.joined(separator: "\n")
    }

    /// `:::` would be the marker of a passage.
    static func marker(_ text: String) -> String {
        text.utf8.starts(with: ":::".utf8) ? "\\" + text : text
    }

    private static func lineStart(_ line: String) -> String {
        let bytes = Array(line.utf8)
        guard let first = bytes.first else { return line }
        let space = UInt8(ascii: " ")
        let run = bytes.prefix { $0 == first }.count
        let standsApart = run == bytes.count || bytes[run] == space
        switch first {
        case UInt8(ascii: "#"): return standsApart && run <= 6 ? "\\" + line : line
        case UInt8(ascii: ">"): return "\\" + line
        case UInt8(ascii: "="): return bytes.allSatisfy { $0 == first } ? "\\" + line : line
        case UInt8(ascii: "+"): return standsApart && run == 1 ? "\\" + line : line
        case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "|"):
            let isItem = first == UInt8(ascii: "-") && standsApart
            let isRule = bytes.allSatisfy { "-:| ".utf8.contains($0) }
            return isItem || isRule ? "\\" + line : marker(line)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return number(bytes) ?? line
        default: return line
        }
    }

    /// `2024. was …` would be an item numbered 2024.
    private static func number(_ bytes: [UInt8]) -> String? {
        let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        guard digits < bytes.count, [UInt8(ascii: "."), UInt8(ascii: ")")].contains(bytes[digits]),
            digits + 1 == bytes.count || bytes[digits + 1] == UInt8(ascii: " ")
        else { return nil }
        return String(decoding: bytes[..<digits], as: UTF8.self) + "\\"
            + String(decoding: bytes[digits...], as: UTF8.self)
    }
}
