/// The languages of the guide and of every report; Dutch leads.
package enum Language: String, CaseIterable, Sendable {
    case nl, en
}

/// The same thing in every language.
package struct PerLanguage<Value> {
    package var nl: Value
    package var en: Value

    package init(nl: Value, en: Value) {
        self.nl = nl
        self.en = en
    }

    package subscript(language: Language) -> Value {
        switch language {
        case .nl: nl
        case .en: en
        }
    }
}

extension PerLanguage: Sendable where Value: Sendable {}
extension PerLanguage: Equatable where Value: Equatable {}
extension PerLanguage: Hashable where Value: Hashable {}

/// One text in every language.
package typealias Translated = PerLanguage<String>

extension Fields {
    /// A text per language below a key: `title: {nl: …, en: …}`.
    package mutating func translated(_ key: String, _ findings: inout Findings) -> Translated? {
        guard has(key) else {
            findings.add(.missingKey, at: place, "key '\(key)' is missing")
            return nil
        }
        return optionalTranslated(key, &findings)
    }

    package mutating func optionalTranslated(
        _ key: String, _ findings: inout Findings
    ) -> Translated? {
        guard var fields = fields(key, &findings) else { return nil }
        let nl = fields.text("nl", &findings)
        let en = fields.text("en", &findings)
        fields.finish(&findings)
        guard let nl, let en else { return nil }
        return Translated(nl: nl.value, en: en.value)
    }
}
