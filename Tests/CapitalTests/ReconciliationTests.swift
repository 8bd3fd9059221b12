@testable import Capital
import Source
import Testing

@Suite("Both sides of a supply")
struct ReconciliationTests {
    /// The published example: Q quarry, M ready-mix, B builder.
    private let published = Chain(
        Company("q").booking("process", "1000").booking("fuel", "200", "upstream")
            .making(250_000, "sand").selling(210_000, "sand", to: "m"),
        Company("m").booking("process", "500").booking("process", "40300", "upstream")
            .buying(200_000, "sand", from: "q", "process", factor: 0.0055)
            .making(180_000, "concrete").selling(150_000, "concrete", to: "b"),
        Company("b").booking("process", "800").booking("process", "5000", "upstream")
            .buying(150_000, "concrete", from: "m", "process", factor: 0.24))

    private func isNear(_ value: Double?, _ expected: Double) -> Bool {
        value.map { abs($0 - expected) < 5e-3 } ?? false
    }

    @Test("of quarry and ready-mix differ by quantity and by factor (R5)")
    func quantityAndFactor() throws {
        let supply = try #require(published.reconciliations.last)
        #expect([supply.buyer, supply.supplier, supply.line] == ["m", "q", "ghg"])
        #expect(isNear(supply.supplierFactor?.value, 0.0048))
        let split = try #require(supply.split)
        #expect(isNear(split.supplierSide, 1_008))
        #expect(isNear(split.difference, 92))
        #expect(isNear(split.byQuantity, -48))
        #expect(isNear(split.byFactor, 140))
        #expect(isNear(supply.deviation, 9.127))
    }

    @Test("of ready-mix and builder differ by factor alone (R5)")
    func factorOnly() throws {
        let supply = try #require(published.reconciliations.first)
        #expect([supply.buyer, supply.supplier] == ["b", "m"])
        let factor = try #require(supply.supplierFactor?.value)
        #expect(abs(factor - 41_900 / 180_000) < 1e-15)
        let split = try #require(supply.split)
        #expect(isNear(split.supplierSide, 34_916.67))
        #expect(isNear(split.difference, 1_083.33))
        #expect(split.byQuantity == 0)
        #expect(split.byFactor == split.difference)
    }

    @Test("add up to the last bit, whatever is booked", arguments: 0..<20)
    func exact(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) + 300)
        var companies = Chain.random(companies: 6, &random)
        for index in companies.indices {
            companies[index] = companies[index].making(
                Double(Int.random(in: 1...999, using: &random)), "sand")
        }
        for supply in Chain(companies).reconciliations {
            guard let split = supply.split else { continue }
            #expect(ExactSum.of([split.byQuantity, split.byFactor]) == split.difference
                || abs(split.byQuantity + split.byFactor - split.difference)
                    <= abs(split.difference).ulp)
            let expected = (supply.buyerFactor - supply.supplierFactor!.value) * supply.bought
            let size = supply.booked + split.supplierSide + abs(split.byQuantity) + 1
            #expect(abs(split.byFactor - expected) <= 1e-9 * size)
        }
    }

    @Test("compare quantities only where the supplier makes more than one product")
    func twoProducts() throws {
        let seller = Company("s").booking("process", "5").making(10).making(3, "gravel")
            .selling(8, to: "b")
        let chain = Chain(Company("b").buying(10, from: "s", "process", factor: 2), seller)
        let supply = try #require(chain.reconciliations.first)
        #expect(supply.supplierFactor == nil && supply.split == nil)
        #expect(supply.deviation == 25)
    }

    @Test("have no factor where the volume is missing or in another unit")
    func noVolume() throws {
        for seller in [Company("s"), Company("s").making(10, "goods", "m3"),
                       Company("s").making(10, "gravel"), Company("s").making(0)] {
            let chain = Chain(
                Company("b").buying(10, from: "s", "process", factor: 2),
                seller.booking("process", "5").selling(10, to: "b"))
            #expect(chain.reconciliations.map { $0.split == nil } == [true])
        }
    }

    @Test("leave out what comes after the delivery (R8)")
    func beforeDelivery() throws {
        let chain = Chain(
            Company("b").buying(10, from: "s", "process", factor: 2),
            Company("s").booking("process", "20").booking("process", "70", "downstream")
                .making(10).selling(10, to: "b"))
        #expect(chain.reconciliations.map { $0.split?.difference } == [0])
    }

    @Test("count one delivery once that stands on two lines of a subtotal")
    func severalLines() throws {
        let buyer = Company("b").buying(10, from: "s", "process", factor: 2)
            .buying(10, from: "s", "fuel", factor: 1)
        let chain = Chain(
            buyer, Company("s").booking("process", "30").making(10).selling(10, to: "b"))
        let supply = try #require(chain.reconciliations.first)
        #expect(chain.reconciliations.count == 1)
        #expect(supply.bought == 10 && supply.booked == 30 && supply.buyerFactor == 3)
        #expect(supply.split?.difference == 0)
    }

    @Test("lie within a tolerance, outside it, or have none")
    func tolerance() throws {
        let supply = try #require(published.reconciliations.last)
        let loose = Tolerance(percent: 10, outside: .error)
        let tight = Tolerance(percent: 5, outside: .disclosed)
        #expect(supply.standing(within: loose) == .within)
        #expect(supply.standing(within: tight) == .outside)
        #expect(supply.standing(within: nil) == .untested)
        #expect(Tolerance.strictest([loose, tight]) == tight)
        #expect(Tolerance.strictest([]) == nil)
    }
}
