package import Source

extension Rule {
    package static let epdValue = Rule(
        "epd-value",
        reason: "A figure is read strictly. A text that is neither a number nor one of the marks "
            + "for 'not declared' could be either, and a zero it is not.",
        example: "\"value\": \"1,234\", which can be 1.234 and 1234",
        mend: "Ask the publisher for the figure with a point as the decimal mark; 'ND', 'MND' and "
            + "null are read as not declared, 'MNA' and 'INA' as not assessed.")

    package static let epdModule = Rule(
        "epd-module", .warning,
        reason: "A figure for something that is no module, such as a total, would count twice.",
        example: "\"module\": \"Total\"",
        mend: "Nothing, where it is a total; else compare with the declaration as published.")
}

/// Reads figures as they stand beside their modules.
struct ModuleValues {
    let mark: DeclaredValue.DecimalMark

    /// How the file writes decimals; a finding, and the point, when that
    /// cannot be told.
    init(texts: [String], at place: Place, _ findings: inout Findings) {
        if let mark = DeclaredValue.DecimalMark(of: texts) {
            self.mark = mark
            if mark == .comma {
                findings.add(
                    .epdDoubt, at: place,
                    "numbers are written with a decimal comma; the form asks for a point")
            }
        } else {
            mark = .point
        }
    }

    /// Nil, with a finding, for a text that is no figure and no known mark.
    func value(
        _ tree: JSONTree?, of name: String, _ stage: Stage, at place: Place,
        _ findings: inout Findings
    ) -> DeclaredValue? {
        guard let tree, let typed = tree.typed else {
            switch tree {
            case .flag: return unreadable("true or false", name, stage, place, &findings)
            case .list: return unreadable("a list", name, stage, place, &findings)
            case .text, .number, .null, .map, nil: return .notDeclared(tree?.place ?? place)
            }
        }
        var mark = mark
        if case .number = tree { mark = .point }
        if let value = DeclaredValue(typed, mark: mark) { return value }
        return unreadable("'\(typed.value)'", name, stage, typed.place, &findings)
    }

    private func unreadable(
        _ what: String, _ name: String, _ stage: Stage, _ place: Place,
        _ findings: inout Findings
    ) -> DeclaredValue? {
        let hint = what.contains(",") ? "; with this comma it can be two numbers" : ""
        findings.add(
            .epdValue, at: place,
            "\(what) of \(name) for \(stage) is no number" + hint
                + "; write a number, or ND, MND, MNA, INA, null or <limit")
        return nil
    }
}
