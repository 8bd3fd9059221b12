/// Why the reading stopped.
struct JSONFailure: Error {
    let rule: Rule
    let place: Place
    let message: String
}

/// Reads JSON by descent; ``JSONTree/depthLimit`` bounds the descent, and
/// the limit of a source file bounds everything else.
struct JSONReader {
    let file: String
    let scalars: [Unicode.Scalar]
    var index = 0
    var line = 1
    var column = 1
    var findings = Findings()

    init(_ file: SourceFile) {
        self.file = file.path
        scalars = Array(file.text.unicodeScalars)
    }

    var place: Place { Place(file: file, line: line, column: column) }
    var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    mutating func document() throws(JSONFailure) -> JSONTree {
        skipSpace()
        guard next != nil else { throw failure("file is empty where JSON is expected") }
        let value = try value(depth: 0)
        skipSpace()
        if next != nil { throw failure("text stands after the end of the JSON value") }
        return value
    }

    private mutating func value(depth: Int) throws(JSONFailure) -> JSONTree {
        guard depth < JSONTree.depthLimit else {
            throw JSONFailure(
                rule: .nestingTooDeep, place: place,
                message: "nesting is deeper than \(JSONTree.depthLimit) levels")
        }
        let start = place
        switch next {
        case "{": return try object(from: start, depth: depth)
        case "[": return try list(from: start, depth: depth)
        case "\"": return .text(Located(try string(), at: start))
        case let sign? where sign == "-" || ("0"..."9").contains(sign):
            return .number(Located(try number(), at: start))
        case "t": return .flag(Located(true, at: try word("true", from: start)))
        case "f": return .flag(Located(false, at: try word("false", from: start)))
        case "n": return .null(try word("null", from: start))
        case nil: throw failure("file ends where a value is expected")
        default: throw failure("'\(shown)' does not start a JSON value")
        }
    }

    private mutating func object(from start: Place, depth: Int) throws(JSONFailure) -> JSONTree {
        advance()
        var entries: [JSONTree.Entry] = []
        var keys: Set<String> = []
        skipSpace()
        if take("}") { return .map([], start) }
        repeat {
            skipSpace()
            guard next == "\"" else { throw failure("key in quotes is expected") }
            let start = place
            let name = Located(try string(), at: start)
            skipSpace()
            guard take(":") else { throw failure("':' is expected after key '\(name.value)'") }
            skipSpace()
            let value = try value(depth: depth + 1)
            if keys.insert(name.value).inserted {
                entries.append(JSONTree.Entry(key: name, value: value))
            } else {
                findings.add(
                    .jsonDuplicateKey, at: name.place, "key '\(name.value)' stands twice")
            }
            skipSpace()
        } while take(",")
        guard take("}") else { throw failure("',' or '}' is expected") }
        return .map(entries, start)
    }

    private mutating func list(from start: Place, depth: Int) throws(JSONFailure) -> JSONTree {
        advance()
        var items: [JSONTree] = []
        skipSpace()
        if take("]") { return .list([], start) }
        repeat {
            skipSpace()
            items.append(try value(depth: depth + 1))
            skipSpace()
        } while take(",")
        guard take("]") else { throw failure("',' or ']' is expected") }
        return .list(items, start)
    }

    /// A number as typed, without leading zeros, as the standard has it.
    private mutating func number() throws(JSONFailure) -> String {
        var text = ""
        func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
            scalar.map { ("0"..."9").contains($0) } ?? false
        }
        func digits(_ reader: inout JSONReader) throws(JSONFailure) {
            guard isDigit(reader.next) else { throw reader.failure("digit is expected") }
            while let digit = reader.next, isDigit(digit) {
                text.unicodeScalars.append(digit)
                reader.advance()
            }
        }
        if take("-") { text += "-" }
        if next == "0", index + 1 < scalars.count, isDigit(scalars[index + 1]) {
            throw failure("number starts with a zero that says nothing")
        }
        try digits(&self)
        if take(".") {
            text += "."
            try digits(&self)
        }
        if let mark = next, mark == "e" || mark == "E" {
            text.unicodeScalars.append(mark)
            advance()
            if let sign = next, sign == "+" || sign == "-" {
                text.unicodeScalars.append(sign)
                advance()
            }
            try digits(&self)
        }
        return text
    }

    private mutating func string() throws(JSONFailure) -> String {
        let start = place
        advance()
        var text = String.UnicodeScalarView()
        while let scalar = next {
            if scalar == "\"" {
                advance()
                return String(text)
            }
            if scalar.value < 0x20 {
                throw failure("text holds a line end or a control sign; it closes on its line")
            }
            if scalar == "\\" {
                text.append(try escaped())
            } else {
                text.append(scalar)
                advance()
            }
        }
        throw JSONFailure(rule: .jsonSyntax, place: start, message: "quote does not close")
    }

    private mutating func escaped() throws(JSONFailure) -> Unicode.Scalar {
        let start = place
        advance()
        guard let mark = next else { throw failure("file ends in an escaped sign") }
        advance()
        switch mark {
        case "\"", "\\", "/": return mark
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u": break
        default:
            throw JSONFailure(
                rule: .jsonSyntax, place: start, message: "'\\\(mark)' is not an escaped sign")
        }
        var code = try fourDigits()
        if (0xD800..<0xDC00).contains(code), take("\\"), take("u") {
            let low = try fourDigits()
            if (0xDC00..<0xE000).contains(low) {
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
        }
        guard let scalar = Unicode.Scalar(code) else {
            throw JSONFailure(
                rule: .jsonSyntax, place: start, message: "escaped sign is half of a pair")
        }
        return scalar
    }

    private mutating func fourDigits() throws(JSONFailure) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = next.flatMap({ Character($0).hexDigitValue }), next!.isASCII else {
                throw failure("four hexadecimal digits are expected after '\\u'")
            }
            code = code * 16 + UInt32(digit)
            advance()
        }
        return code
    }

    private mutating func word(
        _ word: String, from start: Place
    ) throws(JSONFailure) -> Place {
        for scalar in word.unicodeScalars {
            guard take(scalar) else {
                throw JSONFailure(
                    rule: .jsonSyntax, place: start, message: "word is not true, false or null")
            }
        }
        return start
    }

    private mutating func skipSpace() {
        while let scalar = next, " \n\t\r".unicodeScalars.contains(scalar) { advance() }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        advance()
        return true
    }

    /// Marks that join the letter before them take no column of their own.
    private mutating func advance() {
        let scalar = scalars[index]
        if scalar == "\n" {
            line += 1
            column = 1
        } else if scalar.value < 0x300 || !scalar.properties.isGraphemeExtend {
            column += 1
        }
        index += 1
    }

    private var shown: String { next.map { String(Character($0)) } ?? "" }

    private func failure(_ message: String) -> JSONFailure {
        JSONFailure(rule: .jsonSyntax, place: place, message: message)
    }
}
