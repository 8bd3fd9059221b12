import Source

/// What the compiler reads, loaded from the user's folders.
///
/// The guide stands under `guide/`, the templates under `templates/`; data
/// from outside the guide's own `example` under `data/`.
struct Input {
    private(set) var tree = FileTree()
    /// What is wrong with the names of files; they are not in the tree.
    private(set) var findings = Findings()
    /// The folder of the companies' data in the tree.
    let data: String
    let folders: InputFolders
    /// The folders without links, with the names of their options.
    let places: [(option: String, path: String)]

    init(_ folders: InputFolders, from disk: Disk) throws {
        let guide = try Self.place(of: folders.guide, "--guide", disk)
        let templates = try Self.place(of: folders.templates, "--templates", disk)
        let data = try Self.place(of: folders.data, "--data", disk)
        let isExample = try data == disk.resolved(guide + "/example")
        self.folders = folders
        self.data = isExample ? "guide/example" : "data"
        places = [("--guide", guide), ("--templates", templates), ("--data", data)]
        try load(guide, as: "guide", from: disk)
        try load(templates, as: "templates", from: disk)
        if !isExample { try load(data, as: "data", from: disk) }
    }

    private mutating func load(_ folder: String, as name: String, from disk: Disk) throws {
        var loading = Loading(of: folder, from: disk)
        try loading.load(folder, as: name)
        tree.add(loading.tree)
        findings.add(loading.findings)
    }

    private static func place(of folder: String, _ option: String, _ disk: Disk) throws -> String {
        guard !folder.isEmpty, let place = try disk.resolved(folder) else {
            throw CouldNotRun("folder '\(folder)' does not exist; name another with \(option)")
        }
        guard try disk.kind(of: place) == .folder else {
            throw CouldNotRun("'\(folder)' is not a folder; name one with \(option)")
        }
        return place
    }
}
