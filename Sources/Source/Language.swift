/// The languages of the guide and of every report; Dutch leads.
package enum Language: String, CaseIterable, Sendable {
    case nl, en
}

/// One text in every language.
package struct Translated: Hashable, Sendable {
    package var nl: String
    package var en: String

    package init(nl: String, en: String) {
        self.nl = nl
        self.en = en
    }

    package subscript(language: Language) -> String {
        switch language {
        case .nl: nl
        case .en: en
        }
    }
}

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
