import ArgumentParser
import Reports
import Source

/// Every cell, factor and rule behind a figure.
struct TraceCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Lists every cell, factor and rule behind a figure.",
        discussion: """
            For who holds the company's ledgers. A line is an indicator, and its position \
            after a full stop where it has one.

            Example:
              kapitaal trace zandwinning 2024 ghg-fuel.own
            """)

    @Argument(help: "Id of the company.")
    var party: String

    @Argument(help: "Reporting year.")
    var year: Int

    @Argument(help: "Line of the statement.")
    var line: String

    @OptionGroup var folders: InputFolders

    @Option(help: "How diagnostics are printed.")
    var format = DiagnosticFormat.text

    func answer() throws -> Answer {
        let input = try Input(folders, from: Disk())
        let options = CompileOptions(data: input.data)
        let (text, diagnostics) = trace(input.tree, options, party: party, year: year, line: line)
        let list = DiagnosticList(input.findings.all + diagnostics, in: folders)
        var answer = Answer(ending: text == nil ? .errors : list.ending)
        answer.remarks = try list.printed(as: format)
        if let text { answer.output = text.hasSuffix("\n") ? text : text + "\n" }
        if text == nil, list.errorCount == 0, format == .text {
            answer.remarks += "'\(line)' of '\(party)' in \(year) is not in the statements\n"
        }
        return answer
    }
}
