import Source
import Testing

@Suite("A CSV table")
struct CSVTests {
    /// The columns a and b, and c where the file has it.
    private func read(
        _ text: String, _ dialect: CSVDialect = CSVDialect()
    ) -> (table: CSVTable, found: [String]) {
        var findings = Findings()
        let table = CSVTable(
            SourceFile(path: "t.csv", text: text), dialect: dialect,
            required: ["a", "b"], optional: ["comment"], &findings)
        return (table, findings.sorted.map(\.description))
    }

    private func cells(_ text: String, _ dialect: CSVDialect = CSVDialect()) -> [[String]] {
        read(text, dialect).table.rows.map { [$0["a"].value, $0["b"].value] }
    }

    @Test("has rows of named cells")
    func plain() {
        #expect(cells("a,b\n1,2\n3,4\n") == [["1", "2"], ["3", "4"]])
        #expect(cells("a,b\n1,2") == [["1", "2"]])
        #expect(cells("b,a\n1,2") == [["2", "1"]])
        #expect(cells("a,b\n,2") == [["", "2"]])
    }

    @Test("keeps what stands in quotes")
    func quotes() {
        #expect(cells("a,b\n\"1,5\",\"say \"\"no\"\"\"\n") == [["1,5", "say \"no\""]])
        #expect(cells("a,b\n\"one\ntwo\",2\n3,4") == [["one\ntwo", "2"], ["3", "4"]])
        #expect(cells("a,b\n\"\",2") == [["", "2"]])
        #expect(cells("a,b\n5\" pipe,2") == [["5\" pipe", "2"]])
    }

    @Test("leaves out the white space round a cell")
    func whiteSpace() {
        #expect(cells("a , b\n 1 ,\t2 \n \"3\" , 4") == [["1", "2"], ["3", "4"]])
    }

    @Test("passes over rows without text")
    func blankRows() {
        #expect(cells("\na,b\n\n1,2\n,\n  ,  \n3,4\n\n") == [["1", "2"], ["3", "4"]])
    }

    @Test("has the declared separator")
    func separators() {
        #expect(cells("a;b\n1,5;2", CSVDialect(separator: ";")) == [["1,5", "2"]])
        #expect(cells("a\tb\n1\t2", CSVDialect(separator: "\t")) == [["1", "2"]])
        let found = read("a;b\n1;2").found
        #expect(found.contains(
            "t.csv:1: error: column 'a' is missing; the file seems to be separated by ';': "
                + "declare it [missing-column]"))
    }

    @Test("reads the line ends of every system alike")
    func lineEnds() {
        for end in ["\n", "\r\n", "\r"] {
            var findings = Findings()
            let tree = FileTree(["t.csv": "a,b\(end)1,\"x\(end)y\"\(end)3,4\(end)"])
            let table = CSVTable(
                SourceFile("t.csv", in: tree, &findings)!, dialect: CSVDialect(),
                required: ["a", "b"], &findings)
            #expect(table.rows.map { $0["b"].value } == ["x\ny", "4"])
            #expect(table.rows.map(\.place.line) == [2, 4])
            #expect(findings.all.isEmpty)
        }
    }

    @Test("knows where each cell stands, in characters")
    func places() {
        let rows = read("a,b\ncafé,2\n\"é\ne\", 4\n5,6").table.rows
        #expect(rows.map { $0["b"].place.description } == ["t.csv:2:6", "t.csv:4:5", "t.csv:5:3"])
        #expect(rows.map { $0["a"].place.description } == ["t.csv:2:1", "t.csv:3:1", "t.csv:5:1"])
        #expect(rows.map { $0["comment"].place.description } == ["t.csv:2", "t.csv:3", "t.csv:5"])
        let combined = read("a,b\ncafe\u{301},2").table.rows
        #expect(combined[0]["b"].place.column == 6)
    }

    @Test("leaves out a row of another width and names its place")
    func width() {
        let (table, found) = read("a,b\n1,5,2\n3,4\n5")
        #expect(table.rows.map { $0["a"].value } == ["3"])
        #expect(found == [
            "t.csv:2:1: error: row has 3 cells where the header has 2 [csv-row-width]",
            "t.csv:4:1: error: row has 1 cells where the header has 2 [csv-row-width]",
        ])
    }

    @Test("finds a column that is unknown, and what was probably meant")
    func unknownColumn() {
        #expect(read("a,b,coment\n1,2,3").found == [
            "t.csv:1:5: error: column 'coment' is not known here; did you mean 'comment'? "
                + "[unknown-column]",
        ])
    }

    @Test("finds a column that stands twice")
    func duplicateColumn() {
        let (table, found) = read("a,b,a\n1,2,3")
        #expect(found == ["t.csv:1:5: error: column 'a' stands twice [duplicate-column]"])
        #expect(table.rows.map { $0["a"].value } == ["1"])
    }

    @Test("without a required column has no rows")
    func missingColumn() {
        let (table, found) = read("a\n1")
        #expect(table.rows.isEmpty)
        #expect(found == ["t.csv:1: error: column 'b' is missing [missing-column]"])
        #expect(read("").found == [
            "t.csv:1: error: file is empty; its header is a,b [missing-column]",
        ])
    }

    @Test("finds a quote that does not close or closes too early")
    func openQuote() {
        #expect(read("a,b\n1,\"2\n3,4\n").found == [
            "t.csv:2:3: error: quote does not close [csv-quote]",
        ])
        #expect(read("a,b\n\"1\"x,2").found == [
            "t.csv:2:1: error: text 'x' stands after the closing quote [csv-quote]",
        ])
    }
}
