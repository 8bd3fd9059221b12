import Capital
import Source

/// The Frictionless description of every CSV: what each column is, in which
/// unit, under which licence.
func dataPackage(_ project: Project, _ files: FileTree) -> String {
    let resources = files.paths.filter { $0.hasSuffix(".csv") }.map { path -> JSONValue in
        let inner = String(path.dropFirst("data/".count))
        return .pairs(
            ("name", .text(resourceName(of: inner))), ("path", .text(inner)),
            ("profile", .text("tabular-data-resource")), ("format", .text("csv")),
            ("mediatype", .text("text/csv")), ("encoding", .text("utf-8")),
            ("schema", schema(project)))
    }
    let used = Set(project.sets.flatMap { $0.factors.map(\.source.value) })
    let sources = used.sorted().compactMap { id -> JSONValue? in
        project.sources[id].map { entry in
            var members: [JSONValue.Member] = [.init(key: "title", value: .text(entry.title))]
            if let url = entry.url { members.append(.init(key: "path", value: .text(url))) }
            return .object(members)
        }
    }
    var members: [JSONValue.Member] = [
        .init(key: "name", value: .text("natural-capital-concrete-chain")),
        .init(key: "title", value: .text(project.edition.title.en)),
        .init(key: "version", value: .text(project.edition.name)),
        .init(key: "profile", value: .text("tabular-data-package")),
    ]
    // The guide's licence covers its example; it is not ours to give for what
    // real companies publish of their own.
    if project.data.isFictional {
        let license = JSONValue.pairs(
            ("name", .text("CC-BY-4.0")),
            ("path", .text("https://creativecommons.org/licenses/by/4.0/")))
        members.append(.init(key: "licenses", value: .array([license])))
    }
    members.append(.init(key: "sources", value: .array(sources)))
    members.append(.init(key: "resources", value: .array(resources)))
    return JSONValue.object(members).written
}

private func resourceName(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "-").lowercased()
}

private func schema(_ project: Project) -> JSONValue {
    func field(
        _ name: String, _ type: String, _ description: String, _ values: [String] = [],
        isRequired: Bool = false
    ) -> JSONValue {
        var constraints: [JSONValue.Member] = []
        if isRequired { constraints.append(.init(key: "required", value: .bool(true))) }
        if !values.isEmpty { constraints.append(.init(key: "enum", value: .texts(values))) }
        var members: [JSONValue.Member] = [
            .init(key: "name", value: .text(name)), .init(key: "type", value: .text(type)),
            .init(key: "description", value: .text(description)),
        ]
        if !constraints.isEmpty {
            members.append(.init(key: "constraints", value: .object(constraints)))
        }
        return .object(members)
    }
    let fields = [
        field("subject", "string", "Id of the company, or 'chain'", isRequired: true),
        field("year", "year", "Reporting year", isRequired: true),
        field("fictional", "boolean", "Whether the figures are made up", isRequired: true),
        field("line", "string", "Id of the indicator, a page of the guide",
              project.indicators.ids, isRequired: true),
        field("unit", "string", "Unit of the value", isRequired: true),
        field("effect", "string", "Side of the account; empty for a balance or an amount of money",
              ["loss", "gain", "memo"]),
        field("column", "string",
              "Place in the statement; 'value:' and a valuation set for money, 'series:' for years",
              isRequired: true),
        field("value", "number", "The figure, not rounded; empty where the state is not 'known'"),
        field("state", "string", "Whether there is a figure, or why not",
              ["known", "nil", "missing", "confidential", "not-applicable", "break"],
              isRequired: true),
        field("bound", "string", "Whether parts are missing",
              ["exact", "at-least", "at-most", "partial"]),
        field("provisional", "boolean", "Whether the figure may still change"),
    ]
    return .pairs(("fields", .array(fields)), ("missingValues", .texts([""])))
}
