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
    let companies = companyFolders(project, input)
    let inputs = input.paths.filter { path in
        (path.hasPrefix("guide/") || path.hasPrefix("templates/"))
            && !companies.contains { path.hasPrefix($0) }
    }
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

/// The guide and the templates are public, the companies' data are not,
/// wherever they lie: data in a folder of the guide is read a second time as
/// part of it.
private func companyFolders(_ project: Project, _ input: FileTree) -> [String] {
    let folders = input.paths.filter { $0.hasSuffix("/party.yaml") }
        .map { String($0.dropLast("party.yaml".count)) }
    return folders + [ProjectReader.example + "/", project.data.folder + "/"]
}
