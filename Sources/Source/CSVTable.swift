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
    /// One row. A cell becomes a text when it is asked for.
    package struct Row: Sendable {
        fileprivate let cells: CSVCells
        fileprivate let columns: Columns
        fileprivate let index: Int

        package var place: Place {
            Place(file: cells.path, line: cells.place(of: cells.rows[index].lowerBound).line)
        }

        /// The cell of a column; empty text, at the row's place, where the
        /// file has no such column.
        package subscript(column: String) -> Located<String> {
            guard let offset = columns.offset(of: column) else { return Located("", at: place) }
            let cell = cells.rows[index].lowerBound + offset
            return Located(cells.text(of: cell), at: cells.place(of: cell))
        }
    }

    /// The names of a header, found by length and outer letters first: this is
    /// asked for every cell of a ledger.
    fileprivate struct Columns: Sendable {
        let names: [String]
        private let marks: [Int]

        init(_ names: [String]) {
            self.names = names
            marks = names.map(Self.mark)
        }

        func offset(of name: String) -> Int? {
            let mark = Self.mark(of: name)
            return marks.indices.first { marks[$0] == mark && names[$0] == name }
        }

        private static func mark(of name: String) -> Int {
            let bytes = name.utf8
            return bytes.count << 16 | Int(bytes.first ?? 0) << 8 | Int(bytes.last ?? 0)
        }
    }

    package let rows: [Row]

    /// Reads a file; what does not fit is found and its row left out.
    package init(
        _ file: SourceFile, dialect: CSVDialect,
        required: [String], optional: [String] = [], _ findings: inout Findings
    ) {
        let cells = CSVCells(file, separator: dialect.separator, &findings)
        guard let header = cells.rows.first else {
            findings.add(
                .missingColumn, at: Place(file: file.path),
                "file is empty; its header is \(required.joined(separator: ","))")
            rows = []
            return
        }
        let names = Self.names(header, in: cells, known: required + optional, &findings)
        let missing = required.filter { !names.contains($0) }
        for name in missing {
            let separated = names.count == 1 && names[0].contains(";")
            findings.add(
                .missingColumn, at: Place(file: file.path, line: 1),
                "column '\(name)' is missing"
                    + (separated ? "; the file seems to be separated by ';': declare it" : ""))
        }
        rows = missing.isEmpty ? Self.rows(of: cells, names: names, &findings) : []
    }

    private static func names(
        _ header: Range<Int>, in cells: CSVCells, known: [String], _ findings: inout Findings
    ) -> [String] {
        var names: [String] = []
        for cell in header {
            let name = cells.text(of: cell)
            if !known.contains(name) {
                findings.add(
                    .unknownColumn, at: cells.place(of: cell),
                    "column '\(name)' is not known here" + NearMiss.hint(for: name, among: known))
            } else if names.contains(name) {
                findings.add(
                    .duplicateColumn, at: cells.place(of: cell), "column '\(name)' stands twice")
            }
            names.append(name)
        }
        return names
    }

    private static func rows(
        of cells: CSVCells, names: [String], _ findings: inout Findings
    ) -> [Row] {
        let columns = Columns(names)
        return cells.rows.indices.dropFirst().compactMap { index in
            let row = cells.rows[index]
            guard row.count == names.count else {
                findings.add(
                    .csvRowWidth, at: cells.place(of: row.lowerBound),
                    "row has \(row.count) cells where the header has \(names.count)")
                return nil
            }
            return Row(cells: cells, columns: columns, index: index)
        }
    }
}
