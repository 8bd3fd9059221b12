import ArgumentParser
import Foundation
import Source
import Testing

@testable import kapitaal

/// Folders that a build does not touch.
struct RefusalTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.writeProject()
    }

    @Test(arguments: [
        ("site/photo.jpg", "x"), ("site/manifest.json", "{}"),
        ("site/manifest.json", #"{"generator": "other"}"#), ("site/.hidden", "x"),
    ])
    func `a folder that kapitaal did not make is refused`(file: String, text: String) throws {
        try folder.write(text, to: file)
        #expect(try folder.refusal().contains("holds files that kapitaal did not make"))
        #expect(folder.text(file) == text)
        #expect(folder.names == ["guide", "site", "templates"])
    }

    @Test func `a file in the place of the site is refused`() throws {
        try folder.write("x", to: "site")
        #expect(try folder.refusal().contains("is not a folder"))
    }

    @Test func `a public site is not replaced by what is not for the public`() throws {
        _ = try folder.build("one")
        let refusal = try folder.refusal("--out", folder("new"), "--private", folder("site"))
        #expect(refusal.contains("there is no .kapitaal-private"))
    }

    @Test func `a private folder is not replaced by the site`() throws {
        _ = try folder.build("one", "--private", folder("p"))
        let refusal = try folder.refusal("--out", folder("p"))
        #expect(refusal.contains("there is no manifest.json of kapitaal"))
    }

    @Test(arguments: [("site", "site"), ("site", "site/p"), ("p/site", "p"), ("site", "a/../site")])
    func `a private folder keeps apart from the site`(site: String, confidential: String) throws {
        let refusal = try folder.refusal(
            "--out", folder(site), "--private", folder(confidential))
        #expect(refusal.hasPrefix("--private"))
        #expect(refusal.contains("overlaps the folder of --out"))
        #expect(folder.names == ["guide", "templates"])
    }

    @Test func `a private folder keeps apart from the site behind a link`() throws {
        for text in ["one", "two"] { _ = try folder.build(text, on: plainDisk) }
        #expect(try folder.refusal("--private", folder("site/p")).contains("overlaps"))
        #expect(try folder.refusal("--private", folder(".site-1/p")).contains("overlaps"))
        try folder.link("other", to: "site")
        #expect(try folder.refusal("--private", folder("other/p")).contains("overlaps"))
    }

    @Test(arguments: ["guide", "guide/site", "templates/x", "guide/example/a", "."])
    func `neither is written in or around a folder that is read`(name: String) throws {
        #expect(try folder.refusal("--out", folder(name)).contains("overlaps the folder of --"))
        #expect(try folder.refusal("--private", folder(name)).contains("overlaps the folder of --"))
    }

    @Test func `the root is refused`() throws {
        #expect(try folder.refusal("--out", "/").contains("cannot be replaced"))
        #expect(try folder.refusal("--out", "").contains("names no folder"))
    }

    @Test(arguments: ["--guide", "--templates", "--data"])
    func `a folder that is absent or a file is named with its option`(option: String) throws {
        try folder.write("x", to: "file")
        for (name, reason) in [("absent", "does not exist"), ("file", "is not a folder")] {
            var arguments = [
                "--guide", folder("guide"), "--templates", folder("templates"),
            ]
            arguments += [option, folder(name)]
            let answer = try CheckCommand.parse(arguments).answerOrFailure()
            #expect(answer.ending == .couldNotRun)
            #expect(answer.remarks.contains(reason))
            #expect(answer.remarks.contains(option))
        }
    }
}
