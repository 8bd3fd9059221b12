import Capital
import Testing

@Suite("An exact sum")
struct ExactSumTests {
    @Test("is rounded once, at the end", arguments: [
        ([], 0), ([1e100, 1, -1e100], 1), ([1e100, 1, -1e100, -1], 0),
        (Array(repeating: 0.1, count: 10), 1), ([1e16, 1, 1e-16], 10_000_000_000_000_002),
        ([0.1, 0.2, -0.3], 2.7755575615628914e-17),
        ([0x1p-1074, 0x1p-1074, -0x1p-1074], 0x1p-1074), ([1, 1e-20, -1], 1e-20),
    ] as [([Double], Double)])
    func hardCases(values: [Double], sum: Double) {
        #expect(ExactSum.of(values) == sum)
    }

    @Test("rounds a tie to even, and what is left beyond the tie away from it")
    func ties() {
        let half = 0x1p-53
        #expect(ExactSum.of([1, half]) == 1)
        #expect(ExactSum.of([1, half, 0x1p-106]) == 1 + 0x1p-52)
        #expect(ExactSum.of([1, half, -0x1p-106]) == 1)
        #expect(ExactSum.of([1 + 0x1p-52, half]) == 1 + 0x1p-51)
        #expect(ExactSum.of([1 + 0x1p-52, half, -0x1p-106]) == 1 + 0x1p-52)
        #expect(ExactSum.of([-1, -half, -0x1p-106]) == -1 - 0x1p-52)
    }

    @Test("of alternating series leaves only what does not cancel")
    func alternating() {
        let values = (1...1_000).flatMap { number -> [Double] in
            [Double(number) * 1e17, 1, -Double(number) * 1e17]
        }
        #expect(ExactSum.of(values) == 1_000)
    }

    @Test("has the same bits in every order", arguments: 0..<50)
    func order(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var values = (0..<60).map { _ in
            Double.random(in: -1...1, using: &random)
                * Double(sign: .plus, exponent: Int.random(in: -80...80, using: &random),
                         significand: 1)
        }
        let sum = ExactSum.of(values).bitPattern
        for _ in 0..<5 {
            values.shuffle(using: &random)
            #expect(ExactSum.of(values).bitPattern == sum)
        }
    }

    @Test("equals arithmetic on integers", arguments: 0..<50)
    func integers(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) + 1_000)
        let exponents = (0..<40).map { _ in Int.random(in: 0...60, using: &random) }
        let limit = Int64(1) << 53
        let mantissas = exponents.map { _ in Int64.random(in: -limit...limit, using: &random) }
        let values = zip(mantissas, exponents).map {
            Double(sign: .plus, exponent: $1, significand: Double($0))
        }
        var exact = Int128(0)
        for (mantissa, exponent) in zip(mantissas, exponents) {
            exact += Int128(mantissa) << Int128(exponent)
        }
        #expect(ExactSum.of(values) == Double(exact))
    }
}
