import Source
import Testing

@Suite("A near miss")
struct NearMissTests {
    private let names = ["quantity", "unit", "position", "ghg-fuel", "ghg-process"]

    @Test("is the one candidate within a few letters", arguments: [
        ("quantitty", "quantity"), ("unis", "unit"), ("Position", "position"),
        ("ghg-fule", "ghg-fuel"), ("nit", "unit"),
    ])
    func finds(typed: String, meant: String) {
        #expect(NearMiss.best(for: typed, among: names) == meant)
    }

    @Test("is nobody where no candidate is near", arguments: ["", "water", "uncertainty"])
    func findsNone(typed: String) {
        #expect(NearMiss.best(for: typed, among: names) == nil)
    }

    @Test("is nobody where two candidates are equally near")
    func tie() {
        #expect(NearMiss.best(for: "cat", among: ["bat", "rat"]) == nil)
        #expect(NearMiss.best(for: "cat", among: ["bat", "cats", "rat"]) == nil)
        #expect(NearMiss.best(for: "at", among: [String]()) == nil)
    }

    @Test("takes two swapped letters for one slip")
    func transposition() {
        #expect(NearMiss.best(for: "nuit", among: ["unit", "suite"]) == "unit")
    }

    @Test("becomes a question, or a list of what is known")
    func hint() {
        #expect(NearMiss.hint(for: "unti", among: names) == "; did you mean 'unit'?")
        #expect(NearMiss.hint(for: "water", among: ["b", "a", "b"]) == "; known are a, b")
        #expect(NearMiss.hint(for: "water", among: [String]()) == "")
        #expect(NearMiss.hint(for: "water", among: (0..<13).map { "name-\($0)" }) == "")
    }
}
