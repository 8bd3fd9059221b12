import Mustache
import Source

extension Rule {
    static let templateSyntax = Rule(
        "template-syntax",
        reason: "The page shell cannot be read, so no page can be made.",
        example: "{{#chapters}} without {{/chapters}}",
        mend: "Mend the tag; sections close in the order in which they open.")

    static let unknownTemplateName = Rule(
        "unknown-template-name",
        reason: "A name that the program does not fill would print nothing, on every page.",
        example: "{{titel}}",
        mend: "Use the names that the program fills; partials and other delimiters are not used.")
}

/// The page round every text: a Mustache template with a closed list of
/// names. The only file that knows the template engine.
///
/// The engine escapes by grapheme, so that a quote with a combining mark
/// after it passes; our own content type escapes by byte. It is set at the
/// head of the template, because the engine's default cannot be replaced.
struct PageShell: Sendable {
    private let template: MustacheTemplate

    /// Every name that a template may use, with what it prints.
    static let names: Set<String> = [
        "lang", "title", "siteTitle", "subtitle", "description", "edition", "date", "root",
        "styles", "home", "body", "otherLanguage", "otherAddress", "otherName", "skip",
        "navigation", "name", "address", "isCurrent", "license", "madeWith", "navigationLabel",
        "markdownAddress", "markdownName", "dataAddress", "dataName", "hasFiles", "kind",
        "canonical", "policy", "previous", "next", "hasSequence", "sequenceLabel",
        "hasPrevious", "hasNext",
    ]

    init?(_ file: SourceFile, _ findings: inout Findings) {
        guard Self.check(file, &findings) else { return nil }
        _ = Self.registration
        do {
            template = try MustacheTemplate(
                string: "{{% CONTENT_TYPE: \(ByteEscaped.name)}}" + file.text)
        } catch let error as MustacheTemplate.ParserError {
            findings.add(
                .templateSyntax,
                at: Place(
                    file: file.path, line: error.context.lineNumber,
                    column: error.context.columnNumber),
                "template is not readable: \(error.error)")
            return nil
        } catch {
            findings.add(
                .templateSyntax, at: Place(file: file.path), "template is not readable")
            return nil
        }
    }

    func render(_ values: [String: any Sendable]) -> String { template.render(values) }

    /// Looks at every tag before the engine does: it prints nothing for a
    /// name that it does not know, and takes time quadratic in their number.
    private static func check(_ file: SourceFile, _ findings: inout Findings) -> Bool {
        let before = findings.all.count
        var tags = 0
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            for (column, tag) in Self.tags(in: line) {
                tags += 1
                let place = Place(file: file.path, line: index + 1, column: column)
                if let problem = problem(of: tag) {
                    findings.add(.unknownTemplateName, at: place, problem)
                }
            }
        }
        if tags > 500 {
            findings.add(
                .templateSyntax, at: Place(file: file.path),
                "template has \(tags) tags; at most 500 are read")
        }
        return findings.all.count == before
    }

    private static func tags(in line: Substring) -> [(column: Int, tag: Substring)] {
        var found: [(Int, Substring)] = []
        var rest = line
        while let start = rest.firstRange(of: "{{") {
            let after = rest[start.upperBound...]
            guard let end = after.firstRange(of: "}}") else { break }
            let column = line.distance(from: line.startIndex, to: start.lowerBound) + 1
            found.append((column, after[..<end.lowerBound]))
            rest = after[end.upperBound...]
        }
        return found
    }

    private static func problem(of tag: Substring) -> String? {
        if tag.first == "!" { return nil }
        var name = tag
        let isRaw = tag.first == "{"
        if let mark = name.first, "#^/{".contains(mark) { name.removeFirst() }
        let trimmed = String(name.filter { $0 != " " })
        if isRaw, trimmed != "body" {
            return "name '\(trimmed)' stands in three braces, which only 'body' may"
        }
        guard !names.contains(trimmed) else { return nil }
        return "name '\(trimmed)' is not filled by the program"
            + NearMiss.hint(for: trimmed, among: names)
    }

    private static let registration: Void = MustacheContentTypes.register(
        ByteEscaped(), named: ByteEscaped.name)
}

/// Escapes text for HTML byte by byte.
private struct ByteEscaped: MustacheContentType {
    static let name = "KAPITAAL"

    func escapeText(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
