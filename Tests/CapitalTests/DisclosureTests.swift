import Capital
import Testing

@Suite("Disclosure control")
struct DisclosureTests {
    private let x = Cell.confidential

    @Test("hides nothing where everything is published")
    func everything() {
        let chain = Chain(
            Company("b").agreeing(with: "s").booking("fuel", "3").booking("process", "1")
                .buying(10, from: "s", "fuel", factor: 2),
            Company("s").agreeing(with: "b").booking("fuel", "5").selling(10, to: "b"))
        for line in chain.view.lines {
            #expect(!line.sides.values.contains { $0.values.contains(x) })
            #expect(line.balance != x)
        }
        for line in chain.view("b").lines {
            #expect(!line.sides.values.contains { $0.values.contains(x) })
        }
        #expect(chain.view("b")["ghg"]?.quality != nil)
    }

    @Test("hides every cell of a line that a company keeps to itself")
    func keptLine() {
        let chain = Chain(
            Company("a").publishing(["fuel", "nox"]).booking("nox", "7").booking("habitat", "5"))
        #expect(chain.view("a")["habitat"]?.isHidden == true)
        #expect(chain.view("a")["habitat"]?.balance == x)
        #expect(chain.view("a")["habitat"]?.values == ["list": x])
        #expect(chain.view("a")["habitat"]?.quality == nil)
        #expect(chain.seen("a", "nox", .own) == .known(7))
    }

    @Test("hides the chain's line where one or two groups hide it", arguments: [1, 2])
    func fewHidden(count: Int) {
        let chain = Chain((0..<5).map {
            Company("c\($0)").publishing($0 < count ? [] : ["nox"]).booking("nox", "\($0 + 10)")
        })
        #expect(chain.seen("nox", .own) == x)
        #expect(chain.seen("nox", .parties) == x)
        #expect(chain.seen("nox", .total) == x)
        #expect(chain.view["nox"]?.balance == x)
        #expect(chain.view["nox"]?.values == ["list": x])
    }

    @Test("shows the chain's line where three groups of similar standing hide it")
    func manyHidden() {
        let chain = Chain((0..<5).map {
            Company("c\($0)").publishing($0 < 3 ? [] : ["nox"]).booking("nox", "\($0 + 10)")
        })
        #expect(chain.seen("nox", .own) == .known(60))
        #expect(chain.seen("nox", .total)?.quantity?.value == 60)
        #expect(chain.view["nox"]?.balance?.quantity?.value == -60)
    }

    @Test("shows it as well where the hidden line has an empty side")
    func emptySide() {
        let chain = Chain((0..<3).map {
            Company("c\($0)").publishing([]).booking("habitat", "\($0 + 10)")
        })
        #expect(chain.seen("habitat", .own) == .known(33))
        #expect(chain.view["habitat"]?.balance?.quantity?.value == -33)
    }

    @Test("takes the companies of one holding for one contributor")
    func holding() {
        let chain = Chain((0..<3).map {
            Company("c\($0)", of: $0 < 2 ? "group" : nil).publishing([])
                .booking("nox", "\($0 + 10)")
        })
        #expect(chain.seen("nox", .own) == x)
    }

    @Test("hides what comes from one supplier, and one cell more")
    func oneSupplier() {
        let chain = Chain(
            Company("b").booking("nox", "3").booking("nox", "4", "upstream")
                .buying(10, from: "s", "nox", factor: 2),
            Company("s").booking("nox", "5"))
        #expect(Column.allCases.map { chain.seen("b", "nox", $0) } == [
            .known(3), x, x, .missing(.notBooked),
            .known(Quantity(27, bound: .atLeast)),
        ])
        #expect(chain.view("b")["nox"]?.quality == nil)
    }

    @Test("shows what comes from one supplier only when both agree", arguments: [
        (["s"], ["b"], true), (["s"], [], false), ([], ["b"], false), ([], [], false),
    ] as [([String], [String], Bool)])
    func consent(buyer: [String], supplier: [String], isShown: Bool) {
        let all = Guide.indicators.ids
        let chain = Chain(
            Company("b").publishing(all, agreeingWith: buyer).booking("nox", "3")
                .buying(10, from: "s", "nox", factor: 2),
            Company("s").publishing(all, agreeingWith: supplier).booking("nox", "5")
                .selling(10, to: "b"))
        #expect((chain.seen("b", "nox", .upstreamReporting) != x) == isShown)
        #expect((chain.seen("nox", .eliminations) != x) == isShown)
    }

    @Test("shows the sum of three suppliers that did not agree", arguments: 1...4)
    func suppliers(count: Int) {
        var buyer = Company("b")
        for number in 0..<count { buyer = buyer.buying(10, from: "s\(number)", "nox", factor: 2) }
        let suppliers = (0..<count).map { Company("s\($0)").booking("nox", "1") }
        let chain = Chain([buyer] + suppliers)
        #expect((chain.seen("b", "nox", .upstreamReporting) != x) == (count >= 3))
    }

    @Test("protects a line by hiding a cell of its subtotal or of another line")
    func subtotal() {
        let chain = Chain(
            Company("a").publishing(["ghg", "fuel"]).booking("fuel", "1").booking("process", "2"))
        let own = ["ghg", "fuel"].map { chain.seen("a", $0, .own) }
        #expect(own.contains(x))
        #expect(chain.seen("a", "process", .own) == x)
    }

    @Test("does not hide a line because its subtotal is kept with two others")
    func keptSubtotal() {
        let chain = Chain(
            Company("a").publishing(["fuel"]).booking("fuel", "1").booking("process", "2")
                .booking("transport", "4"))
        #expect(chain.seen("a", "fuel", .own) == .known(1))
        #expect(chain.seen("a", "fuel", .total)?.quantity?.value == 1)
    }

    @Test("does not lean on a column that mutual figures give away")
    func openColumn() {
        let all = Guide.indicators.ids
        let chain = Chain(
            Company("b").publishing(all, agreeingWith: ["o"]).booking("fuel", "3")
                .booking("process", "6")
                .buying(10, from: "o", "fuel", factor: 2)
                .buying(10, from: "s", "process", factor: 3),
            Company("o").publishing(all, agreeingWith: ["b"]).booking("fuel", "5")
                .selling(10, to: "b"),
            Company("s").booking("process", "5").selling(10, to: "b"))
        #expect(chain.seen("b", "process", .upstreamReporting) == x)
        #expect(chain.seen("b", "ghg", .upstreamReporting) == x)
        #expect(chain.seen("b", "fuel", .upstreamReporting) == .known(20))
    }

    @Test("keeps what two companies could not match out of the chain's cells")
    func unmatched() {
        let chain = Chain(
            Company("b").booking("nox", "3").booking("nox", "4", "upstream")
                .buying(10, from: "s", "nox", factor: 2),
            Company("s").booking("nox", "5").booking("nox", "1", "upstream")
                .selling(6, to: "b"))
        #expect(chain.total("nox", .upstreamOther) == 13)
        #expect(chain.seen("nox", .upstreamOther) == x)
        #expect(chain.seen("nox", .eliminations) == x)
    }
}
