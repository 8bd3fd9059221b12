import Foundation
import Source
import Testing

@Suite("JSON")
struct JSONTests {
    private func read(_ text: String) -> (tree: JSONTree?, found: [String]) {
        var findings = Findings()
        let tree = JSONTree(SourceFile(path: "x", text: text), &findings)
        return (tree, findings.sorted.map(\.description))
    }

    @Test("keeps numbers as typed, and knows where they stand")
    func numbers() throws {
        let (tree, found) = read("{\"a\": 1.20E-05,\n  \"b\": [-0, \"2,5\"]}")
        #expect(found.isEmpty)
        guard case .number(let number)? = tree?["a"] else { throw Absent() }
        #expect(number == Located("1.20E-05", at: Place(file: "x", line: 1, column: 7)))
        guard case .list(let items, _)? = tree?["b"], case .number(let zero) = items[0] else {
            throw Absent()
        }
        #expect(zero == Located("-0", at: Place(file: "x", line: 2, column: 9)))
    }

    struct Absent: Error {}

    @Test("columns count characters")
    func columns() {
        let (tree, _) = read("{\"é\": \"e\u{301}\", \"b\": 1}")
        #expect(tree?["b"]?.place.column == 17)
    }

    @Test("reads escaped signs, also in pairs")
    func escapes() throws {
        let (tree, found) = read("\"\\u00c4\\ud83d\\ude00\\n\\/\"")
        #expect(found.isEmpty)
        guard case .text(let text)? = tree else { throw Absent() }
        #expect(text.value == "Ä😀\n/")
    }

    @Test("refuses what is not JSON, where it stands", arguments: [
        ("", "x:1:1: error: file is empty where JSON is expected [json-syntax]"),
        ("{\"a\": 1,}", "x:1:9: error: key in quotes is expected [json-syntax]"),
        ("[1,]", "x:1:4: error: ']' does not start a JSON value [json-syntax]"),
        ("{\"a\" 1}", "x:1:6: error: ':' is expected after key 'a' [json-syntax]"),
        ("[01]", "x:1:2: error: number starts with a zero that says nothing [json-syntax]"),
        ("[1.]", "x:1:4: error: digit is expected [json-syntax]"),
        ("[NaN]", "x:1:2: error: 'N' does not start a JSON value [json-syntax]"),
        ("nul", "x:1:1: error: word is not true, false or null [json-syntax]"),
        ("\"a", "x:1:1: error: quote does not close [json-syntax]"),
        ("\"\\ud83d\"", "x:1:2: error: escaped sign is half of a pair [json-syntax]"),
        ("\"\\q\"", "x:1:2: error: '\\q' is not an escaped sign [json-syntax]"),
        ("1 2", "x:1:3: error: text stands after the end of the JSON value [json-syntax]"),
        ("{\"a\": 1 // b\n}", "x:1:9: error: ',' or '}' is expected [json-syntax]"),
        ("[1", "x:1:3: error: ',' or ']' is expected [json-syntax]"),
        ("[", "x:1:2: error: file ends where a value is expected [json-syntax]"),
    ])
    func refusals(text: String, expected: String) {
        let (tree, found) = read(text)
        #expect(tree == nil)
        #expect(found == [expected])
    }

    @Test("finds a key that stands twice and keeps the first")
    func duplicates() throws {
        let (tree, found) = read("{\"mean\": 240, \"mean\": 24}")
        #expect(found == ["x:1:15: error: key 'mean' stands twice [json-duplicate-key]"])
        guard case .number(let number)? = tree?["mean"] else { throw Absent() }
        #expect(number.value == "240")
    }

    @Test("stops at deep nesting", arguments: ["[", "{\"a\":"])
    func nesting(opening: String) {
        let (tree, found) = read(String(repeating: opening, count: 100_000))
        #expect(tree == nil)
        #expect(found.count == 1 && found[0].hasSuffix("[nesting-too-deep]"))
    }

    /// What Foundation reads and ours refuses, or the reverse, would be a
    /// difference in what is JSON.
    @Test("takes and refuses what Foundation does", arguments: 0..<20)
    func differential(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let words = [
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "1", "-1.5e3", "0", "null", "true",
            "false", " ", "\n", "\"\\n\"", "\"é\"", "1.0",
        ]
        for _ in 0..<300 {
            var text = ""
            for _ in 0..<Int.random(in: 1...9, using: &random) {
                text += words.randomElement(using: &random)!
            }
            let (tree, found) = read(text)
            if found.contains(where: { $0.contains("stands twice") }) { continue }
            let theirs = try? JSONSerialization.jsonObject(
                with: Data(text.utf8), options: .fragmentsAllowed)
            #expect((tree != nil) == (theirs != nil), "\(text.debugDescription)")
        }
    }

    @Test("any text gives a tree or a finding")
    func totality() {
        var random = SplitMix64(seed: 7)
        let signs: [Unicode.Scalar] = ["{", "}", "[", "]", "\"", "\\", "u", "d", "8", "3", ",",
                                       ":", "-", "e", ".", "0", "\n", "\u{301}", "é", "t", "n"]
        for _ in 0..<3000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0..<30, using: &random) {
                text.append(signs.randomElement(using: &random)!)
            }
            let (tree, found) = read(String(text))
            #expect(tree != nil || !found.isEmpty)
        }
    }
}
