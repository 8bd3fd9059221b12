import Source
import Testing

@Suite("A page")
struct FrontMatterTests {
    private func read(_ text: String) -> (page: FrontMatter?, found: [String]) {
        var findings = Findings()
        let page = FrontMatter(SourceFile(path: "p.nl.md", text: text), &findings)
        return (page, findings.sorted.map(\.description))
    }

    @Test("is front matter and a body that knows its first line")
    func parts() throws {
        let page = try #require(read("---\ntitle: T\n---\n\n# Kop\n").page)
        #expect(page.body == "\n# Kop\n")
        #expect(page.bodyLine == 4)
        var fields = page.fields
        var findings = Findings()
        #expect(fields.text("title", &findings)?.place.description == "p.nl.md:2:8")
    }

    @Test("ends its front matter at the first line that is '---' and nothing else")
    func ends() {
        #expect(read("---\na: x\n---\ntext\n\n---\n\nmore").page?.body == "text\n\n---\n\nmore")
        #expect(read("---\na: x --- y\n---\nb").page?.body == "b")
        #expect(read("---\na: |\n  x\n  ---\n---\nb").page?.body == "b")
        #expect(read("---\na: x\n---").page?.body == "")
    }

    @Test("may have front matter without keys")
    func empty() {
        #expect(read("---\n---\nb").page?.body == "b")
        #expect(read("---\n---\nb").page?.bodyLine == 3)
    }

    @Test("without front matter is refused", arguments: [
        "", "# Kop\n", "------\na: x\n------\n", "---\na: x\n------\n", "---\na: x\n",
        " ---\na: x\n---\n", "\n---\na: x\n---\n", "--- \na: x\n---\n", "---\na: x\n--- \nb",
    ])
    func none(text: String) {
        let (page, found) = read(text)
        #expect(page == nil)
        #expect(found == [
            "p.nl.md:1: error: page does not start with front matter between two '---' lines "
                + "[front-matter]",
        ])
    }

    @Test("whose front matter is no set of keys is refused")
    func list() {
        #expect(read("---\n- a\n---\n").found == [
            "p.nl.md:2:1: error: value is not a set of 'key: value' lines [wrong-form]",
        ])
    }
}
