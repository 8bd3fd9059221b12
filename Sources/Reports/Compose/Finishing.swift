import Markup
import Source

/// The last steps of every page: the list of the sources that it cites,
/// numbers, ids.
struct Finishing {
    let project: Project
    let language: Language
    let file: String

    func finish(_ document: Document, _ findings: inout Findings) -> Document {
        let cited = cited(in: document, &findings)
        let linked = document.mapInlines { inline in
            guard case .link(var link) = inline.kind, link.destination.hasPrefix("source:")
            else { return [inline] }
            guard !cited.isEmpty else { return link.content }
            let id = String(link.destination.dropFirst("source:".count))
            if link.content == [.text(id)], let title = project.sources[id]?.title {
                link.content = [.text(title)]
            }
            link.destination = "#\(Identifier.slug(Labels.sources[language]))"
            return [Inline(.link(link), line: inline.line)]
        }
        let whole = Document(linked.blocks + list(of: cited))
        let numbered = Numbering(language: language).number(whole).givingIDs()
        _ = Numbering.anchors(of: numbered, file: file, &findings)
        return numbered
    }

    /// The ids of the cited sources, sorted by title.
    private func cited(in document: Document, _ findings: inout Findings) -> [Sources.Entry] {
        var ids: Set<String> = []
        var found = Findings()
        document.forEachInline { inline in
            guard case .link(let link) = inline.kind, link.destination.hasPrefix("source:")
            else { return }
            let id = String(link.destination.dropFirst("source:".count))
            project.sources.check(
                Located(id, at: Place(file: file, line: inline.line ?? 1)), &found)
            ids.insert(id)
        }
        findings.add(found)
        return ids.compactMap { project.sources[$0] }
            .sorted { ($0.title, $0.id.value) < ($1.title, $1.id.value) }
    }

    private func list(of entries: [Sources.Entry]) -> [Block] {
        guard !entries.isEmpty else { return [] }
        let items = entries.map { entry -> [Block] in
            let title: Inline = entry.url.map { .link(entry.title, to: $0) }
                ?? .text(entry.title)
            var text = " (\(entry.author), \(entry.year))"
            if !entry.isVerified { text += ", \(Labels.unverified[language])" }
            if let note = entry.note?[language] { text += ". \(note)" }
            return [Block.paragraph(title, .text(text))]
        }
        return [.heading(2, Labels.sources[language]), Block(.list(List(items: items)))]
    }
}
