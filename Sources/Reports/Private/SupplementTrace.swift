import Capital
import Markup
import Source

/// What a company states beside its account, row by row and with all digits,
/// for who holds its books. Not public.
struct SupplementTrace {
    let supplements: Supplements
    let definitions: SupplementDefinitions

    /// A part for each statement, to stand below the trace of the account.
    var blocks: [Block] {
        let parts: [(SupplementKind, [String])] = [
            (.assets, supplements.assets?.rows.map(text) ?? []),
            (.dependencies, supplements.dependencies?.map(text) ?? []),
            (.nature, natureLines),
        ]
        return parts.filter { !$0.1.isEmpty }.flatMap { kind, lines in
            [
                Block.heading(2, kind.file),
                Block(.codeBlock(
                    info: "text", text: lines.map { $0 + "\n" }.joined())),
            ]
        }
    }

    private func text(of row: AssetRegister.Row) -> String {
        let areas = [
            ("opening", row.opening), ("additions", row.additions), ("losses", row.losses),
            ("closing", row.closing),
        ].map { "\($0.0) \(JSONValue.digits($0.1.hectares)) ha ← '\($0.1.typed.value)'" }
        var lines = ["\(row.site), \(row.type), \(row.place)"] + areas
        lines.append("condition \(Self.text(of: row.condition))")
        if let obligation = row.obligation {
            let late = obligation.isLate(in: supplements.year) ? ", late" : ""
            lines.append(
                "obligation \(JSONValue.digits(obligation.hectares)) ha due \(obligation.due), "
                    + "delivered \(JSONValue.digits(obligation.delivered)) ha, open "
                    + "\(JSONValue.digits(obligation.open)) ha\(late)")
        }
        if !row.restatement.isEmpty { lines.append("restatement: \(row.restatement)") }
        if !row.note.isEmpty { lines.append("note: \(row.note)") }
        return lines.joined(separator: "\n  ")
    }

    private func text(of row: Dependency) -> String {
        let unit = definitions.dependency(row.id.value)?.unit ?? ""
        var lines = [
            "\(row.id.value) = \(Self.text(of: row.quantity)) \(unit), \(row.id.place)",
            "rating \(row.rating.rawValue), trend \(row.trend.rawValue)",
        ]
        if !row.mitigation.isEmpty { lines.append("mitigation: \(row.mitigation)") }
        if !row.note.isEmpty { lines.append("note: \(row.note)") }
        return lines.joined(separator: "\n  ")
    }

    private var natureLines: [String] {
        guard let nature = supplements.nature else { return [] }
        let totals = nature.balances(definitions.schemes).map { balance in
            "\(balance.scheme), \(balance.measure ?? "total"), \(balance.basis.rawValue): "
                + "\(Self.text(of: balance.after)) - \(Self.text(of: balance.before)) = "
                + Self.text(of: balance.balance)
        }
        return nature.rows.map(text) + totals
    }

    private func text(of row: NatureLedger.Row) -> String {
        let scheme = definitions.scheme(row.scheme)
        let factors = row.factors.map { figure -> String in
            let multiplier = figure.multiplier.map(JSONValue.digits) ?? "not possible"
            return "× \(multiplier)   ← \(figure.factor) '\(figure.typed)'"
        }
        let required = row.required.map { ["required \(JSONValue.digits($0))"] } ?? []
        let head = "\(row.parcel.value), \(row.measure), \(row.scheme) \(row.moment.rawValue) "
            + "(\(row.basis.rawValue)) = \(Self.text(of: row.amount)), \(row.place)"
        return ([head, "\(JSONValue.digits(row.quantity)) \(scheme?.quantityUnit ?? "")"]
            + factors + required + (row.note.isEmpty ? [] : ["note: \(row.note)"]))
            .joined(separator: "\n  ")
    }

    private static func text(of amount: NatureLedger.Amount) -> String {
        switch amount {
        case .known(let value): JSONValue.digits(value)
        case .notPossible: "not possible"
        }
    }

    private static func text(of cell: Cell) -> String {
        cell.quantity.map { JSONValue.digits($0.value) } ?? DataCell.state(of: cell)
    }
}
