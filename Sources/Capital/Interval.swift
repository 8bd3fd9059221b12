/// Where 95 % of the possible values of a figure lie.
package struct Interval: Sendable, Equatable {
    /// How it was found.
    package enum Method: Sendable, Equatable {
        /// Nothing is uncertain, or a product of lognormal inputs: exact.
        case exact
        /// A sum of one sign, by the lognormal distribution with the same
        /// mean and variance (Fenton, 1960).
        case matched
        /// From seeded draws.
        case drawn
    }

    package let low: Double
    package let high: Double
    package let method: Method

    package init(low: Double, high: Double, method: Method) {
        self.low = low
        self.high = high
        self.method = method
    }

    static func lognormal(median: Double, sigma: Double, method: Method) -> Interval {
        let factor = Elementary.exp(Uncertainty.deviations * sigma)
        let ends = [median / factor, median * factor]
        return Interval(low: ends.min()!, high: ends.max()!, method: method)
    }
}

extension UncertainSum {
    /// Above this standard deviation of its logarithm a sum of lognormal
    /// terms is no longer close to lognormal, and is drawn.
    static let matchingLimit = 0.3

    /// The 95 % interval: analytic where that is valid, else from draws. The
    /// order of the terms changes nothing.
    package var interval: Interval { analyticInterval ?? drawnInterval }

    /// Nil where terms of both signs remain, or the spread is large.
    var analyticInterval: Interval? {
        let common = self.common
        let rest = without(common)
        let outer = variance(of: common, common)
        if rest.terms.allSatisfy(\.inputs.isEmpty) {
            return .lognormal(
                median: rest.value, sigma: outer.squareRoot(), method: .exact)
        }
        let isNegative = rest.terms[0].coefficient < 0
        guard rest.terms.allSatisfy({ ($0.coefficient < 0) == isNegative }) else { return nil }
        let (mean, inner) = rest.moments
        guard inner.squareRoot() <= Self.matchingLimit else { return nil }
        return .lognormal(
            median: mean * Elementary.exp(-inner / 2), sigma: (inner + outer).squareRoot(),
            method: .matched)
    }

    /// The mean, and the variance of the logarithm of the lognormal variable
    /// that has the mean and the variance of this sum. Exact moments: terms
    /// that share inputs vary together.
    private var moments: (mean: Double, logVariance: Double) {
        let means = terms.map {
            $0.coefficient * Elementary.exp(variance(of: $0.inputs, $0.inputs) / 2)
        }
        let mean = ExactSum.of(means)
        var users = [[Int]](repeating: [], count: sigmas.count)
        for (i, term) in terms.enumerated() {
            for index in term.inputs where users[index].last != i { users[index].append(i) }
        }
        var sum = ExactSum()
        for (i, a) in terms.enumerated() {
            for j in Set(a.inputs.flatMap { users[$0] }) where j >= i {
                let shared = variance(of: a.inputs, terms[j].inputs)
                let product = (means[i] / mean) * (means[j] / mean)
                sum.add((i == j ? 1 : 2) * product * (Elementary.exp(shared) - 1))
            }
        }
        return (mean, Elementary.log(1 + sum.value))
    }

    /// The covariance of the logarithms of two products.
    private func variance(of a: [Int], _ b: [Int]) -> Double {
        var sum = ExactSum()
        for index in a {
            for other in b where other == index { sum.add(sigmas[index] * sigmas[index]) }
        }
        return sum.value
    }

    /// From draws. Terms are added as whole numbers of a small part of the
    /// largest, so that their order cannot change a digit.
    var drawnInterval: Interval {
        let scale = terms.map { abs($0.coefficient) }.max() ?? 0
        guard scale > 0 else { return Interval(low: 0, high: 0, method: .exact) }
        var values: [[Double]] = Array(repeating: [], count: sigmas.count)
        for (position, index) in canonicalOrder(scale: scale).enumerated() {
            values[index] = Draws.lognormal(sigma: sigmas[index], variable: position)
        }
        var sums = [Int](repeating: 0, count: Draws.count)
        for term in terms {
            let coefficient = term.coefficient / scale * Self.unit
            for draw in sums.indices {
                var product = coefficient
                for index in term.inputs { product *= values[index][draw] }
                sums[draw] &+= Int(max(-Self.ceiling, min(Self.ceiling, product)).rounded())
            }
        }
        let sorted = sums.sorted().map { Double($0) / Self.unit * scale }
        return Interval(
            low: Draws.quantile(0.025, ofSorted: sorted),
            high: Draws.quantile(0.975, ofSorted: sorted), method: .drawn)
    }

    private static let unit = 0x1p36
    /// Far outside any interval, and far from overflow.
    private static let ceiling = 0x1p50

    /// The inputs in an order that depends on what they do and not on where
    /// they stand: by their spread, their terms, and the inputs beside them.
    private func canonicalOrder(scale: Double) -> [Int] {
        var marks = sigmas.map { Draws.mixed($0.bitPattern) }
        for _ in 0..<3 {
            var next = marks
            for term in terms {
                let size = UInt64(Float(term.coefficient / scale).bitPattern)
                let mark = term.inputs.reduce(Draws.mixed(size)) { $0 &+ Draws.mixed(marks[$1]) }
                for index in term.inputs { next[index] &+= Draws.mixed(mark) }
            }
            marks = next.map(Draws.mixed)
        }
        let used = Set(terms.flatMap(\.inputs))
        return used.sorted { (marks[$0], $0) < (marks[$1], $1) }
    }
}
