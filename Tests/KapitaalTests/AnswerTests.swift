import ArgumentParser
import Foundation
import Source
import Testing

@testable import kapitaal

struct AnswerTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.writeProject()
    }

    @Test func `diagnostics name files as the user typed them, sorted, with counts`() throws {
        let answer = try folder.buildCommand().answer(errorCompiler, disk: Disk())
        let party = folder("guide/example/a/party.yaml")
        #expect(answer.remarks == """
            \(party):7: error: '\(party)' is missing [missing-file]
            \(folder("templates"))/page.mustache:2:3: error: b \u{FFFD}[1m [not-utf8]
            2 errors; nothing was published; reason and mend: kapitaal explain missing-file

            """)
    }

    @Test(arguments: [
        ("guide/a.md", "g/a.md"), ("templates/a", "t//a"), ("data/p/x.csv", "d/p/x.csv"),
        ("guide", "g"), ("guidebook/a", "guidebook/a"),
    ])
    func `a path in the tree is mapped to the folder it came from`(
        path: String, typed: String
    ) throws {
        let folders = try InputFolders.parse(["--guide", "g", "--templates", "t/", "--data", "d"])
        #expect(folders.typed(path) == typed.replacing("//", with: "/"))
    }

    @Test func `data are the guide's example unless named`() throws {
        #expect(try InputFolders.parse([]).data == "guide/example")
        #expect(try InputFolders.parse(["--guide", "g/"]).data == "g/example")
    }

    @Test func `json is one array, without a column where it is unknown`() throws {
        let command = try CheckCommand.parse([
            "--guide", folder("guide"), "--templates", folder("templates"), "--format", "json",
        ])
        struct Entry: Decodable, Equatable {
            var path: String, line: Int, column: Int?
            var severity: String, message: String, rule: String
        }
        let answer = try command.answer(errorCompiler)
        let entries = try JSONDecoder().decode([Entry].self, from: Data(answer.remarks.utf8))
        let party = folder("guide/example/a/party.yaml")
        #expect(entries == [
            Entry(
                path: party, line: 7, column: nil,
                severity: "error", message: "'\(party)' is missing", rule: "missing-file"),
            Entry(
                path: folder("templates/page.mustache"), line: 2, column: 3,
                severity: "error", message: "b \u{1B}[1m", rule: "not-utf8"),
        ])
        #expect(try command.answer(siteOf("x")).remarks.filter { !$0.isWhitespace } == "[]")
    }

    @Test func `a check writes nothing`() throws {
        let command = try CheckCommand.parse(
            ["--guide", folder("guide"), "--templates", folder("templates")])
        let answer = try command.answer(siteOf("x"))
        #expect(answer == Answer(output: "3 files checked, no errors\n"))
        #expect(folder.names == ["guide", "templates"])
    }

    @Test func `explain gives reason, example and mend`() throws {
        for name in ["not-utf8", "[not-utf8]"] {
            let answer = try ExplainCommand.parse([name]).answer()
            #expect(answer.output == """
                not-utf8 (error)

                Reason:  \(Rule.notUTF8.reason)
                Example: \(Rule.notUTF8.example)
                Mend:    \(Rule.notUTF8.mend)

                """)
        }
    }

    @Test func `explain lists every rule, this target's too`() throws {
        let lines = try ExplainCommand.parse([]).answer().output.split(separator: "\n")
        for rule in [Rule.notUTF8, .fileName, .csvQuote] {
            #expect(lines.contains { $0.hasPrefix(rule.id + " ") }, "\(rule.id)")
        }
    }

    @Test func `explain knows what was meant`() throws {
        let answer = try ExplainCommand.parse(["not-utf"]).answer()
        #expect(answer.ending == .errors)
        #expect(answer.remarks == "rule 'not-utf' is unknown; did you mean 'not-utf8'?\n")
    }

    @Test(arguments: ["build", "check", "trace", "import", "explain"])
    func `every command shows an example`(name: String) throws {
        let command = try #require(
            Kapitaal.configuration.subcommands.first { $0.configuration.commandName == name })
        #expect(Kapitaal.helpMessage(for: command).contains("Example:\n  kapitaal \(name)"))
    }

    @Test func `wrong usage ends with 64`() throws {
        for arguments in [["build", "--nix"], ["trace", "a", "x", "b"], ["nix"], ["trace"]] {
            let error = #expect(throws: (any Error).self) {
                try Kapitaal.parseAsRoot(arguments)
            }
            #expect(error.map { Kapitaal.exitCode(for: $0).rawValue } == 64)
        }
    }
}

/// The program that stands beside the tests.
struct ProgramTests {
    static let program = URL(fileURLWithPath: CommandLine.arguments[0])
        .deletingLastPathComponent().appendingPathComponent("kapitaal").path
    static let isBuilt = FileManager.default.isExecutableFile(atPath: program)

    private func run(_ arguments: String...) throws -> (code: Int32, out: String, err: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.program)
        process.arguments = arguments
        let out = Pipe(), err = Pipe()
        process.standardOutput = out
        process.standardError = err
        try process.run()
        let output = out.fileHandleForReading.readDataToEndOfFile()
        let remarks = err.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: output, as: UTF8.self),
            String(decoding: remarks, as: UTF8.self)
        )
    }

    @Test(.enabled(if: isBuilt, "kapitaal is not built beside the tests"))
    func `it ends with 0, 1, 2 or 64`() throws {
        let known = try run("explain", "not-utf8")
        #expect(known.code == 0 && known.out.contains("Reason:") && known.err.isEmpty)
        let unknown = try run("explain", "not-utf")
        #expect(unknown.code == 1 && unknown.out.isEmpty && unknown.err.contains("did you mean"))
        let absent = try run("check", "--guide", "/absent")
        #expect(absent.code == 2 && absent.out.isEmpty && absent.err.contains("does not exist"))
        let wrong = try run("build", "--nix")
        #expect(wrong.code == 64 && wrong.out.isEmpty && wrong.err.contains("--nix"))
    }

    @Test(.enabled(if: isBuilt, "kapitaal is not built beside the tests"))
    func `a guide without guide.yaml is an error and publishes nothing`() throws {
        let folder = try Folder()
        try folder.write("x", to: "guide/example/x")
        try folder.write("x", to: "templates/x")
        let answer = try run(
            "build", "--guide", folder("guide"), "--templates", folder("templates"),
            "--out", folder("site"))
        #expect(answer.code == 1)
        #expect(answer.err.contains("\(folder("guide"))/guide.yaml:1: error: "))
        #expect(answer.err.contains("[missing-file]"))
        #expect(folder.names == ["guide", "templates"])
    }
}
