import ArgumentParser
import Reports
import Source

/// What changed between two years, and why.
struct DiffCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Says what changed between two years: volume, intensity, factor, perimeter.",
        discussion: """
            For who holds the company's ledgers. Each line's change is divided over what the \
            company made (volume), what it used per unit of that (intensity), what each use \
            gives off (factor), and the sites and suppliers that joined or left (perimeter). \
            The first year plus these is the second, to the last digit. The company 'chain' \
            stands for the chain.

            Example:
              kapitaal diff zandwinning 2023 2024 --line ghg-fuel
            """)

    @Argument(help: "Id of the company; 'chain' for the chain.")
    var party: String

    @Argument(help: "The year to start from.")
    var from: Int

    @Argument(help: "The year to end at.")
    var to: Int

    @Option(help: "The one line of the statement to compare; all without it.")
    var line: String?

    @OptionGroup var folders: InputFolders

    @Option(help: "How the answer and the diagnostics are printed.")
    var format = DiagnosticFormat.text

    func answer() throws -> Answer {
        let input = try Input(folders, from: Disk())
        let options = CompileOptions(data: input.data)
        let (text, diagnostics) = diff(
            input.tree, options, party: party, from: from, to: to, line: line,
            asJSON: format == .json)
        let list = DiagnosticList(input.findings.all + diagnostics, in: folders)
        var answer = Answer(ending: text == nil ? .errors : list.ending)
        answer.remarks = try list.printed(as: format)
        answer.output = text ?? ""
        return answer
    }
}
