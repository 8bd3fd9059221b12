import Capital
import Markup
import Source

/// The tables of what stands beside a company's account, made from what its
/// reader may see.
struct SupplementTables {
    let view: SupplementsView
    let definitions: SupplementDefinitions
    let indicators: Indicators
    let sources: Sources
    let language: Language

    static let names = [
        "assets", "obligations", "dependencies", "nature-balances", "nature-schemes",
    ]

    /// Hectares are printed as the lines of land are.
    private static let hectareDecimals = 1

    private var numerals: Numerals { Numerals(language: language) }

    /// The table of one of ``names``.
    func block(_ name: String) -> Block? {
        switch name {
        case "assets": assets
        case "obligations": obligations
        case "dependencies": dependencies
        case "nature-balances": NatureTables(tables: self).balances
        case "nature-schemes": NatureTables(tables: self).schemes
        default: nil
        }
    }

    func header(_ labels: [Translated]) -> [[Inline]] {
        labels.map { [.text($0[language])] }
    }

    func number(_ value: Double, decimals: Int) -> [Inline] {
        [.value(numerals.print(value, decimals: decimals))]
    }

    private func hectares(_ value: Double) -> [Inline] {
        number(value, decimals: Self.hectareDecimals)
    }

    private func cell(_ cell: Cell, decimals: Int) -> [Inline] {
        [Inline(.value(numerals.print(cell, decimals: decimals)))]
    }

    /// Hectares by ecosystem type, over all sites.
    private var assets: Block {
        func row(
            _ title: String, _ total: AssetRegister.Total, _ condition: Cell
        ) -> [[Inline]] {
            [
                [.text(title)], hectares(total.opening), hectares(total.additions),
                hectares(total.losses), hectares(total.closing),
                cell(condition, decimals: 2),
                cell(total.hectareEquivalents, decimals: Self.hectareDecimals),
            ]
        }
        let rows = view.totals.map { type, total in
            row(type.title[language], total, total.condition)
        }
        // Each type has a yardstick of its own: there is no condition over all.
        let sum = view.total.map {
            [strong(row(Labels.total[language], $0, Cell.none), if: true)]
        } ?? []
        func hectare(_ label: Translated) -> Translated {
            Translated(nl: "\(label.nl) (ha)", en: "\(label.en) (ha)")
        }
        return table(
            header(
                [Labels.ecosystemType]
                    + [Labels.opening, Labels.additions, Labels.losses, Labels.closing]
                        .map(hectare)
                    + [Labels.condition, Translated(nl: "ha-eq", en: "ha-eq")]),
            rows + sum)
    }

    /// What permits require to be restored, by type and due year.
    private var obligations: Block {
        let rows = view.dues.map { due -> [[Inline]] in
            let title = definitions.ecosystemTypes[due.type]?.title[language] ?? due.type
            let late = due.isLate ? Labels.yes : Labels.no
            return [
                [.text(title)], [.text("\(due.due)")], hectares(due.obligation),
                hectares(due.delivered), hectares(due.open), [.text(late[language])],
            ]
        }
        func sum(_ figure: KeyPath<AssetRegister.Due, Double>) -> [Inline] {
            hectares(ExactSum.of(view.dues.map { $0[keyPath: figure] }))
        }
        let late = view.dues.contains(where: \.isLate) ? Labels.yes : Labels.no
        let total = strong(
            [
                [.text(Labels.total[language])], [.text("–")], sum(\.obligation),
                sum(\.delivered), sum(\.open), [.text(late[language])],
            ], if: true)
        return table(
            header([
                Labels.ecosystemType, Labels.dueYear, Labels.obligation, Labels.delivered,
                Labels.open, Labels.late,
            ]),
            rows + [total], alignments: [.left, .left, .right, .right, .right, .left])
    }

    /// What the company draws on, in the order of the guide's list.
    private var dependencies: Block {
        let rows = view.dependencies.compactMap { row -> [[Inline]]? in
            guard let type = definitions.dependency(row.id) else { return nil }
            let mitigation = Labels.localised(row.mitigation, language)
            return [
                [.text(type.title[language])], [.text(type.service ?? "–")],
                cell(row.quantity, decimals: 0), [.text(type.unit)],
                [.text(Labels.name(of: row.rating)[language])],
                [.text(Labels.name(of: row.trend)[language])],
                [.text(mitigation.isEmpty ? "–" : mitigation)],
            ]
        }
        return table(
            header([
                Labels.dependency, Labels.service, Labels.amount, Labels.unit, Labels.rating,
                Labels.trend, Labels.mitigation,
            ]),
            rows, alignments: [.left, .left, .right, .left, .left, .left, .left])
    }
}

extension Labels {
    /// A text of a company may say the same in both languages, parted by
    /// " / ".
    static func localised(_ text: String, _ language: Language) -> String {
        let parts = text.split(separator: " / ", maxSplits: 1)
        guard parts.count == 2 else { return text }
        return String(parts[language == .nl ? 0 : 1])
    }
}

extension PartyContext {
    /// The tables of what stands beside the account; nil where nothing does.
    var supplementTables: SupplementTables? {
        supplements.map {
            SupplementTables(
                view: $0, definitions: frame.definitions, indicators: frame.indicators,
                sources: frame.sources, language: language)
        }
    }

    /// What the skeleton can ask of it.
    var supplementFacts: [String: Bool] {
        let balances = supplements?.balances ?? []
        return [
            "assets": supplements?.total != nil,
            "assets-withheld": supplements?.isRegisterWithheld ?? false,
            "obligations": supplements?.dues.isEmpty == false,
            "obligations-late": supplements?.dues.contains(where: \.isLate) ?? false,
            "dependencies": supplements?.dependencies.isEmpty == false,
            "nature-balances": !balances.isEmpty,
            "nature-not-possible": balances.contains {
                $0.before == .notPossible || $0.after == .notPossible
            },
        ]
    }
}
