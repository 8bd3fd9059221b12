extension Rule {
    package static let missingKey = Rule(
        "missing-key",
        reason: "Without this value the file says too little to be used.",
        example: "an indicator without a unit",
        mend: "Add the key with its value.")

    package static let unknownKey = Rule(
        "unknown-key",
        reason: "A key that nobody reads would be a choice that silently does nothing.",
        example: "publises: all",
        mend: "Use the keys that the guide describes.")

    package static let wrongForm = Rule(
        "wrong-form",
        reason: "The value has another form than its key asks for.",
        example: "price-level: last year",
        mend: "Write the value in the form that the message names.")
}

/// Reads the keys of one YAML mapping as typed values. Every key must be
/// asked for: what is left at ``finish(_:)`` is unknown and found.
package struct Fields: Sendable {
    package let place: Place
    private let entries: [String: YAMLTree.Entry]
    private var asked: Set<String> = []

    /// Nil, with a finding, when the tree is not a mapping.
    package init?(_ tree: YAMLTree, _ findings: inout Findings) {
        guard case .map(let entries, let place) = tree else {
            findings.add(.wrongForm, at: tree.place, "value is not a set of 'key: value' lines")
            return nil
        }
        self.place = place
        self.entries = Dictionary(
            entries.map { ($0.key.value, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func has(_ key: String) -> Bool { entries[key] != nil }

    /// The value of a key as a tree; nil when the key is absent or empty.
    package mutating func tree(_ key: String) -> YAMLTree? {
        asked.insert(key)
        guard let value = entries[key]?.value else { return nil }
        if case .text(let text) = value, text.value.isEmpty { return nil }
        return value
    }

    package mutating func optionalText(
        _ key: String, _ findings: inout Findings
    ) -> Located<String>? {
        guard let tree = tree(key) else { return nil }
        guard case .text(let text) = tree else {
            findings.add(.wrongForm, at: tree.place, "value of '\(key)' is not one text")
            return nil
        }
        return text
    }

    package mutating func text(_ key: String, _ findings: inout Findings) -> Located<String>? {
        let before = findings.all.count
        let text = optionalText(key, &findings)
        if text == nil, findings.all.count == before { reportMissing(key, &findings) }
        return text
    }

    package mutating func optionalNumber(
        _ key: String, _ findings: inout Findings
    ) -> Located<Double>? {
        guard let text = optionalText(key, &findings) else { return nil }
        guard let number = StrictNumber.scan(text.value) else {
            findings.add(
                .wrongForm, at: text.place,
                "value '\(text.value)' of '\(key)' is not a number"
                    + StrictNumber.hint(for: text.value))
            return nil
        }
        return Located(number, at: text.place)
    }

    package mutating func number(_ key: String, _ findings: inout Findings) -> Located<Double>? {
        let before = findings.all.count
        let number = optionalNumber(key, &findings)
        if number == nil, findings.all.count == before { reportMissing(key, &findings) }
        return number
    }

    package mutating func optionalInteger(
        _ key: String, _ findings: inout Findings
    ) -> Located<Int>? {
        guard let number = optionalNumber(key, &findings) else { return nil }
        guard let integer = Int(exactly: number.value) else {
            findings.add(.wrongForm, at: number.place, "value of '\(key)' is not a whole number")
            return nil
        }
        return Located(integer, at: number.place)
    }

    package mutating func integer(_ key: String, _ findings: inout Findings) -> Located<Int>? {
        let before = findings.all.count
        let integer = optionalInteger(key, &findings)
        if integer == nil, findings.all.count == before { reportMissing(key, &findings) }
        return integer
    }

    /// `true` or `false`; the fallback where the key is absent.
    package mutating func flag(
        _ key: String, or fallback: Bool = false, _ findings: inout Findings
    ) -> Bool {
        guard let text = optionalText(key, &findings) else { return fallback }
        guard ["true", "false"].contains(text.value) else {
            findings.add(.wrongForm, at: text.place, "value of '\(key)' is not true or false")
            return fallback
        }
        return text.value == "true"
    }

    /// One of a closed list of words.
    package mutating func choice<Choice>(
        _ key: String, or fallback: Choice? = nil, _ findings: inout Findings
    ) -> Choice? where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        let text =
            fallback == nil ? text(key, &findings) : optionalText(key, &findings)
        guard let text else { return fallback }
        guard let choice = Choice(rawValue: text.value) else {
            let words = Choice.allCases.map(\.rawValue)
            findings.add(
                .wrongForm, at: text.place,
                "value '\(text.value)' of '\(key)' is not one of \(words.joined(separator: ", "))"
                    + (NearMiss.best(for: text.value, among: words)
                        .map { "; did you mean '\($0)'?" } ?? ""))
            return fallback
        }
        return choice
    }

    /// A list of trees; empty where the key is absent.
    package mutating func list(_ key: String, _ findings: inout Findings) -> [YAMLTree] {
        guard let tree = tree(key) else { return [] }
        guard case .list(let items, _) = tree else {
            findings.add(.wrongForm, at: tree.place, "value of '\(key)' is not a list")
            return []
        }
        return items
    }

    /// A list of texts; empty where the key is absent.
    package mutating func texts(_ key: String, _ findings: inout Findings) -> [Located<String>] {
        list(key, &findings).compactMap { item in
            if case .text(let text) = item { return text }
            findings.add(.wrongForm, at: item.place, "item of '\(key)' is not one text")
            return nil
        }
    }

    /// The `key: text` lines below a key, in the order of their keys.
    package mutating func textMap(
        _ key: String, _ findings: inout Findings
    ) -> [(key: Located<String>, value: Located<String>)] {
        guard let tree = tree(key) else { return [] }
        guard case .map(let entries, _) = tree else {
            findings.add(
                .wrongForm, at: tree.place, "value of '\(key)' is not a set of 'key: value' lines")
            return []
        }
        return entries.compactMap { entry in
            if case .text(let text) = entry.value { return (entry.key, text) }
            findings.add(.wrongForm, at: entry.value.place, "value is not one text")
            return nil
        }.sorted { $0.key.value < $1.key.value }
    }

    /// The fields of a mapping below a key.
    package mutating func fields(_ key: String, _ findings: inout Findings) -> Fields? {
        tree(key).flatMap { Fields($0, &findings) }
    }

    /// Finds every key that was not asked for.
    package func finish(_ findings: inout Findings) {
        for (key, entry) in entries where !asked.contains(key) {
            findings.add(
                .unknownKey, at: entry.key.place,
                "key '\(key)' is not known here" + NearMiss.hint(for: key, among: asked))
        }
    }

    private func reportMissing(_ key: String, _ findings: inout Findings) {
        findings.add(.missingKey, at: place, "key '\(key)' is missing")
    }
}
