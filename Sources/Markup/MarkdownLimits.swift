package import Source

extension Rule {
    package static let markdownLimit = Rule(
        "markdown-limit",
        reason: "The engine that reads Markdown can be made to hang by texts that no person "
            + "writes; they are refused before it sees them.",
        example: "a line that starts with forty '>'",
        mend: "Split the text, or take out the repeated marks.")
}

extension MarkdownReader {
    /// What a text may ask of the engine. The standard values were measured:
    /// within them no text takes the engine more than about a second.
    package struct Limits: Sendable, Equatable {
        /// Of the whole text.
        package var bytes = 1_000_000
        package var bytesPerLine = 20_000
        package var pipesPerLine = 256
        /// Quotes and lists opened by one line; also its indent, in columns,
        /// divided by four.
        package var nestingPerLine = 32
        /// Lines times the most cells of one of them, for lines that follow
        /// each other without a blank one; over the whole text.
        package var tableCells = 100_000
        /// Runs of one of `_ * < ! & ]` or a back-quote, and every `[`, in lines that
        /// follow each other without a blank one.
        package var markersPerParagraph = 4_000
        /// Bytes that links repeat from the definitions they refer to.
        package var referenceBytes = 5_000_000
        /// Blocks, inlines, rows and cells of the engine's tree.
        package var nodes = 200_000
        /// Of the engine's tree: every list counts for two.
        package var depth = 100

        package init() {}
        package static let standard = Limits()
    }
}

extension MarkdownReader.Limits {
    struct Excess {
        var line: Int
        var message: String
    }

    /// The first limit that a text exceeds, by a scan of its lines.
    func excess(in lines: SourceLines) -> Excess? {
        guard lines.byteCount <= bytes else {
            return Excess(line: 1, message: "text is larger than \(bytes) bytes")
        }
        var paragraph = ParagraphCount()
        var cells = 0
        var brackets = 0
        var definition = 0
        for number in stride(from: 1, through: lines.count, by: 1) {
            let line = LineCount(lines[number])
            if let message = excess(of: line) { return Excess(line: number, message: message) }
            if line.isBlank {
                cells += paragraph.cells
                paragraph = ParagraphCount(startLine: number + 1)
            }
            paragraph.add(line)
            brackets += line.brackets
            if paragraph.defines { definition = max(definition, paragraph.bytes) }
            if let message = excess(of: paragraph, cellsBefore: cells) {
                return Excess(line: max(1, paragraph.startLine), message: message)
            }
        }
        return brackets * definition <= referenceBytes
            ? nil
            : Excess(line: 1, message: "link definitions are repeated too often")
    }

    private func excess(of line: LineCount) -> String? {
        if line.bytes > bytesPerLine { return "line is longer than \(bytesPerLine) bytes" }
        if line.pipes > pipesPerLine { return "line has more than \(pipesPerLine) bars" }
        if line.nesting > nestingPerLine || line.indent > 4 * nestingPerLine {
            return "nesting is deeper than \(nestingPerLine) levels"
        }
        return nil
    }

    private func excess(of paragraph: ParagraphCount, cellsBefore: Int) -> String? {
        if cellsBefore + paragraph.cells > tableCells {
            return "tables have more than \(tableCells) cells"
        }
        if paragraph.markers > markersPerParagraph {
            return "paragraph has more than \(markersPerParagraph) marks of Markdown"
        }
        return nil
    }

    /// What the copy of the engine's tree ran into.
    func excess(_ excess: EngineNode.Excess) -> Excess {
        switch excess {
        case .depth(let line):
            Excess(line: line, message: "nesting is deeper than \(depth) levels")
        case .nodes:
            Excess(line: 1, message: "text has more than \(nodes) parts")
        }
    }
}

/// What a line holds of that which costs the engine time.
private struct LineCount {
    var bytes = 0
    var pipes = 0
    var nesting = 0
    /// In columns; a tab counts for four.
    var indent = 0
    var markers = 0
    var brackets = 0
    var isBlank = true
    var defines = false

    init(_ line: ArraySlice<UInt8>) {
        bytes = line.count
        var atStart = true
        var previous: UInt8 = 0
        for byte in line {
            if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { isBlank = false }
            if atStart { atStart = countLead(byte, previous) }
            count(byte, previous)
            previous = byte
        }
    }

    private mutating func countLead(_ byte: UInt8, _ previous: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "): indent += nesting == 0 ? 1 : 0
        case UInt8(ascii: "\t"): indent += nesting == 0 ? 4 : 0
        case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "."), UInt8(ascii: ")"):
            // A rule or an underline of one repeated mark opens nothing.
            if byte != previous || byte == UInt8(ascii: ">") { nesting += 1 }
        case UInt8(ascii: "0")...UInt8(ascii: "9"): break
        default: return false
        }
        return true
    }

    private mutating func count(_ byte: UInt8, _ previous: UInt8) {
        switch byte {
        case UInt8(ascii: "|"): pipes += 1
        case UInt8(ascii: "["):
            brackets += 1
            markers += 1
        case UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: "!"),
            UInt8(ascii: "]"), UInt8(ascii: "&"), UInt8(ascii: "`"):
            if byte != previous { markers += 1 }
        case UInt8(ascii: ":"):
            if previous == UInt8(ascii: "]") { defines = true }
        default: break
        }
    }
}

/// The same over lines that follow each other without a blank one.
private struct ParagraphCount {
    var startLine = 1
    var bytes = 0
    var lines = 0
    var pipes = 0
    var markers = 0
    var defines = false

    var cells: Int { pipes == 0 ? 0 : lines * (pipes + 1) }

    mutating func add(_ line: LineCount) {
        bytes += line.bytes + 1
        lines += 1
        pipes = max(pipes, line.pipes)
        markers += line.markers
        defines = defines || line.defines
    }
}
