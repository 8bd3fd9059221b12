import Markup
import Source

/// The page shell, the skeletons of the reports and the stylesheet.
struct Templates: Sendable {
    struct Skeleton: Sendable {
        let path: String
        let body: Document
    }

    let shell: PageShell
    let party: [Language: Skeleton]
    let chain: [Language: Skeleton]
    let styles: [UInt8]

    init?(_ tree: FileTree, _ findings: inout Findings) {
        func skeletons(_ name: String) -> [Language: Skeleton] {
            var found: [Language: Skeleton] = [:]
            for language in Language.allCases {
                let path = "templates/\(name).\(language.rawValue).md"
                guard let file = SourceFile(path, in: tree, &findings) else { continue }
                let body = MarkdownReader().read(file.text, file: path, &findings)
                PageReader.checkHeadings(of: body, above: 0, path, &findings)
                found[language] = Skeleton(path: path, body: body)
            }
            return found
        }
        party = skeletons("party")
        chain = skeletons("chain")
        let shell = SourceFile("templates/page.mustache", in: tree, &findings)
            .flatMap { PageShell($0, &findings) }
        let styles = SourceFile("templates/style.css", in: tree, &findings)
        guard let shell, let styles, party.count == 2, chain.count == 2 else { return nil }
        self.shell = shell
        self.styles = Array(styles.text.utf8)
    }
}
