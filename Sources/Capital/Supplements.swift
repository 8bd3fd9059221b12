package import Source

extension Rule {
    /// The rules of the statements beside the account.
    package static let supplements: [Rule] = [
        outOfRange, unknownEcosystemType, unknownSite, assetBalance, assetObligation,
        assetOpening, assetLine, unknownDependency, unknownNatureScheme, schemeConstant,
        schemeFactor, naturePair, natureRequired,
    ]
}

/// A statement beside the profit and loss account.
package enum SupplementKind: String, CaseIterable, Sendable {
    case assets, dependencies, nature

    package var file: String { "\(rawValue).csv" }
}

/// The closed lists that the statements beside the account are read with.
package struct SupplementDefinitions: Sendable {
    package let ecosystemTypes: EcosystemTypes
    package let dependencies: [DependencyType]
    package let schemes: [NatureScheme]

    package init(
        ecosystemTypes: EcosystemTypes = EcosystemTypes(),
        dependencies: [DependencyType] = [], schemes: [NatureScheme] = []
    ) {
        self.ecosystemTypes = ecosystemTypes
        self.dependencies = dependencies
        self.schemes = schemes
    }

    package func dependency(_ id: String) -> DependencyType? {
        dependencies.first { $0.id == id }
    }

    package func scheme(_ id: String) -> NatureScheme? { schemes.first { $0.id == id } }

    /// The ids of sources that the lists name.
    package var sources: [Located<String>] {
        ecosystemTypes.sources + dependencies.compactMap(\.source)
            + schemes.flatMap(\.sources)
    }

    /// The lines of the account that the lists name.
    package var lines: [Located<String>] {
        ecosystemTypes.lines + dependencies.compactMap(\.line)
    }
}

/// What one company states beside its account for one year; nil where it
/// has no such file.
package struct Supplements: Sendable {
    package let party: String
    package let year: Int
    package let assets: AssetRegister?
    package let dependencies: [Dependency]?
    package let nature: NatureLedger?

    package var isEmpty: Bool { assets == nil && dependencies == nil && nature == nil }
}

/// Reads a company's files beside the account.
package struct SupplementReader: Sendable {
    private let party: Party
    private let definitions: SupplementDefinitions
    private let units: Units

    package init(party: Party, definitions: SupplementDefinitions, units: Units) {
        self.party = party
        self.definitions = definitions
        self.units = units
    }

    /// Reads the files of one year that exist.
    package func read(
        year: Int, assets: SourceFile?, dependencies: SourceFile?, nature: SourceFile?,
        _ findings: inout Findings
    ) -> Supplements {
        let cells = SupplementCells(dialect: party.dialect, units: units)
        let register = AssetRegisterReader(
            party: party, types: definitions.ecosystemTypes, cells: cells)
        let drawn = DependencyReader(
            party: party, types: definitions.dependencies, cells: cells)
        let natures = NatureLedgerReader(
            party: party, schemes: definitions.schemes, cells: cells)
        return Supplements(
            party: party.id, year: year,
            assets: assets.map { register.read($0, &findings) },
            dependencies: dependencies.map { drawn.read($0, &findings) },
            nature: nature.map { natures.read($0, &findings) })
    }

    /// Holds the register of a year against the year before and against the
    /// account of the year.
    package func check(
        _ supplements: Supplements, after before: Supplements?, ledger: Ledger?,
        _ findings: inout Findings
    ) {
        guard let register = supplements.assets else { return }
        let checks = AssetChecks(types: definitions.ecosystemTypes)
        if let earlier = before?.assets {
            checks.checkOpenings(
                of: register, after: earlier, year: supplements.year, &findings)
        }
        if let ledger { checks.checkLines(of: register, against: ledger, &findings) }
    }
}

/// The statements beside the account as one reader may see them: what is not
/// for them is absent, and there is no way back to it.
package struct SupplementsView: Sendable {
    package let party: String
    package let year: Int
    package let totals: [(type: EcosystemType, total: AssetRegister.Total)]
    /// Over all types; nil where the register may not be seen.
    package let total: AssetRegister.Total?
    package let dues: [AssetRegister.Due]
    package let dependencies: [Drawn]
    package let balances: [NatureLedger.Balance]
    /// Whether the company publishes its register and a hidden line of the
    /// account would follow from it.
    package let isRegisterWithheld: Bool

    /// A dependency without the company's own notes.
    package struct Drawn: Sendable {
        package let id: String
        /// Hidden where the line that states the same is.
        package let quantity: Cell
        package let rating: Dependency.Rating
        package let trend: Dependency.Trend
        package let mitigation: String
    }

    /// `hiddenLines` are those of which this reader may not see every cell:
    /// land taken into use would follow from the register, a quantity from
    /// the dependency that states it again, and an amount from its scheme.
    package init(
        _ supplements: Supplements, of party: Party, for reader: Reader,
        hiddenLines: Set<String>, _ definitions: SupplementDefinitions
    ) {
        self.party = supplements.party
        year = supplements.year
        func isOpen(_ kind: SupplementKind) -> Bool {
            reader != .everyone || party.publishes.statements.contains(kind)
        }
        let types = definitions.ecosystemTypes
        let isGiveaway = types.lines.contains { hiddenLines.contains($0.value) }
        let register = isOpen(.assets) && !isGiveaway ? supplements.assets : nil
        totals = register?.totals(types) ?? []
        total = register?.total
        dues = register?.dues(types, in: supplements.year) ?? []
        isRegisterWithheld = isOpen(.assets) && isGiveaway && supplements.assets != nil
        let drawn = isOpen(.dependencies) ? supplements.dependencies ?? [] : []
        dependencies = definitions.dependencies.compactMap { type in
            drawn.first { $0.id.value == type.id }.map { row in
                let isHidden = type.line.map { hiddenLines.contains($0.value) } ?? false
                return Drawn(
                    id: type.id, quantity: isHidden ? .confidential : row.quantity,
                    rating: row.rating, trend: row.trend, mitigation: row.mitigation)
            }
        }
        let schemes = definitions.schemes.filter { scheme in
            !(scheme.line.map(hiddenLines.contains) ?? false)
        }
        balances = isOpen(.nature) ? supplements.nature?.balances(schemes) ?? [] : []
    }
}

extension StatementView {
    /// The lines of which this reader may not see every cell.
    package var hiddenLines: Set<String> {
        Set(lines.filter { line in
            line.balance == .confidential
                || line.sides.values.contains { $0.values.contains(.confidential) }
        }.map(\.indicator))
    }
}
