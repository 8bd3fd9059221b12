import ArgumentParser
import Reports
import Source

/// The reason, an example and the mend of a diagnostic.
struct ExplainCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Gives the reason, an example and the mend of a diagnostic.",
        discussion: """
            Without a rule, lists them all.

            Example:
              kapitaal explain unknown-unit
            """)

    @Argument(help: "Name of the rule, as printed between [ ].")
    var rule: String?

    func answer() -> Answer {
        let known = (Rule.all + Rule.disk).sorted { $0.id < $1.id }
        guard let rule else { return Answer(output: Self.list(known)) }
        let id = rule.hasPrefix("[") && rule.hasSuffix("]")
            ? String(rule.dropFirst().dropLast()) : rule
        if let found = known.first(where: { $0.id == id }) {
            return Answer(output: Self.explanation(of: found))
        }
        let best = NearMiss.best(for: id, among: known.map(\.id))
        let hint = best.map { "did you mean '\($0)'?" } ?? "list the rules with: kapitaal explain"
        return Answer(remarks: "rule '\(id)' is unknown; \(hint)\n", ending: .errors)
    }

    private static func explanation(of rule: Rule) -> String {
        """
        \(rule.id) (\(rule.severity.rawValue))

        Reason:  \(rule.reason)
        Example: \(indented(rule.example))
        Mend:    \(rule.mend)

        """
    }

    /// An example of several lines keeps its own shape, below its heading.
    private static func indented(_ example: String) -> String {
        let lines = example.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1 else { return example }
        return lines.map { "\n    \($0)" }.joined()
    }

    private static func list(_ rules: [Rule]) -> String {
        let width = rules.map(\.id.count).max() ?? 0
        return rules.map { rule in
            let id = rule.id + String(repeating: " ", count: width - rule.id.count)
            let severity = rule.severity == .error ? "error  " : "warning"
            return "\(id)  \(severity)  \(rule.mend)\n"
        }.joined()
    }
}
