import Foundation
import Markup
import Source
import Testing
@testable import Reports

@Suite struct SectorFiguresReading {
    @Test func readsTheGuidesFile() throws {
        let (figures, found) = try GuideFiles.sector()
        #expect(found.all == [])
        let series = try #require(figures.series.first { $0.id == "co2-per-m3" })
        #expect(series.hasChart)
        #expect(series.points.map(\.value.text) == ["334", "285", "299", "276", "267.20", "266.17"])
        #expect(series.boundaries == ["chain-with-a4", "chain-without-a4"])
        #expect(figures.goals.filter { $0.id.hasPrefix("co2-") }.count == 3)
    }

    @Test func keepsTheDigitsOfTheSource() {
        #expect(PublishedNumber("267.20")?.printed(.nl) == "267,20")
        #expect(PublishedNumber("267.20")?.printed(.en) == "267.20")
        #expect(PublishedNumber("14000000")?.printed(.nl) == "14.000.000")
        #expect(PublishedNumber("-1250.5")?.printed(.en) == "\u{2212}1,250.5")
        #expect(PublishedNumber("1.4e7") == nil)
        #expect(PublishedNumber("267,20") == nil)
    }

    @Test(arguments: [
        ("boundary: a", "boundary: aa", "unknown-boundary"),
        ("source: s", "source: t", "unknown-source"),
        ("year: 2020, value: 1", "value: 1", "unnamed-point"),
        ("year: 2021, value: 2", "year: 2020, value: 2", "duplicate-point"),
        ("year: 2020, value: 1", "label: {nl: x, en: x}, value: 1", "chart-form"),
        ("value: 1,", "value: 1e3,", "wrong-form"),
        ("value: 1,", "value: een,", "wrong-form"),
        ("year: 2020, value: 1", "year: 20200, value: 1", "wrong-form"),
        ("- id: f", "- id: F 1", "wrong-id"),
        ("unit: kg", "units: kg", "unknown-key"),
        ("- {id: b,", "- {id: a,", "duplicate-id"),
        ("- {id: h,", "- {id: g,", "duplicate-id"),
    ])
    func findsWhatBreaksARule(_ sound: String, _ broken: String, _ rule: String) {
        let text = small.replacingOccurrences(of: sound, with: broken)
        #expect(text != small)
        #expect(read(small).found == [])
        #expect(read(text).found.map(\.rule.id).contains(rule))
    }

    @Test func findsEverythingInOneRun() {
        let text = small.replacingOccurrences(of: "source: s", with: "source: t")
            .replacingOccurrences(of: "boundary: a", with: "boundary: c")
            .replacingOccurrences(of: "unit: kg", with: "unit: \"\"")
        let rules = Set(read(text).found.map(\.rule.id))
        #expect(rules == ["unknown-source", "unknown-boundary", "missing-key"])
        #expect(read(text).found.count == 7)
    }

    @Test func findsAChartOfTooManyLines() {
        let boundaries = ["c", "d", "e"].map { "  - {id: \($0), title: {nl: x, en: x}}\n" }.joined()
        let points = ["b", "c", "d", "e"].map {
            "      - {year: 2020, value: 3, boundary: \($0), status: verified, source: s}\n"
        }.joined()
        let text = small
            .replacingOccurrences(of: "figures:\n", with: boundaries + "figures:\n")
            .replacingOccurrences(of: "goals:\n", with: points + "goals:\n")
        #expect(read(text).found.map(\.rule.id) == ["chart-form"])
    }

    private func read(_ text: String) -> (figures: SectorFigures, found: [Diagnostic]) {
        var findings = Findings()
        let file = SourceFile(path: "sector.yaml", text: text)
        return (SectorFigures(file, sources: ["s"], &findings), findings.sorted)
    }

    private let small = """
        boundaries:
          - {id: a, title: {nl: met, en: with}}
          - {id: b, title: {nl: zonder, en: without}}
        figures:
          - id: f
            title: {nl: Cijfer, en: Figure}
            unit: kg
            chart: true
            points:
              - {year: 2020, value: 1, boundary: a, status: verified, source: s}
              - {year: 2021, value: 2, boundary: a, status: verified, source: s}
        goals:
          - {id: g, title: {nl: x, en: x}, text: {nl: x, en: x}, year: 2018, source: s, \
        status: verified}
          - {id: h, title: {nl: x, en: x}, text: {nl: x, en: x}, year: 2018, source: s, \
        status: verified}
        """ + "\n"
}

@Suite struct SectorPageComposing {
    @Test(arguments: Language.allCases)
    func tablesHoldTheData(_ language: Language) throws {
        let figures = try GuideFiles.sector().figures
        let tables = sectorBlocks(figures, language: language).compactMap(\.asTable)
        #expect(tables.count == figures.series.count + 1)
        for (table, series) in zip(tables, figures.series) {
            #expect(table.id == "tbl-\(series.id)")
            #expect(table.rows.count == series.points.count)
            for (row, point) in zip(table.rows, series.points) {
                let cells = row.map(\.plainText)
                let name = point.label?[language] ?? point.year.map(String.init) ?? ""
                #expect(row.count == table.header.count)
                #expect(table.alignments.count == table.header.count)
                #expect(cells[0] == name)
                #expect(cells[1] == point.value.printed(language))
                #expect(cells[2] == series.unit)
                #expect(cells[3] == figures.title(ofBoundary: point.boundary)[language])
                #expect(row[5] == [.link(point.source, to: "source:\(point.source)")])
                #expect((cells.count > 6 ? cells[6] : "") == point.note?[language] ?? "")
            }
        }
        let goals = tables.last?.rows.map { $0[0].plainText }
        #expect(goals == figures.goals.map { $0.title[language] })
    }

    @Test(arguments: Language.allCases)
    func aChartStandsAboveItsTable(_ language: Language) throws {
        let blocks = sectorBlocks(try GuideFiles.sector().figures, language: language)
        let index = try #require(blocks.firstIndex { $0.asFigure != nil })
        let figure = try #require(blocks[index].asFigure)
        #expect(blocks[index + 1].asTable?.id == "tbl-co2-per-m3")
        #expect(figure.id == "fig-co2-per-m3")
        guard case .drawing(let drawing) = figure.picture else { return #expect(Bool(false)) }
        #expect(drawing.file == "co2-per-m3.\(language.rawValue).svg")
        for number in ["334", "299", "276", language == .nl ? "266,17" : "266.17"] {
            #expect(figure.alternative.contains(number))
        }
    }

    @Test(arguments: Language.allCases)
    func refusesToCompareYearsOfDifferentBoundaries(_ language: Language) throws {
        let blocks = sectorBlocks(try GuideFiles.sector().figures, language: language)
        let own = blocks.filter { $0.asTable == nil }.map(\.allText).joined(separator: "\n")
        for change in ["11 %", "11,0", "11.0", "32,83", "32.83"] { #expect(!own.contains(change)) }
        let refused = language == .nl ? "hier geweigerd" : "is refused here"
        #expect(own.contains(refused))
        #expect(own.contains("299 (2017)") && own.contains("276"))
    }

    @Test func bothLanguagesHaveTheSameShape() throws {
        let figures = try GuideFiles.sector().figures
        let shapes = Language.allCases.map { sectorBlocks(figures, language: $0).map(\.shape) }
        #expect(shapes[0] == shapes[1])
    }

    @Test func aFileThatCouldNotBeReadGivesAPageWithoutFigures() {
        let blocks = sectorBlocks(SectorFigures(), language: .en)
        #expect(blocks.allSatisfy { $0.asTable == nil && $0.asFigure == nil })
    }
}

@Suite struct TimeSeriesCharting {
    private func chart(_ lines: [[(Int, String)]], _ title: String = "Grens") -> TimeSeriesChart {
        let lines = lines.enumerated().map { index, points in
            TimeSeriesChart.Line(
                title: "\(title) \(index)",
                points: points.compactMap { year, text in
                    PublishedNumber(text).map { TimeSeriesChart.Point(year: year, value: $0) }
                })
        }
        return TimeSeriesChart(unit: "kg CO2/m3", lines: lines, language: .nl)
    }

    private var real: TimeSeriesChart {
        chart([
            [(1990, "334"), (2010, "285"), (2017, "299")],
            [(2017, "276"), (2022, "267.20"), (2023, "266.17")],
        ], "Ketengemiddelde, met of zonder vervoer naar de bouwplaats (A4)")
    }

    /// Series of 1 to 4 lines and up to 40 points, from a fixed seed.
    private var generated: [TimeSeriesChart] {
        var state: UInt64 = 20_240_101
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        return (0..<60).map { _ in
            let size = [1, 100, 100_000][next(3)]
            return chart(
                (0..<(1 + next(4))).map { _ in
                    let start = 1950 + next(60)
                    return (0..<(1 + next(10))).map { (start + $0 * 2, "\(next(900) * size).25") }
                }, "Een grens met een omschrijving van wat er wel en niet is meegeteld, nummer")
        }
    }

    @Test func noStrokeJoinsTwoBoundaries() throws {
        let drawing = real.drawing(file: "x.svg")
        let lines = drawing.elements("polyline")
        #expect(lines.count == 2)
        let positions = real.layout.positions
        for (line, positions) in zip(lines, positions) {
            #expect(line["points"] == positions.map { "\($0)" }.joined(separator: " "))
        }
        #expect(Set(positions[0].map { "\($0)" }).isDisjoint(with: positions[1].map { "\($0)" }))
        let ends = Set(positions.joined().map { "\($0)" })
        for stroke in drawing.elements("line") {
            let from = "\(stroke["x1"] ?? ""),\(stroke["y1"] ?? "")"
            let to = "\(stroke["x2"] ?? ""),\(stroke["y2"] ?? "")"
            #expect(!ends.contains(from) || !ends.contains(to))
        }
    }

    @Test func noTextOverlapsAnother() {
        for chart in [real] + generated {
            let texts = chart.layout.texts
            for (index, text) in texts.enumerated() {
                for other in texts.dropFirst(index + 1) {
                    #expect(!text.frame.overlaps(other.frame), "\(text.text) and \(other.text)")
                }
            }
        }
    }

    @Test func everythingStandsWithinTheDrawing() {
        let room = ChartFrame(left: 0, top: 0, right: 640, bottom: 360)
        for chart in [real] + generated {
            for text in chart.layout.texts { #expect(room.contains(text.frame), "\(text.text)") }
            for position in chart.layout.positions.joined() {
                #expect(position.x.isFinite && position.y.isFinite)
                #expect((0...640).contains(position.x) && (0...360).contains(position.y))
            }
        }
    }

    @Test func everyValueOfTheRealSeriesIsWritten() {
        let values = real.layout.texts.filter { $0.name.hasPrefix("chart-value") }.map(\.text)
        #expect(values.sorted() == ["266,17", "267,20", "276", "285", "299", "334"])
    }

    @Test func yearsAreTrueToTime() {
        let first = real.layout.positions[0]
        let shares = (first[1].x - first[0].x) / (first[2].x - first[0].x)
        #expect(abs(shares - 20.0 / 27.0) < 1e-9)
        #expect(first[2].x == real.layout.positions[1][0].x)
    }

    @Test func valuesStartAtZero() {
        #expect(real.layout.valueTicks.first?.value == 0)
        #expect(real.layout.valueTicks.map(\.text).last == "350")
        #expect(real.layout.texts.contains { $0.text == "kg CO2/m3 (as vanaf nul)" })
        let below = chart([[(2000, "-5"), (2001, "7")]])
        #expect(below.layout.valueTicks.contains { $0.value == 0 })
        #expect(below.layout.texts.contains { $0.text == "kg CO2/m3 (as met nul)" })
    }

    @Test(arguments: [
        (0.0, 334.0, ["0", "50", "100", "150", "200", "250", "300", "350"]),
        (0.0, 0.03, ["0", "0.005", "0.010", "0.015", "0.020", "0.025", "0.030"]),
        (-5.0, 7.0, ["-6", "-4", "-2", "0", "2", "4", "6", "8"]),
        (0.0, 9e6, ["0", "2000000", "4000000", "6000000", "8000000", "10000000"]),
    ])
    func ticksAreRound(_ low: Double, _ high: Double, _ texts: [String]) {
        #expect(ChartScale.ticks(from: low, to: high, most: 8).map(\.text) == texts)
    }

    @Test func aSinglePointAndFortyPointsCanBeDrawn() {
        let single = chart([[(2020, "0")]])
        #expect(single.drawing(file: "x.svg").elements("polyline").isEmpty)
        #expect(single.drawing(file: "x.svg").elements("circle").count == 1)
        let forty = chart([(1984..<2024).map { ($0, "\($0 % 7)") }])
        #expect(forty.drawing(file: "x.svg").elements("circle").count == 40)
    }

    @Test func colourIsLeftToTheStylesheet() {
        let names = Set(real.drawing(file: "x.svg").attributes.map(\.name))
        #expect(!names.contains("style"))
        let paints = real.drawing(file: "x.svg").attributes.filter {
            ["fill", "stroke"].contains($0.name)
        }
        #expect(Set(paints.map(\.value)) == ["none", "currentColor"])
    }
}

extension Drawing {
    /// The attributes of each element of a name, in the order of the drawing.
    func elements(_ name: String) -> [[String: String]] {
        all(content).filter { $0.name == name }.map { element in
            Dictionary(element.attributes.map { ($0.name, $0.value) }) { first, _ in first }
        }
    }

    var attributes: [Attribute] { all(content).flatMap(\.attributes) }

    private func all(_ nodes: [Node]) -> [(name: String, attributes: [Attribute])] {
        nodes.flatMap { node -> [(name: String, attributes: [Attribute])] in
            switch node {
            case .text: []
            case .element(let name, let attributes, let children):
                [(name, attributes)] + all(children)
            }
        }
    }
}
