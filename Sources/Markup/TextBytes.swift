/// Texts by byte and by scalar: a combining mark makes one character with the
/// sign before it, which a search by character would pass over.
extension String {
    /// How often an ASCII sign stands in a row, at most.
    func longestRun(of sign: Unicode.Scalar) -> Int {
        var longest = 0
        var run = 0
        for scalar in unicodeScalars {
            run = scalar == sign ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// The text with every such sign replaced.
    func replacing(byte sign: Unicode.Scalar, with replacement: String) -> String {
        unicodeScalars.reduce(into: "") { text, scalar in
            if scalar == sign {
                text.unicodeScalars.append(contentsOf: replacement.unicodeScalars)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }

    func starts(withBytes start: String) -> Bool { utf8.starts(with: start.utf8) }
}
