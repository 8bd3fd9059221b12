import Reports
import Source
import Testing

/// The specs of `Tests/Specs`: every heading is a test, and a failure points
/// at the spec's own line.
@Suite struct Specs {
    private static let base = Result { try Repository.base() }

    @Test(arguments: Spec.all)
    func holds(_ spec: Spec) throws {
        var input = try Self.base.get()
        var options = CompileOptions()
        for step in spec.steps { change(&input, &options, step, spec) }
        let result = compile(input, options)
        checkDiagnostics(result, spec)
        let checks = spec.steps.filter { ["contains", "lacks", "absent"].contains($0.word) }
        if checks.isEmpty, spec.diagnostics == nil {
            fail("spec expects nothing", spec, spec.line)
        }
        for step in checks { checkFile(result, step, spec) }
    }

    @Test func thereAreSpecs() {
        #expect(Spec.all.count > 50)
    }

    private func change(
        _ input: inout FileTree, _ options: inout CompileOptions, _ step: Spec.Step, _ spec: Spec
    ) {
        switch step.word {
        case "file": input.write(step.text, to: step.path)
        case "append": input.write((input.text(step.path) ?? "") + step.text, to: step.path)
        case "remove":
            let paths = [step.path] + input.paths(under: step.path)
            if paths.allSatisfy({ input[$0] == nil }) {
                fail("'\(step.path)' is not in the base project", spec, step.line)
            }
            for path in paths { input[path] = nil }
        case "data": options.data = step.path
        case "private": options.isPrivateWanted = true
        case "replace":
            let parts = step.lines.split(separator: "=>", maxSplits: 1)
            let old = parts.first.map { $0.joined(separator: "\n") } ?? ""
            let new = parts.count > 1 ? parts[1].joined(separator: "\n") : ""
            if !step.lines.contains("=>") || !input.replace(old, with: new, in: step.path) {
                fail("'\(old)' does not stand once in '\(step.path)'", spec, step.line)
            }
        default:
            if !Spec.words.contains(step.word) {
                fail("block '\(step.word)' is not known in a spec", spec, step.line)
            }
        }
    }

    /// All diagnostics must be those that the spec lists and no others; a
    /// spec that lists none expects none.
    private func checkDiagnostics(_ result: Compilation, _ spec: Spec) {
        let found = result.diagnostics.map(\.description)
        let steps = spec.diagnostics ?? []
        let expected = steps.filter { $0.word == "errors" }.flatMap(\.lines).filter { !$0.isEmpty }
        let line = steps.first?.line ?? spec.line
        if found != expected {
            fail(
                "found\n" + found.joined(separator: "\n") + "\nexpected\n"
                    + expected.joined(separator: "\n"), spec, line)
        }
        let isEmpty = result.site.count == 0 && result.confidential.count == 0
        if result.hasErrors != isEmpty {
            let problem = isEmpty ? "nothing was written" : "files were written beside an error"
            fail(problem, spec, line)
        }
    }

    private func checkFile(_ result: Compilation, _ step: Spec.Step, _ spec: Spec) {
        let text = result.site.text(step.path) ?? result.confidential.text(step.path)
        if step.word == "absent" {
            if text != nil { fail("'\(step.path)' was written", spec, step.line) }
            return
        }
        guard let text else {
            return fail("'\(step.path)' was not written", spec, step.line)
        }
        let written = Self.plain(text).split(separator: "\n")
        for (index, wanted) in step.lines.enumerated() where !wanted.isEmpty {
            let isThere = written.contains { $0.contains(Self.plain(wanted)) }
            if isThere != (step.word == "contains") {
                fail(
                    "'\(step.path)' \(isThere ? "contains" : "lacks") '\(wanted)'", spec,
                    step.line + 1 + index)
            }
        }
    }

    /// Text in which every run of spaces is one: tables are padded, and a
    /// number keeps its unit by a space that does not break.
    private static func plain(_ text: String) -> String {
        text.replacing("\u{A0}", with: " ").replacing(#/ {2,}/#, with: " ")
            .replacing(#/:?-{3,}:?/#, with: "---")
    }

    private func fail(_ message: String, _ spec: Spec, _ line: Int) {
        Issue.record(Comment(rawValue: message), sourceLocation: spec.location(line))
    }
}
