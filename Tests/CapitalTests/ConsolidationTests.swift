@testable import Capital
import Source
import Testing

@Suite("The chain's account")
struct ConsolidationTests {
    /// The published example: Q quarry, M ready-mix, B builder; cement comes
    /// from outside the reporting chain.
    private func example(
        soldToM: Double = 210_000, external: String? = nil, forBuilder: String? = nil
    ) -> Chain {
        var q = Company("q").booking("process", "1000").booking("process", "200", "upstream")
            .selling(soldToM, "sand", to: "m")
        if let external { q = q.booking("process", external, "downstream") }
        if let forBuilder { q = q.booking("process", forBuilder, "downstream", for: "b") }
        return Chain(
            q,
            Company("m").booking("process", "500").booking("process", "40300", "upstream")
                .buying(200_000, "sand", from: "q", "process", factor: 0.0055)
                .selling(150_000, "concrete", to: "b"),
            Company("b").booking("process", "800").booking("process", "5000", "upstream")
                .buying(150_000, "concrete", from: "m", "process", factor: 0.24))
    }

    @Test("of the published example is 47,800 t")
    func published() {
        let chain = example()
        let totals = ["q", "m", "b"].map { chain.cell($0, "process", .total)?.quantity?.value }
        #expect(totals == [1_200, 41_900, 41_800])
        #expect(chain.total("process", .parties) == 84_900)
        #expect(chain.total("process", .eliminations) == 37_100)
        #expect(chain.total("process", .own) == 2_300)
        #expect(chain.total("process", .upstreamOther) == 45_500)
        #expect(chain.total("process", .downstream) == nil)
        #expect(chain.total("process", .total) == 47_800)
        #expect(chain.statement["process"]?.balance?.value == -47_800)
        #expect(chain.total("ghg", .total) == 47_800)
        #expect(chain.findings.all.isEmpty)
    }

    @Test("keeps a downstream amount outside the chain")
    func externalDownstream() {
        let chain = example(external: "300")
        #expect(chain.total("process", .parties) == 85_200)
        #expect(chain.total("process", .eliminations) == 37_100)
        #expect(chain.total("process", .downstream) == 300)
        #expect(chain.total("process", .total) == 48_100)
    }

    @Test("eliminates a downstream amount booked for a company that reports")
    func internalDownstream() {
        let chain = example(external: "300", forBuilder: "70")
        #expect(chain.total("process", .parties) == 85_270)
        #expect(chain.total("process", .eliminations) == 37_170)
        #expect(chain.total("process", .downstream) == 300)
        #expect(chain.total("process", .total) == 48_100)
        #expect(chain.findings.all.isEmpty)
    }

    @Test("keeps a downstream gain where the other company holds only losses (R4)")
    func downstreamGain() {
        let chain = Chain(
            Company("q").booking(
                "habitat", "5", "downstream", for: "b", effect: "gain", verified: "yes"),
            Company("b").booking("habitat", "2"))
        let gain = chain.statement["habitat"]?.sides[.gain]
        #expect(gain?[.parties].value == 5)
        #expect(gain?[.eliminations].value == nil)
        #expect(gain?[.total].value == 5)
    }

    @Test("keeps what the buyer booked beyond the seller's quantity, with a warning (R3)")
    func unmatched() {
        let chain = example(soldToM: 150_000)
        #expect(chain.total("process", .eliminations) == 36_825)
        #expect(chain.total("process", .upstreamOther) == 45_775)
        #expect(chain.total("process", .total) == 48_075)
        #expect(chain.findings.sorted.map(\.description) == [
            "m/2024/supplies.csv:2:12: warning: q sold 150000.0 t of 'sand' where m booked "
                + "200000.0 t [unmatched-supply]",
        ])
    }

    @Test("eliminates nothing where the seller sold nothing, or under another name or unit")
    func noOtherSide() {
        let buyer = Company("b").buying(10, "sand", from: "s", "process", factor: 2)
        for seller in [Company("s"), Company("s").selling(10, "gravel", to: "b")] {
            let chain = Chain(buyer, seller.booking("process", "5"))
            #expect(chain.total("process", .eliminations) == nil)
            #expect(chain.total("process", .upstreamOther) == 20)
            #expect(chain.total("process", .total) == 25)
            #expect(chain.rules == ["unmatched-supply"])
        }
    }

    @Test("never eliminates more than the buyer booked")
    func soldMore() {
        let chain = Chain(
            Company("b").buying(10, from: "s", "process", factor: 2),
            Company("s").booking("process", "5").selling(1_000, to: "b"))
        #expect(chain.total("process", .eliminations) == 20)
        #expect(chain.total("process", .total) == 5)
    }

    @Test("eliminates nothing that the supplier's statement does not cover (R4)")
    func notCovered() {
        let chain = Chain(
            Company("b").buying(10, from: "s", "process", factor: 2),
            Company("s").booking("nox", "5").selling(10, to: "b"))
        #expect(chain.total("process", .eliminations) == nil)
        #expect(chain.total("process", .total) == 20)
        #expect(chain.findings.all.isEmpty)
    }

    @Test("takes a line as covered by another line of its subtotal")
    func coveredByFamily() {
        let chain = Chain(
            Company("b").buying(10, from: "s", "process", factor: 2),
            Company("s").booking("fuel", "5").selling(10, to: "b"))
        #expect(chain.total("process", .eliminations) == 20)
        #expect(chain.total("ghg", .total) == 5)
    }

    @Test("adds own-only lines and leaves out lines that do not consolidate")
    func ownAndNone() {
        let chain = Chain(
            Company("a").booking("land", "2").booking("water", "9"),
            Company("b").booking("land", "3", effect: "gain", verified: "yes"))
        #expect(chain.total("land", .total) == 2)
        #expect(chain.total("land", .total, .gain) == 3)
        #expect(chain.statement["land"]?.balance?.value == 1)
        #expect(chain.statement["water"] == nil)
    }

    @Test("has bilateral flows with both sides' quantities")
    func flows() throws {
        let flow = try #require(example(soldToM: 150_000).statement.supplies.last)
        #expect([flow.booker, flow.doer, flow.indicator] == ["m", "q", "process"])
        #expect(flow.booked == 200_000)
        #expect(flow.confirmed == 150_000)
        #expect(flow.kept == 275)
    }

    @Test("that does not equal totals less eliminations is found")
    func identity() {
        let chain = example().statement
        var findings = Findings()
        Consolidation.checkIdentity(of: chain, &findings)
        #expect(findings.all.isEmpty)
        let lines = chain.lines.map { line in
            ChainStatement.Line(
                indicator: line.indicator,
                sides: line.sides.mapValues {
                    ChainStatement.Side(
                        own: Traced(.known(1 + ($0.own.value ?? 0)), $0.own.origin),
                        upstreamOther: $0.upstreamOther, downstream: $0.downstream,
                        parties: $0.parties, eliminations: $0.eliminations)
                },
                balance: line.balance, values: line.values,
                regions: line.regions, ratio: line.ratio)
        }
        let tampered = ChainStatement(
            year: chain.year, parties: chain.parties, lines: lines, supplies: chain.supplies)
        Consolidation.checkIdentity(of: tampered, &findings)
        #expect(findings.sorted.map(\.description) == [
            "chain/2024:1: error: ghg (loss): company totals 84900.0 less eliminations 37100.0 "
                + "is not the chain's 47801.0 [identity]",
            "chain/2024:1: error: process (loss): company totals 84900.0 less eliminations "
                + "37100.0 is not the chain's 47801.0 [identity]",
        ])
    }
}
