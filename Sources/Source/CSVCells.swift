/// The cells of a CSV text as ranges of its bytes. Texts and places are made
/// when they are asked for: most cells of a large ledger never are.
final class CSVCells: Sendable {
    let path: String
    /// Each row as a range of cells; rows without any text are left out.
    let rows: [Range<Int>]
    private let bytes: [UInt8]
    private let cells: [Cell]

    /// Where a cell stands; its text lies between two bytes, without the white
    /// space round it.
    private struct Cell {
        var start = 0, end = 0
        /// The byte where the cell begins, quote included, and its line.
        var opening = 0, lineStart = 0, line = 1
        var isQuoted = false
    }

    init(_ file: SourceFile, separator: Character, _ findings: inout Findings) {
        var scanner = Scanner(file, separator: separator.utf8.first ?? UInt8(ascii: ","))
        scanner.scan(&findings)
        path = file.path
        bytes = scanner.bytes
        cells = scanner.cells
        rows = scanner.rows
    }

    func text(of index: Int) -> String {
        let cell = cells[index]
        let text = String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
        return cell.isQuoted ? text.replacing("\"\"", with: "\"").trimmingWhiteSpace : text
    }

    /// Columns count characters, not bytes.
    func place(of index: Int) -> Place {
        let cell = cells[index]
        let before = bytes[cell.lineStart..<cell.opening]
        let isASCII = before.allSatisfy { $0 < 128 }
        let column = isASCII
            ? before.count : String(decoding: before, as: UTF8.self).count
        return Place(file: path, line: cell.line, column: column + 1)
    }

    /// Splits the text into cells.
    private struct Scanner {
        let path: String
        let bytes: [UInt8]
        let separator: UInt8
        var cells: [Cell] = []
        var rows: [Range<Int>] = []
        private var index = 0
        private var line = 1
        private var lineStart = 0

        private static let quote = UInt8(ascii: "\"")
        private static let newline = UInt8(ascii: "\n")

        init(_ file: SourceFile, separator: UInt8) {
            path = file.path
            bytes = Array(file.text.utf8)
            self.separator = separator
        }

        mutating func scan(_ findings: inout Findings) {
            while index < bytes.count {
                let first = cells.count
                var hasText = false
                while true {
                    let cell = scanCell(&findings)
                    hasText = hasText || cell.end > cell.start
                    cells.append(cell)
                    guard index < bytes.count else { break }
                    let end = bytes[index]
                    index += 1
                    if end == Self.newline {
                        startLine()
                        break
                    }
                }
                if hasText {
                    rows.append(first..<cells.count)
                } else {
                    cells.removeSubrange(first...)
                }
            }
        }

        private mutating func startLine() {
            line += 1
            lineStart = index
        }

        /// Stops before the separator or the line end that closes the cell.
        private mutating func scanCell(_ findings: inout Findings) -> Cell {
            while index < bytes.count, isSpace(bytes[index]), bytes[index] != separator {
                index += 1
            }
            var cell = Cell(opening: index, lineStart: lineStart, line: line)
            if index < bytes.count, bytes[index] == Self.quote {
                quoted(&cell, &findings)
            } else {
                cell.start = index
                cell.end = plainEnd()
            }
            return cell
        }

        private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

        private mutating func plainEnd() -> Int {
            let start = index
            while index < bytes.count, bytes[index] != separator, bytes[index] != Self.newline {
                index += 1
            }
            var end = index
            while end > start, isSpace(bytes[end - 1]) { end -= 1 }
            return end
        }

        private mutating func quoted(_ cell: inout Cell, _ findings: inout Findings) {
            let place = Place(
                file: path, line: line,
                column: String(decoding: bytes[lineStart..<index], as: UTF8.self).count + 1)
            index += 1
            cell.isQuoted = true
            cell.start = index
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                if byte == Self.newline { startLine() }
                guard byte == Self.quote else { continue }
                if index < bytes.count, bytes[index] == Self.quote {
                    index += 1
                    continue
                }
                cell.end = index - 1
                let rest = index
                let end = plainEnd()
                let text = String(decoding: bytes[rest..<end], as: UTF8.self).trimmingWhiteSpace
                if !text.isEmpty {
                    findings.add(
                        .csvQuote, at: place, "text '\(text)' stands after the closing quote")
                }
                return
            }
            cell.end = bytes.count
            findings.add(.csvQuote, at: place, "quote does not close")
        }
    }
}

extension String {
    fileprivate var trimmingWhiteSpace: String {
        var rest = Substring(self)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
