import Yams

extension Rule {
    package static let yamlSyntax = Rule(
        "yaml-syntax",
        reason: "The file cannot be read as YAML, so nothing in it counts.",
        example: "title: Stap 1: aan de slag",
        mend: "Mend the line; put a text that holds ': ' or starts with a mark in quotes.")

    package static let yamlAnchor = Rule(
        "yaml-anchor",
        reason: "An anchor can make a small file grow without bound, and hides where a value "
            + "comes from. To be sure that there is none, each quote closes on its line.",
        example: "unit: &u kg",
        mend: "Write the value out where it is used, and a quoted text on one line.")

    package static let nestingTooDeep = Rule(
        "nesting-too-deep",
        reason: "Nothing here needs more than a few levels; deep nesting is a damaged file.",
        example: "a list in a list in a list …, forty deep",
        mend: "Flatten the file to the form that the guide describes.")
}

/// A YAML file as a tree of placed texts. Scalars stay text: what is a number
/// is decided, strictly, where it is read.
package indirect enum YAMLTree: Sendable {
    case text(Located<String>)
    case list([YAMLTree], Place)
    case map([Entry], Place)

    package struct Entry: Sendable {
        package let key: Located<String>
        package let value: YAMLTree
    }

    package static let depthLimit = 20

    package var place: Place {
        switch self {
        case .text(let text): text.place
        case .list(_, let place): place
        case .map(_, let place): place
        }
    }

    /// Nil, with a finding, when the text is not YAML. `firstLine` is the
    /// line of the file that the text starts at.
    package init?(
        _ text: String, file: String, firstLine: Int = 1, _ findings: inout Findings
    ) {
        let reader = YAMLReader(file: file, offset: firstLine - 1)
        guard reader.isFlatEnough(text, &findings), reader.hasNoAnchors(text, &findings) else {
            return nil
        }
        do {
            guard let node = try Yams.compose(yaml: text) else {
                self = .map([], Place(file: file, line: firstLine))
                return
            }
            guard let tree = reader.tree(node, depth: 0, &findings) else { return nil }
            self = tree
        } catch let error as YamlError {
            let (place, problem) = reader.problem(error)
            findings.add(.yamlSyntax, at: place, problem)
            return nil
        } catch {
            findings.add(
                .yamlSyntax, at: Place(file: file, line: firstLine), "YAML is not readable")
            return nil
        }
    }
}

private struct YAMLReader {
    let file: String
    let offset: Int

    func tree(_ node: Node, depth: Int, _ findings: inout Findings) -> YAMLTree? {
        let place = place(node.mark)
        if node.anchor != nil {
            findings.add(.yamlAnchor, at: place, "anchor '&…' is not read here")
            return nil
        }
        guard depth < YAMLTree.depthLimit else {
            findings.add(
                .nestingTooDeep, at: place,
                "nesting is deeper than \(YAMLTree.depthLimit) levels")
            return nil
        }
        switch node {
        case .scalar(let scalar):
            let isNull = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
            return .text(Located(isNull ? "" : scalar.string, at: place))
        case .sequence(let sequence):
            return .list(sequence.compactMap { tree($0, depth: depth + 1, &findings) }, place)
        case .mapping(let mapping):
            let entries = mapping.compactMap { key, value -> YAMLTree.Entry? in
                guard let name = key.scalar else {
                    findings.add(.yamlSyntax, at: self.place(key.mark), "key is not one text")
                    return nil
                }
                guard let value = tree(value, depth: depth + 1, &findings) else { return nil }
                return YAMLTree.Entry(
                    key: Located(name.string, at: self.place(key.mark)), value: value)
            }
            return .map(entries, place)
        case .alias:
            findings.add(.yamlAnchor, at: place, "alias '*…' is not read here")
            return nil
        }
    }

    /// Looks at the nesting before the engine does: it reads by recursion and
    /// would exhaust the stack on a hostile file.
    func isFlatEnough(_ text: String, _ findings: inout Findings) -> Bool {
        var brackets = 0
        for (number, line) in Self.lines(of: text).enumerated() {
            let lead = line.prefix { " -?:".contains($0) }
            brackets += line.count { "[{".contains($0) }
            brackets -= line.count { "]}".contains($0) }
            let open = line.count { "[{".contains($0) }
            if lead.count > 80 || lead.count(where: { $0 != " " }) > YAMLTree.depthLimit
                || max(open, brackets) > 200
            {
                findings.add(
                    .nestingTooDeep,
                    at: Place(file: file, line: number + 1 + offset),
                    "nesting is deeper than \(YAMLTree.depthLimit) levels")
                return false
            }
        }
        return true
    }

    /// Looks for anchors and aliases before the engine does: it writes an
    /// alias out, so that a few lines could fill the memory. They stand where
    /// a value starts; inside quotes and words the signs are text. A quote
    /// closes on its line, so that no line can hide what the next one holds.
    func hasNoAnchors(_ text: String, _ findings: inout Findings) -> Bool {
        for (number, line) in Self.lines(of: text).enumerated() {
            guard let (column, problem) = Self.anchor(in: Array(line.unicodeScalars)) else {
                continue
            }
            let place = Place(file: file, line: number + 1 + offset, column: column + 1)
            findings.add(.yamlAnchor, at: place, problem)
            return false
        }
        return true
    }

    /// The lines as the engine parts them: YAML knows more line ends than one.
    private static func lines(of text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) {
            "\n\u{85}\u{2028}\u{2029}".contains($0)
        }
    }

    private static func anchor(in line: [Unicode.Scalar]) -> (column: Int, problem: String)? {
        var quote: (sign: Unicode.Scalar, column: Int)?
        var startsValue = true
        var isEscaped = false
        for (column, scalar) in line.enumerated() {
            if let open = quote {
                if scalar == open.sign, !isEscaped { quote = nil }
                isEscaped = open.sign == "\"" && scalar == "\\" && !isEscaped
                startsValue = false
            } else if scalar == "#", column == 0 || line[column - 1] == " " {
                return nil
            } else if startsValue, scalar == "\"" || scalar == "'" {
                quote = (scalar, column)
            } else if startsValue, scalar == "&" || scalar == "*" {
                return (column, "'\(scalar)' starts an anchor or an alias")
            } else if startsValue, scalar == "!" {
                return (column, "'!' starts a tag, which could hide an anchor")
            } else if scalar != " " {
                startsValue = "-:?[{,".unicodeScalars.contains(scalar)
            }
        }
        return quote.map { ($0.column, "quote does not close on its line") }
    }

    func place(_ mark: Mark?) -> Place {
        Place(file: file, line: (mark?.line ?? 1) + offset, column: mark?.column)
    }

    func problem(_ error: YamlError) -> (Place, String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return (place(mark), "YAML is not readable: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "'\($0)'" }.joined(separator: ", ")
            return (place(context.mark), "key \(keys) stands twice")
        case .reader(let problem, _, _, _):
            return (place(nil), "YAML is not readable: \(problem)")
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            return (place(nil), "YAML is not readable")
        }
    }
}
