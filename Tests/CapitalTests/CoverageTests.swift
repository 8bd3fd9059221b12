import Capital
import Source
import Testing

@Suite("Coverage and what outsiders hide")
struct CoverageTests {
    private let sector = SectorVolume(
        link: "cement", product: "sand", year: Chain.year, volume: 1_000, unit: "t",
        source: Located("s", at: Place(file: "m")), place: Place(file: "m"))

    /// Three pits that make 600 of 1,000 t and emit 30, 40 and 50 t.
    private func pits(
        public isPublic: Bool = true, publishing lines: [String]? = nil, count: Int = 3
    ) -> [Company] {
        (0..<count).map { index in
            var pit = Company("p\(index)", links: ["cement"])
                .booking("fuel", "\(30 + 10 * index)").booking("land", "2")
                .booking("habitat", "3", effect: "gain", verified: "yes")
                .making(200, "sand", isPublic: isPublic)
            pit.lines = lines
            return pit
        }
    }

    private func coverage(_ pits: [Company], from threshold: Double = 50) throws -> Coverage {
        let all = Chain(pits).accounts.coverage(
            in: Chain.year, of: [sector], by: EstimateRule(threshold: threshold, spread: 50))
        return try #require(all.first)
    }

    @Test("is the reported volume over that of the sector (R12)")
    func share() throws {
        let coverage = try coverage(pits())
        #expect(coverage.reported == .known(600))
        #expect(coverage.share == .known(60))
    }

    @Test("gives a range: 120 t, and 400 t of goods at half to one and a half of 0.2 (R12)")
    func estimate() throws {
        let coverage = try coverage(pits())
        #expect(coverage.estimates.map(\.line) == ["ghg", "fuel"])
        let fuel = try #require(coverage.estimates.last)
        #expect(fuel.reported == 120)
        #expect(abs(fuel.lower - 160) < 1e-9 && abs(fuel.upper - 240) < 1e-9)
    }

    @Test("estimates nothing below the threshold, of two companies or of what is not public")
    func none() throws {
        #expect(try coverage(pits(), from: 61).estimates.isEmpty)
        #expect(try coverage(pits(count: 2), from: 10).estimates.isEmpty)
        #expect(try coverage(pits(publishing: ["land"])).estimates.isEmpty)
        var two = pits()
        two[0] = two[0].making(1, "gravel", isPublic: true)
        #expect(try coverage(two).estimates.isEmpty)
    }

    @Test("is closed where one or two groups keep their volume to themselves")
    func silent() throws {
        #expect(try coverage(pits(public: false)).share == .known(60))
        #expect(try coverage(pits(public: false, count: 2)).share == .confidential)
    }

    @Test("of the published example is 220 and 7,200 t at most (R11)")
    func bound() throws {
        func chain(public isPublic: Bool) -> Chain {
            let q = Company("q").booking("process", "1200").agreeing(with: "m")
                .making(250_000, "sand", isPublic: isPublic).selling(210_000, "sand", to: "m")
            let m = Company("m").booking("process", "500").booking("process", "40300", "upstream")
                .agreeing(with: "q", "b")
                .buying(200_000, "sand", from: "q", "process", factor: 0.0055)
                .making(180_000, "concrete", isPublic: isPublic)
                .selling(150_000, "concrete", to: "b")
            let b = Company("b").booking("process", "800").agreeing(with: "m")
                .making(150_000, "works", isPublic: isPublic)
                .buying(150_000, "concrete", from: "m", "process", factor: 0.24)
            return Chain(q, m, b)
        }
        func bounds(_ chain: Chain) -> [Cell] {
            chain.accounts.hiddenDoubleCounts(in: Chain.year, chain.reconciliations).map(\.bound)
        }
        let bound = try #require(bounds(chain(public: true)).first?.quantity?.value)
        #expect(abs(bound - 220 - 7_200) < 1e-6)
        #expect(bounds(chain(public: false)) == [.confidential])
    }
}
