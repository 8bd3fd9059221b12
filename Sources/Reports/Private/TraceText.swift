import Capital
import Markup
import Source

/// How each figure of a statement was made, as indented lines: the figure,
/// and below it the parts that give it, down to the cells as they were typed
/// and the factors with their places. Recomputing from the leaves gives the
/// printed figure: every number stands with all its digits.
struct TraceText {
    let project: Project

    /// The trace of a whole statement, a code block per line.
    func document(of statement: Statement, by party: Party) -> Document {
        let name = party.name[.nl]
        var blocks: [Block] = [
            .heading(1, "\(name) \(statement.year): herleiding / trace"),
            .paragraph(.text(
                "Niet openbaar: bevat cellen van het grootboek. / Not public: holds cells of the "
                    + "ledger.")),
        ]
        if party.isFictional {
            blocks.append(
                Block(.blockQuote([
                    .paragraph(.text(GuideTexts.fictional.nl + " / " + GuideTexts.fictional.en))
                ])))
        }
        for line in statement.lines {
            guard let text = text(of: line) else { continue }
            blocks.append(.heading(2, line.indicator))
            blocks.append(Block(.codeBlock(info: "text", text: text)))
        }
        return Document(blocks + productBlocks(of: party.id, in: statement.year))
    }

    /// The trace of one line, or of one figure of it: nil where the line has
    /// no such figure.
    func text(of line: Statement.Line, only: String? = nil) -> String? {
        let unit = project.indicators[line.indicator]?.unit ?? ""
        let choice = FigureChoice(only)
        var output = Lines()
        for (effect, side) in line.sides.sorted(by: { $0.key < $1.key }) {
            let columns = Column.components.filter { choice.includes($0.rawValue, effect) }
            guard !columns.isEmpty else { continue }
            output.add(
                "\(effect.rawValue) = \(Self.text(of: side.total.cell, unit))", at: 0)
            for column in columns {
                write(Origin.Part(column.rawValue, side[column]), unit, at: 1, to: &output)
            }
        }
        addRatio(line.ratio, unit, choice, to: &output)
        addBalance(line.balance, line.values, unit, choice, to: &output)
        return output.text.isEmpty ? nil : output.text
    }

    private func addRatio(
        _ ratio: Traced?, _ unit: String, _ choice: FigureChoice, to output: inout Lines
    ) {
        guard let ratio, choice.includes("ratio") else { return }
        write(Origin.Part("ratio", ratio), unit, at: 0, to: &output)
    }

    /// The trace of a line of the chain, down to the companies' ledgers.
    func text(
        of line: ChainStatement.Line, in chain: ChainStatement, only: String? = nil
    ) -> String? {
        let unit = project.indicators[line.indicator]?.unit ?? ""
        let choice = FigureChoice(only)
        var output = Lines()
        for (effect, side) in line.sides.sorted(by: { $0.key < $1.key }) {
            let columns = ChainColumn.allCases.filter {
                $0 != .total && choice.includes($0.rawValue, effect)
            }
            guard !columns.isEmpty else { continue }
            output.add(
                "\(effect.rawValue) = \(Self.text(of: side.total.cell, unit))", at: 0)
            for column in columns {
                let part = Origin.Part(column.rawValue, side[column])
                // The companies' totals are made of what the other columns show.
                write(part, unit, at: 1, to: &output, below: column == .parties ? 1 : nil)
            }
            let lines = [line.indicator] + project.indicators.parts(of: line.indicator).map(\.id)
            for flow in chain.supplies
            where lines.contains(flow.indicator) && flow.effect == effect {
                output.add(Self.text(of: flow, unit), at: 1)
            }
        }
        addRatio(line.ratio, unit, choice, to: &output)
        addBalance(line.balance, line.values, unit, choice, to: &output)
        return output.text.isEmpty ? nil : output.text
    }

    /// What of a bilateral flow is eliminated (rules R3 and R4).
    private static func text(of flow: BilateralFlow, _ unit: String) -> String {
        let digits = JSONValue.digits
        let share = flow.kind == .downstream || flow.eliminated == 0
            ? "" : " = booked × min(1, \(digits(flow.confirmed)) / \(digits(flow.booked)))"
        return "\(flow.kind.rawValue), \(flow.booker) for \(flow.doer), \(flow.product): booked "
            + "\(digits(flow.amount.value ?? 0)) \(unit), eliminated "
            + "\(digits(flow.eliminated)) \(unit)\(share), kept \(digits(flow.kept)) \(unit)"
    }

    private func addBalance(
        _ balance: Traced?, _ values: [String: Traced], _ unit: String, _ choice: FigureChoice,
        to output: inout Lines
    ) {
        if let balance, choice.includes("balance") {
            output.add("balance = \(Self.text(of: balance.cell, unit))", at: 0)
            output.add("gain - loss", at: 1)
        }
        for set in project.sets + ownSets(in: values) {
            guard let value = values[set.id],
                choice.includes("value") || choice.includes("value:\(set.id)")
            else { continue }
            output.add(
                "value:\(set.id) = \(Self.text(of: value.cell, set.currency))", at: 0)
            switch value.origin {
            case .product(let part, let factor):
                output.add("\(part.name) × \(Self.text(of: factor, project))", at: 1)
            case .sum(let parts):
                for part in parts {
                    output.add(
                        "\(part.name) = \(Self.text(of: part.figure.cell, set.currency))", at: 1)
                }
            case .ledger, .absent, .difference, .percentage: break
            }
        }
    }

    /// The sets that price these figures and are not the guide's.
    private func ownSets(in values: [String: Traced]) -> [ValuationSet] {
        values.keys.sorted().compactMap { id in
            project.sets.contains { $0.id == id }
                ? nil : project.data.ownSets.values.first { $0.id == id }
        }
    }

    /// `below` levels of parts are written; nil writes all.
    func write(
        _ part: Origin.Part, _ unit: String, at depth: Int, to output: inout Lines,
        below levels: Int? = nil
    ) {
        let inner = levels.map { $0 - 1 }
        let head = "\(part.name) = \(Self.text(of: part.figure.cell, unit))"
        switch part.figure.origin {
        case .ledger(let entry):
            output.add(
                "\(head)   ← '\(entry.typed)' in \(entry.row), \(entry.place)", at: depth)
        case .absent(let reason):
            output.add("\(head)   (\(reason))", at: depth)
        case .sum(let parts):
            output.add(head, at: depth)
            guard levels != 0 else { return }
            for part in parts { write(part, unit, at: depth + 1, to: &output, below: inner) }
        case .product(let quantity, let factor):
            output.add(head, at: depth)
            write(quantity, "", at: depth + 1, to: &output)
            output.add("× \(Self.text(of: factor, project))", at: depth + 1)
        case .difference(let first, let second):
            output.add(head, at: depth)
            write(first, unit, at: depth + 1, to: &output)
            output.add("minus", at: depth + 1)
            write(second, unit, at: depth + 1, to: &output)
        case .percentage(let first, let second):
            output.add("\(head) = 100 ×", at: depth)
            write(first, "", at: depth + 1, to: &output)
            output.add("divided by", at: depth + 1)
            write(second, "", at: depth + 1, to: &output)
        }
    }

    private static func text(of factor: Origin.Factor, _ project: Project) -> String {
        let status = project.sets.lazy.flatMap(\.factors)
            .first { $0.place == factor.place }
            .map { $0.status == .unverified ? ", unverified" : "" } ?? ""
        let source = factor.source.isEmpty ? "no source stated" : factor.source
        return "\(JSONValue.digits(factor.value)) \(factor.unit)   ← \(factor.name), "
            + "\(source)\(status), \(factor.place)"
    }

    /// A cell with all its digits.
    private static func text(of cell: Cell, _ unit: String) -> String {
        switch cell {
        case .known(let quantity):
            let bound =
                switch quantity.bound {
                case .exact: ""
                case .atLeast: "at least "
                case .atMost: "at most "
                case .partial: "incomplete, "
                }
            let star = quantity.isProvisional ? " (provisional)" : ""
            let digits = JSONValue.digits(quantity.value)
            return bound + digits + (unit.isEmpty ? "" : " \(unit)") + star
        case .none: return "nil"
        case .missing: return "missing"
        case .confidential: return "confidential"
        case .notApplicable: return "not applicable"
        }
    }

    struct Lines {
        private(set) var text = ""

        mutating func add(_ line: String, at depth: Int) {
            text += String(repeating: "  ", count: depth) + line + "\n"
        }
    }
}

/// The part of a name after the line, as texts write it: `own`, `own.loss`,
/// `loss`, `balance`, `value`. It says which figures are shown.
private struct FigureChoice {
    private let words: [String]

    init(_ name: String?) {
        words = (name ?? "").split(separator: ".").map(String.init)
    }

    func includes(_ name: String) -> Bool { words.isEmpty || words == [name] }

    /// A total is shown by its columns.
    func includes(_ column: String, _ effect: Effect) -> Bool {
        let names = [[column], [column, effect.rawValue], [effect.rawValue], ["total"],
                     ["total", effect.rawValue]]
        return words.isEmpty || names.contains(words)
    }
}

/// The trace of one line of one statement, or of one figure of it such as
/// `ghg-fuel.own`, for the command of that name. The company `chain` stands
/// for the chain's statement.
func traceText(
    _ project: Project, party: String, year: Int, line: String, _ findings: inout Findings
) -> String? {
    let name = line.split(separator: ".", maxSplits: 1).map(String.init)
    let id = name.first ?? "", only = name.count > 1 ? name[1] : nil
    let trace = TraceText(project: project)
    let lines: [String], found: String?
    if party == "chain", let chain = project.accounts.chains[year] {
        lines = chain.lines.map(\.indicator)
        found = chain[id].flatMap { trace.text(of: $0, in: chain, only: only) }
    } else {
        guard let statement = reportedStatement(project, party, year, &findings) else {
            return nil
        }
        lines = statement.lines.map(\.indicator)
        found = statement[id].flatMap { trace.text(of: $0, only: only) }
    }
    if found == nil {
        findings.add(
            .unknownLine, at: Place(file: project.data.folder),
            "line '\(line)' is not in the statement of \(party) \(year)"
                + (lines.contains(id) ? "" : NearMiss.hint(for: id, among: lines)))
    }
    return found
}

/// The statement of a company and year that a user asks for; nil, with a
/// finding, where there is none.
func reportedStatement(
    _ project: Project, _ party: String, _ year: Int, _ findings: inout Findings
) -> Statement? {
    let place = Place(file: project.data.folder)
    guard project.accounts.party(party) != nil else {
        findings.add(
            .unknownParty, at: place,
            "company '\(party)' does not exist"
                + NearMiss.hint(for: party, among: project.accounts.parties.map(\.id)))
        return nil
    }
    guard let statement = project.accounts.statements[Accounts.Key(party: party, year: year)]
    else {
        let years = project.accounts.years(of: party).map(String.init)
        findings.add(
            .unknownYear, at: place,
            "company '\(party)' has no statement for \(year)"
                + (years.isEmpty ? "" : "; it has \(years.joined(separator: ", "))"))
        return nil
    }
    return statement
}
