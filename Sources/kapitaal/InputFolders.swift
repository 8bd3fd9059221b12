import ArgumentParser

/// The folders that a command reads, as the user typed them.
struct InputFolders: ParsableArguments {
    @Option(help: ArgumentHelp("Folder of the guide.", valueName: "dir"))
    var guide = "guide"

    @Option(help: ArgumentHelp("Folder of the templates.", valueName: "dir"))
    var templates = "templates"

    @Option(
        name: .customLong("data"),
        help: ArgumentHelp(
            "Folder of the companies' data. (default: 'example' in the guide)", valueName: "dir"))
    var typedData: String?

    var data: String { typedData ?? Self.joined(guide, "example") }

    /// The name that the user knows of a file in the compiler's tree.
    func typed(_ path: String) -> String {
        for (root, folder) in [("guide", guide), ("templates", templates), ("data", data)] {
            if path == root { return folder }
            if path.hasPrefix(root + "/") {
                return Self.joined(folder, String(path.dropFirst(root.count + 1)))
            }
        }
        return path
    }

    private static func joined(_ folder: String, _ path: String) -> String {
        folder.hasSuffix("/") ? folder + path : folder + "/" + path
    }
}
