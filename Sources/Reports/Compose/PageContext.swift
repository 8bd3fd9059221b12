import Capital
import Markup
import Source

/// What computed values, tables and passages mean on one kind of page.
protocol PageContext: Sendable {
    var language: Language { get }

    /// The value of `` `=name` ``; nil when the name is unknown here.
    func value(_ name: [String]) -> PrintedValue?

    /// Names that a misspelt value may have meant.
    var valueNames: [String] { get }

    /// The blocks of a fenced `table` or `figure`; nil when its name is
    /// unknown here. Options that it takes are removed from `options`.
    func blocks(
        _ directive: Directive, _ options: inout DirectiveOptions, _ findings: inout Findings
    ) -> [Block]?

    var tableNames: [String] { get }

    /// What a passage becomes; nil when its condition is unknown here.
    func blocks(of passage: Passage) -> [Block]?

    /// The words that may follow `:::`.
    var conditions: [String] { get }
}

/// The options of a directive; what no table asks for is unknown.
struct DirectiveOptions {
    private(set) var rest: [String: Located<String>]
    private(set) var asked: Set<String> = []

    init(_ options: [String: Located<String>]) { rest = options }

    mutating func take(_ key: String) -> Located<String>? {
        asked.insert(key)
        return rest.removeValue(forKey: key)
    }

    /// A list of words parted by commas.
    mutating func words(_ key: String) -> [Located<String>]? {
        take(key).map { text in
            text.value.split(separator: ",").map { word in
                Located(String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()),
                        at: text.place)
            }
        }
    }
}

extension Rule {
    static let unknownValue = Rule(
        "unknown-value",
        reason: "A figure in running text is computed, so that it cannot drift from the tables; "
            + "a name that means nothing would print nothing.",
        example: "`=ghg-fule.own`",
        mend: "Use line.column, in a chapter with company and year before it.")

    static let unknownTable = Rule(
        "unknown-table",
        reason: "A table that the program does not make would be missing from the report.",
        example: "```table statment",
        mend: "Use one of the tables that the message names.")

    static let unknownTableOption = Rule(
        "unknown-table-option",
        reason: "An option that nobody reads would be a wish that silently is not granted.",
        example: "line: ghg-fuel, where the option is 'lines'",
        mend: "Use the options that the message names.")

    static let unknownCondition = Rule(
        "unknown-condition",
        reason: "A passage for readers who do not exist would be shown to nobody.",
        example: "::: for bilders",
        mend: "Write 'for' and chain links or, in a report's skeleton, 'when' and a condition.")
}

/// Resolves what editors ask for in a text: computed values, tables and
/// passages. Runs over a whole document and finds everything that is unknown.
struct Resolver {
    let context: any PageContext
    let file: String

    func resolve(_ document: Document, _ findings: inout Findings) -> Document {
        var found = Findings()
        let blocks = document.blocks.flatMap { resolve($0, &found) }
        findings.add(found)
        return Document(blocks)
    }

    private func resolve(_ block: Block, _ findings: inout Findings) -> [Block] {
        switch block.kind {
        case .passage(let passage):
            guard let blocks = context.blocks(of: passage) else {
                let words = passage.condition.joined(separator: " ")
                let last = passage.condition.last ?? ""
                findings.add(
                    .unknownCondition, at: Place(file: file, line: block.line ?? 1),
                    "condition '\(words)' is not known here"
                        + NearMiss.hint(for: last, among: context.conditions))
                return []
            }
            return blocks.flatMap { resolve($0, &findings) }
        case .codeBlock:
            return directive(block, &findings) ?? [block]
        case .blockQuote(let blocks):
            return [
                Block(.blockQuote(blocks.flatMap { resolve($0, &findings) }), line: block.line)
            ]
        case .list(var list):
            list.items = list.items.map { $0.flatMap { resolve($0, &findings) } }
            return [Block(.list(list), line: block.line)]
        case .heading, .paragraph, .table, .figure, .rawHTML, .thematicBreak:
            var found = Findings()
            let resolved = Document([block]).mapInlines {
                [value($0, line: block.line ?? 1, &found)]
            }
            findings.add(found)
            return resolved.blocks
        }
    }

    private func value(_ inline: Inline, line: Int, _ findings: inout Findings) -> Inline {
        guard case .code(let code) = inline.kind, code.hasPrefix("=") else { return inline }
        let words = code.dropFirst().split(separator: " ").map(String.init)
        let name = words.first ?? ""
        let isForm = words.count == 1 || (words.count == 2 && words[1] == "unit")
        if isForm, let value = context.value(
            name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
                + words.dropFirst())
        {
            return Inline(.value(value), line: inline.line)
        }
        let hint = words.count > 1 && !isForm
            ? "; after the name only 'unit' may stand"
            : NearMiss.best(for: name, among: context.valueNames)
                .map { "; did you mean '\($0)'?" } ?? ""
        findings.add(
            .unknownValue, at: Place(file: file, line: inline.line ?? line),
            "value '=\(words.joined(separator: " "))' is not known here" + hint)
        return inline
    }

    private func directive(_ block: Block, _ findings: inout Findings) -> [Block]? {
        guard let directive = Directive(block, file: file, &findings) else { return nil }
        let place = Place(file: file, line: directive.line)
        var options = DirectiveOptions(directive.options)
        guard let blocks = context.blocks(directive, &options, &findings) else {
            findings.add(
                .unknownTable, at: place,
                "\(directive.kind.rawValue) '\(directive.name)' is not known here"
                    + NearMiss.hint(for: directive.name, among: context.tableNames))
            return []
        }
        let caption = options.take("caption")
        let id = options.take("id")
        for (key, option) in options.rest.sorted(by: { $0.key < $1.key }) {
            findings.add(
                .unknownTableOption, at: option.place,
                "option '\(key)' is not one of \(directive.name)"
                    + NearMiss.hint(for: key, among: options.asked))
        }
        return blocks.map { titled($0, caption: caption, id: id, file: file, &findings) }
    }

    /// Gives the first table or figure its caption and id.
    private func titled(
        _ block: Block, caption: Located<String>?, id: Located<String>?, file: String,
        _ findings: inout Findings
    ) -> Block {
        var block = block
        let text = caption.map { caption in
            let document = MarkdownReader().read(
                caption.value, file: file, firstLine: caption.place.line, &findings)
            return Caption(content: document.blocks.first?.contents ?? [])
        }
        switch block.kind {
        case .table(var table):
            table.caption = text ?? table.caption
            table.id = id?.value ?? table.id
            block.kind = .table(table)
        case .figure(var figure):
            figure.caption = text ?? figure.caption
            figure.id = id?.value ?? figure.id
            block.kind = .figure(figure)
        case .heading, .paragraph, .blockQuote, .list, .codeBlock, .rawHTML, .thematicBreak,
            .passage:
            break
        }
        return block
    }
}
