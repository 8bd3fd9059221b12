import Capital

/// What a report shows over the years, as data: the columns `series:…` of a
/// line. This year's own figure stands in its other columns.
func seriesCells(_ series: TimeSeries?, _ project: Project) -> [DataCell] {
    guard let series else { return [] }
    return series.lines.flatMap { line -> [DataCell] in
        let unit = project.indicators[line.indicator]?.unit ?? ""
        let cells: [(String, SeriesCell?)] = [
            ("baseline-\(series.path.baseline)", line.baseline),
            ("as-reported-\(series.priorYear)", line.asReported),
            ("prior-\(series.priorYear)", line.prior), ("like-for-like", line.likeForLike),
            ("path-\(series.path.target)", line.path), ("distance", line.distance),
        ]
        return cells.compactMap { name, cell in
            cell.map {
                DataCell(
                    line: line.indicator, unit: unit, effect: "", column: "series:\(name)",
                    cell: $0.cell ?? .none, isBroken: $0 == .broken)
            }
        }
    }
}
