/// Functions of analysis, written out so that they give the same bits on
/// every machine: those of a system's library may differ in the last one.
enum Elementary {
    private static let logOfTwo = 0.693_147_180_559_945_3

    /// e to the power of `x`, for |x| up to 700; beyond that as at 700.
    static func exp(_ x: Double) -> Double {
        let x = min(700, max(-700, x))
        let power = (x / logOfTwo).rounded()
        let rest = x - power * logOfTwo
        // The series of Taylor on |rest| ≤ 0.35: its fourteenth term is below 1e-17.
        var sum = 1.0
        for n in stride(from: 13.0, through: 1, by: -1) { sum = 1 + sum * rest / n }
        return sum * Double(sign: .plus, exponent: Int(power), significand: 1)
    }

    /// The natural logarithm of a number above zero.
    static func log(_ x: Double) -> Double {
        guard x > 0 else { return -.infinity }
        var significand = x.significand, exponent = Double(x.exponent)
        if significand > 1.414_213_562_373_095 {
            significand /= 2
            exponent += 1
        }
        let s = (significand - 1) / (significand + 1)
        var sum = 0.0
        for n in stride(from: 23.0, through: 1, by: -2) { sum = sum * s * s + 1 / n }
        return 2 * s * sum + exponent * logOfTwo
    }

    /// The value below which a standard normal variable lies with this
    /// probability, between 0 and 1. Rational approximation of P. J. Acklam
    /// (2003), relative error below 1.2e-9.
    static func normalQuantile(_ probability: Double) -> Double {
        let edge = 0.024_25
        if probability < edge {
            return tail((-2 * log(probability)).squareRoot())
        }
        if probability > 1 - edge {
            return -tail((-2 * log(1 - probability)).squareRoot())
        }
        let q = probability - 0.5
        let r = q * q
        let above = polynomial(
            r, [
                -39.696_830_286_653_76, 220.946_098_424_520_5, -275.928_510_446_968_7,
                138.357_751_867_269, -30.664_798_066_147_16, 2.506_628_277_459_239,
            ])
        let below = polynomial(
            r, [
                -54.476_098_798_224_06, 161.585_836_858_040_9, -155.698_979_859_886_6,
                66.801_311_887_719_72, -13.280_681_552_885_72, 1,
            ])
        return q * above / below
    }

    private static func tail(_ q: Double) -> Double {
        let above = polynomial(
            q, [
                -0.007_784_894_002_430_293, -0.322_396_458_041_136_5, -2.400_758_277_161_838,
                -2.549_732_539_343_734, 4.374_664_141_464_968, 2.938_163_982_698_783,
            ])
        let below = polynomial(
            q, [
                0.007_784_695_709_041_462, 0.322_467_129_070_039_8, 2.445_134_137_142_996,
                3.754_408_661_907_416, 1,
            ])
        return above / below
    }

    /// By the scheme of Horner; the highest power first.
    private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
        coefficients.reduce(0) { $0 * x + $1 }
    }
}
