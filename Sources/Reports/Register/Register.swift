import Capital
import Markup
package import Source

/// `register.yaml`: the parties that the agreement names, real companies and
/// authorities. It holds no figures, and no chain links, which its source
/// does not state.
package struct Register: Sendable {
    package enum Role: String, CaseIterable, Sendable { case client, supplier, builder }

    /// A group that a source says the party belongs to.
    package struct Holding: Sendable {
        package let name: String
        /// The id of a source.
        package let source: String
    }

    package struct Party: Sendable {
        package let id: Located<String>
        /// In the agreement's list.
        package let number: Int
        package let name: String
        package let role: Role
        /// The heading of the list that the party stands under; Dutch.
        package let heading: String
        package let holding: Holding?
        /// The id of the source of the list.
        package let source: String
    }

    /// The id of the source of the list; nil when the file could not be read.
    package let source: String?
    /// By number.
    package let parties: [Party]

    /// No parties, for a project whose file could not be read.
    package init() { self.init(source: nil, parties: []) }

    init(source: String?, parties: [Party]) {
        self.source = source
        self.parties = parties
    }

    package func count(of role: Role) -> Int { parties.count { $0.role == role } }
}

extension Rule {
    /// The rules of `register.yaml`, for `explain` and for the manual.
    package static let register: [Rule] = [duplicateNumber, unsourcedHolding]

    package static let duplicateNumber = Rule(
        "duplicate-number",
        reason: "A number names one party of the agreement's list.",
        example: "two parties with 'number: 7'",
        mend: "Give each party its own number in the list.")

    package static let unsourcedHolding = Rule(
        "unsourced-holding",
        reason: "Who belongs to whom is a claim about a real company; it stands here only with "
            + "the source that says so.",
        example: "holding: Dekker without a 'holding-source'",
        mend: "Add 'holding-source', or leave the holding out.")
}

extension Register {
    /// Reads the file; what does not fit is found, all of it in one run, and
    /// left out. `sources` are the ids of `sources.yaml`.
    package init(_ file: SourceFile, sources: Set<String>, _ findings: inout Findings) {
        guard let tree = YAMLTree(file.text, file: file.path, &findings),
            var fields = Fields(tree, &findings)
        else {
            self.init()
            return
        }
        let check = SourceCheck(sources: sources)
        let source = fields.text("source", &findings)
        check.check(source, &findings)
        var ids: Set<String> = []
        var numbers: Set<Int> = []
        let parties = fields.list("parties", &findings).compactMap { item -> Party? in
            guard var fields = Fields(item, &findings) else { return nil }
            let id = fields.text("id", &findings)
            let number = fields.integer("number", &findings)
            if let id { Self.check(id, &ids, &findings) }
            if let number, !numbers.insert(number.value).inserted {
                findings.add(
                    .duplicateNumber, at: number.place, "number \(number.value) stands twice")
            }
            return Party(
                id: id, number: number, source: source?.value ?? "", &fields, check, &findings)
        }
        fields.finish(&findings)
        self.init(
            source: source?.value, parties: parties.sorted { $0.number < $1.number })
    }

    /// An id becomes the address of the party's page.
    private static func check(
        _ id: Located<String>, _ seen: inout Set<String>, _ findings: inout Findings
    ) {
        if !Identifier.isValid(id.value) {
            findings.add(
                .wrongID, at: id.place,
                "id '\(id.value)' has other than small letters, digits and hyphens")
        }
        if !seen.insert(id.value).inserted {
            findings.add(.duplicateID, at: id.place, "party '\(id.value)' stands twice")
        }
    }
}

extension Register.Party {
    fileprivate init?(
        id: Located<String>?, number: Located<Int>?, source: String, _ fields: inout Fields,
        _ check: SourceCheck, _ findings: inout Findings
    ) {
        let name = fields.text("name", &findings)
        let role: Register.Role? = fields.choice("role", &findings)
        let heading = fields.text("heading", &findings)
        let holding = fields.optionalText("holding", &findings)
        let holdingSource = fields.optionalText("holding-source", &findings)
        fields.finish(&findings)
        check.check(holdingSource, &findings)
        if let holding, holdingSource == nil {
            findings.add(
                .unsourcedHolding, at: holding.place,
                "holding '\(holding.value)' has no 'holding-source'")
        } else if let holdingSource, holding == nil {
            findings.add(
                .unsourcedHolding, at: holdingSource.place, "'holding-source' has no 'holding'")
        }
        guard let id, let number, let name, let role, let heading else { return nil }
        self.id = id
        self.number = number.value
        self.name = name.value
        self.role = role
        self.heading = heading.value
        if let holding, let holdingSource {
            self.holding = Register.Holding(name: holding.value, source: holdingSource.value)
        } else {
            self.holding = nil
        }
        self.source = source
    }
}
