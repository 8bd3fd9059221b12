import Foundation
import Source
@testable import Reports

/// The files of this repository that the tests read. Nothing else in the
/// tests of this target touches the disk.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path()

    /// The files below a folder of the repository, as files below `name`.
    /// What starts with a dot is passed over.
    static func tree(_ folder: String, as name: String) throws -> FileTree {
        var tree = FileTree()
        guard FileManager.default.fileExists(atPath: root + folder) else { return tree }
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root + folder + "/")
        for path in paths.sorted() {
            let whole = "\(root)\(folder)/\(path)"
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder),
                !isFolder.boolValue, !path.contains("/."), !path.hasPrefix(".")
            else { continue }
            let target = name.isEmpty ? path : "\(name)/\(path)"
            tree[target] = Array(try Data(contentsOf: URL(filePath: whole)))
        }
        return tree
    }

    /// The repository's own guide and templates.
    static func whole() throws -> FileTree {
        var tree = try tree("guide", as: "guide")
        tree.add(try templates())
        return tree
    }

    /// The same compiled once, with what is not for the public: it takes
    /// seconds, and many tests look at it.
    static func compiledWhole() throws -> Compilation { try compiledOnce.get() }

    private static let compiledOnce = Result {
        compile(try whole(), CompileOptions(isPrivateWanted: true))
    }

    /// The same read and computed once.
    static func wholeProject() throws -> Project { try projectOnce.get() }

    private static let projectOnce: Result<Project, any Error> = Result {
        var findings = Findings()
        let project = ProjectReader(tree: try whole(), options: CompileOptions()).read(&findings)
        guard let project else { throw Unreadable(findings: findings.sorted) }
        return project
    }

    private struct Unreadable: Error { let findings: [Diagnostic] }

    /// The smallest whole project: the guide of the specs, and the
    /// repository's own templates.
    static func base() throws -> FileTree {
        var tree = try tree("Tests/Specs/base", as: "")
        tree.add(try templates())
        return tree
    }

    static func templates() throws -> FileTree { try tree("templates", as: "templates") }

    static func text(_ path: String) throws -> String {
        try String(contentsOfFile: root + path, encoding: .utf8)
    }

    static func write(_ tree: FileTree, to folder: String) throws {
        for path in tree.paths {
            let file = URL(filePath: "\(root)\(folder)/\(path)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(tree[path] ?? []).write(to: file)
        }
    }

    static func remove(_ folder: String) throws {
        guard FileManager.default.fileExists(atPath: root + folder) else { return }
        try FileManager.default.removeItem(atPath: root + folder)
    }

    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root + folder).sorted()
            .filter { !$0.hasPrefix(".") }
    }
}

extension FileTree {
    /// A file as text; nil when it is absent or not UTF-8.
    func text(_ path: String) -> String? {
        self[path].flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// Replaces a text that stands once in a file; false when it does not.
    mutating func replace(_ old: String, with new: String, in path: String) -> Bool {
        guard let text = text(path) else { return false }
        let parts = text.components(separatedBy: old)
        guard parts.count == 2 else { return false }
        write(parts.joined(separator: new), to: path)
        return true
    }

    /// The same, for a test that cannot go on without it.
    mutating func exchange(_ old: String, with new: String, in path: String) throws {
        guard replace(old, with: new, in: path) else { throw Absent(text: old, path: path) }
    }

    struct Absent: Error {
        let text: String
        let path: String
    }

    /// A page's Markdown without its front matter.
    func body(_ path: String) -> String {
        let text = text(path) ?? ""
        guard text.hasPrefix("---\n") else { return text }
        return text.components(separatedBy: "\n---\n").dropFirst().joined(separator: "\n---\n")
    }

    /// The paths at which two trees differ, for a short message.
    func differences(from other: FileTree) -> [String] {
        Set(paths + other.paths).filter { self[$0] != other[$0] }.sorted()
    }
}
