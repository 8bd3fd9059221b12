/// Seeded draws from lognormal variables: a Latin hypercube, in which each
/// variable visits every slice of its distribution once, in an order of its
/// own (McKay, Beckman and Conover, 1979). There is one seed for all figures,
/// so that the same sum has the same interval wherever it stands: in a
/// company's report and in the chain's, in tonnes and in euros.
enum Draws {
    /// Enough for bounds whose noise stays below two significant digits of
    /// their distance, and few enough to keep a build fast.
    static let count = 16_000

    /// The middle of each slice of the standard normal distribution.
    private static let slices: [Double] = (0..<count).map {
        Elementary.normalQuantile((Double($0) + 0.5) / Double(count))
    }

    private static let seed: UInt64 = 2026

    /// The orders of the first variables, which most figures do with.
    private static let orders: [[Int]] = (0..<16).map(order)

    /// The draws of one variable with median 1.
    static func lognormal(sigma: Double, variable: Int) -> [Double] {
        let order = variable < orders.count ? orders[variable] : order(of: variable)
        let values = slices.map { Elementary.exp(sigma * $0) }
        return order.map { values[$0] }
    }

    /// The order in which a variable visits its slices (Fisher and Yates).
    private static func order(of variable: Int) -> [Int] {
        var order = Array(slices.indices)
        let own = mixed(seed &+ mixed(UInt64(variable) &+ 1))
        for last in stride(from: order.count - 1, to: 0, by: -1) {
            let number = mixed(own &+ UInt64(last) &* step)
            // The high half of a product is even over 0...last, near enough.
            let chosen = number.multipliedFullWidth(by: UInt64(last + 1)).high
            order.swapAt(last, Int(chosen))
        }
        return order
    }

    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

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
