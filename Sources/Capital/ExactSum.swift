/// Adds doubles as if with unlimited precision and rounds once, so that the
/// order of rows cannot change a digit.
///
/// Keeps the sum as partials that do not overlap (Shewchuk, "Adaptive
/// precision floating-point arithmetic", 1997).
package struct ExactSum: Sendable {
    private var partials: [Double] = []

    package init() {}

    package static func of(_ values: some Sequence<Double>) -> Double {
        var sum = ExactSum()
        for value in values { sum.add(value) }
        return sum.value
    }

    package mutating func add(_ value: Double) {
        var value = value
        var kept: [Double] = []
        for partial in partials {
            let (large, small) =
                abs(value) < abs(partial) ? (partial, value) : (value, partial)
            let sum = large + small
            let rest = small - (sum - large)
            if rest != 0 { kept.append(rest) }
            value = sum
        }
        kept.append(value)
        partials = kept
    }

    /// The double nearest to the exact sum; ties to even.
    package var value: Double {
        guard var sum = partials.last else { return 0 }
        var index = partials.count - 1
        var rest = 0.0
        while index > 0, rest == 0 {
            index -= 1
            let before = sum
            sum = before + partials[index]
            rest = partials[index] - (sum - before)
        }
        // What is left may tip an exact tie away from even.
        if index > 0, (rest < 0) == (partials[index - 1] < 0) {
            let twice = rest * 2
            let tipped = sum + twice
            if twice == tipped - sum { sum = tipped }
        }
        return sum
    }
}
