import Capital
import Source

/// `guide.yaml`: what is said once for the whole guide.
struct Edition: Sendable {
    let title: Translated
    let subtitle: Translated
    let name: String
    /// ISO 8601; printed as it stands.
    let date: String
    let baseURL: String?
    /// Chapter files without language and ending: `1-frame/01-start`.
    let readingOrder: [Located<String>]
    let stages: [String: Translated]
    /// In the order of the chain.
    let chainLinks: [(id: String, title: Translated)]
    let reportingYears: Set<Int>
    let baselineYear: Int
    let targetYear: Int
    let qualityClasses: [Capital.Method: Int]
    let valuationSets: [Located<String>]
    /// How far two sides of a supply may lie apart, by the supplier's link.
    let tolerances: [String: Tolerance]

    /// From the baseline to the target.
    var path: TimeSeries.Path { TimeSeries.Path(baseline: baselineYear, target: targetYear) }

    func title(ofLink id: String) -> Translated? {
        chainLinks.first { $0.id == id }?.title
    }
}

extension Rule {
    static let unknownChainLink = Rule(
        "unknown-chain-link",
        reason: "Chain links are a fixed list, so that what each must report is clear.",
        example: "chain-links: [readymix]",
        mend: "Use an id of 'chain-links' in guide.yaml.")

    static let unsupportedLanguage = Rule(
        "unsupported-language",
        reason: "Everything is written in Dutch, which leads, and in English.",
        example: "languages: [nl, de]",
        mend: "Write 'languages: [nl, en]'.")
}

extension Edition {
    init?(_ file: SourceFile, _ findings: inout Findings) {
        guard let tree = YAMLTree(file.text, file: file.path, &findings),
            var fields = Fields(tree, &findings)
        else { return nil }
        let title = fields.translated("title", &findings)
        let subtitle = fields.translated("subtitle", &findings)
        let name = fields.text("edition", &findings)
        let date = fields.text("date", &findings)
        let languages = fields.texts("languages", &findings)
        baseURL = fields.optionalText("base-url", &findings)?.value
        readingOrder = fields.texts("reading-order", &findings)
        stages = Self.titles("stages", in: &fields, &findings)
            .reduce(into: [:]) { $0[$1.id] = $1.title }
        chainLinks = Self.titles("chain-links", in: &fields, &findings)
        let years = fields.texts("reporting-years", &findings)
        let baseline = fields.integer("baseline-year", &findings)
        let target = fields.integer("target-year", &findings)
        qualityClasses = Self.quality(in: &fields, &findings)
        valuationSets = fields.texts("valuation-sets", &findings)
        tolerances = Self.tolerances(
            in: &fields, chainLinks: chainLinks.map(\.id), &findings)
        fields.finish(&findings)
        if languages.map(\.value) != Language.allCases.map(\.rawValue) {
            findings.add(
                .unsupportedLanguage, at: languages.first?.place ?? fields.place,
                "languages are not [nl, en]")
        }
        reportingYears = Set(
            years.compactMap { year in
                if let number = Int(year.value) { return number }
                findings.add(.wrongForm, at: year.place, "year '\(year.value)' is not a year")
                return nil
            })
        guard let title, let subtitle, let name, let date, let baseline, let target else {
            return nil
        }
        self.title = title
        self.subtitle = subtitle
        self.name = name.value
        self.date = date.value
        baselineYear = baseline.value
        targetYear = target.value
    }

    /// The `id: {nl, en}` lines below a key, as they are ordered in the file.
    private static func titles(
        _ key: String, in fields: inout Fields, _ findings: inout Findings
    ) -> [(id: String, title: Translated)] {
        guard let tree = fields.tree(key), case .map(let entries, _) = tree,
            var inner = Fields(tree, &findings)
        else { return [] }
        return entries.compactMap { entry in
            inner.translated(entry.key.value, &findings).map { (entry.key.value, $0) }
        }
    }

    private static func quality(
        in fields: inout Fields, _ findings: inout Findings
    ) -> [Capital.Method: Int] {
        var classes: [Capital.Method: Int] = [:]
        for (key, value) in fields.textMap("quality", &findings) {
            guard let method = Capital.Method(rawValue: key.value) else {
                let known = Capital.Method.allCases.map(\.rawValue)
                findings.add(
                    .unknownKey, at: key.place,
                    "method '\(key.value)' is not known"
                        + NearMiss.hint(for: key.value, among: known))
                continue
            }
            guard let grade = Int(value.value), (1...5).contains(grade) else {
                findings.add(
                    .wrongForm, at: value.place, "quality class '\(value.value)' is not 1 to 5")
                continue
            }
            classes[method] = grade
        }
        return classes
    }

    /// Finds ids that are no chain link.
    func check(links: [Located<String>], _ findings: inout Findings) {
        let known = chainLinks.map(\.id)
        for link in links where !known.contains(link.value) {
            findings.add(
                .unknownChainLink, at: link.place,
                "chain link '\(link.value)' is not known"
                    + NearMiss.hint(for: link.value, among: known))
        }
    }
}
