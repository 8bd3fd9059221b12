import Foundation
import Source

extension Rule {
    /// The rules of this target, for `explain`.
    static let disk: [Rule] = [fileName]

    static let fileName = Rule(
        "file-name",
        reason: "A name becomes an address and a key. In another encoding, or with an accent "
            + "as a letter of its own (as some disks and archives write it), two names that "
            + "look the same are not, and links break on another machine.",
        example: "flöws.csv, unpacked from an archive that wrote 'o' and '¨' apart",
        mend: "Rename the file; letters without accents always work.")
}

/// Reads a folder, and what is below it, into a tree.
///
/// Passed over are hidden files, an editor's backups (`name~`), what is
/// neither file nor folder, and links that lead nowhere, out of the folder or
/// back up.
struct Loading {
    /// A larger file is not worth the memory: the compiler refuses it.
    static let largestFile = 5_000_000

    private(set) var tree = FileTree()
    private(set) var findings = Findings()
    private let root: String
    private let disk: Disk

    /// `root` without links.
    init(of root: String, from disk: Disk) {
        self.root = root
        self.disk = disk
    }

    /// Reads `folder`, a path without links, to `name` in the tree.
    mutating func load(_ folder: String, as name: String, within outer: [String] = []) throws {
        for bytes in try disk.names(in: folder) where !Self.isPassedOver(bytes) {
            guard let entry = checkedName(bytes, in: name) else { continue }
            let path = name + "/" + entry
            guard let (place, kind) = try whatStands(at: folder + "/" + entry) else { continue }
            switch kind {
            case .file:
                tree[path] = try disk.read(
                    place, upTo: Self.largestFile, elseFirst: SourceFile.byteLimit + 1)
            case .folder:
                guard place != folder, !outer.contains(place) else { continue }
                try load(place, as: path, within: outer + [folder])
            case .link, .other:
                continue
            }
        }
    }

    private static func isPassedOver(_ name: [UInt8]) -> Bool {
        name.first == UInt8(ascii: ".") || name.last == UInt8(ascii: "~")
    }

    /// The place without links, and its kind; nil for a link not to be followed.
    private func whatStands(at path: String) throws -> (place: String, kind: Disk.Kind)? {
        guard let kind = try disk.kind(of: path) else { return nil }
        guard kind == .link else { return (path, kind) }
        guard let place = try disk.resolved(path), Self.lies(place, in: root),
            let kind = try disk.kind(of: place)
        else { return nil }
        return (place, kind)
    }

    /// The name as text; nil, with a finding, when it cannot be an address.
    private mutating func checkedName(_ bytes: [UInt8], in folder: String) -> String? {
        let shown = String(decoding: bytes, as: UTF8.self).printable
        let place = Place(file: folder + "/" + shown)
        guard let name = String(validating: bytes, as: UTF8.self) else {
            findings.add(.fileName, at: place, "name of the file is not UTF-8; rename the file")
            return nil
        }
        guard shown == name else {
            findings.add(
                .fileName, at: place,
                "name of the file holds a sign that does not print; rename the file")
            return nil
        }
        guard name.precomposedStringWithCanonicalMapping.utf8.elementsEqual(bytes) else {
            findings.add(
                .fileName, at: place,
                "name of the file writes an accent as a letter of its own; rename the file")
            return nil
        }
        return name
    }

    /// Whether a path is a folder or stands below it, byte by byte.
    static func lies(_ path: String, in folder: String) -> Bool {
        let start = folder.hasSuffix("/") ? folder : folder + "/"
        return path.utf8.elementsEqual(folder.utf8) || path.utf8.starts(with: start.utf8)
    }
}
