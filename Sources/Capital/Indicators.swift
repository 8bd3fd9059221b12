package import Source

extension Rule {
    package static let indicatorStructure = Rule(
        "indicator-structure",
        reason: "The lines must form one clear list: each id once, a subtotal of lines in one "
            + "unit that all consolidate alike.",
        example: "part-of: ghg on a line in hectares",
        mend: "Mend the front matter that the message names.")
}

/// All lines of the statement, in the order in which they print.
package struct Indicators: Sendable {
    package let all: [Indicator]
    private let byID: [String: Indicator]

    package init(_ indicators: [Indicator], _ findings: inout Findings) {
        all = indicators.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
        byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for indicator in all {
            if byID[indicator.id]?.place != indicator.place {
                findings.add(
                    .indicatorStructure, at: indicator.place,
                    "indicator '\(indicator.id)' is defined twice")
            }
            checkRatio(indicator, &findings)
            guard let subtotal = indicator.partOf else { continue }
            guard let whole = byID[subtotal], whole.kind == .subtotal else {
                findings.add(
                    .indicatorStructure, at: indicator.place,
                    "part-of '\(subtotal)' of '\(indicator.id)' names no subtotal")
                continue
            }
            if whole.unit != indicator.unit || whole.consolidation != indicator.consolidation
                || indicator.kind != .impact
            {
                findings.add(
                    .indicatorStructure, at: indicator.place,
                    "line '\(indicator.id)' differs from its subtotal '\(subtotal)' in unit, "
                        + "consolidation or kind")
            }
        }
    }

    /// A ratio divides two lines that count in one unit.
    private func checkRatio(_ indicator: Indicator, _ findings: inout Findings) {
        guard indicator.kind == .ratio else {
            if let extra = indicator.ratioOf.first {
                findings.add(
                    .indicatorStructure, at: extra.place,
                    "line '\(indicator.id)' is a \(indicator.kind.rawValue) and divides nothing")
            }
            return
        }
        let lines = indicator.ratioOf.compactMap { check($0, &findings) }
        guard lines.count == indicator.ratioOf.count else { return }
        if lines.count != 2 || lines[0].unit != lines[1].unit || indicator.unit != "%"
            || lines.contains(where: { $0.kind == .ratio || $0.effects.count != 1 })
        {
            findings.add(
                .indicatorStructure, at: indicator.place,
                "ratio '\(indicator.id)' is not the percentage (%) of two lines in one unit, each "
                    + "with one side")
        }
    }

    package subscript(id: String) -> Indicator? { byID[id] }

    package var ids: [String] { all.map(\.id) }

    /// The lines that a subtotal adds.
    package func parts(of subtotal: String) -> [Indicator] {
        all.filter { $0.partOf == subtotal }
    }

    /// The lines that are covered together: a subtotal's parts, or the line.
    package func family(of id: String) -> [String] {
        guard let whole = byID[id]?.partOf else { return [id] }
        return parts(of: whole).map(\.id)
    }

    /// The sides of a line that a statement has; a subtotal has those of its
    /// parts.
    package func effects(of indicator: Indicator) -> [Effect] {
        guard indicator.kind == .subtotal else { return indicator.effects }
        return Set(parts(of: indicator.id).flatMap(\.effects)).sorted()
    }

    /// Finds an id that is no indicator.
    package func check(_ id: Located<String>, _ findings: inout Findings) -> Indicator? {
        if let indicator = byID[id.value] { return indicator }
        findings.add(
            .unknownIndicator, at: id.place,
            "indicator '\(id.value)' does not exist" + NearMiss.hint(for: id.value, among: ids))
        return nil
    }
}
