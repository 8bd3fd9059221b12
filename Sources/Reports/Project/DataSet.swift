import Capital
import Declarations
import Markup
import Source

/// A chain of companies as it was read from its folder.
struct DataSet: Sendable {
    let folder: String
    let parties: [Party]
    let ledgers: [Ledger]
    /// The company's own words, by party and year.
    let narratives: [Accounts.Key: [Language: Narrative]]
    /// Valuation sets that companies bring for their own statements.
    let ownSets: [String: ValuationSet]
    /// What the companies state beside their accounts, by party and year.
    let supplements: [Accounts.Key: Supplements]
    /// The declarations of each company, by the stems of their files.
    let declarations: [String: [String: Declaration]]
    let works: [Accounts.Key: [Work]]
    /// The sector that the companies are part of, where a file tells.
    let market: Market?

    /// Whether the chain is made up; then everything made from it says so.
    var isFictional: Bool { parties.contains(where: \.isFictional) }

    var reportingYears: [Int] { Set(ledgers.map(\.year)).sorted() }
}

/// Text that a company wrote and that nobody else has read.
struct Narrative: Sendable {
    let path: String
    let body: Document
}

extension Rule {
    static let unknownYear = Rule(
        "unknown-year",
        reason: "Statements are made for the years that the guide names, so that all companies "
            + "report on the same years.",
        example: "a folder zandwinning/2042",
        mend: "Rename the folder, or add the year to 'reporting-years' in guide.yaml.")

    static let unreadFile = Rule(
        "unread-file", .warning,
        reason: "A file that nobody reads would hold figures that silently do not count.",
        example: "zandwinning/2024/flow.csv",
        mend: "Rename the file as the guide describes, or remove it.")

    static let partyFolder = Rule(
        "party-folder",
        reason: "A company's folder has the company's id, so that a path tells whose data it "
            + "holds.",
        example: "id: zandwin in the folder zandwinning",
        mend: "Rename the folder or mend the id.")

    static let fictionalMixed = Rule(
        "fictional-mixed",
        reason: "A total over real and made-up companies would be neither.",
        example: "one company with 'fictional: true' among others without",
        mend: "Keep the example chain in a folder of its own.")
}

/// Reads the companies' folders.
struct DataSetReader {
    let tree: FileTree
    let folder: String
    let edition: Edition
    let indicators: Indicators
    let units: Units
    let definitions: SupplementDefinitions
    let declarationFiles: DeclarationFiles
    /// Ids of the sets of weights, one of which a stated MKI names.
    let sets: [String]

    private static let files = Set(
        [
            "flows.csv", "supplies.csv", "products.csv", "works.csv", "changes.csv",
            "narrative.nl.md", "narrative.en.md",
        ] + SupplementKind.allCases.map(\.file))

    func read(_ findings: inout Findings) -> DataSet {
        let names = tree.names(in: folder).filter { tree["\(folder)/\($0)"] == nil }
        let parties = names.compactMap { party($0, &findings) }
        if Set(parties.map(\.isFictional)).count > 1, let real = parties.first(where: {
            !$0.isFictional
        }) {
            findings.add(
                .fictionalMixed, at: real.place,
                "company '\(real.id)' is not fictional and others in '\(folder)' are")
        }
        Party.checkOwnership(of: parties, &findings)
        let ids = Set(parties.map(\.id))
        for party in parties { checkChoices(of: party, among: ids, &findings) }
        let years = Dictionary(
            uniqueKeysWithValues: parties.map { ($0.id, yearFolders(of: $0, &findings)) })
        var ledgers: [Ledger] = []
        var narratives: [Accounts.Key: [Language: Narrative]] = [:]
        var declarations: [String: [String: Declaration]] = [:]
        var works: [Accounts.Key: [Work]] = [:]
        for party in parties {
            let known = declarationFiles.declarations(of: party.id, &findings)
            declarations[party.id] = known
            for year in years[party.id] ?? [] {
                let reporting = Set(years.filter { $0.value.contains(year) }.keys)
                var ledger = ledger(of: party, year, ids: ids, reporting: reporting, &findings)
                let booking = DeclaredBooking(indicators: indicators, units: units)
                let declared = booking.flows(of: ledger, known, party: party, &findings)
                booking.checkOverlap(of: declared, with: ledger, &findings)
                ledger.flows += declared
                ledgers.append(ledger)
                let key = Accounts.Key(party: party.id, year: year)
                narratives[key] = narrative(of: party.id, year, &findings)
                works[key] = self.works(of: party, year, &findings)
                declarationFiles.check(ledger, works[key] ?? [], known, &findings)
            }
        }
        let ownSets = parties.compactMap { party in
            ownSet(of: party, &findings).map { (party.id, $0) }
        }
        let supplements = SupplementFiles(
            tree: tree, folder: folder, definitions: definitions, units: units
        ).read(parties, ledgers, &findings)
        return DataSet(
            folder: folder, parties: parties, ledgers: ledgers, narratives: narratives,
            ownSets: Dictionary(ownSets, uniquingKeysWith: { first, _ in first }),
            supplements: supplements, declarations: declarations, works: works,
            market: market(&findings))
    }

    private func market(_ findings: inout Findings) -> Market? {
        let path = "\(folder)/market.yaml"
        guard tree[path] != nil, let file = SourceFile(path, in: tree, &findings) else {
            return nil
        }
        return Market(file, units: units, &findings)
    }

    private func ownSet(of party: Party, _ findings: inout Findings) -> ValuationSet? {
        let path = "\(folder)/\(party.id)/valuation.yaml"
        guard tree[path] != nil, let file = SourceFile(path, in: tree, &findings) else {
            return nil
        }
        return ValuationSet(file, units: units, &findings)
    }

    private func party(_ name: String, _ findings: inout Findings) -> Party? {
        let path = "\(folder)/\(name)/party.yaml"
        guard let file = SourceFile(path, in: tree, &findings),
            let party = Party(file, &findings)
        else { return nil }
        if party.id != name {
            findings.add(
                .partyFolder, at: party.place, "id '\(party.id)' is not its folder's, '\(name)'")
        }
        if !Identifier.isValid(party.id) {
            findings.add(
                .wrongID, at: party.place,
                "id '\(party.id)' has other than small letters, digits and hyphens")
        }
        return party
    }

    private func checkChoices(
        of party: Party, among ids: Set<String>, _ findings: inout Findings
    ) {
        edition.check(links: party.chainLinks, &findings)
        for line in party.publishes.lines ?? [] { _ = indicators.check(line, &findings) }
        for other in party.publishes.bilateral where !ids.contains(other.value) {
            findings.add(
                .unknownParty, at: other.place,
                "company '\(other.value)' does not exist"
                    + NearMiss.hint(for: other.value, among: ids))
        }
    }

    private func yearFolders(of party: Party, _ findings: inout Findings) -> Set<Int> {
        let base = "\(folder)/\(party.id)"
        var years: Set<Int> = []
        for name in tree.names(in: base) where !["party.yaml", "valuation.yaml"].contains(name) {
            let path = "\(base)/\(name)"
            if name == DeclarationFiles.name, tree[path] == nil { continue }
            guard let year = Int(name), String(year) == name, tree[path] == nil else {
                findings.add(.unreadFile, at: Place(file: path), "'\(name)' is not read")
                continue
            }
            guard edition.reportingYears.contains(year) else {
                let known = edition.reportingYears.sorted().map(String.init)
                findings.add(
                    .unknownYear, at: Place(file: path),
                    "year \(name) is not a reporting year; those are "
                        + known.joined(separator: ", "))
                continue
            }
            years.insert(year)
            for file in tree.names(in: path) where !Self.files.contains(file) {
                findings.add(
                    .unreadFile, at: Place(file: "\(path)/\(file)"),
                    "'\(file)' is not read" + NearMiss.hint(for: file, among: Self.files))
            }
        }
        return years
    }

    private func ledger(
        of party: Party, _ year: Int, ids: Set<String>, reporting: Set<String>,
        _ findings: inout Findings
    ) -> Ledger {
        var reader = LedgerReader(
            party: party, year: year, parties: ids, indicators: indicators, units: units)
        func file(_ name: String) -> SourceFile? {
            let path = "\(folder)/\(party.id)/\(year)/\(name)"
            return tree[path] == nil ? nil : SourceFile(path, in: tree, &findings)
        }
        if tree["\(folder)/\(party.id)/\(year)/flows.csv"] == nil {
            findings.add(
                .missingFile, at: Place(file: "\(folder)/\(party.id)/\(year)/flows.csv"),
                "company '\(party.id)' has no flows.csv for \(year)")
        }
        let (ledger, found) = reader.read(
            flows: file("flows.csv"), supplies: file("supplies.csv"),
            products: file("products.csv"), changes: file("changes.csv"), reporting: reporting)
        findings.add(found)
        return ledger
    }

    private func works(
        of party: Party, _ year: Int, _ findings: inout Findings
    ) -> [Work] {
        let path = "\(folder)/\(party.id)/\(year)/works.csv"
        guard tree[path] != nil, let file = SourceFile(path, in: tree, &findings) else {
            return []
        }
        var reader = WorksReader(party: party, sets: sets, units: units)
        let (works, found) = reader.read(file)
        findings.add(found)
        return works
    }

    private func narrative(
        of party: String, _ year: Int, _ findings: inout Findings
    ) -> [Language: Narrative] {
        var texts: [Language: Narrative] = [:]
        for language in Language.allCases {
            let path = "\(folder)/\(party)/\(year)/narrative.\(language.rawValue).md"
            guard tree[path] != nil, let file = SourceFile(path, in: tree, &findings) else {
                continue
            }
            let body = MarkdownReader().read(file.text, file: path, &findings)
            PageReader.checkHeadings(of: body, above: 1, path, &findings)
            texts[language] = Narrative(path: path, body: body)
        }
        if texts.count == 1 {
            let missing = Language.allCases.first { texts[$0] == nil }!
            findings.add(
                .missingLanguage,
                at: Place(file: "\(folder)/\(party)/\(year)/narrative.\(missing.rawValue).md"),
                "narrative of '\(party)' \(year) lacks a language")
        }
        return texts
    }
}
