import Capital
import Markup
import Source

extension Rule {
    static let brokenLink = Rule(
        "broken-link",
        reason: "A link that leads nowhere leaves the reader without what was promised.",
        example: "[stap 2](../2-scope/02-objectve.nl.md)",
        mend: "Link to a page's Markdown file, relative to this one, and to an id on it.")

    static let foreignImage = Rule(
        "foreign-image",
        reason: "No request leaves the site, so that no reader is followed and the page works "
            + "offline.",
        example: "![logo](https://example.org/logo.png)",
        mend: "Put the image in the guide's folder and name it by its relative path.")
}

/// Turns the links of a page into addresses, and finds those that lead
/// nowhere.
struct Links {
    let project: Project
    let addresses: Addresses
    /// The ids that each page offers, by key.
    let anchors: [String: Set<String>]
    let tree: FileTree
    /// The addresses of images within the site, by their path in the input.
    let images: [String: String]

    func resolve(_ page: Page, _ findings: inout Findings) -> Document {
        var found = Findings()
        let body = page.body.mapInlines { inline in
            switch inline.kind {
            case .link(var link):
                guard let destination = destination(link.destination, on: page, inline, &found)
                else { return link.content }
                link.destination = destination
                return [Inline(.link(link), line: inline.line)]
            case .image(var image):
                image.source = self.image(image.source, on: page, inline.line, &found)
                return [Inline(.image(image), line: inline.line)]
            case .text, .emphasis, .strong, .code, .softBreak, .lineBreak, .rawHTML, .value:
                return [inline]
            }
        }.mapBlocks { block in
            guard case .figure(var figure) = block.kind,
                case .image(let source) = figure.picture
            else { return [block] }
            figure.picture = .image(source: self.image(source, on: page, block.line, &found))
            return [Block(.figure(figure), line: block.line)]
        }
        findings.add(found)
        return body
    }

    private func destination(
        _ text: String, on page: Page, _ inline: Inline, _ findings: inout Findings
    ) -> String? {
        let place = Place(file: page.file, line: inline.line ?? 1)
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let fragment = parts.count > 1 ? String(parts[1]) : nil
        let path = String(parts[0])
        if ["https:", "http:", "mailto:"].contains(where: { path.hasPrefix($0) }) { return text }
        let key: String
        if path.isEmpty {
            key = page.key
        } else if path.hasPrefix("page:") {
            key = String(path.dropFirst(5))
        } else if let chapter = self.key(ofFile: path, from: page) {
            key = chapter
        } else {
            let file = Self.joined(path, to: page.file)
            findings.add(
                .brokenLink, at: place,
                files.contains(file)
                    ? "page '\(path)' is in the other language; link to the page beside it"
                    : "page '\(path)' does not exist" + NearMiss.hint(for: file, among: files))
            return nil
        }
        return address(
            key, fragment, on: page, place, isCompanyText: path.isEmpty && inline.line == nil,
            &findings)
    }

    private func address(
        _ key: String, _ fragment: String?, on page: Page, _ place: Place,
        isCompanyText: Bool, _ findings: inout Findings
    ) -> String? {
        guard let own = addresses.folder(of: page.key, page.language),
            let folder = addresses.folder(of: key, page.language)
        else {
            findings.add(
                .brokenLink, at: place,
                "page '\(key)' does not exist" + NearMiss.hint(for: key, among: addresses.keys))
            return nil
        }
        if let fragment {
            let ids = key == page.key
                ? page.anchors : anchors["\(page.language.rawValue)/\(key)"] ?? []
            guard ids.contains(fragment) else {
                // A company's own text was checked where its lines are known.
                if isCompanyText { return nil }
                findings.add(
                    key == page.key ? .unknownReference : .brokenLink, at: place,
                    "id '\(fragment)' does not exist on the page"
                        + NearMiss.hint(for: fragment, among: ids))
                return nil
            }
        }
        if key == page.key { return fragment.map { "#\($0)" } ?? "index.html" }
        return Addresses.relative(folder + "/index.html", from: own)
            + (fragment.map { "#\($0)" } ?? "")
    }

    /// The key of the page that a relative path to a Markdown file means.
    private func key(ofFile path: String, from page: Page) -> String? {
        let file = Self.joined(path, to: page.file)
        let language = page.language
        if let chapter = project.chapters.first(where: { $0[language].path == file }) {
            return "chapter/\(chapter.id)"
        }
        return project.indicators.ids
            .first { IndicatorPage.path(of: $0, language) == file }
            .map { "indicator/\($0)" }
    }

    private var files: [String] {
        Language.allCases.flatMap { language in
            project.chapters.map { $0[language].path }
                + project.indicators.ids.map { IndicatorPage.path(of: $0, language) }
        }
    }

    /// A relative path as seen from the folder of a file.
    static func joined(_ path: String, to file: String) -> String {
        var parts = file.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/") {
            switch part {
            case ".": break
            case "..": _ = parts.popLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    private func image(
        _ source: String, on page: Page, _ line: Int?, _ findings: inout Findings
    ) -> String {
        let path = Self.joined(source, to: page.file)
        if let address = images[path],
            let folder = addresses.folder(of: page.key, page.language)
        {
            return Addresses.relative(address, from: folder)
        }
        let isForeign = source.contains(":")
        findings.add(
            isForeign ? .foreignImage : .brokenLink,
            at: Place(file: page.file, line: line ?? 1),
            isForeign
                ? "image '\(source)' lies outside the guide"
                : "image '\(path)' does not exist in the guide")
        return ""
    }
}
