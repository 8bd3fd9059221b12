import Testing

/// Every rule is in the list of its target, under a name of its own.
@Suite struct RuleLists {
    private struct Declared {
        let name: String
        let id: String
        let target: Substring
        let file: SwiftSource
        let line: Int
    }

    private let declared: [Declared] = SwiftFiles.sources.flatMap { file in
        file.code.indices.compactMap { line -> Declared? in
            guard let match = file.code[line].firstMatch(of: #/static let (\w+) = Rule\(/#) else {
                return nil
            }
            let text = file.lines[line...].prefix(2).joined()
            guard let id = text.firstMatch(of: #/Rule\(\s*"([^"]*)"/#)?.1 else { return nil }
            return Declared(
                name: String(match.1), id: String(id), target: file.parts[1], file: file,
                line: line)
        }
    }

    @Test func everyRuleIsInTheListOfItsTarget() {
        var listed: [Substring: Set<Substring>] = [:]
        for file in SwiftFiles.sources {
            let code = file.code.joined(separator: "\n")
            for match in code.matches(of: #/\[Rule\] = \[([^\]]*)\]/#) {
                let names = match.1.split { !$0.isLetter && !$0.isNumber }
                listed[file.parts[1], default: []].formUnion(names)
            }
        }
        let lost = declared.filter { !(listed[$0.target] ?? []).contains(Substring($0.name)) }
        let findings = lost.map {
            $0.file.finding($0.line, "rule '\($0.name)' is in no list of rules of \($0.target)")
        }
        #expect(findings.isEmpty, "\n\(findings.joined(separator: "\n"))")
        #expect(declared.count > 70)
    }

    @Test func idsAreUniqueWordsWithHyphens() {
        var seen: Set<String> = []
        let findings = declared.compactMap { rule -> String? in
            let isFirst = seen.insert(rule.id).inserted
            let isWords = rule.id.wholeMatch(of: #/[a-z][a-z0-9]*(-[a-z0-9]+)*/#) != nil
            return isFirst && isWords ? nil : rule.file.finding(
                rule.line,
                "id '\(rule.id)' stands twice, or is not small letters, digits and hyphens")
        }
        #expect(findings.isEmpty, "\n\(findings.joined(separator: "\n"))")
    }
}
