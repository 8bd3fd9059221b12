import Reports
import Source

/// The folders that a build writes: the site and, where wanted, what is not
/// for the public. Both are replaced, or neither.
struct Publication {
    private let site: Destination
    private let confidential: Destination?
    private let disk: Disk

    /// Throws when a folder may not be replaced, before anything is compiled.
    init(site: String, confidential: String?, beside input: Input, on disk: Disk) throws {
        self.disk = disk
        self.site = try Destination(site, "--out", for: .everyone, on: disk)
        self.confidential = try confidential.map {
            try Destination($0, "--private", for: .partners, on: disk)
        }
        for destination in [self.site, self.confidential].compactMap(\.self) {
            for (option, path) in input.places {
                try destination.refuseOverlap(with: path, of: option, on: disk)
            }
            try destination.refuseUnknownContent(on: disk)
        }
        if let confidential = self.confidential {
            for place in [self.site.location, try disk.place(of: self.site.location)] {
                try confidential.refuseOverlap(with: place, of: "--out", on: disk)
            }
        }
    }

    /// Writes all that is new before anything old is replaced; what is not for
    /// the public goes first, and comes back when the site cannot follow.
    func publish(_ compilation: Compilation) throws {
        var stagings: [Staging] = []
        defer { for staging in stagings { staging.discard() } }
        for (files, destination) in trees(of: compilation) {
            guard files[destination.audience.mark] != nil else {
                throw CouldNotRun("the site has no manifest.json; this is a fault of kapitaal")
            }
            try destination.refuseUnknownContent(on: disk)
            let staging = try Staging(for: destination, on: disk)
            stagings.append(staging)
            try staging.write(files)
        }
        for index in stagings.indices {
            do {
                try stagings[index].publish()
            } catch {
                for earlier in stagings.indices.prefix(index).reversed() {
                    try? stagings[earlier].withdraw()
                }
                throw error
            }
        }
    }

    private func trees(of compilation: Compilation) -> [(FileTree, Destination)] {
        var trees: [(FileTree, Destination)] = []
        if let confidential {
            var files = compilation.confidential
            files.write(
                "Made by kapitaal; not for the public. Replaced as a whole by each build.\n",
                to: confidential.audience.mark)
            trees.append((files, confidential))
        }
        trees.append((compilation.site, site))
        return trees
    }
}
