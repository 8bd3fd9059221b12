import Foundation

/// A folder that a build replaces as a whole.
struct Destination {
    enum Audience { case everyone, partners }

    /// As the user typed it.
    let typed: String
    let option: String
    let audience: Audience
    /// The folder in which it stands, without links.
    let parent: String
    let name: String

    /// The path to replace: the folder, or the link that an earlier
    /// publication put there. Another link is followed.
    var location: String { parent == "/" ? "/" + name : parent + "/" + name }

    init(_ typed: String, _ option: String, for audience: Audience, on disk: Disk) throws {
        guard !typed.isEmpty else { throw CouldNotRun("\(option) names no folder") }
        var place = try disk.place(of: typed)
        let parts = typed.split(separator: "/")
        if let last = parts.last, last != ".", last != ".." {
            let root = typed.hasPrefix("/") ? "/" : "./"
            let above = try disk.place(of: root + parts.dropLast().joined(separator: "/"))
            let unfollowed = above == "/" ? "/\(last)" : "\(above)/\(last)"
            if Self.version(ofLink: unfollowed, on: disk) != nil { place = unfollowed }
        }
        guard let slash = place.lastIndex(of: "/"), place != "/" else {
            throw CouldNotRun("'\(typed)' cannot be replaced; name another folder with \(option)")
        }
        self.typed = typed
        self.option = option
        self.audience = audience
        parent = slash == place.startIndex ? "/" : String(place[..<slash])
        name = String(place[place.index(after: slash)...])
    }

    /// The folder `.site-3` to which the link `site` of an earlier publication
    /// points, for a file system that cannot exchange two folders.
    func version(on disk: Disk) -> String? {
        Self.version(ofLink: location, on: disk)
    }

    private static func version(ofLink path: String, on disk: Disk) -> String? {
        guard let name = path.split(separator: "/").last,
            let target = disk.target(ofLink: path), target.hasPrefix(".\(name)-"),
            Int(target.dropFirst(name.count + 2)) != nil
        else { return nil }
        return target
    }

    /// Whether a folder was made for this audience by kapitaal.
    func holdsMark(_ folder: String, on disk: Disk) -> Bool {
        let mark = folder + "/" + audience.mark
        guard let bytes = try? disk.read(mark, upTo: .max, elseFirst: 0) else { return false }
        return audience.accepts(mark: bytes)
    }

    /// Throws unless the folder is absent, empty, or kapitaal's own.
    func refuseUnknownContent(on disk: Disk) throws {
        let link = version(on: disk)
        let folder = link.map { location.dropLast(name.utf8.count) + $0 }.map(String.init)
            ?? location
        guard let kind = try disk.kind(of: folder) else { return }
        guard kind == .folder else {
            throw CouldNotRun("'\(typed)' is not a folder; name another with \(option)")
        }
        if holdsMark(folder, on: disk) { return }
        guard try disk.names(in: folder).isEmpty else {
            throw CouldNotRun(
                "'\(typed)' holds files that kapitaal did not make (there is no "
                    + "\(audience.markInWords)); name another folder with \(option), "
                    + "or empty this one")
        }
    }

    /// Throws when this folder is, holds or stands in one that is read or
    /// written for another purpose.
    func refuseOverlap(with other: String, of option: String, on disk: Disk) throws {
        let followed = try disk.place(of: location)
        for place in [location, followed]
        where Loading.lies(place, in: other) || Loading.lies(other, in: place) {
            throw CouldNotRun(
                "\(self.option) '\(typed)' overlaps the folder of \(option); "
                    + "name a folder beside it")
        }
    }
}

extension Destination.Audience {
    var folderMode: mode_t { self == .everyone ? 0o777 : 0o700 }
    var fileMode: mode_t { self == .everyone ? 0o666 : 0o600 }

    /// The file by which a folder of an earlier build is known.
    var mark: String { self == .everyone ? "manifest.json" : ".kapitaal-private" }

    fileprivate var markInWords: String {
        self == .everyone ? "manifest.json of kapitaal" : mark
    }

    fileprivate func accepts(mark bytes: [UInt8]) -> Bool {
        switch self {
        case .everyone:
            let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes))
            return manifest?.generator == "kapitaal"
        case .partners:
            return true
        }
    }

    private struct Manifest: Decodable { let generator: String }
}
