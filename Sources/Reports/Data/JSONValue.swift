/// A JSON text as a tree. Keys keep their order, so that the same data give
/// the same bytes.
enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case array([JSONValue])
    case object([Member])

    struct Member: Sendable, Equatable {
        let key: String
        let value: JSONValue
    }

    /// An object written as pairs.
    static func pairs(_ pairs: (String, JSONValue)...) -> JSONValue {
        .object(pairs.map { Member(key: $0.0, value: $0.1) })
    }

    static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .text($0) }) }

    /// Indented by two spaces, with a line end at the end.
    var written: String {
        var output = ""
        write(to: &output, indent: 0)
        return output + "\n"
    }

    private func write(to output: inout String, indent: Int) {
        switch self {
        case .null: output += "null"
        case .bool(let value): output += value ? "true" : "false"
        case .integer(let value): output += "\(value)"
        // JSON has no infinity.
        case .number(let value): output += value.isFinite ? Self.digits(value) : "null"
        case .text(let text): output += Self.quoted(text)
        case .array(let items):
            Self.write(items, "[", "]", to: &output, indent: indent) { item, output in
                item.write(to: &output, indent: indent + 1)
            }
        case .object(let members):
            Self.write(members, "{", "}", to: &output, indent: indent) { member, output in
                output += Self.quoted(member.key) + ": "
                member.value.write(to: &output, indent: indent + 1)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], _ open: String, _ close: String, to output: inout String, indent: Int,
        _ write: (Item, inout String) -> Void
    ) {
        guard !items.isEmpty else {
            output += open + close
            return
        }
        let inner = String(repeating: "  ", count: indent + 1)
        output += open
        for (index, item) in items.enumerated() {
            output += (index == 0 ? "\n" : ",\n") + inner
            write(item, &output)
        }
        output += "\n" + String(repeating: "  ", count: indent) + close
    }

    /// The shortest digits that read back to the same double; zero has no
    /// sign.
    static func digits(_ value: Double) -> String {
        let text = value == 0 ? "0" : value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func quoted(_ text: String) -> String {
        var output = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\t": output += "\\t"
            case "\r": output += "\\r"
            case "\u{0}"..<"\u{20}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output + "\""
    }
}

/// Rows as RFC 4180 CSV, with a header.
func csvText(_ rows: [[String]]) -> String {
    rows.map { row in
        row.map { cell in
            let scalars = cell.unicodeScalars
            return scalars.contains(where: { "\",\n\r".unicodeScalars.contains($0) })
                ? "\"" + scalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
                : cell
        }.joined(separator: ",") + "\n"
    }.joined()
}
