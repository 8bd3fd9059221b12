import Testing

/// The house style, as far as a machine can tell. What is found prints as
/// the compiler prints its errors.
@Suite struct Tidy {
    private func expectNone(_ findings: [String], _ location: SourceLocation = #_sourceLocation) {
        #expect(findings.isEmpty, "\n\(findings.joined(separator: "\n"))", sourceLocation: location)
    }

    /// Findings of one check on each line of code.
    private func onLines(
        of files: [SwiftSource], _ check: (SwiftSource, Int) -> String?
    ) -> [String] {
        files.flatMap { file in
            file.lines.indices.compactMap { index in
                check(file, index).map { file.finding(index, $0) }
            }
        }
    }

    @Test func thereAreFiles() {
        #expect(SwiftFiles.sources.count > 80 && SwiftFiles.tests.count > 30)
    }

    @Test func linesHaveAtMost100Columns() {
        expectNone(onLines(of: SwiftFiles.all) { file, index in
            let width = file.lines[index].count
            return width > 100 ? "line has \(width) columns; break it at 100" : nil
        })
    }

    @Test func filesHaveAtMost300Lines() {
        expectNone(SwiftFiles.all.compactMap { file in
            let count = file.lines.count - (file.lines.last == "" ? 1 : 0)
            return count > 300
                ? file.finding(300, "file has \(count) lines; split it by subject at 300") : nil
        })
    }

    @Test func functionsHaveAtMost50Lines() {
        expectNone(SwiftFiles.all.flatMap { file in
            file.functions.filter { $0.length > 50 }.map {
                file.finding($0.first, "'\($0.name)' has \($0.length) lines; part it at 50")
            }
        })
    }

    @Test(arguments: [
        ("CCmarkGFM", "Sources/Markup/CMarkTree.swift"),
        ("Yams", "Sources/Source/YAMLTree.swift"),
        ("Mustache", "Sources/Reports/Site/PageShell.swift"),
        ("Crypto", "Sources/Reports/Data/Digest.swift"),
    ])
    func aDependencyStandsBehindOneFile(_ module: String, _ path: String) {
        expectNone(onLines(of: SwiftFiles.sources) { file, index in
            let words = file.code[index].split(separator: " ")
            guard words.contains("import"), words.last == Substring(module), file.path != path
            else { return nil }
            return "'import \(module)' stands outside \(path); call what that file offers"
        })
        #expect(SwiftFiles.sources.contains { $0.path == path })
    }

    /// The compiler is a pure function; the disk is one file of the program.
    @Test func onlyOneFileTouchesTheDisk() {
        let calls = [
            "FileManager", "FileHandle(for", "fopen(", "opendir(", "readdir(", "unlink(", "rename(",
            "renameat2(", "mkdir(", "symlink(", "chmod(", "import Glibc", "import Darwin",
            "String(contentsOf", "Data(contentsOf",
        ]
        let allowed = "Sources/kapitaal/Disk.swift"
        expectNone(onLines(of: SwiftFiles.sources.filter { $0.path != allowed }) { file, index in
            calls.first { file.code[index].contains($0) }
                .map { "'\($0)' touches the disk outside \(allowed); ask Disk for it" }
        })
    }

    @Test func nothingDependsOnTheHost() {
        let names = [
            "Date()", "Date.now", "Locale", "TimeZone", "ProcessInfo", "getenv", "hashValue",
            "randomElement", ".shuffled(", "SystemRandomNumberGenerator",
        ]
        let files = SwiftFiles.sources.filter { !$0.path.hasPrefix("Sources/kapitaal/") }
        expectNone(onLines(of: files) { file, index in
            names.first { file.code[index].contains($0) }
                .map { "'\($0)' depends on the host; the same input gives the same bytes" }
        })
    }

    @Test func onlyTheCommandLinePrints() {
        let files = SwiftFiles.sources.filter { file in
            !file.path.hasPrefix("Sources/kapitaal/")
                && !file.code.contains { $0.contains("func print(") }
        }
        expectNone(onLines(of: files) { file, index in
            file.code[index].contains(#/(^|[^.\w])(debugPrint|print|dump)\(/#)
                ? "printing is for Sources/kapitaal; give a diagnostic" : nil
        })
    }

    @Test func typesAreNamedForTheirSubject() {
        let banned = ["Manager", "Helper", "Utils", "Utilities", "SDK"]
        expectNone(onLines(of: SwiftFiles.all) { file, index in
            let name = file.code[index].firstMatch(
                of: #/\b(struct|enum|class|actor|protocol|typealias) (\w+)/#)?.2
            if let name, let word = banned.first(where: name.contains) {
                return "type '\(name)' is named '\(word)'; name it for what it is"
            }
            return file.code[index].contains(#/\bfunc get[A-Z]/#)
                ? "function is named 'get…'; name it for what it gives" : nil
        })
    }

    /// A type's members go without where their signature says it all.
    @Test func packageTypesAndFunctionsHaveADocComment() {
        let kinds: Set<Substring> = ["struct", "enum", "class", "actor", "protocol", "func"]
        expectNone(onLines(of: SwiftFiles.sources) { file, index in
            let words = file.code[index].split { $0 == " " || $0 == "(" || $0 == ":" }
            guard file.code[index].hasPrefix("package "), !words.contains("import"),
                let kind = words.first(where: kinds.contains),
                let name = words.drop(while: { $0 != kind }).dropFirst().first
            else { return nil }
            var above = index - 1
            while above >= 0, file.lines[above].firstMatch(of: #/^\s*@/#) != nil { above -= 1 }
            let isDescribed = above >= 0 && file.lines[above].contains("///")
            return isDescribed ? nil : "\(kind) '\(name)' has no doc comment; say what it is"
        })
    }
}
