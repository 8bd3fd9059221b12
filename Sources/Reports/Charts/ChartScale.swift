/// A round value on an axis.
struct ChartTick: Sendable, Equatable {
    var value: Double
    /// With `.` as the decimal mark.
    var text: String
    /// Along the axis, in the drawing.
    var position: Double = 0
}

/// Steps of 1, 2 or 5 times a power of ten.
enum ChartScale {
    /// Round values from at or below the lowest to at or above the highest,
    /// with zero among them; `most` is the number of steps between them.
    static func ticks(from lowest: Double, to highest: Double, most: Int) -> [ChartTick] {
        let low = min(0, lowest)
        let high = max(0, highest)
        let span = max(high - low, Double.leastNormalMagnitude)
        var power = 0
        while power10(power) * Double(most) < span { power += 1 }
        while power > -300, power10(power - 1) * Double(most) >= span { power -= 1 }
        for exponent in [power - 1, power] {
            for factor in [1, 2, 5] {
                let step = Double(factor) * power10(exponent)
                let first = Int((low / step).rounded(.down))
                let last = max(Int((high / step).rounded(.up)), first + 1)
                guard last - first <= most else { continue }
                return (first...last).map { count in
                    ChartTick(
                        value: Double(count) * step, text: decimal(count * factor, exponent))
                }
            }
        }
        return [ChartTick(value: 0, text: "0"), ChartTick(value: high, text: "\(high)")]
    }

    /// Round years within a span, at most `most` of them.
    static func years(from first: Int, to last: Int, most: Int) -> [Int] {
        for step in [1, 2, 5, 10, 20, 50, 100] {
            let start = (first + step - 1) / step * step
            let years = Array(stride(from: start, through: last, by: step))
            if years.count <= most { return years.isEmpty ? [first] : years }
        }
        return [first]
    }

    /// A whole number times a power of ten, written out.
    private static func decimal(_ count: Int, _ power: Int) -> String {
        let sign = count < 0 ? "-" : ""
        let digits = String(abs(count))
        if count == 0 { return "0" }
        if power >= 0 { return sign + digits + String(repeating: "0", count: power) }
        let padded = String(repeating: "0", count: max(0, 1 - power - digits.count)) + digits
        return sign + padded.dropLast(-power) + "." + padded.suffix(-power)
    }

    private static func power10(_ power: Int) -> Double {
        let size = (0..<abs(power)).reduce(1.0) { value, _ in value * 10 }
        return power < 0 ? 1 / size : size
    }
}
