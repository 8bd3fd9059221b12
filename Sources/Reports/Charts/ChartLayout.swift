import Source

/// Where the parts of a chart stand: computed once, then only written out.
struct ChartLayout: Sendable {
    struct Stroke: Sendable {
        var from: ChartPosition
        var to: ChartPosition
    }

    private(set) var plot: ChartFrame
    private(set) var valueTicks: [ChartTick]
    private(set) var yearTicks: [ChartTick]
    /// The points of each line, in the order of the years.
    private(set) var positions: [[ChartPosition]]
    /// From a line's end to its name, where the two stand apart.
    private(set) var leaders: [Stroke] = []
    /// Every text of the drawing.
    private(set) var texts: [ChartText] = []

    private static let nameWidth = 168.0
    private static let mostValueSteps = 8
    /// Between the plot's sides and the first and last year.
    private static let inset = 26.0

    init(_ chart: TimeSeriesChart) {
        let points = chart.lines.flatMap(\.points)
        let values = points.map(\.value.value)
        valueTicks = ChartScale.ticks(
            from: values.min() ?? 0, to: values.max() ?? 0, most: Self.mostValueSteps)
        let labels = valueTicks.map {
            PublishedNumber($0.text)?.printed(chart.language) ?? $0.text
        }
        let width = labels.map { ChartText.width(of: $0) }.max() ?? 0
        plot = ChartFrame(
            left: (width + 14).rounded(.up), top: 44,
            right: Double(TimeSeriesChart.width) - Self.nameWidth - 14,
            bottom: Double(TimeSeriesChart.height) - 36)
        yearTicks = []
        positions = []
        place(chart)
        writeAxes(chart, labels)
        writeNames(chart)
        writeValues(chart)
    }

    private mutating func place(_ chart: TimeSeriesChart) {
        let years = chart.lines.flatMap(\.points).map(\.year)
        let first = years.min() ?? 0, last = years.max() ?? 0
        let low = valueTicks.first?.value ?? 0, high = valueTicks.last?.value ?? 1
        let frame = plot
        func x(_ year: Int) -> Double {
            guard last > first else { return (frame.left + frame.right) / 2 }
            let share = Double(year - first) / Double(last - first)
            return frame.left + Self.inset
                + share * (frame.right - frame.left - 2 * Self.inset)
        }
        func y(_ value: Double) -> Double {
            frame.bottom - (value - low) / (high - low) * (frame.bottom - frame.top)
        }
        for index in valueTicks.indices { valueTicks[index].position = y(valueTicks[index].value) }
        let most = Int((frame.right - frame.left) / 52)
        yearTicks = ChartScale.years(from: first, to: last, most: most).map {
            ChartTick(value: Double($0), text: "\($0)", position: x($0))
        }
        positions = chart.lines.map { line in
            line.points.map { ChartPosition(x: x($0.year), y: y($0.value.value)) }
        }
    }

    private static let fromZero = Translated(nl: "as vanaf nul", en: "axis from zero")
    private static let withZero = Translated(nl: "as met nul", en: "axis with zero")

    private mutating func writeAxes(_ chart: TimeSeriesChart, _ labels: [String]) {
        let isFromZero = valueTicks.first?.value == 0
        let remark = (isFromZero ? Self.fromZero : Self.withZero)[chart.language]
        texts.append(
            ChartText(
                name: "chart-label", text: "\(chart.unit) (\(remark))", x: 6, baseline: 20,
                anchor: .start))
        for (tick, label) in zip(valueTicks, labels) {
            texts.append(
                ChartText(
                    name: "chart-label", text: label, x: plot.left - 8,
                    baseline: tick.position + ChartText.size * 0.35, anchor: .end))
        }
        for tick in yearTicks {
            texts.append(
                ChartText(
                    name: "chart-label", text: tick.text, x: tick.position,
                    baseline: plot.bottom + 22, anchor: .middle))
        }
    }
}

/// The name of each line, beside its end.
extension ChartLayout {
    private struct Name {
        var line: Int
        var end: ChartPosition
        var rows: [String]
        var top = 0.0

        var height: Double { Double(rows.count) * ChartText.lineHeight }
    }

    private mutating func writeNames(_ chart: TimeSeriesChart) {
        let room = Double(TimeSeriesChart.height) - 16
        let most = Int(room / ChartText.lineHeight) / max(1, chart.lines.count)
        var names = zip(chart.lines, positions).enumerated().compactMap { index, pair in
            pair.1.last.map { end in
                Name(line: index, end: end, rows: ChartText.wrapped(
                    pair.0.title, to: Self.nameWidth, lines: min(5, most)))
            }
        }
        names.sort { ($0.end.y, $0.line) < ($1.end.y, $1.line) }
        Self.spread(&names, within: 8...(8 + room))
        let left = plot.right + 14
        for name in names {
            for (row, text) in name.rows.enumerated() {
                texts.append(
                    ChartText(
                        name: "chart-name chart-name-\(name.line + 1)", text: text, x: left,
                        baseline: name.top + ChartText.size
                            + Double(row) * ChartText.lineHeight,
                        anchor: .start))
            }
            let bottom = name.top + name.height
            let side = min(max(name.end.y, name.top + 9), bottom - 9)
            leaders.append(
                Stroke(
                    from: ChartPosition(x: name.end.x + 7, y: name.end.y),
                    to: ChartPosition(x: left - 5, y: side)))
        }
    }

    /// Moves names apart: each group that would overlap is centred on the
    /// ends of its lines, with a gap between the names.
    private static func spread(_ names: inout [Name], within room: ClosedRange<Double>) {
        struct Group {
            var indices: [Int]
            var height: Double
            var center: Double
            var top: Double
        }
        let gap = 8.0
        var groups: [Group] = []
        for index in names.indices {
            var group = Group(
                indices: [index], height: names[index].height, center: names[index].end.y,
                top: 0)
            while true {
                let highest = max(room.lowerBound, room.upperBound - group.height)
                group.top = min(max(group.center - group.height / 2, room.lowerBound), highest)
                guard let above = groups.last, above.top + above.height + gap > group.top
                else { break }
                groups.removeLast()
                let count = Double(above.indices.count), own = Double(group.indices.count)
                group.center = (above.center * count + group.center * own) / (count + own)
                group.indices = above.indices + group.indices
                group.height += above.height + gap
            }
            groups.append(group)
        }
        for group in groups {
            var top = group.top
            for index in group.indices {
                names[index].top = top
                top += names[index].height + gap
            }
        }
    }
}

/// The value of each point, beside it.
extension ChartLayout {
    /// Writes values where they overlap nothing: first those of the ends, the
    /// lowest and the highest of each line, then the others. A value without
    /// room is left out; the table beside the chart holds them all.
    private mutating func writeValues(_ chart: TimeSeriesChart) {
        var taken = texts.map(\.frame) + markers
        for (line, point) in order(chart) {
            let text = chart.lines[line].points[point].value.printed(chart.language)
            let position = positions[line][point]
            let name = "chart-value chart-name-\(line + 1)"
            let places = Self.places(name, text, round: position)
            guard let place = places.first(where: { isFree($0.frame, taken) }) else { continue }
            texts.append(place)
            taken.append(place.frame)
        }
    }

    private var markers: [ChartFrame] {
        positions.joined().map {
            ChartFrame(left: $0.x - 5, top: $0.y - 5, right: $0.x + 5, bottom: $0.y + 5)
        }
    }

    private func order(_ chart: TimeSeriesChart) -> [(line: Int, point: Int)] {
        var first: [(Int, Int)] = [], rest: [(Int, Int)] = []
        for (index, line) in chart.lines.enumerated() {
            let values = line.points.map(\.value.value)
            let lowest = values.min().flatMap(values.firstIndex(of:))
            let highest = values.max().flatMap(values.firstIndex(of:))
            for point in line.points.indices {
                let isMain = [0, line.points.count - 1, lowest, highest].contains(point)
                if isMain { first.append((index, point)) } else { rest.append((index, point)) }
            }
        }
        return first + rest
    }

    /// Above, below and beside a point, the best first.
    private static func places(
        _ name: String, _ text: String, round position: ChartPosition
    ) -> [ChartText] {
        let above = position.y - 9, below = position.y + 19
        let middle = position.y + ChartText.size * 0.35
        let choices: [(Double, Double, ChartText.Anchor)] = [
            (0, above, .middle), (0, below, .middle), (4, above, .end), (-4, above, .start),
            (4, below, .end), (-4, below, .start), (9, middle, .start), (-9, middle, .end),
        ]
        return choices.map { shift, baseline, anchor in
            ChartText(
                name: name, text: text, x: position.x + shift, baseline: baseline,
                anchor: anchor)
        }
    }

    private func isFree(_ frame: ChartFrame, _ taken: [ChartFrame]) -> Bool {
        let room = ChartFrame(
            left: plot.left, top: plot.top - 21, right: plot.right + 6, bottom: plot.bottom)
        let strokes = positions.flatMap { line in
            zip(line, line.dropFirst()).map { Stroke(from: $0, to: $1) }
        } + leaders
        return room.contains(frame) && !taken.contains { $0.overlaps(frame) }
            && !strokes.contains { frame.meets($0.from, $0.to) }
    }
}
