package import Source

/// A kind of land or water in the asset register.
package struct EcosystemType: Sendable {
    package enum Group: String, CaseIterable, Sendable { case natural, agricultural, built }

    /// Whether the entry was read in its source, or is this edition's own.
    package enum Status: String, CaseIterable, Sendable { case verified, unverified, chosen }

    package let id: String
    package let title: Translated
    package let group: Group
    /// What belongs to the type.
    package let sorts: Translated
    package let status: Status
    /// Nil for a type of this edition's own.
    package let source: Located<String>?
}

/// The closed list of `ecosystem-types.yaml`, in its order.
package struct EcosystemTypes: Sendable {
    package let all: [EcosystemType]
    /// The line of land taken into use, which the register is held against.
    package let taken: Located<String>?
    /// The line of land restored.
    package let restored: Located<String>?

    /// No types: a company's register then has none to name.
    package init() { self.init(all: [], taken: nil, restored: nil) }

    private init(
        all: [EcosystemType], taken: Located<String>?, restored: Located<String>?
    ) {
        self.all = all
        self.taken = taken
        self.restored = restored
    }

    /// Reads the file; what is wrong with it is found.
    package init(_ file: SourceFile, _ findings: inout Findings) {
        guard let tree = YAMLTree(file.text, file: file.path, &findings),
            var fields = Fields(tree, &findings)
        else {
            self.init()
            return
        }
        var lines = fields.fields("lines", &findings)
        let taken = lines?.optionalText("taken", &findings)
        let restored = lines?.optionalText("restored", &findings)
        lines?.finish(&findings)
        let all = fields.list("types", &findings).compactMap { EcosystemType($0, &findings) }
        fields.finish(&findings)
        var seen: Set<String> = []
        for type in all where !seen.insert(type.id).inserted {
            findings.add(.wrongForm, at: fields.place, "type '\(type.id)' stands twice")
        }
        self.init(all: all, taken: taken, restored: restored)
    }

    package subscript(id: String) -> EcosystemType? { all.first { $0.id == id } }

    /// The ids of sources and lines that the list names.
    package var sources: [Located<String>] { all.compactMap(\.source) }
    package var lines: [Located<String>] { [taken, restored].compactMap { $0 } }
}

extension EcosystemType {
    fileprivate init?(_ tree: YAMLTree, _ findings: inout Findings) {
        guard var fields = Fields(tree, &findings) else { return nil }
        let id = fields.text("id", &findings)
        let title = fields.translated("title", &findings)
        let group: Group? = fields.choice("group", &findings)
        let sorts = fields.translated("sorts", &findings)
        let status: Status? = fields.choice("status", &findings)
        source = status == .chosen
            ? fields.optionalText("source", &findings) : fields.text("source", &findings)
        fields.finish(&findings)
        guard let id, let title, let group, let sorts, let status else { return nil }
        self.id = id.value
        self.title = title
        self.group = group
        self.sorts = sorts
        self.status = status
    }
}
