import Capital
import Source

/// What a company hands to who makes the chain's account: its whole
/// statement and its supplies, and no row of its ledger of flows.
struct Submission {
    let project: Project
    let input: FileTree
    let party: Party
    let ledger: Ledger
    let statement: Statement

    var json: JSONValue {
        .pairs(
            ("format", .integer(1)), ("party", .text(party.id)), ("year", .integer(ledger.year)),
            ("fictional", .bool(party.isFictional)),
            ("name", .pairs(("nl", .text(party.name.nl)), ("en", .text(party.name.en)))),
            ("holding", party.holding.map { .text($0) } ?? .null),
            ("chain-links", .texts(party.chainLinks.map(\.value))),
            ("publishes", publishes),
            ("edition", .text(project.edition.name)), ("method", method),
            ("lines", .array(statement.lines.map(line))),
            ("supplies", .array(ledger.supplies.map(supply))),
            ("downstream", .array(downstream)),
            ("products", .array(ledger.products.map(product))))
    }

    private var publishes: JSONValue {
        .pairs(
            ("lines", party.publishes.lines.map { .texts($0.map(\.value)) } ?? .text("all")),
            ("bilateral", .texts(party.publishes.bilateral.map(\.value))))
    }

    /// Checksums of what the figures were computed with: the consolidator
    /// refuses a submission that rests on another method.
    private var method: JSONValue {
        func digest(_ folder: String) -> JSONValue {
            .text(Digest.sha256(of: input.paths(under: folder), in: input))
        }
        return .pairs(
            ("units", .text(Digest.sha256(input["guide/units.yaml"] ?? []))),
            ("indicators", digest("guide/indicators")), ("factors", digest("guide/factors")))
    }

    private func line(_ line: Statement.Line) -> JSONValue {
        let unit = project.indicators[line.indicator]?.unit ?? ""
        let sides = line.sides.sorted { $0.key < $1.key }.flatMap { effect, side in
            Column.allCases.map {
                DataCell(
                    line: line.indicator, unit: unit, effect: effect.rawValue,
                    column: $0.rawValue, cell: side[$0].cell)
            }
        }
        let rest = balanceAndValues(
            line.indicator, unit, (line.balance ?? line.ratio)?.cell,
            line.values.mapValues(\.cell), project.pricing.columns, isRatio: line.ratio != nil)
        let regions = regionCells(
            line.indicator, unit, line.regions.mapValues { $0.mapValues(\.cell) })
        return .pairs(
            ("line", .text(line.indicator)), ("cells", .array((sides + regions + rest).map(cell))))
    }

    /// A missing figure tells which kind it is: a sum over the lines of a
    /// subtotal depends on it.
    private func cell(_ data: DataCell) -> JSONValue {
        guard case .missing(let kind) = data.cell, case .object(let members) = data.json else {
            return data.json
        }
        let word = switch kind {
        case .stated: "stated"
        case .notBooked: "not-booked"
        }
        return .object(members + [.init(key: "missing", value: .text(word))])
    }

    /// What the company books for another's use or end of life, added per
    /// counterparty, line and side: the chain leaves out what the other's own
    /// statement holds.
    private var downstream: [JSONValue] {
        let flows = ledger.flows.filter {
            $0.position == .downstream && $0.counts && $0.counterparty != nil
                && $0.quantity.value != nil
        }
        let groups = Dictionary(grouping: flows) {
            [$0.counterparty ?? "", $0.indicator, $0.effect.rawValue]
        }
        return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, flows in
            .pairs(
                ("counterparty", .text(key[0])), ("line", .text(key[1])),
                ("effect", .text(key[2])),
                ("amount", .number(ExactSum.of(flows.compactMap(\.quantity.value)))),
                ("unit", .text(project.indicators[key[1]]?.unit ?? "")))
        }
    }

    private func supply(_ supply: Supply) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init(key: "supply", value: .text(supply.id.value)),
            .init(key: "direction", value: .text(supply.direction.rawValue)),
            .init(key: "counterparty", value: .text(supply.counterparty.value)),
            .init(key: "product", value: .text(supply.product)),
            .init(key: "quantity", value: .number(supply.quantity)),
            .init(key: "unit", value: .text(supply.unit)),
        ]
        if let impact = supply.impact {
            members += [
                .init(key: "line", value: .text(impact.indicator)),
                .init(key: "factor", value: .number(impact.factor.value)),
                .init(key: "factor-unit", value: .text(impact.factor.unit)),
                .init(key: "amount", value: .number(impact.amount.value ?? 0)),
            ]
        }
        return .object(members)
    }

    private func product(_ product: Product) -> JSONValue {
        .pairs(
            ("product", .text(product.name)), ("volume", .number(product.volume)),
            ("unit", .text(product.unit)))
    }
}
