import Capital
import Markup
package import Source

/// What a new company is to be.
package struct NewParty: Sendable {
    package var id: String
    package var links: [String]
    package var year: Int

    package init(id: String, links: [String], year: Int) {
        self.id = id
        self.links = links
        self.year = year
    }
}

/// The folder that a company fills: every file that is read, with a row for
/// every line that its chain links must report and what the guide says of it.
/// It compiles as it stands: every figure is missing, and says so. Nil, with
/// diagnostics, when the id, a chain link or the year will not do.
package func folder(
    of new: NewParty, _ input: FileTree
) -> (files: FileTree?, diagnostics: [Diagnostic]) {
    var findings = Findings()
    guard let project = ProjectReader(tree: input, options: CompileOptions()).read(&findings)
    else { return (nil, findings.sorted) }
    let files = new.folder(in: project, &findings)
    return (findings.hasErrors ? nil : files, findings.sorted)
}

extension NewParty {
    func folder(in project: Project, _ findings: inout Findings) -> FileTree? {
        let before = findings.all.count
        let place = Place(file: "guide/guide.yaml")
        project.edition.check(links: links.map { Located($0, at: place) }, &findings)
        if !Identifier.isValid(id) {
            findings.add(
                .wrongID, at: place,
                "id '\(id)' has other than small letters, digits and hyphens")
        }
        if project.register.parties.contains(where: { $0.id.value == id }) {
            findings.add(.partyClash, at: place, "id '\(id)' is that of a party in the register")
        }
        if !project.edition.reportingYears.contains(year) {
            let known = project.edition.reportingYears.sorted().map(String.init)
            findings.add(
                .unknownYear, at: place,
                "year \(year) is not a reporting year; those are " + known.joined(separator: ", "))
        }
        return findings.all.count == before
            ? NewPartyFolder(new: self, project: project).files : nil
    }
}

private struct NewPartyFolder {
    let new: NewParty
    let project: Project

    var files: FileTree {
        var files = FileTree()
        files.write(description, to: "party.yaml")
        files.write(flows, to: "\(new.year)/flows.csv")
        files.write(
            csvText([LedgerReader.supplyColumns + LedgerReader.optionalSupplyColumns]),
            to: "\(new.year)/supplies.csv")
        files.write(
            csvText([LedgerReader.productColumns + LedgerReader.optionalProductColumns]),
            to: "\(new.year)/products.csv")
        return files
    }

    private var description: String {
        let links = new.links.map { link in
            "#   \(link): \(text(project.edition.title(ofLink: link)))"
        }
        return """
            # Wie het bedrijf is, en wat het openbaar maakt.
            # Who the company is, and what it publishes.
            id: \(new.id)
            name: {nl: "\(new.id)", en: "\(new.id)"}
            # Schakels / chain links:
            \(links.joined(separator: "\n"))
            chain-links: [\(new.links.joined(separator: ", "))]
            # De groep waartoe het bedrijf hoort / the group that the company belongs to.
            holding: null
            # Terreinen met hun land (ISO 3166-1); in flows.csv is de plaats een van deze.
            # Sites with their country; in flows.csv a place is one of these.
            sites: [{id: site-1, name: "Terrein / Site", country: NL}]
            approach: operational-control
            # Een Nederlands rekenblad: / A Dutch spreadsheet: {separator: ";", decimal: ","}
            csv: {separator: ",", decimal: "."}
            # Niets is openbaar zonder keuze: 'all', of de regels die het mag zien.
            # Nothing is public without a choice: 'all', or the lines to be shown.
            publishes: {lines: [], bilateral: []}

            """
    }

    private func text(_ title: Translated?) -> String {
        title.map { "\($0.nl) / \($0.en)" } ?? ""
    }

    /// A row for each line that must be reported: missing until it is filled.
    private var flows: String {
        let links = Set(new.links)
        let owed = project.indicators.all.filter { indicator in
            indicator.kind != .subtotal && indicator.kind != .ratio
                && indicator.mustReport.contains { links.contains($0.value) }
        }
        let columns = LedgerReader.flowColumns + LedgerReader.optionalFlowColumns
        let rows = owed.flatMap { indicator in
            indicator.effects.map { effect in row(indicator, effect, columns) }
        }
        return csvText([columns] + rows)
    }

    private func row(_ indicator: Indicator, _ effect: Effect, _ columns: [String]) -> [String] {
        let cells = [
            "flow": "\(indicator.id)-\(effect.rawValue)", "indicator": indicator.id,
            "quantity": ".", "unit": indicator.unit, "position": "own",
            "effect": effect == .memo ? "" : effect.rawValue, "basis": "realised",
            "place": "site-1",
            "note": "Vul in: \(indicator.title.nl), \(indicator.formula.nl) / "
                + "Fill in: \(indicator.title.en), \(indicator.formula.en)",
        ]
        return columns.map { cells[$0] ?? "" }
    }
}
