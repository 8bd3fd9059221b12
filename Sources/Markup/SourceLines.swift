/// The lines of a text as bytes, counted from 1, line ends left out. A line
/// ends where the engine ends one: at `\n`, `\r` or `\r\n`.
struct SourceLines: Sendable {
    private let bytes: [UInt8]
    private let ranges: [Range<Int>]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var ranges: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == 10 || byte == 13 else {
                index += 1
                continue
            }
            ranges.append(start..<index)
            index += byte == 13 && index + 1 < bytes.count && bytes[index + 1] == 10 ? 2 : 1
            start = index
        }
        if start < bytes.count { ranges.append(start..<bytes.count) }
        self.bytes = bytes
        self.ranges = ranges
    }

    var count: Int { ranges.count }
    var byteCount: Int { bytes.count }

    /// Empty before the first line and after the last.
    subscript(number: Int) -> ArraySlice<UInt8> {
        ranges.indices.contains(number - 1) ? bytes[ranges[number - 1]] : []
    }

    func isBlank(_ number: Int) -> Bool {
        self[number].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// Whether a line defines the address of a link, `[name]: address`.
    func isDefinition(_ number: Int) -> Bool {
        let line = self[number].drop { " \t>".utf8.contains($0) }
        return line.first == UInt8(ascii: "[") && contains("]:".utf8, in: number)
    }

    /// Whether the words of a line, after the marks of lists, quotations and
    /// emphasis or an anchor, start with a text as it is, without escapes.
    func opens(_ number: Int, with text: some Collection<UInt8>) -> Bool {
        var line = self[number]
        let end = Array("</a>".utf8)
        if let tag = line.indices.first(where: { line[$0...].starts(with: end) }) {
            line = line[(tag + end.count)...]
        }
        return line.drop { " \t>-*_+.)0123456789".utf8.contains($0) }.starts(with: text)
    }

    /// Whether a line ends with a text as it is, save what closes a heading.
    func closes(_ number: Int, with text: String) -> Bool {
        let end = self[number].reversed().drop { " \t#".utf8.contains($0) }
        return end.starts(with: text.utf8.reversed())
    }

    /// Whether a text stands in a line as it is, without escapes in it.
    func contains(_ text: some BidirectionalCollection<UInt8>, in number: Int) -> Bool {
        let line = self[number]
        guard let first = text.first else { return true }
        return line.indices.contains { line[$0] == first && line[$0...].starts(with: text) }
    }

    /// How many cells a line has when the engine reads it as a table's row:
    /// every `|` parts two cells, also inside a code span, unless a backslash
    /// stands before it; one at either end of the row parts nothing.
    func cellCount(_ number: Int) -> Int {
        var row = self[number].drop { " \t>".utf8.contains($0) }
        while let last = row.last, " \t".utf8.contains(last) { row.removeLast() }
        if row.first == UInt8(ascii: "|") { row.removeFirst() }
        var count = 1
        var previous: UInt8 = 0
        var endsWithBar = false
        for byte in row {
            endsWithBar = byte == UInt8(ascii: "|") && previous != UInt8(ascii: "\\")
            if endsWithBar { count += 1 }
            previous = byte
        }
        return endsWithBar ? count - 1 : count
    }
}
