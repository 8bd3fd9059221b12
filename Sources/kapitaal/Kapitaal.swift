import ArgumentParser

/// The command line: from folders to folders, with the compiler in between.
@main
struct Kapitaal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kapitaal",
        abstract: "Compiles the guide and the reports of a chain's natural capital.",
        discussion: """
            Ends with 0 when all is well, 1 when errors are found, 2 when it could not \
            run and 64 when used wrongly.

            Example:
              kapitaal build --data guide/example --out site
            """,
        subcommands: [
            BuildCommand.self, CheckCommand.self, TraceCommand.self, DiffCommand.self,
            ExplainCommand.self, NewCommand.self, ImportCommand.self,
        ])
}
