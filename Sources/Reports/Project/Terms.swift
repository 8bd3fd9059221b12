import Source

/// `terms.yaml`: the words of the field in both languages.
struct Terms: Sendable {
    struct Entry: Sendable {
        let id: Located<String>
        let name: Translated
        let definition: Translated
        let source: Located<String>
    }

    let all: [Entry]

    init(_ file: SourceFile?, sources: Sources, _ findings: inout Findings) {
        guard let file, let tree = YAMLTree(file.text, file: file.path, &findings) else {
            all = []
            return
        }
        guard case .list(let items, _) = tree else {
            findings.add(.wrongForm, at: tree.place, "file is not a list of terms")
            all = []
            return
        }
        all = items.compactMap { item in
            guard var fields = Fields(item, &findings) else { return nil }
            let id = fields.text("id", &findings)
            let nl = fields.text("nl", &findings)
            let en = fields.text("en", &findings)
            let definition = fields.translated("definition", &findings)
            let source = fields.text("source", &findings)
            fields.finish(&findings)
            guard let id, let nl, let en, let definition, let source else { return nil }
            sources.check(source, &findings)
            return Entry(
                id: id, name: Translated(nl: nl.value, en: en.value),
                definition: definition, source: source)
        }
    }
}
