import Capital
import Markup
import Source

/// Everything that the public gets: pages, reports, data, stylesheet and the
/// manifest that lists them.
func siteFiles(
    _ project: Project, _ pages: [Page], _ input: FileTree, _ findings: inout Findings
) -> FileTree {
    var site = FileTree()
    let stylesheet = asset("style.css", project.templates.styles)
    site[stylesheet] = project.templates.styles
    var images: [String: String] = [:]
    for path in referredImages(pages) {
        guard let bytes = input[path], let name = path.split(separator: "/").last else { continue }
        images[path] = asset(String(name), bytes)
        site[asset(String(name), bytes)] = bytes
    }
    let render = Render(
        project: project, addresses: Addresses(project), stylesheet: stylesheet, images: images,
        tree: input)
    site.add(render.files(pages, &findings))
    site.add(dataFiles(project))
    site.add(manifestFile(project, site: site, input: input))
    return site
}

/// The address of a file whose name carries its digest: a changed file has
/// another address, so that no reader sees a stale one.
private func asset(_ name: String, _ bytes: [UInt8]) -> String {
    let parts = name.split(separator: ".")
    let stem = parts.dropLast().joined(separator: ".")
    return "assets/\(stem)-\(Digest.sha256(bytes).prefix(10)).\(parts.last ?? "")"
}

/// The files of the guide that pages show; no other picture is published.
private func referredImages(_ pages: [Page]) -> Set<String> {
    var paths: Set<String> = []
    for page in pages {
        page.body.forEachInline { inline in
            guard case .image(let image) = inline.kind else { return }
            paths.insert(Links.joined(image.source, to: page.file))
        }
        page.body.forEachBlock { block in
            guard case .figure(let figure) = block.kind,
                case .image(let source) = figure.picture
            else { return }
            paths.insert(Links.joined(source, to: page.file))
        }
    }
    return paths.filter { $0.hasPrefix("guide/") && !$0.hasPrefix(ProjectReader.example + "/") }
}
