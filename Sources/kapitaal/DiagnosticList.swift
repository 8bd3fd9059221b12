import ArgumentParser
import Foundation
import Source

/// How diagnostics are printed.
enum DiagnosticFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

/// What is wrong with the input, under the names that the user typed, sorted.
struct DiagnosticList {
    let all: [Diagnostic]

    init(_ diagnostics: [Diagnostic], in folders: InputFolders) {
        let typed = diagnostics.map { diagnostic in
            var place = diagnostic.place
            place.file = folders.typed(place.file)
            let message = diagnostic.message.replacing(
                "'\(diagnostic.place.file)'", with: "'\(place.file)'")
            return Diagnostic(diagnostic.rule, at: place, message)
        }
        all = Set(typed).sorted()
    }

    var errorCount: Int { all.count { $0.rule.severity == .error } }
    var warningCount: Int { all.count - errorCount }
    var ending: Answer.Ending { errorCount == 0 ? .clean : .errors }

    /// What goes to standard error. `consequence` ends the counts of a list
    /// with errors: `2 errors, 1 warning; nothing was published`.
    func printed(as format: DiagnosticFormat, consequence: String? = nil) throws -> String {
        switch format {
        case .text: text(consequence)
        case .json: try json()
        }
    }

    private func text(_ consequence: String?) -> String {
        guard let first = all.first(where: { $0.rule.severity == .error }) ?? all.first
        else { return "" }
        var closing = counts
        if let consequence, errorCount > 0 { closing += "; \(consequence)" }
        closing += "; reason and mend: kapitaal explain \(first.rule.id)"
        return all.map { $0.description.printable + "\n" }.joined() + closing + "\n"
    }

    private var counts: String {
        [(errorCount, "error"), (warningCount, "warning")]
            .filter { $0.0 > 0 }
            .map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
            .joined(separator: ", ")
    }

    /// One array, also when it is empty; the column is left out where unknown.
    private func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(all.map(Entry.init)), as: UTF8.self) + "\n"
    }

    private struct Entry: Encodable {
        let path: String
        let line: Int
        let column: Int?
        let severity: String
        let message: String
        let rule: String

        init(_ diagnostic: Diagnostic) {
            path = diagnostic.place.file
            line = diagnostic.place.line
            column = diagnostic.place.column
            severity = diagnostic.rule.severity.rawValue
            message = diagnostic.message
            rule = diagnostic.rule.id
        }
    }
}
