extension Rule {
    package static let frontMatter = Rule(
        "front-matter",
        reason: "A page says its title and its address in the lines between two '---' lines "
            + "at its top.",
        example: "a chapter that starts with its first heading",
        mend: "Start the file with '---', lines of 'key: value', and '---'.")
}

/// A page's text, parted into the YAML between the `---` lines at its top and
/// the Markdown below them. Only a line that is `---` and nothing else ends
/// the front matter.
package struct FrontMatter: Sendable {
    package let fields: Fields
    package let body: String
    /// The line of the file at which the body starts.
    package let bodyLine: Int

    package init?(_ file: SourceFile, _ findings: inout Findings) {
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
            findings.add(
                .frontMatter, at: Place(file: file.path, line: 1),
                "page does not start with front matter between two '---' lines")
            return nil
        }
        let head = lines[1..<end].joined(separator: "\n")
        guard let tree = YAMLTree(head, file: file.path, firstLine: 2, &findings),
            let fields = Fields(tree, &findings)
        else { return nil }
        self.fields = fields
        body = lines[(end + 1)...].joined(separator: "\n")
        bodyLine = end + 2
    }
}
