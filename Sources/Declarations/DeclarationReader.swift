package import Source

extension Rule {
    package static let epdForm = Rule(
        "epd-form",
        reason: "A declaration is read in two forms: ILCD+EPD as JSON, as the programmes' "
            + "databases serve it, and openEPD. Another form could be read wrongly.",
        example: "a list of search results, or the XML form of a declaration",
        mend: "Fetch the single declaration as JSON; from a database of the ILCD network with "
            + "'?format=json&view=extended' after its address.")
}

/// Reads one file as a declaration, in whichever of the two forms it is.
package struct DeclarationReader: Sendable {
    package init() {}

    /// Nil, with findings, when the file is no declaration or holds too
    /// little to be used.
    package func read(_ file: SourceFile, _ findings: inout Findings) -> Declaration? {
        var found = Findings()
        defer { findings.add(found) }
        return checked(file, &found)
    }

    private func checked(_ file: SourceFile, _ findings: inout Findings) -> Declaration? {
        if let form = Self.otherForm(file.text) {
            findings.add(.epdForm, at: Place(file: file.path), form)
            return nil
        }
        guard let tree = JSONTree(file, &findings) else { return nil }
        var declaration: Declaration?
        let root = tree.at("processDataSet") ?? tree
        if root.at("processInformation") != nil {
            declaration = ILCDReader(root: root).read(&findings)
        } else if OpenEPDReader.recognises(tree) {
            declaration = OpenEPDReader(root: tree).read(&findings)
        } else {
            findings.add(.epdForm, at: tree.place, Self.explanation(of: tree))
            return nil
        }
        guard let declaration else { return nil }
        DeclarationChecks(declaration: declaration).check(&findings)
        return declaration
    }

    /// What the first signs of a text show it to be, when it is no JSON.
    private static func otherForm(_ text: String) -> String? {
        let start = text.drop { $0.isWhitespace }
        if start.hasPrefix("<") {
            let isPage = start.prefix(200).lowercased().contains("<html")
            return isPage
                ? "file is a web page; fetch the declaration itself, as JSON"
                : "file is XML; the JSON form is read, which a database serves with "
                    + "'?format=json&view=extended'"
        }
        if start.hasPrefix("%PDF") {
            return "file is a PDF; its figures are not read, the programme's JSON is"
        }
        return nil
    }

    /// What a file of JSON is, when it is no declaration.
    private static func explanation(of tree: JSONTree) -> String {
        let expected = "; expected is ILCD+EPD with 'processInformation', or openEPD with "
            + "'declared_unit' and 'impacts'"
        switch tree {
        case .list(let items, _):
            return "file is a list of \(items.count); give one declaration per file" + expected
        case .map(let entries, _):
            let keys = Set(entries.map(\.key.value))
            if keys.contains("totalCount") || keys.contains("data") || keys.contains("payload") {
                return "file is a list of search results; fetch one declaration" + expected
            }
            for name in [
                "flowDataSet", "flowInformation", "contactInformation", "sourceInformation",
                "unitGroupInformation", "LCIAMethodInformation", "flowPropertiesInformation",
            ] where keys.contains(name) {
                return "file holds '\(name)', a data set that a declaration refers to; fetch the "
                    + "data set of the process" + expected
            }
            if keys.contains("declaredUnit") || keys.contains("formatVersion") {
                return "file seems to be EPDx or LCAx, which drop what is not declared; give the "
                    + "declaration that it was made from" + expected
            }
            return "file is no declaration that is known here" + expected
        case .text, .number, .flag, .null:
            return "file holds one value" + expected
        }
    }
}
