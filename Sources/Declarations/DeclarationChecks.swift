package import Source

extension Rule {
    package static let epdModuleSum = Rule(
        "epd-module-sum",
        reason: "A1-A3 is the sum of A1, A2 and A3. Where both stand and differ by more than a "
            + "twentieth, one of them is wrong, and nothing tells which.",
        example: "A1 20.6, A2 1.7, A3 3.2 and A1-A3 255",
        mend: "Ask the publisher which figure holds.")

    package static let epdRounding = Rule(
        "epd-rounding", .warning,
        reason: "A1-A3 is the sum of A1, A2 and A3; a difference beyond rounding makes the file "
            + "doubtful. The figure of A1-A3 is used.",
        example: "A1 20.6, A2 1.7, A3 3.2 and A1-A3 25.9",
        mend: "Compare with the declaration as published.")

    package static let epdParts = Rule(
        "epd-parts", .warning,
        reason: "GWP-total is the sum of fossil, biogenic and luluc. Published files differ by "
            + "some tenths of a percent; beyond one percent a figure is doubtful.",
        example: "GWP-total 21.8, fossil 25.1, biogenic 0.02, luluc 0.01",
        mend: "Compare with the declaration as published; the total is used, never both.")

    package static let epdDensity = Rule(
        "epd-density", .warning,
        reason: "The mass of a product is used to convert its unit; a density that contradicts "
            + "the file's other figures, or that no solid has, is not used.",
        example: "gross density 2.4 kg/m3 beside 179 kg/m2 at a thickness of 0.08 m",
        mend: "Compare with the declaration as published.")
}

/// Holds a declaration to what EN 15804 says of its figures.
struct DeclarationChecks {
    let declaration: Declaration

    func check(_ findings: inout Findings) {
        // What could not be read was said; that nothing is left follows from it.
        if !findings.hasErrors { checkContent(&findings) }
        checkEdition(&findings)
        for result in declaration.results { checkProductStage(of: result, &findings) }
        checkClimate(&findings)
        checkDensity(&findings)
    }

    private func checkContent(_ findings: inout Findings) {
        let figures = declaration.results.flatMap(\.values.values).compactMap(\.number)
        guard figures.isEmpty else { return }
        let others = declaration.others.contains { other in
            other.values.values.contains { $0.number != nil }
        }
        guard others else {
            findings.add(
                .epdForm, at: declaration.place,
                "declaration has no figure for any module; fetch it with "
                    + "'?format=json&view=extended'")
            return
        }
        let methods = Set(declaration.others.compactMap(\.method)).sorted()
        let names = methods.isEmpty ? "" : " (\(methods.joined(separator: ", ")))"
        findings.add(
            .epdIndicator, at: declaration.place,
            "results are all of other methods than EN 15804's\(names); none can be weighted")
    }

    private func checkEdition(_ findings: inout Findings) {
        let stated = Set(declaration.compliance.compactMap(Standard.init(compliance:)))
        guard stated.count == 1, let edition = stated.first,
            !declaration.standards.isEmpty, !declaration.standards.contains(edition)
        else { return }
        findings.add(
            .epdDoubt, at: declaration.place,
            "declaration says that it follows \(edition.rawValue), and its results are of "
                + declaration.standards.map(\.rawValue).joined(separator: ", "))
    }

    // Sums

    private func checkProductStage(of result: DeclaredResult, _ findings: inout Findings) {
        let scenarios = Set(result.values.keys.filter { $0.module == .a1a3 }.map(\.scenario))
        for scenario in scenarios.sorted() {
            guard let whole = result.values[Stage(.a1a3, scenario: scenario)],
                let total = whole.number
            else { continue }
            let parts = Module.product.compactMap { result.values[Stage($0, scenario: scenario)] }
            let numbers = parts.compactMap(\.number)
            guard numbers.count == 3 else { continue }
            let sum = numbers.reduce(0, +)
            let difference = abs(sum - total)
            let rounding = (parts + [whole]).map(Self.rounding).reduce(0, +)
            guard difference > rounding else { continue }
            let scale = numbers.map(abs).reduce(0, +)
            let text = "\(result.category.id): A1 + A2 + A3 is \(Self.short(sum)) where A1-A3 is "
                + "\(Self.short(total)) \(result.unit.value)"
            let isWrong = difference > 0.05 * max(scale, abs(total))
            findings.add(isWrong ? .epdModuleSum : .epdRounding, at: whole.place, text)
        }
    }

    private func checkClimate(_ findings: inout Findings) {
        guard let category = ImpactCategory(ImpactCategory.climateTotal, of: .a2),
            let total = declaration[category]
        else { return }
        let parts = ImpactCategory.climateParts.compactMap { id in
            ImpactCategory(id, of: .a2).flatMap { declaration[$0] }
        }
        guard parts.count == 3 else { return }
        for (stage, value) in total.values.sorted(by: { $0.key < $1.key }) {
            let amounts = parts.compactMap { $0.amount(stage) }
            guard let whole = total.amount(stage), amounts.count == 3 else { continue }
            let sum = amounts.reduce(0, +)
            let scale = max(amounts.map(abs).reduce(0, +), abs(whole))
            let rounding = (parts.compactMap { $0.values[stage] } + [value])
                .map(Self.rounding).reduce(0, +)
            guard abs(sum - whole) > 0.01 * scale + rounding else { continue }
            findings.add(
                .epdParts, at: value.place,
                "GWP-total for \(stage) is \(Self.short(whole)) where fossil, biogenic and luluc "
                    + "sum to \(Self.short(sum)) \(category.unit)")
        }
    }

    private func checkDensity(_ findings: inout Findings) {
        let unit = declaration.unit
        guard let density = unit.density else { return }
        let other: (value: Double, from: String)?
        if let grammage = unit.grammage?.value, let thickness = unit.thickness?.value {
            other = (grammage / thickness, "\(Self.short(grammage)) kg/m2 at "
                + "\(Self.short(thickness)) m")
        } else if unit.unit == "m3", let mass = unit.mass {
            other = (mass / unit.quantity, "\(Self.short(mass)) kg per declared unit")
        } else {
            other = nil
        }
        if let other, abs(density.value / other.value - 1) > 0.2 {
            findings.add(
                .epdDensity, at: density.place,
                "density \(Self.short(density.value)) kg/m3 contradicts \(other.from), which "
                    + "makes \(Self.short(other.value))")
        } else if density.value < 5 || density.value > 25_000 {
            findings.add(
                .epdDensity, at: density.place,
                "density \(Self.short(density.value)) kg/m3 is that of no building product")
        }
    }

    /// Half of what the last digit of a figure is worth.
    private static func rounding(_ value: DeclaredValue) -> Double {
        guard case .number(let number, let typed) = value else { return 0 }
        let parts = typed.value.lowercased().split(separator: "e", maxSplits: 1)
        let digits = parts.first ?? ""
        let mark = digits.firstIndex { $0 == "." || $0 == "," }
        var decimals = mark.map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
        if parts.count == 2 { decimals -= Int(parts[1]) ?? 0 }
        // What computing in doubles itself may add.
        return 0.5 * Self.power(-decimals) + abs(number) * 1e-9
    }

    private static func power(_ exponent: Int) -> Double {
        StrictNumber.scan("1e\(max(-300, min(300, exponent)))") ?? 0
    }

    static func short(_ value: Double) -> String { ShortNumber.text(value) }
}
