import Capital
import Source

/// Where each page stands. A page is named by a key that does not depend on
/// the language, such as `chapter/01-start` or `statement/zandwinning/2024`;
/// a link inside the program says `page:` and the key.
struct Addresses: Sendable {
    private var paths: [String: Translated] = [:]

    init(_ project: Project) {
        add("home", nl: "", en: "")
        add("guide", nl: "gids", en: "guide")
        for chapter in project.chapters {
            add("chapter/\(chapter.id)", nl: "gids/\(chapter[.nl].slug.value)",
                en: "guide/\(chapter[.en].slug.value)")
        }
        add("indicators", nl: "indicatoren", en: "indicators")
        for id in project.indicators.ids {
            add("indicator/\(id)", nl: "indicatoren/\(id)", en: "indicators/\(id)")
        }
        add("sector", nl: "sector", en: "sector")
        add("register", nl: "partijen", en: "parties")
        let parties = project.register.parties.map(\.id.value) + project.data.parties.map(\.id)
        for id in parties { add("party/\(id)", nl: "partijen/\(id)", en: "parties/\(id)") }
        for key in project.accounts.statements.keys {
            let tail = "\(key.party)/\(key.year)"
            add("statement/\(tail)", nl: "partijen/\(tail)", en: "parties/\(tail)")
        }
        add("chain", nl: "keten", en: "chain")
        for year in project.accounts.years {
            add("chain/\(year)", nl: "keten/\(year)", en: "chain/\(year)")
        }
    }

    private mutating func add(_ key: String, nl: String, en: String) {
        func path(_ language: Language, _ tail: String) -> String {
            language.rawValue + (tail.isEmpty ? "" : "/" + tail)
        }
        paths[key] = Translated(nl: path(.nl, nl), en: path(.en, en))
    }

    var keys: [String] { paths.keys.sorted() }

    /// The folder of a page within the site; nil when there is no such page.
    func folder(of key: String, _ language: Language) -> String? { paths[key]?[language] }

    /// The relative address of a file within the site, seen from a folder:
    /// the site works from any path and from `file://`.
    static func relative(_ path: String, from folder: String) -> String {
        let from = folder.split(separator: "/")
        let to = path.split(separator: "/")
        var shared = 0
        while shared < from.count, shared < to.count - 1, from[shared] == to[shared] {
            shared += 1
        }
        let up = Array(repeating: "..", count: from.count - shared)
        return (up + to[shared...].map(String.init)).joined(separator: "/")
    }
}
