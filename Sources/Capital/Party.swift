package import Source

/// A company of the chain, as its `party.yaml` describes it.
package struct Party: Sendable {
    package struct Site: Sendable {
        package let id: String
        package let name: String
        package let country: String
        /// The company's part of a site that it shares, in percent.
        package let share: Double
        package let place: Place
    }

    /// How a company that owns parts of others counts them.
    package enum Approach: String, CaseIterable, Sendable {
        case operationalControl = "operational-control"
        case equityShare = "equity-share"
    }

    /// What a company lets the public see of its own statement.
    package struct Publishes: Sendable {
        /// Line ids; nil publishes every line.
        package let lines: [Located<String>]?
        /// Counterparties with whom it agrees to show their mutual figures,
        /// if they agree as well.
        package let bilateral: [Located<String>]
        /// Whether the scores of its products and works are shown.
        package let products: Bool
        /// The statements beside the account that it publishes; none by default.
        package let statements: Set<SupplementKind>
        /// Whether it publishes the volumes of its products.
        package let volumes: Bool

        package func includes(line: String) -> Bool {
            lines.map { $0.contains { $0.value == line } } ?? true
        }
    }

    package let id: String
    package let place: Place
    package let name: Translated
    package let isFictional: Bool
    package let chainLinks: [Located<String>]
    /// The group that the company belongs to; nil when it stands alone.
    package let holding: String?
    package let sites: [Site]
    package let approach: Approach
    package let dialect: CSVDialect
    package let publishes: Publishes

    /// Companies of one group count as one contributor.
    package var contributor: String { holding ?? id }
}

extension Party {
    /// Reads `party.yaml`; nil, with findings, when a field is missing.
    package init?(_ file: SourceFile, _ findings: inout Findings) {
        guard let tree = YAMLTree(file.text, file: file.path, &findings),
            var fields = Fields(tree, &findings)
        else { return nil }
        let id = fields.text("id", &findings)
        let name = fields.translated("name", &findings)
        isFictional = fields.flag("fictional", &findings)
        chainLinks = fields.texts("chain-links", &findings)
        holding = fields.optionalText("holding", &findings)?.value
        sites = fields.list("sites", &findings).compactMap { Site($0, &findings) }
        let approach: Approach? = fields.choice(
            "approach", or: .operationalControl, &findings)
        dialect = CSVDialect(fields.fields("csv", &findings), &findings)
        publishes = Publishes(fields.fields("publishes", &findings), &findings)
        fields.finish(&findings)
        guard let id, let name, let approach else { return nil }
        self.id = id.value
        place = id.place
        self.name = name
        self.approach = approach
    }
}

extension Party.Site {
    fileprivate init?(_ tree: YAMLTree, _ findings: inout Findings) {
        guard var fields = Fields(tree, &findings) else { return nil }
        let id = fields.text("id", &findings)
        let name = fields.text("name", &findings)
        let country = fields.text("country", &findings)
        let share = fields.optionalNumber("share", &findings)
        fields.finish(&findings)
        guard let id, let name, let country else { return nil }
        Country.check(country, &findings)
        if let share, !(0...100).contains(share.value) {
            findings.add(
                .wrongForm, at: share.place, "share '\(share.value)' is not 0 to 100 percent")
        }
        self.init(
            id: id.value, name: name.value, country: country.value, share: share?.value ?? 100,
            place: share?.place ?? id.place)
    }
}

extension CSVDialect {
    fileprivate init(_ fields: Fields?, _ findings: inout Findings) {
        self.init()
        guard var fields else { return }
        separator = Self.mark("separator", or: ",", in: &fields, of: [",", ";", "\t"], &findings)
        decimalMark = Self.mark("decimal", or: ".", in: &fields, of: [".", ","], &findings)
        fields.finish(&findings)
        if separator == decimalMark {
            findings.add(
                .wrongForm, at: fields.place, "separator and decimal mark are both '\(separator)'")
        }
    }

    private static func mark(
        _ key: String, or fallback: Character, in fields: inout Fields,
        of allowed: [Character], _ findings: inout Findings
    ) -> Character {
        guard let text = fields.optionalText(key, &findings) else { return fallback }
        guard let mark = text.value.first, text.value.count == 1, allowed.contains(mark) else {
            let marks = allowed.map { "'\($0)'" }.joined(separator: " or ")
            findings.add(.wrongForm, at: text.place, "value of '\(key)' is not \(marks)")
            return fallback
        }
        return mark
    }
}

extension Party.Publishes {
    fileprivate init(_ fields: Fields?, _ findings: inout Findings) {
        guard var fields else {
            lines = []
            bilateral = []
            products = false
            statements = []
            volumes = false
            return
        }
        if case .text(let text)? = fields.tree("lines"), text.value == "all" {
            lines = nil
        } else {
            lines = fields.texts("lines", &findings)
        }
        bilateral = fields.texts("bilateral", &findings)
        let answer: Answer? = fields.choice("products", or: .no, &findings)
        products = answer == .yes
        statements = Self.statements(in: &fields, &findings)
        let showsVolumes: Answer? = fields.choice("volumes", or: .no, &findings)
        volumes = showsVolumes == .yes
        fields.finish(&findings)
    }

    private static func statements(
        in fields: inout Fields, _ findings: inout Findings
    ) -> Set<SupplementKind> {
        let kinds = fields.texts("statements", &findings).compactMap { word in
            if let kind = SupplementKind(rawValue: word.value) { return kind }
            let known = SupplementKind.allCases.map(\.rawValue)
            findings.add(
                .unknownOption, at: word.place,
                "statement '\(word.value)' is not known"
                    + NearMiss.hint(for: word.value, among: known))
            return SupplementKind?.none
        }
        return Set(kinds)
    }
}
