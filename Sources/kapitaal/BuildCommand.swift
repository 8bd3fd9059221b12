import ArgumentParser
import Reports
import Source

/// Compiles everything; publishes all or nothing.
struct BuildCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Compiles everything; publishes all or nothing.",
        discussion: """
            Where errors are found nothing is written, and what was published stays. A \
            folder that kapitaal did not make is never replaced.

            Example:
              kapitaal build --data guide/example --out site --private private
            """)

    @OptionGroup var folders: InputFolders

    @Option(help: ArgumentHelp("Folder of the public site, replaced as a whole.", valueName: "dir"))
    var out = "site"

    @Option(
        name: .customLong("private"),
        help: ArgumentHelp(
            "Folder of what is not for the public: submissions, annexes, traces.",
            valueName: "dir"))
    var confidential: String?

    @Option(help: "How diagnostics are printed.")
    var format = DiagnosticFormat.text

    func answer() throws -> Answer {
        try answer(compile, disk: Disk())
    }

    /// With another compiler or disk, for tests.
    func answer(
        _ compile: (FileTree, CompileOptions) -> Compilation, disk: Disk
    ) throws -> Answer {
        let input = try Input(folders, from: disk)
        let publication = try Publication(
            site: out, confidential: confidential, beside: input, on: disk)
        let options = CompileOptions(data: input.data, isPrivateWanted: confidential != nil)
        let compilation = compile(input.tree, options)
        let list = DiagnosticList(input.findings.all + compilation.diagnostics, in: folders)
        var answer = Answer(ending: list.ending)
        answer.remarks = try list.printed(as: format, consequence: "nothing was published")
        guard list.errorCount == 0 else { return answer }
        do {
            try publication.publish(compilation)
            answer.output = summary(of: compilation)
        } catch let failure as CouldNotRun {
            answer.remarks += "kapitaal: \(failure.message)\n"
            answer.ending = .couldNotRun
        }
        return answer
    }

    private func summary(of compilation: Compilation) -> String {
        let paths = compilation.site.paths
        let pages = paths.count { $0.hasSuffix(".html") }
        let statements = paths.count { $0.hasSuffix("/statement.json") }
        var summary = """
            \(counted(pages, "page")), \(counted(statements, "statement")), \
            \(counted(paths.count, "file"))
            published to \(out)

            """
        if let confidential {
            let files = counted(compilation.confidential.count, "file")
            summary += "not for the public: \(files) in \(confidential)\n"
        }
        return summary
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
