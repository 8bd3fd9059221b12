import Foundation

/// The disk: the one file of the program that touches it.
///
/// Every failure is a ``CouldNotRun`` that names the path and the system's
/// own reason.
struct Disk: Sendable {
    enum Kind: Equatable { case file, folder, link, other }

    /// Two paths change places in one step; a reader sees the one or the
    /// other. A property, so that a test can play a file system without it.
    var exchange: @Sendable (_ path: String, _ other: String) throws -> Void = exchangedInOneStep

    /// What stands at a path, links not followed; nil when nothing does.
    func kind(of path: String) throws -> Kind? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw Self.failure("cannot look at", path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    /// The absolute path without links; nil when nothing stands there.
    func resolved(_ path: String) throws -> String? {
        guard let pointer = realpath(path, nil) else {
            if errno == ENOENT || errno == ENOTDIR || errno == ELOOP { return nil }
            throw Self.failure("cannot look at", path)
        }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// The absolute path that a name would have: links resolved as far as
    /// folders exist, the rest as written.
    func place(of path: String) throws -> String {
        let here = FileManager.default.currentDirectoryPath
        let absolute = path.hasPrefix("/") ? path : here + "/" + path
        var present = absolute.split(separator: "/")
        var absent: [Substring] = []
        while true {
            if let base = try resolved("/" + present.joined(separator: "/")) {
                var parts = base.split(separator: "/")
                for part in absent.reversed() where part != "." {
                    if part == ".." { _ = parts.popLast() } else { parts.append(part) }
                }
                return "/" + parts.joined(separator: "/")
            }
            absent.append(present.removeLast())
        }
    }

    /// The names in a folder as bytes, for a name need not be UTF-8; sorted.
    func names(in folder: String) throws -> [[UInt8]] {
        guard let stream = opendir(folder) else { throw Self.failure("cannot list", folder) }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw Self.failure("cannot list", folder) }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// A file's bytes. Of a file above `limit` only the first `excerpt` bytes
    /// are read: enough for a reader to say that it is too large.
    func read(_ file: String, upTo limit: Int, elseFirst excerpt: Int) throws -> [UInt8] {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("cannot read", file) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure("cannot read", file) }
        let wanted = Int(status.st_size) <= limit ? Int(status.st_size) : excerpt
        var reason: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
            while count < wanted {
                let more = Foundation.read(
                    descriptor, buffer.baseAddress! + count, wanted - count)
                if more < 0, errno == EINTR { continue }
                if more < 0 { reason = errno }
                if more <= 0 { break }
                count += more
            }
        }
        guard reason == 0 else { throw Self.failure("cannot read", file, reason) }
        return bytes
    }

    /// Makes a new file; one that is there already is a failure.
    func write(_ bytes: [UInt8], to file: String, mode: mode_t) throws {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw Self.failure("cannot write", file) }
        var reason: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let more = Foundation.write(
                    descriptor, buffer.baseAddress! + done, buffer.count - done)
                if more < 0, errno == EINTR { continue }
                if more < 0 { reason = errno; break }
                done += more
            }
        }
        // Some network disks report only on closing that they are full.
        if close(descriptor) != 0, reason == 0, errno != EINTR { reason = errno }
        guard reason == 0 else { throw Self.failure("cannot write", file, reason) }
    }

    func makeFolder(_ folder: String, mode: mode_t) throws {
        guard mkdir(folder, mode) == 0 else { throw Self.failure("cannot make folder", folder) }
    }

    /// Makes a folder and those above it, where they are absent.
    func makeFolders(_ folder: String, mode: mode_t) throws {
        if mkdir(folder, mode) == 0 || errno == EEXIST { return }
        let reason = errno
        guard reason == ENOENT, let slash = folder.lastIndex(of: "/"), slash > folder.startIndex
        else { throw Self.failure("cannot make folder", folder, reason) }
        try makeFolders(String(folder[..<slash]), mode: mode)
        if mkdir(folder, mode) != 0, errno != EEXIST {
            throw Self.failure("cannot make folder", folder)
        }
    }

    /// Renames; a link itself, not what it points at, and over an older link.
    func move(_ path: String, to other: String) throws {
        guard rename(path, other) == 0 else { throw Self.failure("cannot rename", path) }
    }

    func makeLink(at path: String, to target: String) throws {
        guard symlink(target, path) == 0 else { throw Self.failure("cannot make link", path) }
    }

    /// Where a link points, as written in it; nil when it is no link.
    func target(ofLink path: String) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: path)
    }

    /// Removes a file, a link, or a folder with all that is in it.
    func remove(_ path: String) throws {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw CouldNotRun("cannot remove '\(path)'")
        }
    }

    /// Takes a file's lock, which the system gives back when this process
    /// ends, however it ends; nil while another process holds it.
    func lock(_ file: String) throws -> Int32? {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("cannot open", file) }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
        let reason = errno
        close(descriptor)
        if reason == EWOULDBLOCK { return nil }
        throw Self.failure("cannot lock", file, reason)
    }

    func unlock(_ descriptor: Int32) {
        close(descriptor)
    }

    /// Does something while no other process does so in the same folder. On a
    /// disk without locks for folders it is done all the same.
    func alone<Result>(in folder: String, _ work: () throws -> Result) throws -> Result {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("cannot open", folder) }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
        return try work()
    }

    private static func failure(
        _ deed: String, _ path: String, _ code: Int32 = errno
    ) -> CouldNotRun {
        CouldNotRun("\(deed) '\(path)': \(String(cString: strerror(code)))", code: code)
    }

    private static let exchangedInOneStep: @Sendable (String, String) throws -> Void = {
        path, other in
        #if canImport(Darwin)
        let isDone = renamex_np(path, other, UInt32(RENAME_SWAP)) == 0
        #else
        // Swift does not see this function of glibc 2.28, so it is looked up.
        typealias Rename = @convention(c) (
            Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
        ) -> Int32
        guard let symbol = dlsym(nil, "renameat2") else {
            throw failure("cannot exchange", path, ENOSYS)
        }
        let exchange: UInt32 = 2
        let isDone = unsafeBitCast(symbol, to: Rename.self)(
            AT_FDCWD, path, AT_FDCWD, other, exchange) == 0
        #endif
        if !isDone { throw failure("cannot exchange", path) }
    }
}
