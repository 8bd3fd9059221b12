import Markup
import Source

/// A page as it was composed: resolved and numbered, its links not yet.
struct Page: Sendable {
    /// See ``Addresses``.
    let key: String
    let language: Language
    let title: String
    let summary: String
    /// The file that an editor would open to change its text.
    let file: String
    var body: Document
    /// Whether the same stands as `report.md` beside it.
    var hasMarkdown = false
    /// The folder of its data files within the site.
    var dataFolder: String?

    /// The ids that links may name.
    var anchors: Set<String> {
        var ids: Set<String> = []
        body.forEachBlock { block in
            switch block.kind {
            case .heading(let heading): heading.id.map { _ = ids.insert($0) }
            case .table(let table): table.id.map { _ = ids.insert($0) }
            case .figure(let figure): figure.id.map { _ = ids.insert($0) }
            case .paragraph, .blockQuote, .list, .codeBlock, .rawHTML, .thematicBreak,
                .passage: break
            }
        }
        return ids
    }
}
