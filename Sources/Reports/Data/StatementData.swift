import Capital
import Source

/// One cell of a statement as data: a row of the CSV, an object in the JSON.
struct DataCell {
    let line: String
    let unit: String
    /// Empty for what stands over both sides.
    let effect: String
    let column: String
    let cell: Cell
    var spread = DataSpread()
    /// A figure that exists and cannot be compared with this year.
    var isBroken = false

    /// The words by which data name the state of a cell.
    static func state(of cell: Cell) -> String {
        switch cell {
        case .known: "known"
        case .none: "nil"
        case .missing: "missing"
        case .confidential: "confidential"
        case .notApplicable: "not-applicable"
        }
    }

    private var state: String { isBroken ? "break" : Self.state(of: cell) }

    static func name(of bound: Quantity.Bound) -> String {
        switch bound {
        case .exact: "exact"
        case .atLeast: "at-least"
        case .atMost: "at-most"
        case .partial: "partial"
        }
    }

    static let header = [
        "subject", "year", "fictional", "line", "unit", "effect", "column", "value", "state",
        "bound", "provisional",
    ] + DataSpread.header

    func row(subject: String, year: Int, isFictional: Bool) -> [String] {
        let quantity = cell.quantity
        return [
            subject, "\(year)", isFictional ? "true" : "false", line, unit, effect, column,
            quantity.map { $0.value.isFinite ? JSONValue.digits($0.value) : "" } ?? "",
            state,
            quantity.map { Self.name(of: $0.bound) } ?? "",
            quantity.map { $0.isProvisional ? "true" : "false" } ?? "",
        ] + spread.texts
    }

    var json: JSONValue {
        var members: [JSONValue.Member] = []
        if !effect.isEmpty { members.append(.init(key: "effect", value: .text(effect))) }
        members.append(.init(key: "column", value: .text(column)))
        members.append(.init(key: "unit", value: .text(unit)))
        members.append(.init(key: "state", value: .text(state)))
        if let quantity = cell.quantity {
            members.append(.init(key: "value", value: .number(quantity.value)))
            members.append(.init(key: "bound", value: .text(Self.name(of: quantity.bound))))
            if quantity.isProvisional {
                members.append(.init(key: "provisional", value: .bool(true)))
            }
        }
        members += spread.members
        return .object(members)
    }
}

/// The public statements as CSV and JSON: the same cells as the reports, not
/// rounded.
func dataFiles(_ project: Project) -> FileTree {
    var files = FileTree()
    for key in project.accounts.statements.keys.sorted() {
        guard let view = project.accounts.view(of: key.party, in: key.year, for: .everyone),
            let party = project.accounts.party(key.party)
        else { continue }
        let data = StatementData(
            subject: key.party, year: key.year, isFictional: party.isFictional,
            title: party.name,
            cells: view.cells(project, sets: project.pricing(for: key.party).columns)
                .with(project.spreads?.statements[key])
                + seriesCells(project.accounts.series(
                    of: key.party, in: key.year, path: project.edition.path, for: .everyone),
                    project),
            sets: project.pricing(for: key.party).columns, project: project)
        data.write(to: "data/parties/\(key.party)/\(key.year)", &files)
        if let supplements = project.publicSupplements(key, view) {
            SupplementData(view: supplements, isFictional: party.isFictional, project: project)
                .write(to: "data/parties/\(key.party)/\(key.year)", &files)
        }
    }
    for year in project.accounts.years {
        guard let view = project.accounts.chainView(in: year, for: .everyone) else { continue }
        let data = StatementData(
            subject: "chain", year: year, isFictional: project.data.isFictional,
            title: GuideTexts.chainReport,
            cells: view.cells(project, sets: project.pricing.columns)
                .with(project.spreads?.chains[year])
                + seriesCells(project.accounts.chainSeries(
                    in: year, path: project.edition.path, for: .everyone), project),
            sets: project.pricing.columns, project: project)
        data.write(to: "data/chain/\(year)", &files)
    }
    files.write(dataPackage(project, files), to: "data/datapackage.json")
    return files
}

/// One statement as data.
private struct StatementData {
    let subject: String
    let year: Int
    let isFictional: Bool
    let title: Translated
    let cells: [DataCell]
    let sets: [ValuationSet]
    let project: Project

    func write(to folder: String, _ files: inout FileTree) {
        let rows = cells.map { $0.row(subject: subject, year: year, isFictional: isFictional) }
        files.write(csvText([DataCell.header] + rows), to: "\(folder)/statement.csv")
        files.write(json.written, to: "\(folder)/statement.json")
    }

    private var json: JSONValue {
        var order: [String] = []
        var byLine: [String: [DataCell]] = [:]
        for cell in cells {
            if byLine[cell.line] == nil { order.append(cell.line) }
            byLine[cell.line, default: []].append(cell)
        }
        let lines = order.map { line -> JSONValue in
            let title = project.indicators[line]?.title
            return .pairs(
                ("line", .text(line)),
                ("title",
                 .pairs(("nl", .text(title?.nl ?? line)), ("en", .text(title?.en ?? line)))),
                ("cells", .array((byLine[line] ?? []).map(\.json))))
        }
        let sets = sets.map { set -> JSONValue in
            .pairs(
                ("id", .text(set.id)), ("version", .text(set.version)),
                ("currency", .text(set.currency)), ("price-level", .integer(set.priceLevel)),
                ("basis", .text(set.basis.rawValue)))
        }
        return .pairs(
            ("subject", .text(subject)),
            ("name", .pairs(("nl", .text(title.nl)), ("en", .text(title.en)))),
            ("year", .integer(year)), ("fictional", .bool(isFictional)),
            ("edition", .text(project.edition.name)), ("valuation-sets", .array(sets)),
            ("lines", .array(lines)))
    }
}

extension StatementView {
    /// Every cell that the view holds, in the order of the report.
    func cells(_ project: Project, sets: [ValuationSet]) -> [DataCell] {
        lines.flatMap { line -> [DataCell] in
            let unit = project.indicators[line.indicator]?.unit ?? ""
            let sides = line.sides.sorted { $0.key < $1.key }.flatMap { effect, cells in
                Column.allCases.map {
                    DataCell(
                        line: line.indicator, unit: unit, effect: effect.rawValue,
                        column: $0.rawValue, cell: cells[$0] ?? Cell.none)
                }
            }
            return sides + regionCells(line.indicator, unit, line.regions) + balanceAndValues(
                line.indicator, unit, line.balance ?? line.ratio, line.values, sets,
                isRatio: line.ratio != nil)
        }
    }
}

extension ChainView {
    /// Every cell that the view holds, in the order of the report.
    func cells(_ project: Project, sets: [ValuationSet]) -> [DataCell] {
        lines.flatMap { line -> [DataCell] in
            let unit = project.indicators[line.indicator]?.unit ?? ""
            let sides = line.sides.sorted { $0.key < $1.key }.flatMap { effect, cells in
                ChainColumn.allCases.map {
                    DataCell(
                        line: line.indicator, unit: unit, effect: effect.rawValue,
                        column: $0.rawValue, cell: cells[$0] ?? Cell.none)
                }
            }
            return sides + regionCells(line.indicator, unit, line.regions) + balanceAndValues(
                line.indicator, unit, line.balance ?? line.ratio, line.values, sets,
                isRatio: line.ratio != nil)
        }
    }
}

/// The cells of a line that stand over both sides.
func balanceAndValues(
    _ line: String, _ unit: String, _ balance: Cell?, _ values: [String: Cell],
    _ sets: [ValuationSet], isRatio: Bool = false
) -> [DataCell] {
    let balances = balance.map {
        [DataCell(
            line: line, unit: unit, effect: "", column: isRatio ? "ratio" : "balance", cell: $0)]
    }
    let money = sets.compactMap { set in
        values[set.id].map {
            DataCell(
                line: line, unit: set.currency, effect: "", column: "value:\(set.id)", cell: $0)
        }
    }
    return (balances ?? []) + money
}

/// The totals of a line by where they fall.
func regionCells(
    _ line: String, _ unit: String, _ regions: [Effect: [Region: Cell]]
) -> [DataCell] {
    regions.sorted { $0.key < $1.key }.flatMap { effect, cells in
        Region.allCases.compactMap { region in
            cells[region].map {
                DataCell(
                    line: line, unit: unit, effect: effect.rawValue,
                    column: "region:\(region.rawValue)", cell: $0)
            }
        }
    }
}
