import Source
import Testing
@testable import Reports

@Suite("A printed number")
struct NumeralTests {
    private let dutch = Numerals(language: .nl)
    private let english = Numerals(language: .en)

    /// Province of Utrecht: 3.0 ha × 1.75 × 1.3 = 6.825, published as 6.83.
    @Test("is rounded once, half away from zero, on the shortest decimal of the value", arguments: [
        (6.825, 2, "6.83"), (-6.825, 2, "−6.83"), (0.5, 0, "1"), (-0.5, 0, "−1"),
        (1.005, 2, "1.01"),
        (2.5, 0, "3"), (-0.4, 0, "0"), (999.95, 1, "1,000.0"), (1234.5, 1, "1,234.5"),
        (0, 2, "0.00"),
    ])
    func rounded(value: Double, decimals: Int, text: String) {
        #expect(english.print(value, decimals: decimals) == text)
    }

    @Test("has no more significant digits than its line asks for", arguments: [
        (12_345.678, 2, 3, "12,300"), (0.012345, 4, 2, "0.012"), (0.012345, 2, 2, "0.01"),
        (99_950, 0, 3, "100,000"), (5, 1, 3, "5.0"), (0, 1, 3, "0.0"), (-1549, 0, 2, "−1,500"),
        (1550, 0, 2, "1,600"), (0.00049, 3, 2, "0.000"),
    ])
    func significant(value: Double, decimals: Int, digits: Int, text: String) {
        #expect(english.print(value, decimals: decimals, significant: digits) == text)
    }

    @Test("is written as its readers write it")
    func languages() {
        #expect(dutch.print(1_234_567.891, decimals: 2) == "1.234.567,89")
        #expect(english.print(1_234_567.891, decimals: 2) == "1,234,567.89")
    }
}
