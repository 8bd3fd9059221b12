import Markup
import Source
import Testing

/// What is written as Markdown reads back as the stated convention says.
@Suite struct RoundTrip {
    @Test func `random documents read back`() {
        let count: UInt64 = 6_000
        var failures: [String] = []
        for seed in 0..<count {
            var random = RandomDocument(seed: seed)
            let document = random.document()
            if let failure = failure(document) { failures.append("seed \(seed): \(failure)") }
        }
        print("round trip: \(Int(count) - failures.count) of \(count) documents")
        #expect(failures.count == 0, "\(shortest(failures))")
    }

    @Test func `what was read from random texts reads back`() {
        var random = SplitMix64(seed: 2)
        var failures: [String] = []
        let count = 6_000
        for _ in 0..<count {
            let text = RandomMarkdown.text(&random)
            if let failure = failure(read(text)) {
                failures.append("\(text.debugDescription): \(failure)")
            }
        }
        print("round trip: \(count - failures.count) of \(count) texts")
        #expect(failures.count == 0, "\(shortest(failures))")
    }

    @Test func `normalising twice is normalising once`() {
        let different = (0..<2_000 as Range<UInt64>).filter { seed in
            var random = RandomDocument(seed: seed)
            let once = random.document().normalised
            return once != once.normalised
        }
        #expect(different.isEmpty)
    }

    private func shortest(_ failures: [String]) -> String {
        failures.sorted { $0.utf8.count < $1.utf8.count }.prefix(4).joined(separator: "\n\n")
    }

    private func failure(_ document: Document) -> String? {
        let markdown = MarkdownWriter().write(document)
        let back = withoutLines(read(markdown))
        let expected = withoutLines(document.normalised)
        guard back != expected else { return nil }
        let (read, wanted) = (Array("\(back)"), Array("\(expected)"))
        let same = zip(read, wanted).prefix { $0 == $1 }.count
        return """
            \(markdown)
            read     \(String(read[max(0, same - 80)..<min(read.count, same + 120)]))
            expected \(String(wanted[max(0, same - 80)..<min(wanted.count, same + 120)]))
            """
    }

    /// Equality does not look at lines, and a message need not either.
    private func withoutLines(_ document: Document) -> Document {
        document
            .mapInlines { [Inline($0.kind)] }
            .mapBlocks { [Block($0.kind)] }
    }

    private func read(_ text: String) -> Document {
        var findings = Findings()
        return MarkdownReader().read(text, file: "x.md", &findings)
    }
}
