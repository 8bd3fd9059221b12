import Capital
import Markup
import Source

/// How each figure of a statement was made, as indented lines: the figure,
/// and below it the parts that give it, down to the cells as they were typed
/// and the factors with their places. Recomputing from the leaves gives the
/// printed figure: every number stands with all its digits.
struct TraceText {
    let project: Project
    let party: Party

    /// The trace of a whole statement, a code block per line.
    func document(of statement: Statement) -> Document {
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
            blocks.append(.heading(2, line.indicator))
            blocks.append(Block(.codeBlock(info: "text", text: text(of: line))))
        }
        return Document(blocks)
    }

    /// The trace of one line.
    func text(of line: Statement.Line) -> String {
        let unit = project.indicators[line.indicator]?.unit ?? ""
        var output = Lines()
        for (effect, side) in line.sides.sorted(by: { $0.key < $1.key }) {
            output.add(
                "\(effect.rawValue) = \(Self.text(of: side.total.cell, unit))", at: 0)
            for column in Column.components {
                write(Origin.Part(column.rawValue, side[column]), unit, at: 1, to: &output)
            }
        }
        if let balance = line.balance {
            output.add("balance = \(Self.text(of: balance.cell, unit))", at: 0)
            output.add("gain - loss", at: 1)
        }
        for set in project.sets {
            guard let value = line.values[set.id] else { continue }
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
            case .ledger, .absent, .difference: break
            }
        }
        return output.text
    }

    private func write(
        _ part: Origin.Part, _ unit: String, at depth: Int, to output: inout Lines
    ) {
        let head = "\(part.name) = \(Self.text(of: part.figure.cell, unit))"
        switch part.figure.origin {
        case .ledger(let place, let typed, let row):
            output.add("\(head)   ← '\(typed)' in \(row), \(place)", at: depth)
        case .absent(let reason):
            output.add("\(head)   (\(reason))", at: depth)
        case .sum(let parts):
            output.add(head, at: depth)
            for part in parts { write(part, unit, at: depth + 1, to: &output) }
        case .product(let quantity, let factor):
            output.add(head, at: depth)
            write(quantity, "", at: depth + 1, to: &output)
            output.add("× \(Self.text(of: factor, project))", at: depth + 1)
        case .difference(let first, let second):
            output.add(head, at: depth)
            write(first, unit, at: depth + 1, to: &output)
            output.add("minus", at: depth + 1)
            write(second, unit, at: depth + 1, to: &output)
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

    private struct Lines {
        private(set) var text = ""

        mutating func add(_ line: String, at depth: Int) {
            text += String(repeating: "  ", count: depth) + line + "\n"
        }
    }
}

/// The trace of one line of one statement, for the command of that name.
func traceText(
    _ project: Project, party: String, year: Int, line: String, _ findings: inout Findings
) -> String? {
    let place = Place(file: project.data.folder)
    guard let company = project.accounts.party(party) else {
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
    guard let found = statement[line] else {
        findings.add(
            .unknownLine, at: place,
            "line '\(line)' is not in the statement of \(party) \(year)"
                + NearMiss.hint(for: line, among: statement.lines.map(\.indicator)))
        return nil
    }
    return TraceText(project: project, party: company).text(of: found)
}
