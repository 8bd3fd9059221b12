import ArgumentParser
import Foundation
import Source
import Testing

@testable import kapitaal

struct LoadingTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.writeProject()
    }

    private func input(_ more: String...) throws -> Input {
        let folders = try InputFolders.parse(
            ["--guide", folder("guide"), "--templates", folder("templates")] + more)
        return try Input(folders, from: Disk())
    }

    @Test func `guide and templates stand under their own names`() throws {
        let input = try input()
        #expect(input.data == "guide/example")
        #expect(input.tree == FileTree([
            "guide/guide.yaml": "title: x\n", "guide/example/a/party.yaml": "id: a\n",
            "templates/page.mustache": "{{title}}\n",
        ]))
    }

    @Test func `the guide's own example is not loaded twice, whatever its name`() throws {
        try folder.link("chain", to: "guide/example")
        #expect(try input("--data", folder("chain")).data == "guide/example")
        #expect(try input("--data", folder("guide/../guide/example/")).data == "guide/example")
        #expect(try input("--data", folder("chain")).tree.paths(under: "data") == [])
    }

    @Test func `other data stand under data`() throws {
        try folder.write("id: b\n", to: "ours/b/party.yaml")
        let input = try input("--data", folder("ours"))
        #expect(input.data == "data")
        #expect(input.tree.paths(under: "data") == ["data/b/party.yaml"])
        #expect(input.tree["guide/example/a/party.yaml"] != nil)
    }

    @Test func `hidden files, backups and links out are passed over`() throws {
        for name in [".git/HEAD", ".DS_Store", "a.md~", "old~/b.md"] {
            try folder.write("x", to: "guide/\(name)")
        }
        try folder.write("secret", to: "outside/secret.txt")
        try folder.link("guide/away", to: "../outside")
        try folder.link("guide/away.txt", to: folder("outside/secret.txt"))
        try folder.link("guide/nowhere", to: "absent")
        #expect(mkfifo(folder("guide/pipe"), 0o600) == 0)
        let input = try input()
        #expect(input.tree.paths(under: "guide") == [
            "guide/example/a/party.yaml", "guide/guide.yaml",
        ])
        #expect(input.findings.all == [])
    }

    @Test func `links within the folder are followed, but not in circles`() throws {
        try folder.link("guide/same.yaml", to: "guide.yaml")
        try folder.link("guide/b", to: "example/a")
        try folder.link("guide/example/up", to: "..")
        try folder.link("guide/self", to: ".")
        #expect(try input().tree.paths(under: "guide") == [
            "guide/b/party.yaml", "guide/example/a/party.yaml", "guide/guide.yaml",
            "guide/same.yaml",
        ])
    }

    @Test func `a folder that is itself a link is read`() throws {
        try folder.link("gids", to: "guide")
        #expect(try input("--guide", folder("gids")).tree["guide/guide.yaml"] != nil)
    }

    @Test func `names come in the order of their bytes`() throws {
        for name in ["b", "a", "B", "é", "a-b", "10", "9"] {
            try folder.write("", to: "n/\(name)")
        }
        let names = try Disk().names(in: folder("n")).map { String(decoding: $0, as: UTF8.self) }
        #expect(names == ["10", "9", "B", "a", "a-b", "b", "é"])
    }

    @Test func `of a very large file only the start is read`() throws {
        try folder.write(String(repeating: "x", count: 5_000_000), to: "guide/large.md")
        try folder.write(String(repeating: "x", count: 5_000_001), to: "guide/larger.md")
        let tree = try input().tree
        #expect(tree["guide/large.md"]?.count == 5_000_000)
        #expect(tree["guide/larger.md"]?.count == 1_000_001)
        var findings = Findings()
        #expect(SourceFile("guide/larger.md", in: tree, &findings) == nil)
        #expect(findings.all.map(\.rule) == [.fileTooLarge])
    }

    @Test(arguments: [
        ([0xE9], "guide/\u{FFFD}", "is not UTF-8"),
        ([0x65, 0xCC, 0x81], "guide/e\u{301}", "writes an accent as a letter of its own"),
        ([0x61, 0x1B, 0x0A], "guide/a\u{FFFD}\u{FFFD}", "holds a sign that does not print"),
    ] as [([UInt8], String, String)])
    func `a name that cannot be an address is refused`(
        name: [UInt8], shown: String, reason: String
    ) throws {
        let path = (Array(folder("guide/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
        #expect(close(open(path, O_CREAT | O_WRONLY, 0o600)) == 0)
        let input = try input()
        #expect(input.tree.paths(under: "guide").count == 2)
        let finding = try #require(input.findings.all.first)
        #expect(finding.rule == .fileName)
        #expect(finding.place.file == shown)
        #expect(finding.message.contains(reason))
        let answer = try folder.build("x")
        #expect(answer.ending == .errors)
        #expect(folder.names == ["guide", "templates"])
    }
}
