package import Markup
package import Source

/// A line chart of values by year.
///
/// There is one line per boundary and no stroke joins two of them: a step
/// between boundaries is a change of what is counted, and must not look like
/// a change of what happened. The axis of years is true to time, the axis of
/// values holds zero.
///
/// Classes give colour, weight and dash: `chart-line-1` … `-4`,
/// `chart-point-1` … `-4`, `chart-name-1` … `-4`, `chart-leader`,
/// `chart-grid`, `chart-axis`, `chart-label`, `chart-value`.
package struct TimeSeriesChart: Sendable {
    package struct Point: Sendable {
        package let year: Int
        package let value: PublishedNumber

        package init(year: Int, value: PublishedNumber) {
            self.year = year
            self.value = value
        }
    }

    /// The points of one boundary.
    package struct Line: Sendable {
        package let title: String
        package let points: [Point]

        package init(title: String, points: [Point]) {
            self.title = title
            self.points = points.sorted { $0.year < $1.year }
        }
    }

    package static let mostLines = 4
    package static let mostPoints = 40
    package static let width = 640
    package static let height = 360

    package let unit: String
    /// At most ``mostLines``, each with at least one point.
    package let lines: [Line]
    package let language: Language

    package init(unit: String, lines: [Line], language: Language) {
        self.unit = unit
        self.lines = lines
        self.language = language
    }

    /// The chart for a file of this name, which stands beside Markdown.
    package func drawing(file: String) -> Drawing {
        let layout = layout
        let parts = grid(layout) + lines(layout) + markers(layout) + texts(layout)
        return Drawing(
            file: file, width: Self.width, height: Self.height,
            content: [
                .element(
                    "g",
                    [
                        .init("class", "chart"), .init("font-family", "sans-serif"),
                        .init("font-size", "\(Int(ChartText.size))"),
                        .init("fill", "currentColor"),
                    ], parts)
            ])
    }

    /// Where everything stands; a test can look at it without reading SVG.
    var layout: ChartLayout { ChartLayout(self) }
}

/// The parts, from the back to the front. `currentColor` and the dashes are
/// what remains of the styles where the drawing is a file of its own.
extension TimeSeriesChart {
    private static let dashes = ["", "7 4", "2 3", "9 3 2 3"]

    private func grid(_ layout: ChartLayout) -> [Drawing.Node] {
        let plot = layout.plot
        let rules = layout.valueTicks.map { tick in
            Drawing.Node.line(
                tick.value == 0 ? "chart-axis" : "chart-grid",
                from: ChartPosition(x: plot.left, y: tick.position),
                to: ChartPosition(x: plot.right, y: tick.position),
                tick.value == 0 ? [] : [.init("stroke-opacity", "0.2")])
        }
        let years = layout.yearTicks.map { tick in
            Drawing.Node.line(
                "chart-axis", from: ChartPosition(x: tick.position, y: plot.bottom),
                to: ChartPosition(x: tick.position, y: plot.bottom + 5))
        }
        return rules + years
    }

    private func lines(_ layout: ChartLayout) -> [Drawing.Node] {
        let leaders = layout.leaders.map {
            Drawing.Node.line("chart-leader", from: $0.from, to: $0.to, [
                .init("stroke-opacity", "0.4"), .init("stroke-dasharray", "1 3"),
            ])
        }
        let strokes = layout.positions.enumerated().compactMap { index, positions in
            positions.count < 2 ? nil : Drawing.Node.element("polyline", [
                .init("class", "chart-line chart-line-\(index + 1)"),
                .init("points", positions.map { "\($0)" }.joined(separator: " ")),
                .init("fill", "none"), .init("stroke", "currentColor"),
                .init("stroke-width", "2"),
            ] + (Self.dashes[index % 4].isEmpty
                ? [] : [.init("stroke-dasharray", Self.dashes[index % 4])]), [])
        }
        return leaders + strokes
    }

    /// A shape of its own for each line, so that colour is never needed.
    private func markers(_ layout: ChartLayout) -> [Drawing.Node] {
        layout.positions.enumerated().flatMap { index, positions in
            positions.map { position in
                let name = Drawing.Attribute("class", "chart-point chart-point-\(index + 1)")
                return index % 4 == 0
                    ? .element("circle", [
                        name, .init("cx", coordinate(position.x)),
                        .init("cy", coordinate(position.y)), .init("r", "4"),
                    ], [])
                    : .element("polygon", [
                        name, .init("points", Self.corners(index, round: position)),
                    ], [])
            }
        }
    }

    private static func corners(_ index: Int, round center: ChartPosition) -> String {
        let offsets: [(Double, Double)] =
            switch index % 4 {
            case 1: [(-4, -4), (4, -4), (4, 4), (-4, 4)]
            case 2: [(0, -5), (5, 4), (-5, 4)]
            default: [(0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)]
            }
        return offsets
            .map { "\(ChartPosition(x: center.x + $0.0, y: center.y + $0.1))" }
            .joined(separator: " ")
    }

    private func texts(_ layout: ChartLayout) -> [Drawing.Node] {
        layout.texts.map { text in
            .element("text", [
                .init("class", text.name), .init("x", coordinate(text.x)),
                .init("y", coordinate(text.baseline)),
                .init("text-anchor", text.anchor.rawValue),
            ], [.text(text.text)])
        }
    }
}

extension Drawing.Node {
    fileprivate static func line(
        _ name: String, from: ChartPosition, to: ChartPosition,
        _ more: [Drawing.Attribute] = []
    ) -> Drawing.Node {
        .element("line", [
            .init("class", name), .init("x1", coordinate(from.x)), .init("y1", coordinate(from.y)),
            .init("x2", coordinate(to.x)), .init("y2", coordinate(to.y)),
            .init("stroke", "currentColor"),
        ] + more, [])
    }
}
