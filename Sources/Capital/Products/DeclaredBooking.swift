package import Declarations
package import Source

extension Rule {
    package static let declaredBooking = Rule(
        "declared-booking",
        reason: "A product's volume times its declaration can stand in for a measurement, but only "
            + "with modules that the declaration states and in a unit that converts.",
        example: "books 'A3' where the declaration states A1-A3 as one figure",
        mend: "Book the modules that are declared, in the unit of the declaration, or measure.")
}

/// Books products' volumes times the results of their declarations, module by
/// module, on the lines whose pages name the category (`declared`).
///
/// What a supplier does (A1, A2) is upstream, what the maker does (A3, and
/// A1-A3 where it is one figure) is own activity, what comes after is
/// downstream.
package struct DeclaredBooking {
    let indicators: Indicators
    let units: Units

    package init(indicators: Indicators, units: Units) {
        self.indicators = indicators
        self.units = units
    }

    package func flows(
        of ledger: Ledger, _ declarations: [String: Declaration], party: Party,
        _ findings: inout Findings
    ) -> [Flow] {
        ledger.products.flatMap { product -> [Flow] in
            guard let books = product.books, let name = product.declaration,
                let declaration = declarations[name.value]
            else { return [] }
            guard let scope = scope(books, &findings),
                let share = share(of: product, in: declaration, &findings)
            else { return [] }
            let stages = stages(scope, of: product, in: declaration, books, &findings)
            return indicators.all.flatMap { indicator in
                stages.compactMap { stage in
                    flow(product, declaration, stage, indicator, share: share, party)
                }
            }
        }
    }

    private func scope(_ books: Located<String>, _ findings: inout Findings) -> ModuleScope? {
        guard let scope = ModuleScope(books.value) else {
            findings.add(
                .unknownModule, at: books.place,
                "module '\(books.value)' is not a module of EN 15804")
            return nil
        }
        guard !scope.modules.contains("D") else {
            findings.add(
                .moduleD, at: books.place, "module D is booked, which counts in no account")
            return nil
        }
        return scope
    }

    /// How many declared units one unit of the product is.
    private func share(
        of product: Product, in declaration: Declaration, _ findings: inout Findings
    ) -> Double? {
        let declared = declaration.unit
        if let count = units.count(of: declared, per: product.unit) { return count }
        findings.add(
            .declaredBooking, at: product.books?.place ?? declared.place,
            "product '\(product.name)' is sold per \(product.unit) and declared per "
                + "\(declared.quantity) \(declared.unit), which does not convert")
        return nil
    }

    /// The declared modules that make up a scope; A1-A3 may be one figure.
    private func stages(
        _ scope: ModuleScope, of product: Product, in declaration: Declaration,
        _ books: Located<String>, _ findings: inout Findings
    ) -> [Module] {
        let stated = declaration.results.filter { Self.climate.contains($0.category.id) }
            .flatMap { $0.values.filter { $0.value.number != nil }.keys }
        let scenarios = Self.scenarios(of: product, in: declaration)
        let declared = Set(stated.filter { scenarios.contains($0.scenario) }.map(\.module))
        let making: Set<String> = ["A1", "A2", "A3"]
        let hasParts = Module.product.allSatisfy(declared.contains)
        var wanted = Module.allCases.filter { scope.modules.contains($0.rawValue) }
        if scope.modules.isSuperset(of: making), !hasParts, declared.contains(.a1a3) {
            wanted = [.a1a3] + wanted.filter { !Module.product.contains($0) }
        }
        for missing in wanted where !declared.contains(missing) {
            let isSum = declared.contains(.a1a3) && Module.product.contains(missing)
            let others = Set(stated.filter { $0.module == missing }.map(\.scenario)).sorted()
            findings.add(
                .declaredBooking, at: books.place,
                "module \(missing.rawValue) is not declared"
                    + (others.isEmpty
                        ? "" : " for one scenario; choose of \(others.joined(separator: ", "))")
                    + (isSum ? "; the declaration states A1-A3 as one figure" : ""))
        }
        return wanted.filter(declared.contains)
    }

    /// A figure without a scenario, or of the chosen one, else of the default.
    private static func scenarios(of product: Product, in declaration: Declaration) -> [String] {
        [product.scenario ?? declaration.defaultScenario ?? "", ""]
    }

    private static let climate: Set<String> = ["GWP-total", "GWP"]

    private func flow(
        _ product: Product, _ declaration: Declaration, _ module: Module,
        _ indicator: Indicator, share: Double, _ party: Party
    ) -> Flow? {
        for category in indicator.declared {
            guard
                let result = declaration.results.first(where: { $0.category.id == category.value }),
                let stage = result.values.keys.sorted().first(where: {
                    $0.module == module
                        && Self.scenarios(of: product, in: declaration).contains($0.scenario)
                }),
                let amount = result.amount(stage), let value = result.values[stage],
                let toLine = units.conversion(from: result.category.unit, to: indicator.unit)
            else { continue }
            let factor = Origin.Factor(
                name: "\(category.value) \(module.rawValue)", value: amount * share * toLine,
                unit: "\(indicator.unit)/\(product.unit)", place: value.place,
                source: declaration.registration ?? declaration.id.value)
            return booked(product, factor, module, indicator, party)
        }
        return nil
    }

    private func booked(
        _ product: Product, _ factor: Origin.Factor, _ module: Module, _ indicator: Indicator,
        _ party: Party
    ) -> Flow {
        let position: Flow.Position
        switch module {
        case .a0, .a1, .a2: position = .upstream
        case .a3, .a1a3: position = .own
        case .a4, .a5, .b1, .b2, .b3, .b4, .b5, .b6, .b7, .b8, .c1, .c2, .c3, .c4, .d:
            position = .downstream
        }
        let volume = Traced(
            .known(product.volume),
            .ledger(
                Origin.Entry(
                    product.place, typed: "\(product.volume) \(product.unit)",
                    row: "product \(product.name)", method: .measured)))
        return Flow(
            id: Located("product \(product.name) \(module.rawValue)", at: product.place),
            indicator: indicator.id,
            quantity: Traced(
                .known(product.volume * factor.value),
                .product(Origin.Part(product.name, volume), factor)),
            position: position, counterparty: nil, effect: .loss, basis: .realised, measure: "",
            place: "", country: position == .own ? party.onlyCountry : nil,
            modules: module == .a1a3
                ? ModuleScope(["A1", "A2", "A3"]) : ModuleScope([module.rawValue]),
            method: .calculated, isVerified: false, isAdditional: false, due: nil,
            evidence: factor.source, note: "")
    }

    /// What is booked by declaration may not be booked by measurement or by
    /// purchase as well; a row that states other modules is another flow.
    package func checkOverlap(
        of declared: [Flow], with ledger: Ledger, _ findings: inout Findings
    ) {
        for flow in declared {
            let family = indicators.family(of: flow.indicator)
            for other in ledger.flows
            where family.contains(other.indicator) && other.effect == .loss
                && other.quantity.value != nil && other.position == flow.position
                && !(other.modules.map { $0.modules.isDisjoint(with: flow.modules!.modules) }
                    ?? false)
            {
                findings.add(
                    .bookedTwice, at: other.id.place,
                    "flow '\(other.id.value)' is booked on '\(other.indicator)', and so is "
                        + "\(flow.id.value) by its declaration, \(flow.id.place)")
            }
            guard !flow.modules!.modules.isDisjoint(with: ["A1", "A2"]) else { continue }
            for supply in ledger.supplies {
                guard let impact = supply.impact, family.contains(impact.indicator) else {
                    continue
                }
                findings.add(
                    .bookedTwice, at: supply.id.place,
                    "supply '\(supply.id.value)' is booked on '\(impact.indicator)', and so is "
                        + "\(flow.id.value) by its declaration, \(flow.id.place)")
            }
        }
    }
}
