import Foundation
@testable import Reports
import Source
import Testing

@testable import kapitaal

struct PublicationTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.writeProject()
    }

    @Test func `a first build makes the site and says what it holds`() throws {
        let answer = try folder.build("one")
        #expect(folder.text("site/nl/index.html") == "one")
        #expect(answer.ending == .clean)
        #expect(answer.remarks == "")
        #expect(answer.output == """
            1 page, 1 statement, 3 files
            published to \(folder("site"))

            """)
    }

    @Test func `folders above the site are made`() throws {
        _ = try folder.build("one", "--out", folder("deep/er/site"))
        #expect(folder.text("deep/er/site/nl/index.html") == "one")
    }

    @Test func `a later build replaces everything and leaves nothing beside it`() throws {
        _ = try folder.build("one")
        try folder.write("stale", to: "site/stale.html")
        _ = try folder.build("two")
        #expect(folder.text("site/nl/index.html") == "two")
        #expect(folder.text("site/stale.html") == nil)
        #expect(folder.names == ["guide", "site", "templates"])
    }

    @Test func `an empty folder is replaced`() throws {
        try FileManager.default.createDirectory(
            atPath: folder("site"), withIntermediateDirectories: false)
        _ = try folder.build("one")
        #expect(folder.text("site/nl/index.html") == "one")
        #expect(folder.names == ["guide", "site", "templates"])
    }

    @Test func `a file whose name is not UTF-8 goes with the old site`() throws {
        _ = try folder.build("one")
        let name = Array(folder("site/").utf8CString.dropLast()) + [CChar(bitPattern: 0xE9), 0]
        #expect(close(open(name, O_CREAT | O_WRONLY, 0o600)) == 0)
        _ = try folder.build("two")
        #expect(folder.names == ["guide", "site", "templates"])
    }

    @Test func `errors leave what was published as it is`() throws {
        _ = try folder.build("one", "--private", folder("p"))
        let command = try folder.buildCommand(["--private", folder("p")])
        let answer = try command.answer(errorCompiler, disk: Disk())
        #expect(answer.ending == .errors)
        #expect(answer.output == "")
        #expect(folder.text("site/nl/index.html") == "one")
        #expect(folder.text("p/a/2024/trace.md") == "one")
        #expect(folder.names == ["guide", "p", "site", "templates"])
    }

    @Test func `what is not for the public is for its owner alone`() throws {
        _ = try folder.build("one", "--private", folder("p"))
        for name in ["p", "p/a", "p/a/2024"] { #expect(try folder.mode(name) == 0o700) }
        for name in ["p/.kapitaal-private", "p/a/2024/trace.md"] {
            #expect(try folder.mode(name) == 0o600)
        }
        _ = try folder.build("two", "--private", folder("p"))
        #expect(folder.text("p/a/2024/trace.md") == "two")
        #expect(try folder.mode("p") == 0o700)
        #expect(folder.names == ["guide", "p", "site", "templates"])
    }

    @Test func `when the site cannot be replaced the private folder comes back`() throws {
        _ = try folder.build("one", "--private", folder("p"))
        let site = folder("site")
        let disk = Disk(exchange: { path, other in
            if other == site { throw CouldNotRun("no right", code: EACCES) }
            try Disk().exchange(path, other)
        })
        let answer = try folder.build("two", on: disk, "--private", folder("p"))
        #expect(answer.ending == .couldNotRun)
        #expect(answer.remarks == "kapitaal: no right\n")
        #expect(folder.text("site/nl/index.html") == "one")
        #expect(folder.text("p/a/2024/trace.md") == "one")
        #expect(folder.names == ["guide", "p", "site", "templates"])
    }

    @Test func `a private folder that appeared goes again when the site cannot follow`() throws {
        _ = try folder.build("one")
        let disk = Disk(exchange: { _, _ in throw CouldNotRun("no right", code: EACCES) })
        let answer = try folder.build("two", on: disk, "--private", folder("p"))
        #expect(answer.ending == .couldNotRun)
        #expect(folder.names == ["guide", "site", "templates"])
    }

    @Test func `a site without a manifest is not published`() throws {
        let answer = try folder.buildCommand().answer({ _, _ in Compilation() }, disk: Disk())
        #expect(answer.ending == .couldNotRun)
        #expect(folder.names == ["guide", "templates"])
    }

    @Test func `what a killed run left is removed`() throws {
        try folder.write("", to: ".site.new-1/.kapitaal-staging")
        try folder.write("half", to: ".site.new-1/tree/index.html")
        try FileManager.default.createDirectory(
            atPath: folder(".site.new-2"), withIntermediateDirectories: false)
        _ = try folder.build("one")
        #expect(folder.names == ["guide", "site", "templates"])
    }

    @Test func `what another run is writing stays`() throws {
        try folder.write("", to: ".site.new-1/.kapitaal-staging")
        let lock = try #require(try Disk().lock(folder(".site.new-1/.kapitaal-staging")))
        _ = try folder.build("one")
        #expect(folder.names == [".site.new-1", "guide", "site", "templates"])
        Disk().unlock(lock)
    }

    @Test func `a folder with such a name but without the mark stays`() throws {
        try folder.write("mine", to: ".site.new-1/mine.txt")
        try folder.write("mine", to: ".site-4/mine.txt")
        _ = try folder.build("one")
        #expect(folder.names == [".site-4", ".site.new-1", "guide", "site", "templates"])
    }
}

/// On a file system that cannot exchange two folders.
struct LinkPublicationTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.writeProject()
    }

    @Test func `the site becomes a link to a numbered folder`() throws {
        for text in ["one", "two", "three", "four"] {
            _ = try folder.build(text, on: plainDisk)
            #expect(folder.text("site/nl/index.html") == text)
        }
        #expect(Disk().target(ofLink: folder("site")) == ".site-3")
        #expect(folder.names == [".site-3", "guide", "site", "templates"])
    }

    @Test func `a link of an earlier build gives way to a folder where that is possible`() throws {
        for text in ["one", "two"] { _ = try folder.build(text, on: plainDisk) }
        _ = try folder.build("three")
        #expect(try Disk().kind(of: folder("site")) == .folder)
        #expect(folder.text("site/nl/index.html") == "three")
        #expect(folder.names == ["guide", "site", "templates"])
    }

    @Test func `a link that the user made is followed`() throws {
        try FileManager.default.createDirectory(
            atPath: folder("elsewhere"), withIntermediateDirectories: false)
        try folder.link("site", to: "elsewhere")
        for text in ["one", "two"] { _ = try folder.build(text) }
        #expect(Disk().target(ofLink: folder("site")) == "elsewhere")
        #expect(folder.text("elsewhere/nl/index.html") == "two")
        #expect(folder.names == ["elsewhere", "guide", "site", "templates"])
    }

    @Test func `private folders are linked too, and come back`() throws {
        for text in ["one", "two"] {
            _ = try folder.build(text, on: plainDisk, "--private", folder("p"))
        }
        #expect(folder.text("p/a/2024/trace.md") == "two")
        #expect(try folder.mode(".p-1") == 0o700)
        let site = folder("site")
        let disk = Disk(exchange: { path, other in
            throw CouldNotRun("no", code: other == site ? EACCES : EINVAL)
        })
        let answer = try folder.build("three", on: disk, "--private", folder("p"))
        #expect(answer.ending == .couldNotRun)
        #expect(folder.text("p/a/2024/trace.md") == "two")
        #expect(folder.text("site/nl/index.html") == "two")
        #expect(folder.names == [".p-1", ".site-1", "guide", "p", "site", "templates"])
    }

    @Test func `a private folder set aside comes back`() throws {
        _ = try folder.build("one", "--private", folder("p"))
        let site = folder("site")
        let disk = Disk(exchange: { path, other in
            throw CouldNotRun("no", code: other == site ? EACCES : EINVAL)
        })
        _ = try folder.build("two", on: disk, "--private", folder("p"))
        #expect(folder.text("p/a/2024/trace.md") == "one")
        #expect(folder.names == ["guide", "p", "site", "templates"])
    }
}
