import Source
import Testing

/// One heading of a spec file: the changes to the base project, and what the
/// compilation must find and write.
struct Spec: Sendable, CustomTestStringConvertible {
    /// A fenced block: its info string, its lines and the line of its fence.
    struct Step: Sendable {
        let words: [String]
        let lines: [String]
        let line: Int

        var word: String { words.first ?? "" }
        var path: String { words.dropFirst().joined(separator: " ") }
        var text: String { lines.map { $0 + "\n" }.joined() }
    }

    /// The file below `Tests/Specs`.
    let file: String
    let title: String
    let line: Int
    var steps: [Step] = []

    var testDescription: String { "\(file): \(title)" }

    static let words: Set<String> = [
        "file", "append", "replace", "remove", "data", "private",
        "errors", "clean", "contains", "lacks", "absent",
    ]

    /// The lines that a spec expects to be found; nil when it has no such block.
    var diagnostics: [Step]? {
        let found = steps.filter { $0.word == "errors" || $0.word == "clean" }
        return found.isEmpty ? nil : found
    }

    /// The rules that the spec's expected diagnostics name.
    var rules: Set<String> {
        Set(steps.filter { $0.word == "errors" }.flatMap(\.lines).compactMap { line in
            guard line.hasSuffix("]"), let start = line.lastIndex(of: "[") else { return nil }
            return String(line[line.index(after: start)...].dropLast())
        })
    }

    func location(_ line: Int) -> SourceLocation {
        SourceLocation(
            fileID: "Specs/\(file)", filePath: "\(Repository.root)Tests/Specs/\(file)",
            line: line, column: 1)
    }
}

extension Spec {
    /// Every spec of the repository, in the order of files and lines.
    static let all: [Spec] = {
        let files = (try? Repository.names(in: "Tests/Specs")) ?? []
        return files.filter { $0.hasSuffix(".md") && $0 != "README.md" }.flatMap { file in
            (try? Repository.text("Tests/Specs/\(file)")).map { read($0, file: file) } ?? []
        }
    }()

    /// Reads the `##` headings of a file with their fenced blocks. Blocks
    /// without an info word are prose.
    static func read(_ text: String, file: String) -> [Spec] {
        var specs: [Spec] = []
        var fence: (marks: Int, words: [String], line: Int, lines: [String])?
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let marks = line.prefix { $0 == "`" }.count
            if let open = fence {
                if marks >= open.marks, marks == line.count {
                    let step = Step(words: open.words, lines: open.lines, line: open.line)
                    if !open.words.isEmpty, !specs.isEmpty {
                        specs[specs.count - 1].steps.append(step)
                    }
                    fence = nil
                } else {
                    fence?.lines.append(String(line))
                }
            } else if marks >= 3 {
                let words = line.dropFirst(marks).split(separator: " ").map(String.init)
                fence = (marks, words, index + 1, [])
            } else if line.hasPrefix("## ") {
                specs.append(Spec(file: file, title: String(line.dropFirst(3)), line: index + 1))
            }
        }
        return specs
    }
}
