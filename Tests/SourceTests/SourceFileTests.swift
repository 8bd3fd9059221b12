import Source
import Testing

@Suite("A source file")
struct SourceFileTests {
    private func read(_ bytes: [UInt8]) -> (text: String?, found: [String]) {
        var tree = FileTree()
        tree["f.csv"] = bytes
        var findings = Findings()
        let file = SourceFile("f.csv", in: tree, &findings)
        return (file?.text, findings.sorted.map(\.description))
    }

    @Test("is UTF-8 text")
    func text() {
        #expect(read(Array("é €\n".utf8)).text == "é €\n")
        #expect(read([]).text == "")
    }

    @Test("has no byte order mark, and keeps such a mark further on")
    func byteOrderMark() {
        #expect(read([0xEF, 0xBB, 0xBF] + Array("a\u{FEFF}b".utf8)).text == "a\u{FEFF}b")
    }

    @Test("has line ends of one kind")
    func lineEnds() {
        let text = read(Array("a\r\nb\rc\nd\r\n\r\ne\n\r".utf8)).text
        #expect(text.map { Array($0.utf8) } == Array("a\nb\nc\nd\n\ne\n\n".utf8))
    }

    @Test("that is not UTF-8 is refused at its line")
    func notUTF8() {
        #expect(read(Array("a\nb\ncaf".utf8) + [0xE9, 0x0A]).found == [
            "f.csv:3: error: text is not UTF-8; save the file as UTF-8 [not-utf8]",
        ])
        #expect(read([0xFF, 0xFE, 0x61, 0x00]).found.first?.hasPrefix("f.csv:1:") == true)
        #expect(read(Array("a\n".utf8) + [0xE2, 0x82]).found.first?.hasPrefix("f.csv:2:") == true)
        #expect(read(Array("a\n".utf8) + [0xC0, 0x80]).text == nil)
    }

    @Test("may have a million bytes and no more")
    func tooLarge() {
        let most = [UInt8](repeating: 97, count: SourceFile.byteLimit)
        #expect(read(most).text?.utf8.count == 1_000_000)
        #expect(read(most + [97]).found == [
            "f.csv:1: error: file has 1000001 bytes; at most 1000000 are read [file-too-large]",
        ])
    }

    @Test("that is absent is found")
    func absent() {
        var findings = Findings()
        #expect(SourceFile("x/y.csv", in: FileTree(), &findings) == nil)
        #expect(findings.sorted.map(\.description) == [
            "x/y.csv:1: error: file 'x/y.csv' does not exist [missing-file]",
        ])
    }
}

@Suite("A file tree")
struct FileTreeTests {
    @Test("lists its files in the order of their paths")
    func order() {
        let tree = FileTree(["b/c": "", "a": "", "b/a": "", "b-1": "", "Z": ""])
        #expect(tree.paths == ["Z", "a", "b-1", "b/a", "b/c"])
        #expect(tree.paths(under: "b") == ["b/a", "b/c"])
        #expect(tree.count == 5)
    }

    @Test("names what stands directly in a folder, each once")
    func names() {
        let tree = FileTree(["a/x/1": "", "a/x/2": "", "a/é": "", "ab/y": "", "a/b": ""])
        #expect(tree.names(in: "a") == ["b", "x", "é"])
        #expect(tree.names(in: "c").isEmpty)
    }

    @Test("takes a file from the tree that is added")
    func add() {
        var tree = FileTree(["a": "1", "b": "2"])
        tree.add(FileTree(["b": "33"]))
        #expect(tree["b"].map { String(decoding: $0, as: UTF8.self) } == "33")
        #expect(tree.byteCount == 3)
    }
}

@Suite("A diagnostic")
struct DiagnosticTests {
    private let place = Place(file: "b.csv", line: 12, column: 5)

    @Test("prints its place, severity, message and rule")
    func printing() {
        #expect(Diagnostic(.unknownKey, at: place, "key 'x' is not known").description
            == "b.csv:12:5: error: key 'x' is not known [unknown-key]")
        let rule = Rule("r", .warning, reason: "", example: "", mend: "")
        #expect(Diagnostic(rule, at: Place(file: "a"), "m").description == "a:1: warning: m [r]")
    }

    @Test("stands in the order of its place, then of rule and message, each once")
    func order() {
        var findings = Findings()
        let places = [
            Place(file: "b", line: 2, column: 10), Place(file: "b", line: 10),
            Place(file: "b", line: 2, column: 9), Place(file: "a", line: 99),
            Place(file: "b", line: 2),
        ]
        for place in places + places {
            findings.add(.wrongForm, at: place, "z")
            findings.add(.missingKey, at: place, "b")
            findings.add(.missingKey, at: place, "a")
        }
        let sorted = findings.sorted
        #expect(sorted.count == 15)
        #expect(sorted.map(\.place.description).indices.filter { $0 % 3 == 0 }
            .map { sorted[$0].place.description } == ["a:99", "b:2", "b:2:9", "b:2:10", "b:10"])
        #expect(sorted.prefix(3).map(\.message) == ["a", "b", "z"])
    }

    @Test("is an error unless its rule is a warning")
    func severity() {
        var findings = Findings()
        findings.add(Rule("w", .warning, reason: "", example: "", mend: ""), at: place, "m")
        #expect(!findings.hasErrors)
        var more = Findings()
        more.add(.unknownKey, at: place, "m")
        findings.add(more)
        #expect(findings.hasErrors)
    }
}
