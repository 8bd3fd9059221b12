@testable import Capital
import Source
import Testing

/// Figures of which each leaf's spread is stated, as percentages.
private struct Tree {
    static let model = UncertaintyModel(
        table: Guide.uncertainty, qualityClasses: [.measured: 1, .estimated: 5], sets: [])

    /// A cell of a ledger, on its own row.
    static func cell(_ value: Double, row: Int, uncertainty: Double?) -> Traced {
        Traced(
            .known(value),
            .ledger(
                Origin.Entry(
                    Place(file: "flows.csv", line: row, column: 3), typed: "\(value)",
                    row: "flow \(row)", uncertainty: uncertainty)))
    }

    static func product(_ part: Traced, by factor: Double, row: Int, _ uncertainty: Double?)
        -> Traced
    {
        let factor = Origin.Factor(
            name: "factor", value: factor, unit: "", place: Place(file: "s.csv", line: row),
            source: "s", uncertainty: uncertainty)
        return Traced(
            .known(part.value! * factor.value), .product(Origin.Part("part", part), factor))
    }

    static func sum(_ figures: [Traced]) -> Traced {
        .sum(figures.map { Origin.Part("part", $0) })
    }

    static func difference(_ a: Traced, _ b: Traced) -> Traced {
        Traced(
            .known(a.value! - b.value!),
            .difference(Origin.Part("a", a), Origin.Part("b", b)))
    }

    static func uncertain(_ figure: Traced) -> UncertainSum {
        var sum = UncertainSum()
        sum.add(figure, model)
        return sum
    }

    static func interval(_ figure: Traced) -> Interval { uncertain(figure).interval }
}

@Suite("Intervals of figures")
struct UncertaintyTests {
    private func isNear(_ a: Double, _ b: Double, within share: Double) -> Bool {
        abs(a - b) <= share * max(abs(a), abs(b))
    }

    @Test func elementaryFunctionsAreRight() {
        #expect(abs(Elementary.exp(1) - 2.718281828459045) < 1e-15)
        #expect(isNear(Elementary.exp(-20), 2.061153622438558e-9, within: 1e-14))
        #expect(abs(Elementary.log(10) - 2.302585092994046) < 1e-15)
        #expect(isNear(Elementary.log(1e-12), -27.63102111592855, within: 1e-14))
        #expect(abs(Elementary.normalQuantile(0.975) - 1.959963984540054) < 1e-8)
        #expect(abs(Elementary.normalQuantile(0.001) + 3.090232306167813) < 1e-8)
        #expect(Elementary.normalQuantile(0.5) == 0)
        for step in -30...30 {
            let x = Double(step) / 3
            #expect(abs(Elementary.log(Elementary.exp(x)) - x) < 1e-13)
        }
    }

    @Test func aStatedUncertaintyIsTheIntervalOfItsCell() {
        let interval = Tree.interval(Tree.cell(200, row: 2, uncertainty: 25))
        #expect(isNear(interval.low, 160, within: 1e-12))
        #expect(isNear(interval.high, 250, within: 1e-12))
        #expect(interval.method == .exact)
    }

    @Test func whereNothingIsStatedTheClassCounts() {
        let interval = Tree.interval(Tree.cell(100, row: 2, uncertainty: nil))
        #expect(isNear(interval.high, 200, within: 1e-12))
    }

    @Test func withoutUncertaintyTheIntervalIsAPoint() {
        let parts = (1...3).map { Tree.cell(0.1 * Double($0), row: $0, uncertainty: 0) }
        let figure = Tree.difference(Tree.sum(parts), Tree.cell(1, row: 9, uncertainty: 0))
        let interval = Tree.interval(figure)
        #expect(interval.low == interval.high && interval.method == .exact)
        #expect(abs(interval.low + 0.4) < 1e-15)
    }

    @Test func aProductAddsTheVariancesOfItsLogarithm() {
        let cell = Tree.cell(10, row: 2, uncertainty: 30)
        let interval = Tree.interval(Tree.product(cell, by: 5, row: 3, 40))
        let (a, b) = (Elementary.log(1.3), Elementary.log(1.4))
        let factor = Elementary.exp((a * a + b * b).squareRoot())
        #expect(isNear(interval.high, 50 * factor, within: 1e-12))
        #expect(isNear(interval.low, 50 / factor, within: 1e-12))
    }

    @Test func whatIsTakenFromItselfLeavesNothing() {
        let cell = Tree.cell(7, row: 2, uncertainty: 80)
        let interval = Tree.interval(Tree.difference(cell, cell))
        #expect(interval == Interval(low: 0, high: 0, method: .exact))
    }

    @Test func aShareOfAFigureVariesWithIt() {
        let cell = Tree.cell(10, row: 2, uncertainty: 50)
        let half = Traced(.known(5), .sum([Origin.Part("booked", cell)]))
        let interval = Tree.interval(Tree.difference(cell, half))
        #expect(isNear(interval.high, 7.5, within: 1e-12) && interval.method == .exact)
    }

    /// Two products of one factor vary together, so their sum is wider than
    /// that of two factors.
    @Test func sharedInputsWidenASumAndNarrowADifference() {
        func product(_ row: Int, factor: Int) -> Traced {
            Tree.product(Tree.cell(50, row: row, uncertainty: 10), by: 2, row: factor, 40)
        }
        func width(_ figure: Traced) -> Double {
            let interval = Tree.interval(figure)
            return interval.high - interval.low
        }
        let (a, shared, other) = (
            product(2, factor: 90), product(3, factor: 90), product(3, factor: 91))
        #expect(width(Tree.sum([a, shared])) > 1.2 * width(Tree.sum([a, other])))
        #expect(width(Tree.difference(a, shared)) < 0.5 * width(Tree.difference(a, other)))
    }

    @Test func analysisAndDrawsAgreeWhereBothAreValid() throws {
        var random = SplitMix64(seed: 20)
        for number in 0..<12 {
            let count = Int.random(in: 1...9, using: &random)
            let figure = Tree.sum((0..<count).map { row in
                Tree.product(
                    Tree.cell(
                        .random(in: 1...100, using: &random), row: row,
                        uncertainty: .random(in: 1...80, using: &random)),
                    by: 2, row: random.chance(0.5) ? 0 : row,
                    .random(in: 0...60, using: &random))
            })
            let sum = Tree.uncertain(figure)
            guard let analytic = sum.analyticInterval else { continue }
            let drawn = sum.drawnInterval
            let width = analytic.high - analytic.low
            #expect(abs(analytic.low - drawn.low) < 0.03 * width, "\(number): \(drawn)")
            #expect(abs(analytic.high - drawn.high) < 0.03 * width, "\(number): \(drawn)")
        }
    }

    @Test func theOrderOfRowsChangesNoDigit() {
        var random = SplitMix64(seed: 21)
        for number in 0..<3 {
            let parts = (0..<8).map { row in
                let cell = Tree.cell(
                    .random(in: 1...100, using: &random), row: row,
                    uncertainty: .random(in: 1...80, using: &random))
                return Tree.product(cell, by: row % 2 == 0 ? 3 : 1.5, row: row % 2, 30)
            }
            let loss = Tree.cell(200, row: 99, uncertainty: 40)
            func seen(_ order: [Int]) -> Interval {
                // A row that moves has another place.
                let moved = order.enumerated().map { to, from in
                    moving(parts[from], to: to)
                }
                return Tree.interval(Tree.difference(Tree.sum(moved), loss))
            }
            let first = seen(Array(parts.indices))
            #expect(first.method == .drawn)
            #expect(first == seen(parts.indices.shuffled(using: &random)), "\(number)")
        }
    }

    private func moving(_ product: Traced, to row: Int) -> Traced {
        guard case .product(let part, let factor) = product.origin,
            case .ledger(let entry) = part.figure.origin
        else { return product }
        let cell = Tree.cell(part.figure.value!, row: row, uncertainty: entry.uncertainty)
        return Traced(product.cell, .product(Origin.Part("part", cell), factor))
    }

    @Test(arguments: [0.001, 1000, 7])
    func anotherUnitScalesTheInterval(_ scale: Double) {
        func figure(_ scale: Double) -> Traced {
            let parts = (1...5).map {
                Tree.cell(Double($0) * 3 * scale, row: $0, uncertainty: 10 * Double($0))
            }
            return Tree.difference(
                Tree.sum(parts), Tree.cell(40 * scale, row: 50, uncertainty: 20))
        }
        let (a, b) = (Tree.interval(figure(1)), Tree.interval(figure(scale)))
        #expect(abs(a.low * scale - b.low) < 1e-6 * abs(b.high - b.low))
        #expect(abs(a.high * scale - b.high) < 1e-6 * abs(b.high - b.low))
    }

    @Test func aWideSumIsDrawn() {
        let parts = (1...2).map { Tree.cell(10, row: $0, uncertainty: 400) }
        let interval = Tree.interval(Tree.sum(parts))
        #expect(interval.method == .drawn)
        #expect(interval.low > 4 && interval.high > 60 && interval.high < 110)
    }

    @Test func pricesOfASetMoveTogether() throws {
        let pricing = Guide.pricing()
        let set = try #require(pricing.sets.first)
        let model = UncertaintyModel(
            table: Guide.uncertainty, qualityClasses: [:], sets: pricing.sets)
        let values = ["fuel", "nox"].map { line in
            let cell = Tree.cell(100, row: line.count, uncertainty: 0)
            return pricing.prices(of: line)[0].value(of: cell, line: line)
        }
        var quantities = UncertainSum(), both = UncertainSum()
        quantities.add(Tree.sum(values), model)
        both.add(Tree.sum(values), model.withPrices)
        let total = 100 * 50 + 100 * 20.0
        #expect(set.id == "list")
        #expect(quantities.interval.high == total)
        // One standard deviation is a factor of 2.
        let factor = Elementary.exp(1.96 * Elementary.log(2))
        #expect(isNear(both.interval.high, total * factor, within: 1e-12))
    }
}

extension Guide {
    static let uncertaintyText = """
        classes:
          - {class: 1, spread: 1.05, choice: true, note: {nl: a, en: a}}
          - {class: 2, spread: 1.1, choice: true, note: {nl: a, en: a}}
          - {class: 3, spread: 1.2, choice: true, note: {nl: a, en: a}}
          - {class: 4, spread: 1.5, choice: true, note: {nl: a, en: a}}
          - {class: 5, spread: 2, choice: true, note: {nl: a, en: a}}
        unstated: {figure: 5, factor: 4}
        prices:
          - {set: list, sigma: 2, source: s, note: {nl: a, en: a}}
        """

    static let uncertainty: Uncertainty = {
        var findings = Findings()
        let file = SourceFile(path: "uncertainty.yaml", text: uncertaintyText)
        let table = Uncertainty(file, sets: ["list"], &findings)
        precondition(findings.all.isEmpty, "\(findings.all)")
        return table!
    }()
}
