import Capital
import Source

extension SupplementDefinitions {
    /// Reads the lists of the guide that exist. A guide without them has no
    /// statements beside the account.
    init(
        in tree: FileTree, units: Units, indicators: Indicators, sources: Sources,
        _ findings: inout Findings
    ) {
        func file(_ name: String) -> SourceFile? {
            let path = "guide/\(name).yaml"
            return tree[path] == nil ? nil : SourceFile(path, in: tree, &findings)
        }
        self.init(
            ecosystemTypes: file("ecosystem-types").map { EcosystemTypes($0, &findings) }
                ?? EcosystemTypes(),
            dependencies: file("dependencies").map {
                DependencyType.list($0, units: units, &findings)
            } ?? [],
            schemes: file("nature-schemes").map {
                NatureScheme.list($0, units: units, &findings)
            } ?? [])
        for source in self.sources { sources.check(source, &findings) }
        for line in lines { _ = indicators.check(line, &findings) }
    }
}

/// Reads what companies state beside their accounts, and holds each year
/// against the one before and against the account.
struct SupplementFiles {
    let tree: FileTree
    let folder: String
    let definitions: SupplementDefinitions
    let units: Units

    func read(
        _ parties: [Party], _ ledgers: [Ledger], _ findings: inout Findings
    ) -> [Accounts.Key: Supplements] {
        var all: [Accounts.Key: Supplements] = [:]
        for ledger in ledgers {
            guard let party = parties.first(where: { $0.id == ledger.party }) else { continue }
            func file(_ kind: SupplementKind) -> SourceFile? {
                let path = "\(folder)/\(party.id)/\(ledger.year)/\(kind.file)"
                return tree[path] == nil ? nil : SourceFile(path, in: tree, &findings)
            }
            let read = reader(of: party).read(
                year: ledger.year, assets: file(.assets), dependencies: file(.dependencies),
                nature: file(.nature), &findings)
            if !read.isEmpty { all[Accounts.Key(party: party.id, year: ledger.year)] = read }
        }
        for ledger in ledgers {
            guard let party = parties.first(where: { $0.id == ledger.party }),
                let own = all[Accounts.Key(party: party.id, year: ledger.year)]
            else { continue }
            reader(of: party).check(
                own, after: all[Accounts.Key(party: party.id, year: ledger.year - 1)],
                ledger: ledger, &findings)
        }
        return all
    }

    private func reader(of party: Party) -> SupplementReader {
        SupplementReader(party: party, definitions: definitions, units: units)
    }
}

extension Project {
    /// What a company states beside its account, as the public may see it;
    /// nil where it states nothing.
    func publicSupplements(_ key: Accounts.Key, _ view: StatementView) -> SupplementsView? {
        guard let supplements = data.supplements[key], let party = accounts.party(key.party)
        else { return nil }
        return SupplementsView(
            supplements, of: party, for: .everyone, hiddenLines: view.hiddenLines, definitions)
    }
}
