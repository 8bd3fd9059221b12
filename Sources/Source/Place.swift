/// Where something stands in an input file, for people and for editors.
///
/// Lines and columns count from 1; columns count characters, not bytes.
/// The column is absent where the reader of that format does not know it.
package struct Place: Hashable, Sendable, Comparable {
    package var file: String
    package var line: Int
    package var column: Int?

    package init(file: String, line: Int = 1, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }

    package static func < (a: Place, b: Place) -> Bool {
        (a.file, a.line, a.column ?? 0) < (b.file, b.line, b.column ?? 0)
    }
}

extension Place: CustomStringConvertible {
    /// `path:line:column`, or `path:line` where the column is unknown.
    package var description: String {
        column.map { "\(file):\(line):\($0)" } ?? "\(file):\(line)"
    }
}

/// A value with the place it was read from. Equality looks at both.
package struct Located<Value> {
    package var value: Value
    package var place: Place

    package init(_ value: Value, at place: Place) {
        self.value = value
        self.place = place
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
