import Capital
import Markup
package import Source

/// What changed between two years of a company, or of the chain, and why, as
/// text or as JSON; nil, with a diagnostic, where there is no such statement.
/// For who holds the ledgers.
package func diff(
    _ input: FileTree, _ options: CompileOptions, party: String, from: Int, to: Int,
    line: String?, asJSON: Bool = false
) -> (text: String?, diagnostics: [Diagnostic]) {
    var findings = Findings()
    guard let project = ProjectReader(tree: input, options: options).read(&findings),
        !findings.hasErrors,
        let comparison = comparison(project, party, from, to, &findings)
    else { return (nil, findings.sorted) }
    let diff = DiffText(project: project, comparison: comparison)
    let known = comparison.lines.map(\.indicator)
    if let line, !known.contains(line) {
        findings.add(
            .unknownLine, at: Place(file: project.data.folder),
            "line '\(line)' is not in the statements of \(party)"
                + NearMiss.hint(for: line, among: known))
        return (nil, findings.sorted)
    }
    let lines = comparison.lines.filter { line == nil || $0.indicator == line }
    return (asJSON ? diff.json(of: lines).written : diff.text(of: lines), findings.sorted)
}

private func comparison(
    _ project: Project, _ party: String, _ from: Int, _ to: Int, _ findings: inout Findings
) -> YearComparison? {
    if party == "chain" {
        if let found = project.accounts.chainComparison(from: from, to: to) { return found }
        let years = project.accounts.years.map(String.init).joined(separator: ", ")
        let missing = project.accounts.years.contains(from) ? to : from
        findings.add(
            .unknownYear, at: Place(file: project.data.folder),
            "chain has no statement for \(missing); it has \(years)")
        return nil
    }
    for year in [from, to] {
        guard reportedStatement(project, party, year, &findings) != nil else { return nil }
    }
    return project.accounts.comparison(of: party, from: from, to: to)
}

/// A comparison of two years with all its digits, and beside them as the line
/// prints.
struct DiffText {
    let project: Project
    let comparison: YearComparison

    /// A document for who holds the ledgers.
    func document(named name: Translated) -> Document {
        let years = "\(comparison.from)–\(comparison.to)"
        var blocks: [Block] = [
            .heading(1, "\(name.nl) \(years): wat veranderde en waarom / what changed and why"),
            .paragraph(.text(
                "Niet openbaar: volgt uit cellen van het grootboek. / Not public: follows from "
                    + "cells of the ledger.")),
        ]
        if project.data.isFictional {
            blocks.append(
                Block(.blockQuote([
                    .paragraph(.text(GuideTexts.fictional.nl + " / " + GuideTexts.fictional.en))
                ])))
        }
        blocks.append(Block(.codeBlock(info: "text", text: text(of: comparison.lines))))
        return Document(blocks)
    }

    func text(of lines: [YearComparison.Line]) -> String {
        var text = "\(comparison.subject), \(comparison.from) to \(comparison.to)\n"
        text += comparison.moved.isEmpty
            ? "Perimeter: the same sites and suppliers in both years.\n"
            : "Perimeter: in one of the years only: "
                + comparison.moved.joined(separator: ", ") + ".\n"
        for line in lines { text += "\n" + self.text(of: line) }
        return text
    }

    private func text(of line: YearComparison.Line) -> String {
        let indicator = project.indicators[line.indicator]
        let head = "\(line.indicator) (\(line.effect.rawValue)), \(indicator?.unit ?? "")\n"
        switch line.outcome {
        case .broken(let breaks):
            return head + breaks.map {
                "  not compared, a break lies between: \($0.reason), \($0.place)\n"
            }.joined()
        case .incomplete:
            return head + "  not divided, a part is missing: "
                + "\(comparison.from) \(Self.text(of: line.before)), "
                + "\(comparison.to) \(Self.text(of: line.after))\n"
        case .split(let split, let isPart):
            let notes = (split.hasVolume
                ? "" : "  volume is not available\(Self.isFolded(split) ? "" : " of every company")"
                    + "; its part stands in intensity\n")
                + (isPart ? "  both years lack the same parts; what is known is divided\n" : "")
            return head + Self.columns(rows(of: split, indicator?.decimals ?? 0)) + notes
        }
    }

    /// Whether no row had a volume, so that nothing stands under it.
    private static func isFolded(_ split: Decomposition) -> Bool {
        !split.hasVolume && split.effects[.volume]?.units == 0
    }

    private func rows(of split: Decomposition, _ decimals: Int) -> [[String]] {
        func row(_ name: String, _ number: FixedPoint) -> [String] {
            [name, number.text, FixedPoint(rounding: number.value, decimals: decimals).text]
        }
        let drivers = Decomposition.Driver.allCases.compactMap { driver in
            driver == .volume && Self.isFolded(split) ? nil : split.effects[driver].map {
                row(driver.rawValue, $0)
            }
        }
        return [row("\(comparison.from)", split.start)] + drivers
            + [row("\(comparison.to)", split.end)]
    }

    /// Rows whose first cell is a name and whose others are figures.
    private static func columns(_ rows: [[String]]) -> String {
        let widths = (rows.first ?? []).indices.map { column in
            rows.map { $0[column].count }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { index, cell in
                let space = String(repeating: " ", count: widths[index] - cell.count)
                return index == 0 ? cell + space : space + cell
            }
            return "  " + cells.joined(separator: "  ") + "\n"
        }.joined()
    }

    private static func text(of cell: Cell) -> String {
        guard let quantity = cell.quantity else { return DataCell.state(of: cell) }
        let bound = quantity.bound == .exact ? "" : DataCell.name(of: quantity.bound) + " "
        return bound + JSONValue.digits(quantity.value)
    }

    /// Figures are decimals as text, so that no reader of JSON rounds them.
    func json(of lines: [YearComparison.Line]) -> JSONValue {
        .pairs(
            ("subject", .text(comparison.subject)), ("from", .integer(comparison.from)),
            ("to", .integer(comparison.to)), ("moved", .texts(comparison.moved)),
            ("lines", .array(lines.map(json))))
    }

    private func json(of line: YearComparison.Line) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init(key: "line", value: .text(line.indicator)),
            .init(key: "effect", value: .text(line.effect.rawValue)),
            .init(key: "unit", value: .text(project.indicators[line.indicator]?.unit ?? "")),
        ]
        func add(_ key: String, _ value: JSONValue) {
            members.append(.init(key: key, value: value))
        }
        switch line.outcome {
        case .broken(let breaks):
            add("outcome", .text("break"))
            add("reasons", .texts(breaks.map(\.reason)))
        case .incomplete:
            add("outcome", .text("incomplete"))
            add("start", .text(Self.text(of: line.before)))
            add("end", .text(Self.text(of: line.after)))
        case .split(let split, let isPart):
            add("outcome", .text(isPart ? "split-of-known-part" : "split"))
            add("start", .text(split.start.shortText))
            for driver in Decomposition.Driver.allCases {
                let effect = split.effects[driver]?.shortText ?? "0"
                let isFolded = driver == .volume && Self.isFolded(split)
                add(driver.rawValue, isFolded ? .null : .text(effect))
            }
            add("end", .text(split.end.shortText))
        }
        return .object(members)
    }
}
