extension Rule {
    package static let missingFile = Rule(
        "missing-file",
        reason: "The compiler needs this file; without it a page or a figure has no basis.",
        example: "guide/guide.yaml is absent",
        mend: "Add the file, or check the folder that the option names.")

    package static let fileTooLarge = Rule(
        "file-too-large",
        reason: "A file above the limit is nearly always the wrong file, and engines that "
            + "read Markdown can be made to hang with large input.",
        example: "narrative.nl.md of 3 MB",
        mend: "Split the file, or leave out what does not belong in it.")

    package static let notUTF8 = Rule(
        "not-utf8",
        reason: "Text in another encoding would print wrong letters, or wrong numbers.",
        example: "flows.csv saved as Windows-1252",
        mend: "Save the file as UTF-8 (in a spreadsheet: CSV UTF-8).")
}

/// A file as checked text: valid UTF-8, at most ``byteLimit`` bytes, no byte
/// order mark, line ends `\n`.
package struct SourceFile: Sendable, Equatable {
    package static let byteLimit = 1_000_000

    package let path: String
    package let text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    /// Nil, with a finding, when the file is absent, too large or not UTF-8.
    package init?(_ path: String, in tree: FileTree, _ findings: inout Findings) {
        guard let bytes = tree[path] else {
            findings.add(.missingFile, at: Place(file: path), "file '\(path)' does not exist")
            return nil
        }
        guard bytes.count <= Self.byteLimit else {
            findings.add(
                .fileTooLarge, at: Place(file: path),
                "file has \(bytes.count) bytes; at most \(Self.byteLimit) are read")
            return nil
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let line = 1 + bytes.prefix(Self.firstInvalid(bytes)).count { $0 == 10 }
            findings.add(
                .notUTF8, at: Place(file: path, line: line),
                "text is not UTF-8; save the file as UTF-8")
            return nil
        }
        self.path = path
        self.text = Self.normalised(text)
    }

    private static func normalised(_ text: String) -> String {
        // Nearly every file is as it should be; a mark begins with the byte EF.
        if !text.utf8.contains(13), text.utf8.first != 0xEF { return text }
        var scalars = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar == "\r" { scalars.append("\n") }
            else if !(scalar == "\n" && previous == "\r"),
                    !(scalar == "\u{FEFF}" && previous == nil) { scalars.append(scalar) }
            previous = scalar
        }
        return String(scalars)
    }

    /// The number of bytes before the first that is not UTF-8. A prefix may
    /// end within a character of up to four bytes.
    private static func firstInvalid(_ bytes: [UInt8]) -> Int {
        func cut(_ count: Int) -> Int? {
            (0..<4).first { cut in
                count >= cut
                    && String(validating: bytes.prefix(count - cut), as: UTF8.self) != nil
            }
        }
        var low = 0, high = bytes.count
        while low < high {
            let middle = (low + high + 1) / 2
            if cut(middle) != nil { low = middle } else { high = middle - 1 }
        }
        return low - (cut(low) ?? 0)
    }
}
