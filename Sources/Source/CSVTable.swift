extension Rule {
    package static let csvQuote = Rule(
        "csv-quote",
        reason: "A quote that does not close swallows the rows after it.",
        example: "1,ghg-fuel,\"620,t CO2-eq",
        mend: "Close the quote, and double a quote inside a quoted cell.")

    package static let csvRowWidth = Rule(
        "csv-row-width",
        reason: "A row with more or fewer cells than the header has its figures in the "
            + "wrong columns.",
        example: "a decimal comma in a file whose separator is a comma",
        mend: "Give the row as many cells as the header, or declare the file's separator "
            + "and decimal mark in party.yaml.")

    package static let unknownColumn = Rule(
        "unknown-column",
        reason: "A column that nobody reads would be a figure that silently does not count.",
        example: "a header 'quantitty'",
        mend: "Use the column names of the guide.")

    package static let missingColumn = Rule(
        "missing-column",
        reason: "Every row needs this value.",
        example: "flows.csv without the column 'unit'",
        mend: "Add the column, also where its cells are empty.")

    package static let duplicateColumn = Rule(
        "duplicate-column",
        reason: "Of two columns with one name it is not clear which holds the figure.",
        example: "quantity,unit,quantity",
        mend: "Remove one of the two columns.")
}

/// How a company's spreadsheet writes CSV; declared, never guessed.
package struct CSVDialect: Sendable, Equatable {
    package var separator: Character
    package var decimalMark: Character

    package init(separator: Character = ",", decimalMark: Character = ".") {
        self.separator = separator
        self.decimalMark = decimalMark
    }
}

/// A CSV file as rows of named, placed cells. The dialect is RFC 4180 with
/// the declared separator: quoted cells may hold separators, doubled quotes
/// and line ends. White space round a cell is not part of it; rows without
/// any text are passed over.
package struct CSVTable: Sendable {
    /// A cell is nil where the file lacks the (optional) column.
    package struct Row: Sendable {
        package let place: Place
        private let cells: [String: Located<String>]

        fileprivate init(place: Place, cells: [String: Located<String>]) {
            self.place = place
            self.cells = cells
        }

        /// The cell of a column; empty text, at the row's place, where the
        /// file has no such column.
        package subscript(column: String) -> Located<String> {
            cells[column] ?? Located("", at: place)
        }
    }

    package let rows: [Row]

    /// Reads a file; what does not fit is found and its row left out.
    package init(
        _ file: SourceFile, dialect: CSVDialect,
        required: [String], optional: [String] = [], _ findings: inout Findings
    ) {
        var scanner = CSVScanner(file, separator: dialect.separator)
        let lines = scanner.lines(&findings)
        guard let header = lines.first else {
            findings.add(
                .missingColumn, at: Place(file: file.path),
                "file is empty; its header is \(required.joined(separator: ","))")
            rows = []
            return
        }
        let known = required + optional
        var names: [String] = []
        for cell in header {
            if !known.contains(cell.value) {
                findings.add(
                    .unknownColumn, at: cell.place,
                    "column '\(cell.value)' is not known here"
                        + NearMiss.hint(for: cell.value, among: known))
            } else if names.contains(cell.value) {
                findings.add(
                    .duplicateColumn, at: cell.place, "column '\(cell.value)' stands twice")
            }
            names.append(cell.value)
        }
        let missing = required.filter { !names.contains($0) }
        for name in missing {
            let separated = header.count == 1 && (header.first?.value.contains(";") ?? false)
            findings.add(
                .missingColumn, at: Place(file: file.path, line: 1),
                "column '\(name)' is missing"
                    + (separated ? "; the file seems to be separated by ';': declare it" : ""))
        }
        rows = missing.isEmpty ? Self.rows(lines.dropFirst(), names: names, &findings) : []
    }

    private static func rows(
        _ lines: ArraySlice<[Located<String>]>, names: [String], _ findings: inout Findings
    ) -> [Row] {
        lines.compactMap { line in
            guard let first = line.first else { return nil }
            guard line.count == names.count else {
                findings.add(
                    .csvRowWidth, at: first.place,
                    "row has \(line.count) cells where the header has \(names.count)")
                return nil
            }
            return Row(
                place: Place(file: first.place.file, line: first.place.line),
                cells: Dictionary(zip(names, line), uniquingKeysWith: { first, _ in first }))
        }
    }
}

/// Splits CSV text into lines of placed cells.
private struct CSVScanner {
    private let path: String
    private let separator: Character
    private var characters: [Character]
    private var index = 0
    private var line = 1
    private var column = 1

    init(_ file: SourceFile, separator: Character) {
        path = file.path
        characters = Array(file.text)
        self.separator = separator
    }

    mutating func lines(_ findings: inout Findings) -> [[Located<String>]] {
        var lines: [[Located<String>]] = []
        while index < characters.count {
            let cells = scanLine(&findings)
            if cells.contains(where: { !$0.value.isEmpty }) { lines.append(cells) }
        }
        return lines
    }

    private mutating func scanLine(_ findings: inout Findings) -> [Located<String>] {
        var cells: [Located<String>] = []
        while true {
            cells.append(scanCell(&findings))
            guard index < characters.count else { return cells }
            let end = characters[index]
            advance()
            if end == "\n" { return cells }
        }
    }

    /// Stops before the separator or the line end that closes the cell.
    private mutating func scanCell(_ findings: inout Findings) -> Located<String> {
        while let next, next == " " || next == "\t", next != separator { advance() }
        let place = Place(file: path, line: line, column: column)
        let text = next == "\"" ? quoted(from: place, &findings) : plain()
        return Located(text, at: place)
    }

    private mutating func plain() -> String {
        var text = ""
        while let next, next != separator, next != "\n" {
            text.append(next)
            advance()
        }
        return trimmed(text)
    }

    private mutating func quoted(from place: Place, _ findings: inout Findings) -> String {
        advance()
        var text = ""
        while let character = next {
            advance()
            if character != "\"" {
                text.append(character)
            } else if next == "\"" {
                text.append("\"")
                advance()
            } else {
                let rest = plain()
                if !rest.isEmpty {
                    findings.add(
                        .csvQuote, at: place, "text '\(rest)' stands after the closing quote")
                }
                return trimmed(text)
            }
        }
        findings.add(.csvQuote, at: place, "quote does not close")
        return trimmed(text)
    }

    private var next: Character? { index < characters.count ? characters[index] : nil }

    private mutating func advance() {
        if characters[index] == "\n" {
            line += 1
            column = 1
        } else {
            column += 1
        }
        index += 1
    }

    private func trimmed(_ text: String) -> String {
        var rest = Substring(text)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
