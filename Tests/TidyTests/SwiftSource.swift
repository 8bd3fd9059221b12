/// A Swift file as lines, and as text in which strings and comments are
/// blank, so that a check finds code and nothing else.
struct SwiftSource {
    let path: String
    let lines: [Substring]
    /// As long as the file, line for line.
    let code: [Substring]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        code = Self.blanked(Array(text)).split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// `path:line: error: message`, as the compiler prints it.
    func finding(_ index: Int, _ message: String) -> String {
        "\(path):\(index + 1): error: \(message)"
    }

    /// The files' folders and own name.
    var parts: [Substring] { path.split(separator: "/") }

    private static func blanked(_ text: [Character]) -> String {
        var blanked = ""
        var index = 0
        func starts(_ mark: String) -> Bool {
            text[index...].starts(with: mark)
        }
        func blank(_ count: Int) {
            for character in text[index..<min(index + count, text.count)] {
                blanked.append(character == "\n" ? "\n" : " ")
            }
            index = min(index + count, text.count)
        }
        func blank(to end: String) {
            while index < text.count, !starts(end) {
                blank(text[index] == "\\" && end.hasPrefix("\"") ? 2 : 1)
            }
            blank(end == "\n" ? 0 : end.count)
        }
        while index < text.count {
            if starts("//") { blank(to: "\n") }
            else if starts("/*") { blank(to: "*/") }
            else if starts("\"\"\"") { blank(3); blank(to: "\"\"\"") }
            else if starts("#/") { blank(2); blank(to: "/#") }
            else if starts("\"") { blank(1); blank(to: "\"") }
            else { blanked.append(text[index]); index += 1 }
        }
        return blanked
    }
}

extension SwiftSource {
    /// A function or initialiser, from the line of its name to that of its
    /// closing brace.
    struct Function {
        let name: String
        let first: Int
        let last: Int
        var length: Int { last - first + 1 }
    }

    /// Every function that has a body; requirements of protocols have none.
    var functions: [Function] {
        let text = Array(code.joined(separator: "\n"))
        var found: [Function] = []
        var line = 0
        for index in text.indices {
            if text[index] == "\n" { line += 1 }
            guard let name = Self.name(at: index, in: text) else { continue }
            if let last = Self.end(from: index, in: text) {
                let length = text[index...last].count { $0 == "\n" }
                found.append(Function(name: name, first: line, last: line + length))
            }
        }
        return found
    }

    private static func name(at index: Int, in text: [Character]) -> String? {
        let before = index > 0 ? text[index - 1] : " "
        guard !before.isLetter, !before.isNumber, !"._`".contains(before) else { return nil }
        if text[index...].starts(with: "func ") {
            return String(text[(index + 5)...].prefix { !"(<".contains($0) })
        }
        let isInitialiser = ["init(", "init?(", "init<"]
            .contains(where: text[index...].starts(with:))
        return isInitialiser ? "init" : nil
    }

    /// The closing brace of the body; nil where another declaration or the
    /// end of the type comes first.
    private static func end(from start: Int, in text: [Character]) -> Int? {
        var parentheses = 0
        var index = start
        while index < text.count {
            switch text[index] {
            case "(", "[": parentheses += 1
            case ")", "]": parentheses -= 1
            case "{" where parentheses == 0: return close(from: index, in: text)
            case "}" where parentheses == 0: return nil
            default: break
            }
            if parentheses == 0, index > start, text[index - 1].isWhitespace,
                ["func ", "var ", "init(", "static "].contains(where: text[index...].starts(with:))
            {
                return nil
            }
            index += 1
        }
        return nil
    }

    private static func close(from start: Int, in text: [Character]) -> Int? {
        var depth = 0
        for index in start..<text.count {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }
}
