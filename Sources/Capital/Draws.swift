/// Seeded draws from lognormal variables: a Latin hypercube, in which each
/// variable visits every slice of its distribution once, in an order of its
/// own (McKay, Beckman and Conover, 1979). The seed comes from a name, so that
/// the same figure has the same draws in every build.
struct Draws {
    /// Enough for bounds whose noise stays below two significant digits of
    /// their distance, and few enough to keep a build fast.
    static let count = 4_000

    /// The middle of each slice of the standard normal distribution.
    private static let slices: [Double] = (0..<count).map {
        Elementary.normalQuantile((Double($0) + 0.5) / Double(count))
    }

    private let seed: UInt64

    init(seed name: String) {
        seed = name.utf8.reduce(0xCBF2_9CE4_8422_2325) {
            // The hash of Fowler, Noll and Vo, 64 bits.
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
        }
    }

    /// The draws of one variable with median 1.
    func lognormal(sigma: Double, variable: Int) -> [Double] {
        var order = Array(Self.slices.indices)
        let own = Self.mixed(seed &+ Self.mixed(UInt64(variable) &+ 1))
        for last in stride(from: order.count - 1, to: 0, by: -1) {
            let number = Self.mixed(own &+ UInt64(last) &* Self.step)
            // The high half of a product is even over 0...last, near enough.
            let chosen = number.multipliedFullWidth(by: UInt64(last + 1)).high
            order.swapAt(last, Int(chosen))
        }
        let values = Self.slices.map { Elementary.exp(sigma * $0) }
        return order.map { values[$0] }
    }

    static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The output function of SplitMix64 (Steele, Lea and Flood, 2014).
    static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number &+ step
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The value below which a share of the draws lies.
    static func quantile(_ share: Double, ofSorted values: [Double]) -> Double {
        let position = share * Double(values.count) - 0.5
        let below = max(0, min(values.count - 1, Int(position.rounded(.down))))
        let above = min(values.count - 1, below + 1)
        let rest = max(0, min(1, position - Double(below)))
        return values[below] * (1 - rest) + values[above] * rest
    }
}
