extension Rule {
    package static let jsonSyntax = Rule(
        "json-syntax",
        reason: "The file cannot be read as JSON to its end, so nothing in it counts.",
        example: "{\"declared_unit\": {\"qty\": 1,}}",
        mend: "Fetch the file again from who published it; mend no figures by hand.")

    package static let jsonDuplicateKey = Rule(
        "json-duplicate-key",
        reason: "Of two values under one key some readers take the first and others the last: "
            + "two people would read two figures in one file.",
        example: "{\"mean\": 240, \"mean\": 24}",
        mend: "Ask the publisher of the file which of the two holds.")
}

/// A JSON file (RFC 8259) as a tree of placed values. Numbers keep the text
/// that was typed: what they are is decided, strictly, where they are read.
package indirect enum JSONTree: Sendable {
    case text(Located<String>)
    /// The number as typed: `1.20E-05`.
    case number(Located<String>)
    case flag(Located<Bool>)
    case null(Place)
    case list([JSONTree], Place)
    case map([Entry], Place)

    package struct Entry: Sendable {
        package let key: Located<String>
        package let value: JSONTree
    }

    /// Objects and lists within one another; a declaration needs about a
    /// dozen.
    package static let depthLimit = 40

    package var place: Place {
        switch self {
        case .text(let text), .number(let text): text.place
        case .flag(let flag): flag.place
        case .null(let place), .list(_, let place), .map(_, let place): place
        }
    }

    /// Nil, with a finding, when the text is not JSON. Of a key that stands
    /// twice the first value is kept, with a finding.
    package init?(_ file: SourceFile, _ findings: inout Findings) {
        var reader = JSONReader(file)
        do {
            self = try reader.document()
        } catch {
            findings.add(error.rule, at: error.place, error.message)
            return nil
        }
        findings.add(reader.findings)
    }

    /// The value of a key; nil where this is no object, the key is absent or
    /// its value is null.
    package subscript(key: String) -> JSONTree? {
        guard case .map(let entries, _) = self,
            let value = entries.first(where: { $0.key.value == key })?.value
        else { return nil }
        if case .null = value { return nil }
        return value
    }
}
