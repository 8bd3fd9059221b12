import Capital
import Source

/// How uncertain every statement is, as the public may know it. Made once for
/// all pages and data of a build.
struct Spreads: Sendable {
    let model: UncertaintyModel
    let statements: [Accounts.Key: StatementSpread]
    let chains: [Int: StatementSpread]

    init(
        _ accounts: Accounts, table: Uncertainty, qualityClasses: [Capital.Method: Int],
        indicators: Indicators, pricing: Pricing, ownPricing: [String: Pricing]
    ) {
        let factors = accounts.supplierFactors
        func computation(_ pricing: Pricing) -> SpreadComputation {
            SpreadComputation(
                model: UncertaintyModel(
                    table: table, qualityClasses: qualityClasses, sets: pricing.sets,
                    supplierFactors: factors),
                indicators: indicators, pricing: pricing)
        }
        let common = computation(pricing)
        model = UncertaintyModel(
            table: table, qualityClasses: qualityClasses,
            sets: pricing.sets + ownPricing.sorted { $0.key < $1.key }.flatMap(\.value.sets),
            supplierFactors: factors)
        var statements: [Accounts.Key: StatementSpread] = [:]
        for (key, statement) in accounts.statements {
            guard let view = accounts.view(of: key.party, in: key.year, for: .everyone) else {
                continue
            }
            let own = ownPricing[key.party].map(computation) ?? common
            statements[key] = own.spread(of: statement, seenAs: view)
        }
        self.statements = statements
        var chains: [Int: StatementSpread] = [:]
        for (year, chain) in accounts.chains {
            guard let view = accounts.chainView(in: year, for: .everyone) else { continue }
            chains[year] = common.spread(of: chain, seenAs: view)
        }
        self.chains = chains
    }
}

extension ProjectReader {
    static let uncertaintyFile = "guide/uncertainty.yaml"

    /// Nil where the project has no such table: its reports then state no
    /// uncertainty.
    func uncertainty(
        _ edition: Edition, _ sources: Sources, _ findings: inout Findings
    ) -> Uncertainty? {
        guard tree[Self.uncertaintyFile] != nil,
            let file = SourceFile(Self.uncertaintyFile, in: tree, &findings),
            let table = Uncertainty(file, sets: edition.valuationSets.map(\.value), &findings)
        else { return nil }
        let rows = table.classes.sorted { $0.key < $1.key }.map(\.value)
            + table.prices.sorted { $0.key < $1.key }.map(\.value)
        for row in rows {
            if let source = row.source { sources.check(source, &findings) }
        }
        return table
    }
}
