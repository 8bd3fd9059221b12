import Capital
import Source

/// What a company publishes beside its account, as CSV: not rounded, each
/// statement in a file of its own.
struct SupplementData {
    let view: SupplementsView
    let isFictional: Bool
    let project: Project

    /// Writes a file for each statement that the public may see.
    func write(to folder: String, _ files: inout FileTree) {
        let tables: [(name: String, header: [String], rows: [[String]])] = [
            ("assets", Self.assetColumns, assets),
            ("obligations", Self.obligationColumns, obligations),
            ("dependencies", Self.dependencyColumns, dependencies),
            ("nature", Self.natureColumns, nature),
        ]
        for table in tables where !table.rows.isEmpty {
            let rows = [Self.subjectColumns + table.header]
                + table.rows.map { [view.party, "\(view.year)", "\(isFictional)"] + $0 }
            files.write(csvText(rows), to: "\(folder)/\(table.name).csv")
        }
    }

    static let subjectColumns = ["subject", "year", "fictional"]
    static let assetColumns = [
        "ecosystem-type", "unit", "opening", "additions", "losses", "closing", "condition",
        "hectare-equivalents", "hectare-equivalents-bound",
    ]
    static let obligationColumns = [
        "ecosystem-type", "due", "unit", "obligation", "delivered", "open", "late",
    ]
    static let dependencyColumns = [
        "dependency", "quantity", "state", "unit", "rating", "trend", "mitigation",
    ]
    static let natureColumns = [
        "scheme", "measure", "basis", "unit", "before", "after", "balance", "required", "met",
    ]

    private var assets: [[String]] {
        view.totals.map { type, total in
            let bound = total.hectareEquivalents.quantity.map { DataCell.name(of: $0.bound) }
            return [type.id, "ha"]
                + [total.opening, total.additions, total.losses, total.closing]
                    .map(JSONValue.digits)
                + [Self.digits(total.condition), Self.digits(total.hectareEquivalents),
                   bound ?? ""]
        }
    }

    private var obligations: [[String]] {
        view.dues.map { due in
            [due.type, "\(due.due)", "ha"]
                + [due.obligation, due.delivered, due.open].map(JSONValue.digits)
                + ["\(due.isLate)"]
        }
    }

    private var dependencies: [[String]] {
        view.dependencies.map { row in
            [
                row.id, Self.digits(row.quantity), DataCell.state(of: row.quantity),
                project.definitions.dependency(row.id)?.unit ?? "", row.rating.rawValue,
                row.trend.rawValue, row.mitigation,
            ]
        }
    }

    /// The measures; a reader who wants a total adds those of one scheme and
    /// one basis.
    private var nature: [[String]] {
        view.balances.compactMap { balance in
            balance.measure.map { measure in
                [
                    balance.scheme, measure, balance.basis.rawValue,
                    project.definitions.scheme(balance.scheme)?.unit.en ?? "",
                    Self.digits(balance.before), Self.digits(balance.after),
                    Self.digits(balance.balance),
                    balance.required.map(JSONValue.digits) ?? "",
                    balance.isMet.map { "\($0)" } ?? "",
                ]
            }
        }
    }

    private static func digits(_ cell: Cell) -> String {
        cell.quantity.map { JSONValue.digits($0.value) } ?? ""
    }

    private static func digits(_ amount: NatureLedger.Amount) -> String {
        switch amount {
        case .known(let value): JSONValue.digits(value)
        case .notPossible: "not-possible"
        }
    }
}
