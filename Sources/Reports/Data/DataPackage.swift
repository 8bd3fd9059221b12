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
            ("schema", supplementSchema(of: path, project) ?? schema(project)))
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
    let folder = path.split(separator: "/").dropLast().joined(separator: "-").lowercased()
    let file = path.split(separator: "/").last ?? ""
    return file == "statement.csv" ? folder : "\(folder)-\(file.dropLast(".csv".count))"
}

/// A column of a CSV file, as the Frictionless Table Schema describes it.
func tableField(
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

/// The columns of a CSV file, and that an empty cell is a missing value.
func tableSchema(_ fields: [JSONValue]) -> JSONValue {
    .pairs(("fields", .array(fields)), ("missingValues", .texts([""])))
}

private func schema(_ project: Project) -> JSONValue {
    let fields = [
        tableField("subject", "string", "Id of the company, or 'chain'", isRequired: true),
        tableField("year", "year", "Reporting year", isRequired: true),
        tableField("fictional", "boolean", "Whether the figures are made up", isRequired: true),
        tableField("line", "string", "Id of the indicator, a page of the guide",
                   project.indicators.ids, isRequired: true),
        tableField("unit", "string", "Unit of the value", isRequired: true),
        tableField(
            "effect", "string", "Side of the account; empty for a balance or an amount of money",
            ["loss", "gain", "memo"]),
        tableField(
            "column", "string",
            "Place in the statement; 'value:' and a valuation set for money, 'series:' for years",
            isRequired: true),
        tableField(
            "value", "number", "The figure, not rounded; empty where the state is not 'known'"),
        tableField("state", "string", "Whether there is a figure, or why not",
                   ["known", "nil", "missing", "confidential", "not-applicable", "break"],
                   isRequired: true),
        tableField("bound", "string", "Whether parts are missing",
                   ["exact", "at-least", "at-most", "partial"]),
        tableField("provisional", "boolean", "Whether the figure may still change"),
    ] + DataSpread.fields
    return tableSchema(fields)
}
