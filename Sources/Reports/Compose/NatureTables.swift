import Capital
import Markup
import Source

/// The tables of nature in the units of its schemes.
struct NatureTables {
    let tables: SupplementTables

    private var language: Language { tables.language }

    /// Each scheme apart with its own total, realised and forecast apart.
    /// Nothing is converted and nothing added between schemes.
    var balances: Block {
        let rows = tables.view.balances.compactMap { balance -> [[Inline]]? in
            guard let scheme = tables.definitions.scheme(balance.scheme) else { return nil }
            let title = tables.schemeTitle(scheme)
            let name = balance.measure.map { Labels.localised($0, language) }
                ?? "\(Labels.total[language]), \(scheme.title[language])"
            let required = balance.required.map {
                tables.number($0, decimals: scheme.decimals)
            } ?? [.text("–")]
            let met = balance.isMet.map { ($0 ? Labels.yes : Labels.no)[language] } ?? "–"
            let row: [[Inline]] = [
                balance.measure == nil ? [.text(name)] : title,
                balance.measure == nil ? [.text("–")] : [.text(name)],
                [.text(Labels.name(of: balance.basis)[language])],
                [.text(scheme.unit[language])], amount(balance.before, scheme),
                amount(balance.after, scheme), amount(balance.balance, scheme), required,
                [.text(met)],
            ]
            return strong(row, if: balance.measure == nil)
        }
        return table(
            tables.header([
                Labels.scheme, Labels.measure, Labels.basis, Labels.unit, Labels.before,
                Labels.after, Labels.balance, Labels.required, Labels.met,
            ]),
            rows,
            alignments: [.left, .left, .left, .left, .right, .right, .right, .right, .left])
    }

    /// How each scheme in use reckons, and whether that was read in a source.
    var schemes: Block {
        let used = Set(tables.view.balances.map(\.scheme))
        let rows = tables.definitions.schemes.filter { used.contains($0.id) }
            .map { scheme -> [[Inline]] in
                let status = scheme.isVerified ? Labels.verified : Labels.unverified
                let note = scheme.note.map { " " + $0[language] } ?? ""
                let formula = scheme.formula[language]
                return [
                    tables.schemeTitle(scheme), [.text(scheme.unit[language])],
                    [.text(formula + "." + note)],
                    [.text(Labels.name(of: scheme.better)[language])],
                    [.text(status[language])],
                    tables.source(scheme.source.value),
                ]
            }
        return table(
            tables.header([
                Labels.scheme, Labels.unit, Labels.formula, Labels.betterIs, Labels.status,
                Labels.source,
            ]),
            rows, left: 6)
    }

    private func amount(_ amount: NatureLedger.Amount, _ scheme: NatureScheme) -> [Inline] {
        switch amount {
        case .known(let value): tables.number(value, decimals: scheme.decimals)
        case .notPossible: [.text(Labels.notPossible[language])]
        }
    }
}

extension SupplementTables {
    /// Leads to the page of the scheme's memo line where the guide has one.
    func schemeTitle(_ scheme: NatureScheme) -> [Inline] {
        let title = scheme.title[language]
        guard let line = scheme.line, indicators[line] != nil else { return [.text(title)] }
        return [.link(title, to: "page:indicator/\(line)")]
    }

    func source(_ id: String) -> [Inline] {
        [.link(sources[id]?.title ?? id, to: "source:\(id)")]
    }
}
