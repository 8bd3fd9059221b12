import Capital
import Source

/// `manifest.json`: the checksum of every public file and of every public
/// input, and the versions of what the figures rest on. No ledger is listed:
/// the checksum of a small file can give its content away.
func manifestFile(_ project: Project, site: FileTree, input: FileTree) -> FileTree {
    func checksums(_ paths: [String], in tree: FileTree) -> JSONValue {
        .object(paths.map {
            JSONValue.Member(key: $0, value: .text(Digest.sha256(tree[$0] ?? [])))
        })
    }
    let inputs = input.paths.filter { isPublicInput($0, project) }
    let sets = project.sets.map { set -> JSONValue in
        .pairs(("id", .text(set.id)), ("version", .text(set.version)))
    }
    let manifest = JSONValue.pairs(
        ("generator", .text("kapitaal")), ("format", .integer(1)),
        ("edition", .text(project.edition.name)), ("date", .text(project.edition.date)),
        ("valuation-sets", .array(sets)),
        ("indicators", .texts(project.indicators.ids)),
        ("inputs", checksums(inputs, in: input)),
        ("files", checksums(site.paths, in: site)))
    return FileTree(["manifest.json": manifest.written])
}

/// The guide and the templates are public, the companies' data are not.
private func isPublicInput(_ path: String, _ project: Project) -> Bool {
    if path.hasPrefix("templates/") { return true }
    return path.hasPrefix("guide/") && !path.hasPrefix(ProjectReader.example + "/")
        && !path.hasPrefix(project.data.folder + "/")
}
