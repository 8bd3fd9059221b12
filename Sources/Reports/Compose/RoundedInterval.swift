import Capital
import Source

/// An interval as it is printed and as it stands in the data: each bound is
/// rounded to two significant digits of itself or of the distance between the
/// bounds, whichever is finer. More digits would be noise.
struct RoundedInterval: Sendable, Equatable {
    let low: Double
    let high: Double
    /// Decimals of each bound; below zero for tens, hundreds and so on.
    let decimals: (low: Int, high: Int)

    init(_ interval: Interval) {
        let width = interval.high - interval.low
        func decimals(_ bound: Double) -> Int {
            // A point keeps all its digits.
            guard width > 0 else { return 12 }
            let finest = [width, abs(bound)].filter { $0 > 0 }
                .map { 1 - Decimals($0).leadingPower }.max() ?? 0
            return min(12, finest)
        }
        self.decimals = (decimals(interval.low), decimals(interval.high))
        low = Self.rounded(interval.low, self.decimals.low)
        high = Self.rounded(interval.high, self.decimals.high)
    }

    static func == (a: RoundedInterval, b: RoundedInterval) -> Bool {
        a.low == b.low && a.high == b.high
    }

    private static func rounded(_ value: Double, _ decimals: Int) -> Double {
        let digits = Decimals(value).rounded(to: decimals)
        return value < 0 && !digits.isZero ? -digits.value : digits.value
    }
}

extension Decimals {
    /// The power of ten of the first digit that is not zero: 2 for 340, -1
    /// for 0.5.
    var leadingPower: Int {
        if let first = whole.firstIndex(where: { $0 != "0" }) {
            return whole.distance(from: first, to: whole.endIndex) - 1
        }
        let zeros = fraction.prefix { $0 == "0" }.count
        return -zeros - 1
    }
}

extension Numerals {
    /// `580 to 640`; a point as one figure.
    func print(_ interval: Interval) -> String {
        let rounded = RoundedInterval(interval)
        // A point without spread has no width to round by.
        guard rounded.low != rounded.high else {
            let digits = Decimals(rounded.low).rounded(to: 12, significant: 6).value
            return print(exactly: rounded.low < 0 ? -digits : digits)
        }
        let low = print(rounded.low, decimals: rounded.decimals.low)
        let high = print(rounded.high, decimals: rounded.decimals.high)
        let space = Self.noBreakSpace
        return "\(low)\(space)\(Labels.intervalTo[language])\(space)\(high)"
    }
}
