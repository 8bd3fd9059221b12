/// Files by their path: what the compiler reads and what it writes.
///
/// Paths use `/`, are relative and never contain `..`. Listing is always
/// in the order of the paths, so that nothing depends on a disk's order.
package struct FileTree: Sendable, Equatable {
    private var bytes: [String: [UInt8]] = [:]

    package init() {}

    /// A tree written as a literal, for tests.
    package init(_ texts: [String: String]) {
        for (path, text) in texts { bytes[path] = Array(text.utf8) }
    }

    package subscript(path: String) -> [UInt8]? {
        get { bytes[path] }
        set { bytes[path] = newValue }
    }

    package var paths: [String] { bytes.keys.sorted() }
    package var count: Int { bytes.count }
    package var byteCount: Int { bytes.values.reduce(0) { $0 + $1.count } }

    package mutating func write(_ text: String, to path: String) {
        bytes[path] = Array(text.utf8)
    }

    /// Adds another tree; a path in both is taken from `other`.
    package mutating func add(_ other: FileTree) {
        bytes.merge(other.bytes) { $1 }
    }

    /// The paths below a folder, `folder` without its closing slash.
    package func paths(under folder: String) -> [String] {
        paths.filter { $0.hasPrefix(folder + "/") }
    }

    /// The names directly in a folder: files and folders, sorted.
    package func names(in folder: String) -> [String] {
        let start = folder.utf8.count + 1
        let names = paths(under: folder).map { path in
            String(path.utf8.dropFirst(start).prefix { $0 != UInt8(ascii: "/") })!
        }
        return Set(names).sorted()
    }
}
