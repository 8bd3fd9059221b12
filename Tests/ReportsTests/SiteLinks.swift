import Source

/// What the pages of a site point at, read from their HTML as a browser
/// would: the values of `href`, `src` and `id`.
struct SiteLinks {
    struct Link: Hashable {
        let page: String
        let target: String
    }

    private(set) var links: [Link] = []
    /// Addresses that a page loads: images, styles, scripts.
    private(set) var loaded: [Link] = []
    private var ids: [String: Set<String>] = [:]
    private let site: FileTree

    init(_ site: FileTree) {
        self.site = site
        for path in site.paths where path.hasSuffix(".html") {
            let html = site.text(path) ?? ""
            for match in html.matches(of: #/<([a-z0-9]+)([^>]*)>/#) {
                for attribute in match.2.matches(of: #/ (href|src|id|srcset)="([^"]*)"/#) {
                    let value = String(attribute.2).replacing("&amp;", with: "&")
                    let link = Link(page: path, target: value)
                    switch (attribute.1, match.1) {
                    case ("id", _): ids[path, default: []].insert(value)
                    case ("href", "a"): links.append(link)
                    default: loaded.append(link)
                    }
                }
            }
        }
    }

    /// Links that lead nowhere, with their pages.
    var broken: [String] {
        (links + loaded).filter { !isWeb($0.target) && !resolves($0) }
            .map { "\($0.page): \($0.target)" }.sorted()
    }

    func isWeb(_ target: String) -> Bool {
        ["https://", "http://", "mailto:"].contains { target.hasPrefix($0) }
    }

    private func resolves(_ link: Link) -> Bool {
        let parts = link.target.split(
            separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var folder = link.page.split(separator: "/").dropLast().map(String.init)
        var file = link.page
        if !parts[0].isEmpty {
            for part in parts[0].split(separator: "/") {
                if part != ".." { folder.append(String(part)) }
                else if folder.popLast() == nil { return false }
            }
            file = folder.joined(separator: "/")
        }
        guard site[file] != nil, !parts[0].hasPrefix("/") else { return false }
        return parts.count == 1 || ids[file]?.contains(String(parts[1])) ?? false
    }
}
