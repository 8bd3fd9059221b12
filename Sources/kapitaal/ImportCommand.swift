import ArgumentParser
import Declarations
import Source

/// Takes what others published into a company's data.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes published declarations into a company's folder.",
        discussion: """
            Example:
              kapitaal import epd declaration.json --to our-company
            """,
        subcommands: [EPDImportCommand.self])
}

/// Environmental product declarations, in the forms that programmes serve.
struct EPDImportCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "epd",
        abstract: "Takes environmental product declarations into a company's folder.",
        discussion: """
            Reads ILCD+EPD as JSON and openEPD. Each file is kept as it came, as \
            epd/<id>.json in the company's folder, so that its digest can be compared \
            with the publisher's. All are written, or none.

            Example:
              kapitaal import epd 0aa8b645.json --to guide/example/betonmortel
            """)

    @Argument(help: ArgumentHelp("Files of declarations.", valueName: "file"))
    var files: [String]

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("Folder of the company.", valueName: "dir"))
    var company: String

    @Option(help: ArgumentHelp("Folder of the guide, for its epd-ranges.yaml.", valueName: "dir"))
    var guide = "guide"

    @Option(help: "How diagnostics are printed.")
    var format = DiagnosticFormat.text

    func answer() throws -> Answer {
        let disk = Disk()
        var findings = Findings()
        let ranges = try ranges(disk, &findings)
        var imported: [ImportedDeclaration] = []
        for file in files {
            let bytes = try disk.read(
                file, upTo: Loading.largestFile, elseFirst: SourceFile.byteLimit + 1)
            var tree = FileTree()
            tree[file] = bytes
            guard let source = SourceFile(file, in: tree, &findings),
                let declaration = DeclarationReader().read(source, &findings)
            else { continue }
            ranges?.check(declaration, &findings)
            imported.append(ImportedDeclaration(declaration, bytes: bytes, file: file))
        }
        let list = DiagnosticList(findings.all, in: try InputFolders.parse([]))
        var answer = Answer(ending: list.ending)
        answer.remarks = try list.printed(as: format, consequence: "nothing was written")
        guard list.errorCount == 0 else { return answer }
        let shelf = DeclarationShelf(company: company, disk: disk)
        let outcomes = try shelf.put(imported)
        for (declaration, outcome) in zip(imported, outcomes) {
            answer.output += "\(shelf.typed(declaration)): \(outcome.rawValue)\n"
            for line in DeclarationSummary(declaration.content, stem: declaration.stem).lines {
                answer.output += "  \(line.printable)\n"
            }
        }
        return answer
    }

    private func ranges(_ disk: Disk, _ findings: inout Findings) throws -> PlausibleRanges? {
        let path = guide + "/epd-ranges.yaml"
        guard try disk.kind(of: path) == .file else { return nil }
        var tree = FileTree()
        tree[path] = try disk.read(
            path, upTo: Loading.largestFile, elseFirst: SourceFile.byteLimit + 1)
        return SourceFile(path, in: tree, &findings).map { PlausibleRanges($0, &findings) }
    }
}

/// A declaration on its way into a company's folder.
struct ImportedDeclaration {
    let content: Declaration
    let bytes: [UInt8]
    let file: String

    init(_ content: Declaration, bytes: [UInt8], file: String) {
        self.content = content
        self.bytes = bytes
        self.file = file
    }

    /// The id of the declaration as a file's name and a cell: small letters,
    /// digits and hyphens.
    var stem: String {
        let id = content.id.value.isEmpty ? (content.registration ?? "") : content.id.value
        var stem = ""
        for scalar in id.lowercased().unicodeScalars {
            let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
            if isPlain { stem.unicodeScalars.append(scalar) }
            else if stem.last != "-", !stem.isEmpty { stem += "-" }
        }
        while stem.last == "-" { stem.removeLast() }
        return stem.isEmpty ? "declaration" : String(stem.prefix(80))
    }
}

/// The folder `epd` of a company: files come in together, and none replaces
/// another.
struct DeclarationShelf {
    enum Outcome: String { case written, present = "already there" }

    let company: String
    let disk: Disk

    private var folder: String { company + (company.hasSuffix("/") ? "epd" : "/epd") }

    func typed(_ declaration: ImportedDeclaration) -> String {
        "\(folder)/\(declaration.stem).json"
    }

    /// Throws, and writes nothing, when the company has no folder or a file of
    /// one of these names holds something else.
    func put(_ declarations: [ImportedDeclaration]) throws -> [Outcome] {
        guard let place = try disk.resolved(company), try disk.kind(of: place) == .folder else {
            throw CouldNotRun("'\(company)' is no folder; name that of a company with --to")
        }
        var taken: [String: ImportedDeclaration] = [:]
        var outcomes: [Outcome] = []
        for declaration in declarations {
            let path = typed(declaration)
            if let other = taken[path] {
                guard other.bytes == declaration.bytes else {
                    throw CouldNotRun(
                        "'\(declaration.file)' and '\(other.file)' have the same id, "
                            + "\(declaration.stem), and differ; nothing was written")
                }
                outcomes.append(.present)
                continue
            }
            taken[path] = declaration
            outcomes.append(try isPresent(declaration) ? .present : .written)
        }
        let new = zip(declarations, outcomes).filter { $0.1 == .written }.map(\.0)
        if !new.isEmpty { try write(new) }
        return outcomes
    }

    private func isPresent(_ declaration: ImportedDeclaration) throws -> Bool {
        let path = typed(declaration)
        guard try disk.kind(of: path) != nil else { return false }
        let old = try disk.read(path, upTo: Loading.largestFile, elseFirst: 0)
        guard old == declaration.bytes else {
            throw CouldNotRun(
                "'\(path)' is there with other content; nothing was written. Compare the two, "
                    + "and remove the file to replace it")
        }
        return true
    }

    /// Under passing names first, so that a full disk leaves nothing behind.
    private func write(_ declarations: [ImportedDeclaration]) throws {
        try disk.makeFolders(folder, mode: 0o777)
        var passing: [String] = []
        var placed: [String] = []
        do {
            for declaration in declarations {
                let path = "\(folder)/.\(declaration.stem).new"
                if try disk.kind(of: path) != nil { try disk.remove(path) }
                passing.append(path)
                try disk.write(declaration.bytes, to: path, mode: 0o666)
            }
            for (path, declaration) in zip(passing, declarations) {
                try disk.move(path, to: typed(declaration))
                placed.append(typed(declaration))
            }
        } catch {
            for path in passing + placed { try? disk.remove(path) }
            throw error
        }
    }
}
