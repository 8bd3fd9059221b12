import ArgumentParser
import Foundation
@testable import Reports
import Source
import Testing

@testable import kapitaal

/// A folder of its own for one test, removed after it.
final class Folder {
    let path: String

    init() throws {
        let made = FileManager.default.temporaryDirectory
            .appendingPathComponent("kapitaal-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
        path = try #require(try Disk().resolved(made.path))
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func callAsFunction(_ name: String) -> String { path + "/" + name }

    func write(_ text: String, to name: String) throws {
        let file = URL(fileURLWithPath: self(name))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: self(name), withDestinationPath: target)
    }

    func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: self(name)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Every name in the folder, hidden ones too.
    var names: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? []
    }

    func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: self(name))
        return try #require(attributes[.posixPermissions] as? Int)
    }

    /// A guide with its example and templates, as little as loads.
    func writeProject() throws {
        try write("title: x\n", to: "guide/guide.yaml")
        try write("id: a\n", to: "guide/example/a/party.yaml")
        try write("{{title}}\n", to: "templates/page.mustache")
    }
}

/// A compiler that gives a site of one page that says `text`.
func siteOf(_ text: String) -> (FileTree, CompileOptions) -> Compilation {
    { _, options in
        var compilation = Compilation()
        compilation.site = FileTree([
            "manifest.json": #"{"generator": "kapitaal"}"#, "nl/index.html": text,
            "data/parties/a/2024/statement.json": "{}",
        ])
        if options.isPrivateWanted {
            compilation.confidential = FileTree(["a/2024/trace.md": text])
        }
        return compilation
    }
}

/// A compiler that finds the first file wrong.
func errorCompiler(_ input: FileTree, _ options: CompileOptions) -> Compilation {
    var compilation = siteOf("wrong")(input, options)
    compilation.diagnostics = [
        Diagnostic(
            .notUTF8, at: Place(file: "templates/page.mustache", line: 2, column: 3),
            "b \u{1B}[1m"),
        Diagnostic(
            .missingFile, at: Place(file: input.paths[0], line: 7),
            "'\(input.paths[0])' is missing"),
    ]
    return compilation
}

/// A disk whose file system cannot exchange two folders.
let plainDisk = Disk(exchange: { path, _ in
    throw CouldNotRun("cannot exchange '\(path)'", code: EINVAL)
})

extension Folder {
    /// `build` on this folder's project; `more` may name another `--out`.
    func buildCommand(_ more: [String] = []) throws -> BuildCommand {
        let out = more.contains("--out") ? [] : ["--out", self("site")]
        return try BuildCommand.parse(
            ["--guide", self("guide"), "--templates", self("templates")] + out + more)
    }

    func build(_ text: String, on disk: Disk = Disk(), _ more: String...) throws -> Answer {
        try buildCommand(more).answer(siteOf(text), disk: disk)
    }

    /// Why a build could not run.
    func refusal(on disk: Disk = Disk(), _ more: String...) throws -> String {
        let failure = try #require(throws: CouldNotRun.self) {
            try buildCommand(more).answer(siteOf("refused"), disk: disk)
        }
        return failure.message
    }
}
