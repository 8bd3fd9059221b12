import ArgumentParser
import Reports
import Source

/// Reports everything that is wrong; writes nothing.
struct CheckCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reports everything that is wrong; writes nothing.",
        discussion: """
            Example:
              kapitaal check --data ../our-company --format json
            """)

    @OptionGroup var folders: InputFolders

    @Option(help: "How diagnostics are printed.")
    var format = DiagnosticFormat.text

    func answer() throws -> Answer {
        try answer(compile)
    }

    /// With another compiler, for tests.
    func answer(_ compile: (FileTree, CompileOptions) -> Compilation) throws -> Answer {
        let input = try Input(folders, from: Disk())
        let options = CompileOptions(data: input.data, isPrivateWanted: true)
        let compilation = compile(input.tree, options)
        let list = DiagnosticList(input.findings.all + compilation.diagnostics, in: folders)
        var answer = Answer()
        answer.remarks = try list.printed(as: format)
        answer.ending = list.ending
        if list.errorCount == 0 {
            answer.output = "\(input.tree.count) files checked, no errors\n"
        }
        return answer
    }
}
