import Capital
import Declarations
import Source

/// The scores of the products and works of every company and year.
struct ProductBook: Sendable {
    /// A product of a company with the scores of its declaration.
    struct Entry: Sendable {
        let product: Product
        let declaration: Declaration
        let scores: [ProductScore]
    }

    private let entries: [Accounts.Key: [Entry]]
    private let works: [Accounts.Key: [WorkScore]]

    init(
        data: DataSet, scoring: ProductScoring, units: Units, _ findings: inout Findings
    ) {
        var entries: [Accounts.Key: [Entry]] = [:]
        var works: [Accounts.Key: [WorkScore]] = [:]
        for ledger in data.ledgers {
            let key = Accounts.Key(party: ledger.party, year: ledger.year)
            let declarations = data.declarations[ledger.party] ?? [:]
            entries[key] = ledger.products.compactMap { product in
                guard let declaration = product.declaration.flatMap({ declarations[$0.value] })
                else { return nil }
                let scores = scoring.scores(
                    of: declaration, followsMethod: product.followsMethod,
                    scenario: product.scenario)
                return Entry(product: product, declaration: declaration, scores: scores)
            }
            let workScoring = WorkScoring(
                scoring: scoring, units: units, declarations: declarations)
            works[key] = (data.works[key] ?? []).flatMap { workScoring.scores(of: $0, &findings) }
        }
        self.entries = entries
        self.works = works
    }

    /// What the public may see: nothing unless the company publishes it.
    func published(of party: Party, in year: Int) -> PublishedProducts {
        let key = Accounts.Key(party: party.id, year: year)
        guard party.publishes.products else { return PublishedProducts() }
        return PublishedProducts(products: entries[key] ?? [], works: works[key] ?? [])
    }

    /// Everything, for who holds the company's books.
    func all(of party: String, in year: Int) -> PublishedProducts {
        let key = Accounts.Key(party: party, year: year)
        return PublishedProducts(products: entries[key] ?? [], works: works[key] ?? [])
    }
}

/// Products and works that a reader may see.
struct PublishedProducts: Sendable {
    var products: [ProductBook.Entry] = []
    var works: [WorkScore] = []

    var isEmpty: Bool { products.isEmpty && works.isEmpty }

    /// Whether a score rests on categories that EN 15804 prints with a
    /// disclaimer.
    var hasDisclaimers: Bool {
        products.contains { $0.scores.contains { !$0.disclaimed.isEmpty } }
            || works.contains { $0.rows.contains(where: \.isDisclaimed) }
    }

    /// Whether a score rests on weights that nobody checked in their source.
    func hasUnverifiedWeights(in sets: [ValuationSet]) -> Bool {
        let ofWorks = works.filter { $0.rows.contains { $0.isFromDeclaration } }.map(\.set)
        return products.contains { $0.scores.contains(where: \.hasUnverifiedWeights) }
            || sets.contains { set in
                ofWorks.contains(set.id) && set.factors.contains { $0.status == .unverified }
            }
    }
}
