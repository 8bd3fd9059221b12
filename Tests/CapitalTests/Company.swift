import Capital
import Source

/// A company as a test writes it: what it publishes and what it books.
struct Company {
    let id: String
    var holding: String?
    var links: [String] = []
    /// The lines that it publishes; nil publishes all.
    var lines: [String]?
    var bilateral: [String] = []
    var flows: [String] = []
    var supplies: [String] = []
    var products: [String] = []
    var showsVolumes = false

    init(_ id: String, of holding: String? = nil, links: [String] = []) {
        self.id = id
        self.holding = holding
        self.links = links
    }

    func publishing(_ lines: [String], agreeingWith bilateral: [String] = []) -> Company {
        var company = self
        company.lines = lines
        company.bilateral = bilateral
        return company
    }

    func agreeing(with bilateral: String...) -> Company {
        var company = self
        company.bilateral = bilateral
        return company
    }

    /// A row of `flows.csv`. A quantity is text, so that states can be booked.
    func booking(
        _ line: String, _ quantity: String, _ position: String = "own",
        for counterparty: String = "", effect: String = "loss", basis: String = "realised",
        method: String = "estimated", verified: String = "no", additional: String? = nil,
        note: String = ""
    ) -> Company {
        var company = self
        let unit = Guide.indicators[line]?.unit ?? ""
        company.flows.append(
            "f-\(flows.count + 1),\(line),\(quantity),\(unit),\(position),\(counterparty),"
                + "\(effect),\(basis),\(method),\(verified),"
                + "\(additional ?? verified),\(note)")
        return company
    }

    func buying(
        _ quantity: Double, _ product: String = "goods", from supplier: String,
        _ line: String, factor: Double
    ) -> Company {
        var company = self
        let unit = Guide.indicators[line]?.unit ?? ""
        company.supplies.append(
            "s-\(supplies.count + 1),bought,\(supplier),\(product),\(quantity),t,\(line),"
                + "\(factor),\(unit)/t")
        return company
    }

    func selling(
        _ quantity: Double, _ product: String = "goods", to buyer: String
    ) -> Company {
        var company = self
        company.supplies.append(
            "s-\(supplies.count + 1),sold,\(buyer),\(product),\(quantity),t,,,")
        return company
    }

    /// A row of `products.csv`.
    func making(
        _ volume: Double, _ product: String = "goods", _ unit: String = "t",
        isPublic: Bool = false
    ) -> Company {
        var company = self
        company.showsVolumes = isPublic
        company.products.append("\(product),\(volume),\(unit)")
        return company
    }

    var party: Party {
        let published = lines.map { "[\($0.joined(separator: ", "))]" } ?? "all"
        let text = """
            id: \(id)
            name: {nl: \(id), en: \(id)}
            chain-links: [\(links.joined(separator: ", "))]
            holding: \(holding ?? "")
            publishes:
              lines: \(published)
              volumes: \(showsVolumes ? "yes" : "no")
              bilateral: [\(bilateral.joined(separator: ", "))]
            """
        var findings = Findings()
        let party = Party(SourceFile(path: "\(id)/party.yaml", text: text), &findings)
        precondition(findings.all.isEmpty, "\(findings.all)")
        return party!
    }

    var flowsText: String {
        "flow,indicator,quantity,unit,position,counterparty,effect,basis,method,verified,"
            + "additional,note\n" + flows.joined(separator: "\n")
    }

    var productsText: String {
        "product,volume,unit\n" + products.joined(separator: "\n")
    }

    var suppliesText: String {
        "supply,direction,counterparty,product,quantity,unit,indicator,factor,factor-unit\n"
            + supplies.joined(separator: "\n")
    }
}

/// A chain of companies in one year, with its accounts.
struct Chain {
    let companies: [Company]
    let accounts: Accounts
    let findings: Findings

    static let year = 2024

    init(_ companies: [Company]) {
        self.companies = companies
        var findings = Findings()
        let ids = Set(companies.map(\.id))
        let parties = companies.map(\.party)
        let ledgers = zip(companies, parties).map { company, party in
            var reader = LedgerReader(
                party: party, year: Self.year, parties: ids, indicators: Guide.indicators,
                units: Guide.units)
            let folder = "\(company.id)/\(Self.year)"
            let (ledger, found) = reader.read(
                flows: SourceFile(path: folder + "/flows.csv", text: company.flowsText),
                supplies: SourceFile(path: folder + "/supplies.csv", text: company.suppliesText),
                products: SourceFile(path: folder + "/products.csv", text: company.productsText),
                reporting: ids)
            findings.add(found)
            return ledger
        }
        let computation = StatementComputation(
            indicators: Guide.indicators, pricing: Guide.pricing(),
            qualityClasses: [.measured: 1, .supplierSpecific: 2, .calculated: 3, .generic: 4,
                             .estimated: 5])
        accounts = Accounts(
            parties: parties, ledgers: ledgers, computation: computation, &findings)
        self.findings = findings
    }

    init(_ companies: Company...) { self.init(companies) }

    func statement(_ party: String) -> Statement {
        accounts.statements[Accounts.Key(party: party, year: Self.year)]!
    }

    func cell(
        _ party: String, _ line: String, _ column: Column, _ effect: Effect = .loss
    ) -> Cell? {
        statement(party)[line]?.sides[effect]?[column].cell
    }

    var statement: ChainStatement { accounts.chains[Self.year]! }

    func total(_ line: String, _ column: ChainColumn, _ effect: Effect = .loss) -> Double? {
        statement[line]?.sides[effect]?[column].value
    }

    func view(_ party: String) -> StatementView {
        accounts.view(of: party, in: Self.year, for: .everyone)!
    }

    func seen(
        _ party: String, _ line: String, _ column: Column, _ effect: Effect = .loss
    ) -> Cell? {
        view(party)[line]?.sides[effect]?[column]
    }

    var view: ChainView { accounts.chainView(in: Self.year, for: .everyone)! }

    func seen(_ line: String, _ column: ChainColumn, _ effect: Effect = .loss) -> Cell? {
        view[line]?.sides[effect]?[column]
    }

    /// Both sides of every supply.
    var reconciliations: [Reconciliation] { accounts.reconciliations(in: Self.year) }

    var rules: [String] { findings.sorted.map(\.rule.id) }
}
