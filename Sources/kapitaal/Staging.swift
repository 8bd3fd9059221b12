import Foundation
import Source

/// A new tree beside its destination, until it takes the destination's place.
///
/// It stands in `.site.new-<pid>/tree`, on the same file system, so that it
/// can change places with `site` in one step. That outer folder holds a locked
/// mark, and takes in what is to be removed: a run that was killed leaves only
/// what the next run knows to be rubbish.
struct Staging {
    /// How the tree took its place, for ``withdraw()`` to undo.
    private enum Step {
        case staged, appeared, exchanged
        /// A link now points at `version`; before, it pointed at `former`, or
        /// was a folder that was set aside.
        case linked(version: String, former: String?)
    }

    private static let mark = ".kapitaal-staging"

    private let destination: Destination
    private let disk: Disk
    private let container: String
    private let lock: Int32?
    private var step = Step.staged

    private var tree: String { container + "/tree" }
    private var former: String { container + "/former" }
    private var location: String { destination.location }

    /// Makes the outer folder; removes what killed runs left.
    init(for destination: Destination, on disk: Disk) throws {
        self.destination = destination
        self.disk = disk
        let container = "\(destination.parent)/.\(destination.name).new-\(getpid())"
        self.container = container
        try disk.makeFolders(destination.parent, mode: 0o777)
        lock = try disk.alone(in: destination.parent) {
            try Self.removeLeftovers(beside: destination, on: disk)
            return try Self.makeContainer(container, on: disk)
        }
    }

    private static func makeContainer(_ container: String, on disk: Disk) throws -> Int32? {
        try disk.makeFolder(container, mode: 0o700)
        do {
            try disk.write([], to: container + "/" + mark, mode: 0o600)
            return try disk.lock(container + "/" + mark)
        } catch {
            try? disk.remove(container)
            throw error
        }
    }

    func write(_ files: FileTree) throws {
        try disk.makeFolder(tree, mode: destination.audience.folderMode)
        for path in files.paths {
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            guard !parts.contains(where: { ["", ".", ".."].contains($0) }) else {
                throw CouldNotRun("'\(path)' is no path of a site; this is a fault of kapitaal")
            }
            let folder = parts.dropLast().reduce(tree) { $0 + "/" + $1 }
            try disk.makeFolders(folder, mode: destination.audience.folderMode)
            try disk.write(
                files[path] ?? [], to: tree + "/" + path, mode: destination.audience.fileMode)
        }
    }

    /// Puts the tree in its place; a reader sees the former or the new one.
    mutating func publish() throws {
        if try disk.kind(of: location) == nil {
            do {
                try disk.move(tree, to: location)
                step = .appeared
                return
            } catch let failure as CouldNotRun
                where [EEXIST, ENOTEMPTY].contains(failure.code)
            {
                // Another build was first, and is replaced.
            }
        }
        do {
            try disk.exchange(tree, location)
            step = .exchanged
        } catch let failure as CouldNotRun
            where [EINVAL, ENOSYS, ENOTSUP].contains(failure.code)
        {
            try publishByLink()
        } catch let failure as CouldNotRun where [EBUSY, EXDEV].contains(failure.code) {
            throw CouldNotRun(
                "'\(destination.typed)' cannot be replaced, for a disk is mounted there; "
                    + "name a folder in it with \(destination.option)")
        }
    }

    /// Where two folders cannot be exchanged a link can still be replaced in
    /// one step. Only where a folder becomes a link is there a moment without.
    private mutating func publishByLink() throws {
        let current = destination.version(on: disk)
        let versions = try Self.versions(beside: destination, on: disk)
        let version = ".\(destination.name)-\((versions.map(\.number).max() ?? 0) + 1)"
        let link = container + "/link"
        try disk.makeLink(at: link, to: version)
        try disk.move(tree, to: destination.parent + "/" + version)
        step = .linked(version: version, former: current)
        do {
            if current == nil { try disk.move(location, to: former) }
            try disk.move(link, to: location)
        } catch {
            try? withdraw()
            throw error
        }
    }

    /// Puts the former tree back.
    mutating func withdraw() throws {
        switch step {
        case .staged: break
        case .appeared: try disk.move(location, to: tree)
        case .exchanged: try disk.exchange(tree, location)
        case .linked(let version, let current?):
            let link = container + "/back"
            try disk.makeLink(at: link, to: current)
            try disk.move(link, to: location)
            try disk.move(destination.parent + "/" + version, to: tree)
        case .linked(let version, nil):
            if try disk.kind(of: location) == .link { try disk.remove(location) }
            if try disk.kind(of: former) != nil { try disk.move(former, to: location) }
            try disk.move(destination.parent + "/" + version, to: tree)
        }
        step = .staged
    }

    /// Removes what no reader can reach any more. What cannot be removed now
    /// is tried again by the next build, and is no reason to fail this one.
    func discard() {
        try? Self.removeContainer(container, on: disk)
        if let lock { disk.unlock(lock) }
        try? disk.alone(in: destination.parent) {
            try Self.removeLeftovers(beside: destination, on: disk)
        }
    }

    /// The mark goes last, so that a run killed here leaves a folder that the
    /// next one knows.
    private static func removeContainer(_ container: String, on disk: Disk) throws {
        for name in ["tree", "former", "link", "back"] {
            let path = container + "/" + name
            if try disk.kind(of: path) != nil { try disk.remove(path) }
        }
        try disk.remove(container)
    }

    /// Outer folders whose run has ended, and versions to which no link
    /// points. Each is known by its name *and* by its mark.
    private static func removeLeftovers(beside destination: Destination, on disk: Disk) throws {
        var isOtherAtWork = false
        for (name, _) in try siblings(of: destination, between: ".new-", on: disk) {
            let folder = destination.parent + "/" + name
            guard try disk.kind(of: folder) == .folder else { continue }
            if try disk.kind(of: folder + "/" + mark) == .file {
                if let lock = try disk.lock(folder + "/" + mark) {
                    try removeContainer(folder, on: disk)
                    disk.unlock(lock)
                } else {
                    isOtherAtWork = true
                }
            } else if try disk.names(in: folder).isEmpty {
                try disk.remove(folder)
            }
        }
        guard !isOtherAtWork else { return }
        let current = destination.version(on: disk)
        for (name, _) in try versions(beside: destination, on: disk) where name != current {
            let folder = destination.parent + "/" + name
            if try disk.kind(of: folder) == .folder, destination.holdsMark(folder, on: disk) {
                try disk.remove(folder)
            }
        }
    }

    private static func versions(
        beside destination: Destination, on disk: Disk
    ) throws -> [(name: String, number: Int)] {
        try siblings(of: destination, between: "-", on: disk)
    }

    /// Names such as `.site-3` and `.site.new-1234`, with their numbers.
    private static func siblings(
        of destination: Destination, between infix: String, on disk: Disk
    ) throws -> [(name: String, number: Int)] {
        let start = ".\(destination.name)\(infix)"
        return try disk.names(in: destination.parent).compactMap { bytes in
            guard let name = String(validating: bytes, as: UTF8.self), name.hasPrefix(start),
                let number = Int(name.dropFirst(start.count)), number > 0
            else { return nil }
            return (name, number)
        }
    }
}
