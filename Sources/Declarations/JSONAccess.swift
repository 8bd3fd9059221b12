import Source

/// Looks into a file whose makers differ in how they nest: a lone object
/// where others write a list, a key with a prefix that others leave out.
extension JSONTree {
    /// The value of the first of these keys that is there, also where the
    /// file writes the key with `@` or the name of a schema before it.
    func at(_ keys: String...) -> JSONTree? {
        guard case .map(let entries, _) = self else { return nil }
        for key in keys {
            if let value = self[key] { return value }
            for entry in entries where Self.bare(entry.key.value) == key {
                if case .null = entry.value { continue }
                return entry.value
            }
        }
        return nil
    }

    /// A value some levels down.
    func path(_ keys: String...) -> JSONTree? {
        keys.reduce(Optional(self)) { tree, key in tree?.at(key) }
    }

    /// The items of a list; what is no list is a list of one.
    var items: [JSONTree] {
        switch self {
        case .list(let items, _): items
        case .null: []
        case .text, .number, .flag, .map: [self]
        }
    }

    /// The entries of an object, their keys without prefixes.
    var entries: [(key: Located<String>, value: JSONTree)] {
        guard case .map(let entries, _) = self else { return [] }
        return entries.map { (Located(Self.bare($0.key.value), at: $0.key.place), $0.value) }
    }

    /// A text or number as it was typed, without space round it.
    var typed: Located<String>? {
        switch self {
        case .text(let text), .number(let text):
            Located(DeclaredValue.trimmed(text.value), at: text.place)
        case .map: at("#text", "value", "_")?.typed
        case .flag, .null, .list: nil
        }
    }

    /// A text with something in it.
    var filled: Located<String>? { typed.flatMap { $0.value.isEmpty ? nil : $0 } }

    /// A plain number, whether in quotes or not; a point is the decimal mark.
    var number: Located<Double>? {
        guard let typed, let value = StrictNumber.scan(typed.value) else { return nil }
        return Located(value, at: typed.place)
    }

    var isTrue: Bool {
        switch self {
        case .flag(let flag): flag.value
        case .text(let text): text.value.lowercased() == "true"
        case .number, .null, .list, .map: false
        }
    }

    /// The texts of a list that is tagged by language; each text once.
    var localised: [Declaration.Name] {
        items.compactMap { item in
            guard let text = item.filled else { return nil }
            return Declaration.Name(
                language: item.at("lang")?.typed?.value ?? "", text: text.value)
        }
    }

    /// What a reference to another data set calls it.
    var shortTexts: [String] { at("shortDescription")?.localised.map(\.text) ?? [] }

    private static func bare(_ key: String) -> String {
        var rest = Substring(key)
        if rest.first == "@" { rest.removeFirst() }
        if let colon = rest.firstIndex(of: ":") { rest = rest[rest.index(after: colon)...] }
        return String(rest)
    }
}
