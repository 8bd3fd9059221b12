import Capital

/// The columns of a file that ``SupplementData`` writes; nil for any other.
func supplementSchema(of path: String, _ project: Project) -> JSONValue? {
    let definitions = project.definitions
    let subject = [
        word("subject", "Id of the company"),
        tableField("year", "year", "Reporting year", isRequired: true),
        tableField("fictional", "boolean", "Whether the figures are made up", isRequired: true),
    ]
    switch path.split(separator: "/").last {
    case "assets.csv": return tableSchema(subject + assetFields(definitions))
    case "obligations.csv": return tableSchema(subject + obligationFields(definitions))
    case "dependencies.csv": return tableSchema(subject + dependencyFields(definitions))
    case "nature.csv": return tableSchema(subject + natureFields(definitions))
    default: return nil
    }
}

private func number(_ name: String, _ text: String) -> JSONValue {
    tableField(name, "number", text)
}

private func word(_ name: String, _ text: String, _ values: [String] = []) -> JSONValue {
    tableField(name, "string", text, values, isRequired: true)
}

private func assetFields(_ definitions: SupplementDefinitions) -> [JSONValue] {
    [
        word("ecosystem-type", "Id of the ecosystem type",
             definitions.ecosystemTypes.all.map(\.id)),
        word("unit", "Unit of the areas"),
        number("opening", "Area at the start of the year"), number("additions", "Area added"),
        number("losses", "Area lost"), number("closing", "Area at the end of the year"),
        number("condition", "From 0 to 1, weighted by area; empty where a part is missing"),
        number("hectare-equivalents", "Area times condition"),
        tableField("hectare-equivalents-bound", "string", "Whether parts are missing",
                   ["exact", "at-least", "at-most", "partial"]),
    ]
}

private func obligationFields(_ definitions: SupplementDefinitions) -> [JSONValue] {
    [
        word("ecosystem-type", "Id of the ecosystem type",
             definitions.ecosystemTypes.all.map(\.id)),
        tableField("due", "year", "Year in which it is due"), word("unit", "Unit of the areas"),
        number("obligation", "Area that must be restored"),
        number("delivered", "Area handed over so far"), number("open", "Area still open"),
        tableField("late", "boolean", "Whether something is open after the due year"),
    ]
}

private func dependencyFields(_ definitions: SupplementDefinitions) -> [JSONValue] {
    [
        word("dependency", "Id of the dependency", definitions.dependencies.map(\.id)),
        number("quantity", "Quantity; empty where the state is not 'known'"),
        word("state", "Whether there is a figure, or why not",
             ["known", "nil", "missing", "confidential", "not-applicable"]),
        word("unit", "Unit of the quantity"),
        word("rating", "The company's own rating, from very high to very low",
             Dependency.Rating.allCases.map(\.rawValue)),
        word("trend", "Where the thing depended on is going",
             Dependency.Trend.allCases.map(\.rawValue)),
        tableField("mitigation", "string", "What the company does about it"),
    ]
}

private func natureFields(_ definitions: SupplementDefinitions) -> [JSONValue] {
    func amount(_ name: String, _ text: String) -> JSONValue {
        word(name, text + "; a number or 'not-possible'")
    }
    return [
        word("scheme", "Id of the scheme; amounts of two are never added",
             definitions.schemes.map(\.id)),
        tableField("measure", "string", "Name of the measure"),
        word("basis", "Whether the amount after is realised or forecast",
             Flow.Basis.allCases.map(\.rawValue)),
        word("unit", "Unit of the scheme"), amount("before", "Amount before"),
        amount("after", "Amount after"), amount("balance", "After less before"),
        number("required", "What the amount after must reach; empty where nothing is"),
        tableField("met", "boolean", "Whether it is reached"),
    ]
}
