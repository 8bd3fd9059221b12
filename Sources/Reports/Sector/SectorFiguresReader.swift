import Capital
import Markup
package import Source

extension SectorFigures {
    /// Reads the file; what does not fit is found, all of it in one run, and
    /// left out. `sources` are the ids of `sources.yaml`.
    package init(_ file: SourceFile, sources: Set<String>, _ findings: inout Findings) {
        guard let tree = YAMLTree(file.text, file: file.path, &findings),
            var fields = Fields(tree, &findings)
        else {
            self.init()
            return
        }
        var reader = SectorFiguresReader(sources: sources)
        let boundaries = fields.list("boundaries", &findings).compactMap {
            reader.boundary($0, &findings)
        }
        let series = fields.list("figures", &findings).compactMap { reader.series($0, &findings) }
        let goals = fields.list("goals", &findings).compactMap { reader.goal($0, &findings) }
        fields.finish(&findings)
        self.init(boundaries: boundaries, series: series, goals: goals)
    }
}

/// Finds ids of sources that `sources.yaml` does not hold.
struct SourceCheck {
    let sources: Set<String>

    func check(_ source: Located<String>?, _ findings: inout Findings) {
        guard let source, !sources.contains(source.value) else { return }
        findings.add(
            .unknownSource, at: source.place,
            "source '\(source.value)' does not exist"
                + NearMiss.hint(for: source.value, among: sources))
    }
}

private struct SectorFiguresReader {
    let sources: Set<String>
    private var boundaries: Set<String> = []
    private var ids: [Kind: Set<String>] = [:]

    private enum Kind: String { case boundary, figure, goal }

    init(sources: Set<String>) { self.sources = sources }

    mutating func boundary(
        _ tree: YAMLTree, _ findings: inout Findings
    ) -> SectorFigures.Boundary? {
        guard var fields = Fields(tree, &findings) else { return nil }
        let id = id(.boundary, in: &fields, &findings)
        let title = fields.translated("title", &findings)
        fields.finish(&findings)
        if let id { boundaries.insert(id) }
        guard let id, let title else { return nil }
        return SectorFigures.Boundary(id: id, title: title)
    }

    mutating func series(_ tree: YAMLTree, _ findings: inout Findings) -> SectorFigures.Series? {
        guard var fields = Fields(tree, &findings) else { return nil }
        let id = id(.figure, in: &fields, &findings)
        let title = fields.translated("title", &findings)
        let unit = fields.text("unit", &findings)
        let hasChart = fields.flag("chart", &findings)
        let points = fields.list("points", &findings).compactMap { item in
            point(item, &findings).map { Located($0, at: item.place) }
        }
        fields.finish(&findings)
        checkDistinct(points, &findings)
        if hasChart { checkChart(points, at: fields.place, &findings) }
        guard let id, let title, let unit else { return nil }
        return SectorFigures.Series(
            id: id, title: title, unit: unit.value, hasChart: hasChart,
            points: points.map(\.value))
    }

    mutating func goal(_ tree: YAMLTree, _ findings: inout Findings) -> SectorFigures.Goal? {
        guard var fields = Fields(tree, &findings) else { return nil }
        let id = id(.goal, in: &fields, &findings)
        let title = fields.translated("title", &findings)
        let text = fields.translated("text", &findings)
        let stated = fields.integer("year", &findings)
        let source = fields.text("source", &findings)
        let status: SectorFigures.Status? = fields.choice("status", &findings)
        fields.finish(&findings)
        SourceCheck(sources: sources).check(source, &findings)
        guard let id, let title, let text, let year = year(stated, &findings), let source,
            let status
        else { return nil }
        return SectorFigures.Goal(
            id: id, title: title, text: text, year: year, source: source.value, status: status)
    }

    /// An id that no other of its kind has; it becomes part of an address.
    private mutating func id(
        _ kind: Kind, in fields: inout Fields, _ findings: inout Findings
    ) -> String? {
        guard let id = fields.text("id", &findings) else { return nil }
        if !Identifier.isValid(id.value) {
            findings.add(
                .wrongID, at: id.place,
                "id '\(id.value)' has other than small letters, digits and hyphens")
        }
        if !ids[kind, default: []].insert(id.value).inserted {
            findings.add(
                .duplicateID, at: id.place, "\(kind.rawValue) '\(id.value)' stands twice")
        }
        return id.value
    }

    private func year(_ year: Located<Int>?, _ findings: inout Findings) -> Int? {
        guard let year else { return nil }
        guard (1900...2100).contains(year.value) else {
            findings.add(.wrongForm, at: year.place, "year \(year.value) is not 1900 to 2100")
            return nil
        }
        return year.value
    }
}

extension Rule {
    package static let unknownBoundary = Rule(
        "unknown-boundary",
        reason: "A figure without a boundary cannot be compared with anything, not even with "
            + "itself a year later.",
        example: "boundary: chain-with-a5",
        mend: "Use an id of 'boundaries', or describe the boundary there.")

    package static let unnamedPoint = Rule(
        "unnamed-point",
        reason: "A value without a year and without a label is a value of nothing.",
        example: "- {value: 334, boundary: chain-with-a4, status: verified, source: bouwtotaal}",
        mend: "Add 'year', or 'label' with what the value is of.")
}

extension SectorFiguresReader {
    fileprivate func point(
        _ tree: YAMLTree, _ findings: inout Findings
    ) -> SectorFigures.Point? {
        guard var fields = Fields(tree, &findings) else { return nil }
        let label = fields.optionalTranslated("label", &findings)
        let stated = fields.optionalInteger("year", &findings)
        let value = number(in: &fields, &findings)
        let boundary = fields.text("boundary", &findings)
        let status: SectorFigures.Status? = fields.choice("status", &findings)
        let source = fields.text("source", &findings)
        let note = fields.optionalTranslated("note", &findings)
        fields.finish(&findings)
        if !fields.has("year"), !fields.has("label") {
            findings.add(.unnamedPoint, at: fields.place, "point has neither a year nor a label")
        }
        if let boundary, !boundaries.contains(boundary.value) {
            findings.add(
                .unknownBoundary, at: boundary.place,
                "boundary '\(boundary.value)' is not described"
                    + NearMiss.hint(for: boundary.value, among: boundaries))
        }
        SourceCheck(sources: sources).check(source, &findings)
        let year = year(stated, &findings)
        guard let value, let boundary, let status, let source, label != nil || year != nil
        else { return nil }
        return SectorFigures.Point(
            label: label, year: year, value: value, boundary: boundary.value, status: status,
            source: source.value, note: note)
    }

    private func number(
        in fields: inout Fields, _ findings: inout Findings
    ) -> PublishedNumber? {
        guard let text = fields.text("value", &findings) else { return nil }
        guard let number = PublishedNumber(text.value) else {
            findings.add(
                .wrongForm, at: text.place,
                "value '\(text.value)' of 'value' is not a number in digits"
                    + StrictNumber.hint(for: text.value))
            return nil
        }
        return number
    }
}

extension Rule {
    package static let duplicatePoint = Rule(
        "duplicate-point",
        reason: "Of two values for one year within one boundary, a reader cannot tell which "
            + "holds.",
        example: "two points of 2017 with the boundary chain-with-a4",
        mend: "Keep one of the two, or give the other its own boundary.")

    package static let chartForm = Rule(
        "chart-form",
        reason: "A line chart has a time axis, and more than four lines or forty points on it "
            + "can no longer be read.",
        example: "chart: true with a point that has a label and no year",
        mend: "Give every point a year and no label, or write 'chart: false'.")
}

extension SectorFiguresReader {
    fileprivate func checkDistinct(
        _ points: [Located<SectorFigures.Point>], _ findings: inout Findings
    ) {
        struct Name: Hashable {
            let year: Int?
            let label: Translated?
            let boundary: String
        }
        var seen: Set<Name> = []
        for point in points {
            let name = Name(
                year: point.value.year, label: point.value.label, boundary: point.value.boundary)
            guard !seen.insert(name).inserted else { continue }
            let what = point.value.year.map(String.init) ?? point.value.label?.nl ?? ""
            findings.add(
                .duplicatePoint, at: point.place,
                "'\(what)' stands twice with boundary '\(name.boundary)'")
        }
    }

    fileprivate func checkChart(
        _ points: [Located<SectorFigures.Point>], at place: Place, _ findings: inout Findings
    ) {
        for point in points where point.value.year == nil || point.value.label != nil {
            findings.add(
                .chartForm, at: point.place, "point of a chart has a label, or has no year")
        }
        let lines = Set(points.map(\.value.boundary)).count
        if lines > TimeSeriesChart.mostLines {
            findings.add(
                .chartForm, at: place,
                "chart has \(lines) boundaries; at most \(TimeSeriesChart.mostLines) can be told "
                    + "apart")
        }
        if points.count > TimeSeriesChart.mostPoints || points.isEmpty {
            findings.add(
                .chartForm, at: place,
                "chart has \(points.count) points where 1 to \(TimeSeriesChart.mostPoints) "
                    + "can be drawn")
        }
    }
}
