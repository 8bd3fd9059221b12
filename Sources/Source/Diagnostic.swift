/// What a rule is called and why it exists.
///
/// A rule stands directly above the function that checks it; `kapitaal
/// explain` prints these texts, so they are written for the person whose
/// input broke the rule.
package struct Rule: Hashable, Sendable {
    package enum Severity: String, Sendable { case error, warning }

    package let id: String
    package let severity: Severity
    package let reason: String
    /// Input that breaks the rule, as it would stand in a file.
    package let example: String
    /// What to do about it, as a verb phrase.
    package let mend: String

    package init(
        _ id: String, _ severity: Severity = .error,
        reason: String, example: String, mend: String
    ) {
        self.id = id
        self.severity = severity
        self.reason = reason
        self.example = example
        self.mend = mend
    }
}

/// One thing that is wrong with the input, as data; printing it is another
/// file's work.
package struct Diagnostic: Hashable, Sendable {
    package let rule: Rule
    package let place: Place
    /// A headline: the most specific word first, phrased as the rule, no
    /// full stop.
    package let message: String

    package init(_ rule: Rule, at place: Place, _ message: String) {
        self.rule = rule
        self.place = place
        self.message = message
    }
}

extension Diagnostic: Comparable {
    package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
        a.place != b.place
            ? a.place < b.place
            : (a.rule.id, a.message) < (b.rule.id, b.message)
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `path:line:column: severity: message [rule]`
    package var description: String {
        "\(place): \(rule.severity.rawValue): \(message) [\(rule.id)]"
    }
}

/// Everything that a run found wrong, in the order it was found.
package struct Findings: Sendable {
    package private(set) var all: [Diagnostic] = []

    package init() {}

    package var hasErrors: Bool { all.contains { $0.rule.severity == .error } }

    package mutating func add(_ rule: Rule, at place: Place, _ message: String) {
        all.append(Diagnostic(rule, at: place, message))
    }

    package mutating func add(_ more: Findings) { all += more.all }

    /// By place, each once: the order in which a reader wants them.
    package var sorted: [Diagnostic] { Set(all).sorted() }
}
