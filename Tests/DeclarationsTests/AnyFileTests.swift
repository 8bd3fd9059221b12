@testable import Declarations
import Source
import Testing

/// Files that nobody has seen yet: whatever stands in them, there is a
/// declaration or a finding, and a figure is never made up.
@Suite("Any file")
struct AnyFileTests {
    private static let files = [
        Written.ilcd([
            Written.Indicator(),
            Written.Indicator(
                method: "b53ec18f-7377-4ad3-86eb-cc3f4f276b2b", name: "EP (EP-freshwater)",
                unit: "kg PO4 eq", group: "",
                values: [("A1", nil, "\"1.5\""), ("D", "s", "\"<2\""), ("C1", nil, "null")]),
        ]),
        Written.openEPD("""
            "EF 3.0": {"gwp": {"A1A2A3": {"mean": 240, "unit": "kgCO2e"}, "C_scenarios": [
            {"name": "x", "C4": {"mean": 1, "unit": "kgCO2e"}}]}}
            """),
    ]

    @Test("with signs changed gives a declaration or an error", arguments: 0..<20)
    func mutated(seed: Int) {
        var random = Random(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"", "null", "\"ND\"", "-", "1e9", "true", "\"\"",
            "\"a\"", "0", " ", "\"1,5\"", "[]", "{}", "é",
        ]
        for _ in 0..<100 {
            var text = Array(Self.files[Int(random.next() % 2)])
            for _ in 0...(random.next() % 3) {
                let at = Int(random.next() % UInt64(text.count))
                let piece = Array(pieces[Int(random.next() % UInt64(pieces.count))])
                let end = min(text.count, at + Int(random.next() % 12))
                text.replaceSubrange(at..<end, with: piece)
            }
            var findings = Findings()
            let file = SourceFile(path: "x", text: String(text))
            let declaration = DeclarationReader().read(file, &findings)
            #expect(declaration != nil || findings.hasErrors, "\(String(text))")
            for result in declaration?.results ?? [] {
                for stage in result.values.keys { #expect(result.amount(stage)?.isNaN != true) }
            }
            #expect(findings.all.allSatisfy { $0.place.line >= 1 })
        }
    }

    /// A value that is taken out is not declared, and so no sum or score can
    /// count it as zero.
    @Test("without a value has a gap, not a zero")
    func gaps() {
        var indicator = Written.Indicator()
        indicator.values = [("A1-A3", nil, "\"240\""), ("C4", nil, "\"1\"")]
        var acid = Written.Indicator(
            method: "b5c611c6-def3-11e6-bf01-fe55135034f3", name: "AP", unit: "mol H+ eqv.",
            group: "", values: [("A1-A3", nil, "\"0.5\""), ("C4", nil, "\"0\"")])
        for absent in [nil, "null", "\"ND\"", "\"MNA\"", "\"<1\"", "\"-\""] {
            acid.values[1] = ("C4", nil, absent)
            let (declaration, _) = Written.read(Written.ilcd([indicator, acid]))
            let gaps = declaration.map { Completeness(of: $0, by: .a2).gaps } ?? []
            let acidGap = gaps.first { $0.category == "AP" }
            #expect(acidGap?.stages == [Stage(.c4)], "\(absent ?? "absent")")
        }
        acid.values[1] = ("C4", nil, "\"-0\"")
        let zero = Written.read(Written.ilcd([indicator, acid])).declaration
        #expect(zero.map { Completeness(of: $0, by: .a2).gaps }?
            .contains { $0.category == "AP" } == false)
    }

    private struct Random {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }
}
