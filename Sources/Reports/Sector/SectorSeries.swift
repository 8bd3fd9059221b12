import Markup
import Source

/// A published quantity: its heading, the chart if it has one, the table, and
/// what may be compared with what.
func seriesBlocks(
    _ series: SectorFigures.Series, of figures: SectorFigures, language: Language
) -> [Block] {
    let chart = series.hasChart && !series.comparable.isEmpty
        ? [Block(.figure(chartFigure(series, of: figures, language: language)))] : []
    return [.heading(2, series.title[language], id: series.id)]
        + chart
        + [Block(.table(table(series, of: figures, language: language)))]
        + comparison(series, of: figures, language: language)
}

private func chartFigure(
    _ series: SectorFigures.Series, of figures: SectorFigures, language: Language
) -> Figure {
    let lines = series.comparable.map { boundary, points in
        TimeSeriesChart.Line(
            title: figures.title(ofBoundary: boundary)[language],
            points: points.compactMap { point in
                point.year.map { TimeSeriesChart.Point(year: $0, value: point.value) }
            })
    }
    let chart = TimeSeriesChart(unit: series.unit, lines: lines, language: language)
    let broken = Translated(
        nl: ". Lijnen met verschillende grenzen zijn niet verbonden.",
        en: ". Lines of different boundaries are not joined.")
    return Figure(
        id: "fig-\(series.id)",
        caption: Caption(content: [
            .text("\(series.title[language]) (\(series.unit))"),
            .text(lines.count > 1 ? broken[language] : ""),
        ].filter { $0 != .text("") }),
        alternative: alternative(series, of: figures, language: language),
        picture: .drawing(chart.drawing(file: "\(series.id).\(language.rawValue).svg")))
}

/// What the chart tells to who does not see it.
private func alternative(
    _ series: SectorFigures.Series, of figures: SectorFigures, language: Language
) -> String {
    let lines = series.comparable
    let opening = Translated(
        nl: "Lijngrafiek van \(series.title.nl), in \(series.unit), met een as vanaf nul.",
        en: "Line chart of \(series.title.en), in \(series.unit), with an axis from zero.")
    let broken = Translated(
        nl: "De \(lines.count) lijnen zijn niet verbonden, omdat ze niet hetzelfde meetellen.",
        en: "The \(lines.count) lines are not joined, because they do not count the same.")
    let gist = lines.map { boundary, points in
        figures.title(ofBoundary: boundary)[language] + ": "
            + ends(of: points, language) + "."
    }
    return ([opening[language]] + gist + (lines.count > 1 ? [broken[language]] : []))
        .joined(separator: " ")
}

/// The values from the first to the last year, or a few where there are many.
private func ends(of points: [SectorFigures.Point], _ language: Language) -> String {
    let shown = points.count <= 4 ? points : [points[0], points[points.count - 1]]
    return shown.map { "\($0.value.printed(language)) (\($0.year.map(String.init) ?? ""))" }
        .joined(separator: points.count <= 4 ? ", " : " … ")
}

private enum Heads {
    static let year = Translated(nl: "Jaar", en: "Year")
    static let what = Translated(nl: "Wat", en: "What")
    static let value = Translated(nl: "Waarde", en: "Value")
    static let unit = Translated(nl: "Eenheid", en: "Unit")
    static let boundary = Translated(nl: "Grens", en: "Boundary")
    static let status = Translated(nl: "Status", en: "Status")
    static let source = Translated(nl: "Bron", en: "Source")
    static let note = Translated(nl: "Toelichting", en: "Note")
}

private func table(
    _ series: SectorFigures.Series, of figures: SectorFigures, language: Language
) -> Table {
    let isByYear = series.points.allSatisfy { $0.label == nil }
    let hasNotes = series.points.contains { $0.note != nil }
    let heads = [
        isByYear ? Heads.year : Heads.what, Heads.value, Heads.unit, Heads.boundary,
        Heads.status, Heads.source,
    ] + (hasNotes ? [Heads.note] : [])
    return Table(
        id: "tbl-\(series.id)",
        caption: Caption(content: [.text(series.title[language])]),
        alignments: heads.indices.map { $0 == 1 ? .right : .left },
        header: heads.map { [.text($0[language])] },
        rows: series.points.map { point in
            [
                [.text(name(of: point, language))],
                [.value(point.value.printed(language))],
                [.text(series.unit)],
                [.text(figures.title(ofBoundary: point.boundary)[language])],
                [.text(point.status.name[language])],
                [.link(point.source, to: "source:\(point.source)")],
            ] + (hasNotes ? [point.note.map { [.text($0[language])] } ?? []] : [])
        })
}

private func name(of point: SectorFigures.Point, _ language: Language) -> String {
    let year = point.year.map(String.init)
    guard let label = point.label?[language] else { return year ?? "" }
    return year.map { "\(label) (\($0))" } ?? label
}

extension SectorFigures.Status {
    var name: Translated {
        switch self {
        case .verified: Translated(nl: "nagelezen", en: "verified")
        case .unverified: Translated(nl: "niet nagelezen", en: "unverified")
        }
    }
}

/// Two values that a reader would set side by side though they count
/// different things: the first ends in a year in which the other starts.
private struct RefusedComparison {
    var before: SectorFigures.Point
    /// Of the same year as `before`, within the boundary of `after`.
    var between: SectorFigures.Point
    var after: SectorFigures.Point

    init?(_ lines: [(boundary: String, points: [SectorFigures.Point])]) {
        for line in lines {
            for other in lines where other.boundary != line.boundary {
                guard let before = line.points.last, let after = other.points.last,
                    let between = other.points.first(where: { $0.year == before.year }),
                    let year = after.year, let end = before.year, year > end
                else { continue }
                self.before = before
                self.between = between
                self.after = after
                return
            }
        }
        return nil
    }
}

/// What is refused and why, and what may be compared; nothing where all
/// years have one boundary.
private func comparison(
    _ series: SectorFigures.Series, of figures: SectorFigures, language: Language
) -> [Block] {
    let lines = series.comparable
    guard lines.count > 1 else { return [] }
    guard let refused = RefusedComparison(lines) else {
        return [.paragraph(.text(apart[language]))]
    }
    let items = lines.filter { $0.points.count > 1 }.map { boundary, points in
        [
            Block.paragraph(
                .text(
                    figures.title(ofBoundary: boundary)[language] + ": "
                        + ends(of: points, language)))
        ]
    }
    return [
        .paragraph(.text(refusal(refused, language))),
        .paragraph(.text(within[language])),
        Block(.list(List(items: items))),
    ]
}

private let apart = Translated(
    nl: "Deze jaren hebben elk een andere grens. Het verschil ertussen is geen stijging of daling "
        + "en wordt hier niet uitgerekend.",
    en: "Each of these years has another boundary. The difference between them is no rise or fall "
        + "and is not worked out here.")

private let within = Translated(
    nl: "Wel te vergelijken zijn de jaren binnen één grens, met wat de tabel erover zegt:",
    en: "What does compare are the years within one boundary, with what the table says on them:")

private func refusal(_ refused: RefusedComparison, _ language: Language) -> String {
    let before = refused.before.value.printed(language)
    let between = refused.between.value.printed(language)
    let after = refused.after.value.printed(language)
    let year = refused.before.year.map(String.init) ?? ""
    let last = refused.after.year.map(String.init) ?? ""
    return Translated(
        nl: "Een vergelijking van \(before) (\(year)) met \(after) (\(last)) wordt hier geweigerd, "
            + "ook al is zij gepubliceerd of ligt zij voor de hand. De twee hebben niet dezelfde "
            + "grens: in \(year) is het cijfer \(before) binnen de ene grens en \(between) binnen "
            + "de andere. Dat verschil zit in wat is meegeteld, niet in de keten.",
        en: "A comparison of \(before) (\(year)) with \(after) (\(last)) is refused here, even "
            + "where it has been published or seems obvious. The two do not have the same "
            + "boundary: in \(year) the figure is \(before) within the one boundary and \(between) "
            + "within the other. That difference lies in what is counted, not in the chain."
    )[language]
}
