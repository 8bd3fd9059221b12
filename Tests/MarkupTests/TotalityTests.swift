import Markup
import Source
import Testing

/// Whatever a file holds, there is a document and there are findings.
@Suite struct Totality {
    @Test func `random bytes and random signs are read and written`() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<3_000 {
            let bytes = random.many(0...200) { UInt8.random(in: 0...255, using: &$0) }
            readAndWrite(String(decoding: bytes, as: UTF8.self))
            readAndWrite(random.many(0...30) { RandomMarkdown.nasty(&$0) }.joined())
        }
    }

    @Test func `random pieces of Markdown are read with findings inside the text`() {
        var random = SplitMix64(seed: 5)
        var outside: [String] = []
        for _ in 0..<3_000 {
            let text = RandomMarkdown.text(&random)
            let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
            let reading = Reading(text, firstLine: 7)
            var lines = reading.findings.map(\.place.line)
            reading.document.forEachInline { lines.append($0.line ?? 0) }
            reading.document.forEachBlock { lines.append($0.line ?? 0) }
            let wrong = lines.filter { !(7...count + 6).contains($0) }
            if !wrong.isEmpty { outside.append("\(wrong) in \(text.debugDescription)") }
        }
        #expect(outside == [])
    }

    /// A row's cells are counted as the engine counts them: under a header of
    /// many cells, the last full one tells.
    @Test func `cells are counted as the engine does`() {
        var random = SplitMix64(seed: 6)
        let header = String(repeating: "|h", count: 40) + "\n" + String(repeating: "|-", count: 40)
        var wrong: [String] = []
        for _ in 0..<2_000 {
            let row = random.many(1...8) { random in
                random.pick(["|", "|", "\\|", "\\\\|", "\\", " ", "`", "a"]) + "x"
            }.joined()
            let reading = Reading("\(header)\n\(random.pick(["", "|"]))\(row)\n")
            guard let cells = reading.table?.rows.first else { continue }
            let count = (cells.lastIndex { !$0.isEmpty } ?? -1) + 1
            let message = reading.findings.first { $0.rule == .tableRowWidth }?.message ?? ""
            guard !message.hasPrefix("row has \(count) ") else { continue }
            wrong.append("\(row): \(count), \(message)")
        }
        #expect(wrong == [])
    }

    private func readAndWrite(_ text: String) {
        let reading = Reading(text)
        _ = reading.html
        _ = reading.markdown
        _ = reading.document.givingIDs()
    }
}
