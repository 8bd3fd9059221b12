package import Source

extension Rule {
    package static let epdUnit = Rule(
        "epd-unit",
        reason: "A result converts only where a published factor exists; a guess could change a "
            + "score a thousandfold.",
        example: "acidification in kg SO2-eq among results of EN 15804+A2, which count mol H+-eq",
        mend: "Ask the publisher for the result in the unit of the standard; no factor is made up "
            + "here.")

    package static let epdConflict = Rule(
        "epd-conflict",
        reason: "Of two figures for one indicator and module it is not clear which holds.",
        example: "GWP-total for A1-A3 twice, 240 and 24",
        mend: "Ask the publisher which figure holds.")

    package static let epdIndicator = Rule(
        "epd-indicator", .warning,
        reason: "An indicator that is not known is kept apart and not weighted; if it is one of "
            + "the standard's under another name, the set seems incomplete.",
        example: "an indicator 'Climate' without a short name or a known id",
        mend: "Look whether a category of the standard is missing because of it; if so, report "
            + "the name to the project.")

    package static let epdEdition = Rule(
        "epd-edition",
        reason: "EN 15804+A1 and +A2 have other methods under the same short names; a result of "
            + "the one weighed as the other is wrong without a sign.",
        example: "an 'ODP' in a file that names no edition of the standard",
        mend: "Ask the publisher which edition the result follows.")

    package static let epdDoubt = Rule(
        "epd-doubt", .warning,
        reason: "The file contradicts itself or says less than the standard asks; how it was read "
            + "is said, so that a reader can judge.",
        example: "unit 'kg PO4-eq' beside a unit group that stands for kg P-eq",
        mend: "Compare with the declaration as published (PDF), and ask the publisher where they "
            + "differ.")
}

/// A result as a file writes it, before it is known what it is of.
struct WrittenResult {
    let place: Place
    /// The id of its method, in the ILCD network.
    var method: String?
    let names: [String]
    var unit: Located<String>?
    var unitGroup: String?
    /// Named where the file sorts its results by method (openEPD).
    var family: String?
    var standard: Standard?
    var values: [(stage: Stage, value: DeclaredValue)]

    var name: String { names.first { $0.contains("(") } ?? names.first ?? method ?? "" }
}

/// Sorts written results into those of the standard and all others.
struct ResultAssembly {
    /// The edition that the file says it follows.
    let standard: Standard?
    private(set) var results: [DeclaredResult] = []
    private(set) var inventory: [OtherResult] = []
    private(set) var others: [OtherResult] = []
    /// Places of units that were already spoken of, so that one fault that
    /// runs through a file is said once for each indicator.
    private var categories: [ImpactCategory: Int] = [:]

    init(standard: Standard?) {
        self.standard = standard
    }

    mutating func add(_ written: WrittenResult, _ findings: inout Findings) {
        let what = Identification(
            method: written.method, names: written.names, unit: written.unit?.value,
            standard: standard, only: written.standard)
        switch what {
        case .category(let category): add(written, of: category, &findings)
        case .inventory(let name): inventory.append(kept(written, as: name, &findings))
        case .foreign: others.append(kept(written, as: written.name, &findings))
        case .ambiguous(let found):
            let editions = found.map(\.standard.rawValue).joined(separator: " or ")
            findings.add(
                .epdEdition, at: written.place,
                "indicator '\(written.name)' can be of \(editions); the file names neither")
        case .unknown:
            others.append(kept(written, as: written.name, &findings))
            guard !written.values.isEmpty else { return }
            findings.add(
                .epdIndicator, at: written.place,
                "indicator '\(written.name)' is not one of EN 15804 known here; it is kept apart")
        }
    }

    /// Keeps a result of a method that is not the standard's.
    mutating func keep(_ written: WrittenResult, _ findings: inout Findings) {
        others.append(kept(written, as: written.name, &findings))
    }

    mutating func addInventory(
        _ written: WrittenResult, as name: String, _ findings: inout Findings
    ) {
        inventory.append(kept(written, as: name, &findings))
    }

    /// In the order of the standard.
    var sorted: [DeclaredResult] {
        Standard.allCases.flatMap { standard in
            ImpactCategory.all(of: standard).compactMap { category in
                categories[category].map { results[$0] }
            }
        }
    }

    private mutating func add(
        _ written: WrittenResult, of category: ImpactCategory, _ findings: inout Findings
    ) {
        guard let (unit, typed) = unit(of: written, category, &findings) else { return }
        guard let conversion = Conversion(from: unit, to: category) else {
            findings.add(
                .epdUnit, at: typed.place,
                "unit '\(typed.value)' of \(category.id) (\(category.standard.rawValue)) does not "
                    + "convert; expected is \(Conversion.accepted(by: category))")
            return
        }
        checkUnit(of: written, unit, category, &findings)
        checkName(written, category, &findings)
        let values = values(of: written, category.id, &findings)
        guard let index = categories[category] else {
            categories[category] = results.count
            results.append(
                DeclaredResult(
                    category: category, unit: typed, conversion: conversion, values: values))
            return
        }
        merge(values, conversion, written.place, into: index, &findings)
    }

    /// A category may stand twice, as in EF 3.0 and EF 3.1, if both say the
    /// same.
    private mutating func merge(
        _ values: [Stage: DeclaredValue], _ conversion: Conversion, _ place: Place,
        into index: Int, _ findings: inout Findings
    ) {
        for (stage, value) in values.sorted(by: { $0.key < $1.key }) {
            let old = results[index].amount(stage)
            let new = value.number.map { $0 * conversion.factor }
            if let old, let new, old != new {
                findings.add(
                    .epdConflict, at: value.place,
                    "\(results[index].category.id) for \(stage) stands twice, with other figures")
            } else if old == nil, conversion == results[index].conversion {
                results[index].values[stage] = value
            }
        }
    }

    private func unit(
        of written: WrittenResult, _ category: ImpactCategory, _ findings: inout Findings
    ) -> (ImpactUnit, Located<String>)? {
        let group = written.unitGroup.flatMap(ImpactUnit.init(unitGroup:))
        guard let typed = written.unit else {
            if let group { return (group, Located(group.unit, at: written.place)) }
            findings.add(
                .epdUnit, at: written.place,
                "unit of \(category.id) is not stated; expected is "
                    + Conversion.accepted(by: category))
            return nil
        }
        guard let unit = ImpactUnit(reading: typed.value) else {
            findings.add(
                .epdUnit, at: typed.place,
                "unit '\(typed.value)' of \(category.id) is not known; expected is "
                    + Conversion.accepted(by: category))
            return nil
        }
        return (unit, typed)
    }

    /// A unit that the file contradicts, or that says too little.
    private func checkUnit(
        of written: WrittenResult, _ unit: ImpactUnit, _ category: ImpactCategory,
        _ findings: inout Findings
    ) {
        guard let typed = written.unit else { return }
        let group = written.unitGroup.flatMap(ImpactUnit.init(unitGroup:))
        if let group, group.unit != unit.unit, group.unit == category.unit {
            findings.add(
                .epdDoubt, at: typed.place,
                "unit '\(typed.value)' of \(category.id) is not its unit group's, \(group.unit); "
                    + "read as typed")
        } else if category.id == "WDP", unit.unit == "m3" {
            findings.add(
                .epdDoubt, at: typed.place,
                "unit '\(typed.value)' of WDP does not say which cubic metres; read as m3 "
                    + "world-eq deprived")
        }
    }

    /// A name that says another category than the id of the method.
    private func checkName(
        _ written: WrittenResult, _ category: ImpactCategory, _ findings: inout Findings
    ) {
        guard written.method != nil else { return }
        for name in written.names {
            let named = Identification.candidates(name)
            let isSame = named.contains { other in
                other.id == category.id || category.codes.contains(where: other.codes.contains)
            }
            guard !named.isEmpty, !isSame else { continue }
            findings.add(
                .epdDoubt, at: written.place,
                "name '\(name)' is not that of its method, \(category.id); read as the method's "
                    + "id and unit say")
        }
    }

    private func kept(
        _ written: WrittenResult, as name: String, _ findings: inout Findings
    ) -> OtherResult {
        OtherResult(
            name: name, unit: written.unit?.value ?? "", method: written.family,
            place: written.place, values: values(of: written, name, &findings))
    }

    private func values(
        of written: WrittenResult, _ name: String, _ findings: inout Findings
    ) -> [Stage: DeclaredValue] {
        var values: [Stage: DeclaredValue] = [:]
        for (stage, value) in written.values {
            guard let old = values[stage] else {
                values[stage] = value
                continue
            }
            if let number = old.number, let other = value.number, number != other {
                findings.add(
                    .epdConflict, at: value.place,
                    "\(name) for \(stage) stands twice, with other figures")
            } else if old.number == nil {
                values[stage] = value
            }
        }
        return values
    }
}
