import ArgumentParser
import Reports
import Source

/// Folders to start from.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Writes a folder to start from.",
        discussion: """
            Example:
              kapitaal new party our-plant --link ready-mix --year 2025
            """,
        subcommands: [NewPartyCommand.self])
}

/// A company's folder, ready to fill.
struct NewPartyCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "party",
        abstract: "Writes a company's folder, with every line that its chain links must report.",
        discussion: """
            The folder compiles as it is: every figure is missing, and says so. Each row's \
            note tells what to fill in. A folder that exists is left alone.

            Example:
              kapitaal new party our-plant --link ready-mix --year 2025 --to our-chain
            """)

    @Argument(help: "Id of the company: small letters, digits and hyphens.")
    var party: String

    @Option(
        name: .customLong("link"),
        help: ArgumentHelp("A chain link of the company; may stand more than once.",
                           valueName: "chain-link"))
    var links: [String]

    @Option(help: "Reporting year.")
    var year: Int

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("Folder in which the company's folder is made.", valueName: "dir"))
    var parent = "."

    @Option(help: ArgumentHelp("Folder of the guide.", valueName: "dir"))
    var guide = "guide"

    @Option(help: ArgumentHelp("Folder of the templates.", valueName: "dir"))
    var templates = "templates"

    @Option(help: "How diagnostics are printed.")
    var format = DiagnosticFormat.text

    func answer() throws -> Answer {
        let disk = Disk()
        let folders = try InputFolders.parse(["--guide", guide, "--templates", templates])
        let input = try Input(folders, from: disk)
        let new = NewParty(id: party, links: links, year: year)
        let (files, diagnostics) = folder(of: new, input.tree)
        let list = DiagnosticList(input.findings.all + diagnostics, in: folders)
        var answer = Answer(ending: list.ending)
        answer.remarks = try list.printed(as: format, consequence: "nothing was written")
        guard let files, list.errorCount == 0 else { return answer }
        let target = (parent.hasSuffix("/") ? parent : parent + "/") + party
        try write(files, to: target, disk)
        for path in files.paths { answer.output += "\(target)/\(path)\n" }
        return answer
    }

    /// Under a passing name first, so that no half folder is left.
    private func write(_ files: FileTree, to target: String, _ disk: Disk) throws {
        guard try disk.kind(of: target) == nil else {
            throw CouldNotRun("'\(target)' exists; name another id or folder")
        }
        let passing = (parent.hasSuffix("/") ? parent : parent + "/") + ".\(party).new"
        if try disk.kind(of: passing) != nil { try disk.remove(passing) }
        do {
            for path in files.paths {
                let file = "\(passing)/\(path)"
                let folder = file.split(separator: "/", omittingEmptySubsequences: false)
                    .dropLast().joined(separator: "/")
                try disk.makeFolders(folder, mode: 0o777)
                try disk.write(files[path] ?? [], to: file, mode: 0o666)
            }
            try disk.move(passing, to: target)
        } catch {
            try? disk.remove(passing)
            throw error
        }
    }
}
