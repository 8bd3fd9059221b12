import Source
import Testing

@Suite("A number")
struct StrictNumberTests {
    @Test("is digits with an optional sign, decimal part and exponent", arguments: [
        ("0", 0), ("12", 12), ("-12", -12), ("+12", 12), ("007", 7), ("0.1", 0.1),
        ("1.5e-12", 1.5e-12), ("2E3", 2000), ("1e+3", 1000), ("-0.25", -0.25),
        ("12345678901234567890", 1.2345678901234567e19), ("1e-999", 0),
    ])
    func accepts(text: String, value: Double) {
        #expect(StrictNumber.scan(text) == value)
    }

    @Test("is nothing else", arguments: [
        "", " ", " 1", "1 ", "1 000", "0,1", "1.234,5", "1,234.5", "12abc", "abc", ".5", "5.",
        "1.2.3", "--1", "+-1", "-", "+", "e3", "1e", "1e+", "1e3.5", "inf", "-inf", "infinity",
        "nan", "NaN", "1e999", "-1e999", "0x10", "1_000", "١٢", "１２", "½", "²", "1\u{A0}000",
        "1\n", "−1", "1é", "1\u{301}",
    ])
    func refuses(text: String) {
        #expect(StrictNumber.scan(text) == nil)
    }

    @Test("has the declared decimal mark and no other")
    func decimalMark() {
        #expect(StrictNumber.scan("0,1", decimalMark: ",") == 0.1)
        #expect(StrictNumber.scan("1,5e-3", decimalMark: ",") == 0.0015)
        #expect(StrictNumber.scan("0.1", decimalMark: ",") == nil)
        #expect(StrictNumber.scan("1.234,5", decimalMark: ",") == nil)
    }

    @Test("that is wrong is explained", arguments: [
        ("0,1", "; the decimal mark here is '.', not ','"),
        ("12 t", "; write the digits without spaces, and the unit in its own column"),
        ("1\u{A0}000", "; write the digits without spaces, and the unit in its own column"),
        ("1.234,5", "; write digits with '.' as the decimal mark and no grouping"),
    ])
    func hints(text: String, hint: String) {
        #expect(StrictNumber.hint(for: text) == hint)
    }

    @Test("reads back from its own shortest text")
    func roundTrip() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<2_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            let text = "\(value)"
            #expect(StrictNumber.scan(text) == value, "\(text)")
        }
    }
}
