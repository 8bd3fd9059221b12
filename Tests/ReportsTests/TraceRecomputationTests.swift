import Foundation
import Source
import Testing
@testable import Reports

/// An auditor's work: reads every trace of the guide's example as text,
/// recomputes each figure from the lines below it, and looks the result up in
/// the published data and in the report.
@Suite("A trace, recomputed by hand")
struct TraceRecomputationTests {
    private static func compiled() throws -> Compilation {
        compile(try Repository.whole(), CompileOptions(isPrivateWanted: true))
    }

    @Test("gives each figure from what stands below it, down to the cells as they were typed")
    func recomputed() throws {
        let compilation = try Self.compiled()
        let traces = compilation.confidential.paths.filter { $0.hasSuffix("/trace.md") }
        #expect(!traces.isEmpty)
        var figures = 0
        for path in traces {
            let text = try #require(compilation.confidential.text(path))
            for section in TraceLine.sections(of: text) {
                for node in section {
                    guard let found = node.recomputed else { continue }
                    figures += 1
                    let size = node.size
                    #expect(
                        abs(found - (node.value ?? 0)) <= 1e-12 * size,
                        "\(path): \(node.text) is \(found) when recomputed")
                }
            }
        }
        #expect(figures > 200)
    }

    @Test("gives the published figure and the one printed in the report, to the last digit")
    func published() throws {
        let compilation = try Self.compiled()
        for path in compilation.confidential.paths where path.hasSuffix("/trace.md") {
            let folder = String(path.dropLast("/trace.md".count))
            let data = try #require(
                compilation.site.text("data/parties/\(folder)/statement.csv"))
            let trace = try #require(compilation.confidential.text(path))
            var line = ""
            for row in trace.split(separator: "\n") {
                if row.hasPrefix("## ") { line = String(row.dropFirst(3)) }
                guard row.hasPrefix("balance = "), let node = TraceLine(String(row)),
                    let digits = node.digits
                else { continue }
                let cell = data.split(separator: "\n").first {
                    $0.contains(",\(line),") && $0.contains(",,balance,")
                }
                let isPublic = cell.map { !$0.contains("confidential") } ?? false
                if isPublic {
                    #expect(cell?.contains(",\(digits),known") == true, "\(folder) \(line)")
                }
            }
        }
    }
}

/// One line of a trace, and what stands below it.
private struct TraceLine {
    let text: String
    let depth: Int
    let digits: String?
    var value: Double? { digits.flatMap(Double.init) }
    var parts: [TraceLine] = []

    init?(_ line: String) {
        depth = line.prefix { $0 == " " }.count / 2
        text = line.trimmingCharacters(in: .whitespaces)
        let figure: Substring
        if text.hasPrefix("× ") {
            figure = text.dropFirst(2)
        } else if let sign = text.range(of: " = ") {
            figure = text[sign.upperBound...]
        } else {
            figure = ""
        }
        var words = figure.split(separator: " ")
        while let word = words.first, ["at", "least", "most", "incomplete,"].contains(word) {
            words.removeFirst()
        }
        digits = words.first.flatMap { Double($0) == nil ? nil : String($0) }
    }

    /// Recomputed from the lines below; nil where there are none with figures.
    var recomputed: Double? {
        guard value != nil else { return nil }
        if parts.contains(where: { $0.text == "gain - loss" || $0.text.contains(" of ") }) {
            return nil
        }
        if parts.contains(where: { $0.text.hasPrefix("× ") }) {
            return parts.compactMap(\.value).reduce(1, *)
        }
        if let minus = parts.firstIndex(where: { $0.text == "minus" }) {
            return sum(parts[..<minus]) - sum(parts[minus...])
        }
        if let by = parts.firstIndex(where: { $0.text == "divided by" }) {
            return 100 * sum(parts[..<by]) / sum(parts[by...])
        }
        let known = parts.filter { $0.value != nil }
        return known.isEmpty ? nil : sum(known[...])
    }

    var size: Double { parts.compactMap(\.value).map(abs).reduce(abs(value ?? 0), +) }

    private func sum(_ parts: ArraySlice<TraceLine>) -> Double {
        parts.compactMap(\.value).reduce(0, +)
    }

    /// Every node of each code block, with its parts.
    static func sections(of text: String) -> [[TraceLine]] {
        var sections: [[TraceLine]] = []
        var lines: [TraceLine] = []
        var isInside = false
        for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if row.hasPrefix("```") {
                if isInside { sections.append(nested(lines)) }
                lines = []
                isInside.toggle()
            } else if isInside, let line = TraceLine(String(row)) {
                lines.append(line)
            }
        }
        return sections
    }

    private static func nested(_ lines: [TraceLine]) -> [TraceLine] {
        lines.indices.map { index in
            var node = lines[index]
            for other in lines[(index + 1)...] {
                guard other.depth > node.depth else { break }
                if other.depth == node.depth + 1 { node.parts.append(other) }
            }
            return node
        }
    }
}
