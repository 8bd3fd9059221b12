import Source

extension Rule {
    static let unknownSource = Rule(
        "unknown-source",
        reason: "A figure or a claim names the source that a reader can look up.",
        example: "[the Protocol](source:ncp-2061)",
        mend: "Use an id of sources.yaml, or add the source there.")
}

/// `sources.yaml`: what the guide's facts and figures were taken from.
struct Sources: Sendable {
    struct Entry: Sendable {
        let id: Located<String>
        let title: String
        let author: String
        let year: String
        let url: String?
        let isVerified: Bool
        let note: Translated?
    }

    let all: [Entry]

    subscript(id: String) -> Entry? { all.first { $0.id.value == id } }

    var ids: Set<String> { Set(all.map(\.id.value)) }

    init(_ file: SourceFile?, _ findings: inout Findings) {
        guard let file, let tree = YAMLTree(file.text, file: file.path, &findings) else {
            all = []
            return
        }
        guard case .list(let items, _) = tree else {
            findings.add(.wrongForm, at: tree.place, "file is not a list of sources")
            all = []
            return
        }
        all = items.compactMap { Entry($0, &findings) }
        var seen: Set<String> = []
        for entry in all where !seen.insert(entry.id.value).inserted {
            findings.add(
                .wrongForm, at: entry.id.place, "source '\(entry.id.value)' stands twice")
        }
    }

    /// Finds an id that is no source.
    func check(_ id: Located<String>, _ findings: inout Findings) {
        guard self[id.value] == nil else { return }
        findings.add(
            .unknownSource, at: id.place,
            "source '\(id.value)' does not exist" + NearMiss.hint(for: id.value, among: ids))
    }
}

extension Sources.Entry {
    fileprivate enum Status: String, CaseIterable { case verified, unverified }

    fileprivate init?(_ tree: YAMLTree, _ findings: inout Findings) {
        guard var fields = Fields(tree, &findings) else { return nil }
        let id = fields.text("id", &findings)
        let title = fields.text("title", &findings)
        let author = fields.text("author", &findings)
        let year = fields.text("year", &findings)
        url = fields.optionalText("url", &findings)?.value
        let status: Status? = fields.choice("status", &findings)
        note = fields.optionalTranslated("note", &findings)
        fields.finish(&findings)
        guard let id, let title, let author, let year, let status else { return nil }
        self.id = id
        self.title = title.value
        self.author = author.value
        self.year = year.value
        isVerified = status == .verified
    }
}
