package import Source

extension Rule {
    package static let directiveForm = Rule(
        "directive-form",
        reason: "A line that is not understood would be a wish that silently is not granted.",
        example: "```table statement, and in it the line 'only CO2'",
        mend: "Write the name after 'table' or 'figure', and below it lines of 'key: value'.")

    package static let directiveKey = Rule(
        "directive-key",
        reason: "Of two lines with one key it is not clear which one counts.",
        example: "lines: ghg-fuel, and below it lines: land-in-use",
        mend: "Remove one of the two lines.")
}

/// A place in a text where the program puts a computed table or figure: a
/// fenced code block that starts with `table` or `figure` and a name, and
/// holds lines of `key: value`.
package struct Directive: Sendable, Equatable {
    /// What is asked for.
    package enum Kind: String, Sendable { case table, figure }

    package let kind: Kind
    /// Which one: `statement` of `table statement`.
    package let name: String
    /// Values are plain text to the end of their line.
    package let options: [String: Located<String>]
    /// In the file, of the block's first line.
    package let line: Int

    /// Nil where the code block is no directive, or, with a finding, where it
    /// is one that has no name. `line` is that of the opening fence.
    package init?(
        info: String, text: String, line: Int, file: String, _ findings: inout Findings
    ) {
        let words = info.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let word = words.first, let kind = Kind(rawValue: word) else { return nil }
        guard words.count == 2 else {
            findings.add(
                .directiveForm, at: Place(file: file, line: line),
                "block '\(word)' does not say one name after '\(word)'")
            return nil
        }
        var options: [String: Located<String>] = [:]
        let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, row) in rows.enumerated() where !row.allSatisfy(\.isWhitespace) {
            let place = Place(file: file, line: line + 1 + index)
            guard let (key, value) = Self.option(row) else {
                findings.add(
                    .directiveForm, at: place,
                    "line '\(row.prefix(40))' is not of the form 'key: value'")
                continue
            }
            if options[key] != nil {
                findings.add(.directiveKey, at: place, "key '\(key)' stands twice")
            } else {
                options[key] = Located(value, at: place)
            }
        }
        self.kind = kind
        name = words[1]
        self.options = options
        self.line = line
    }

    /// The same for a block of a document; nil where it is no code block.
    package init?(_ block: Block, file: String, _ findings: inout Findings) {
        guard case .codeBlock(let info, let text) = block.kind else { return nil }
        self.init(info: info, text: text, line: block.line ?? 1, file: file, &findings)
    }

    private static func option(_ row: Substring) -> (String, String)? {
        guard let colon = row.firstIndex(of: ":") else { return nil }
        let key = row[..<colon]
        let rest = row[row.index(after: colon)...]
        guard Identifier.isValid(String(key)), rest.isEmpty || rest.first == " " else {
            return nil
        }
        let value = rest.drop { $0.isWhitespace }
        let end = value.lastIndex { !$0.isWhitespace }.map { value.index(after: $0) }
        return (String(key), String(value[..<(end ?? value.endIndex)]))
    }
}
