package import Source

extension Rule {
    package static let bookedTwice = Rule(
        "booked-twice",
        reason: "One flow is booked once: as a measured figure, as an activity times its factor, "
            + "or as a product times its declaration; two of these would count it twice.",
        example: "flow 'oven-gas' on ghg-fuel once in tonnes and once in m3 of gas with a factor",
        mend: "Keep the better of the two rows; give another flow an id of its own.")
}

extension LedgerReader {
    /// A row of `flows.csv`; nil, with findings, when it cannot be booked.
    mutating func flow(_ row: CSVTable.Row, reporting: Set<String>) -> Flow? {
        let indicator = indicators.check(row["indicator"], &findings)
        let position: Flow.Position? = option(row["position"], or: nil)
        let basis: Flow.Basis? = option(row["basis"], or: .realised)
        let method: Method? = option(row["method"], or: .estimated)
        let verified: Answer? = option(row["verified"], or: .no)
        let additional: Answer? = option(row["additional"], or: .no)
        let counterparty = counterparty(row["counterparty"])
        let uncertainty = row["uncertainty"].value.isEmpty ? nil : number(row["uncertainty"])
        let due = due(row["due"])
        let country = country(row["place"], at: position)
        guard let indicator, let position, let basis, let method, let verified, let additional
        else { return nil }
        guard checkPosition(position, of: indicator, counterparty, row, reporting),
            let effect = effect(row["effect"], of: indicator)
        else { return nil }
        let modules = modules(row["module"], on: indicator)
        guard let quantity = quantity(
            row, of: indicator, method: row["method"].value.isEmpty ? nil : method,
            uncertainty: uncertainty)
        else { return nil }
        return Flow(
            id: row["flow"], indicator: indicator.id, quantity: quantity, position: position,
            counterparty: counterparty, effect: effect, basis: basis,
            measure: row["measure"].value, place: row["place"].value, country: country,
            modules: modules, method: method, isVerified: verified == .yes,
            isAdditional: additional == .yes, due: due, evidence: row["evidence"].value,
            note: row["note"].value)
    }

    /// Own activity without a place lies where the company's only sites lie.
    private mutating func country(
        _ place: Located<String>, at position: Flow.Position?
    ) -> String? {
        guard place.value.isEmpty else { return party.country(of: place, &findings) }
        return position == .own ? party.onlyCountry : nil
    }

    private mutating func due(_ cell: Located<String>) -> Int? {
        guard !cell.value.isEmpty else { return nil }
        if let year = Int(cell.value), (1900...2200).contains(year) { return year }
        findings.add(.notANumber, at: cell.place, "'\(cell.value)' is not a year")
        return nil
    }

    private mutating func modules(
        _ cell: Located<String>, on indicator: Indicator
    ) -> ModuleScope? {
        guard !cell.value.isEmpty else { return nil }
        guard let scope = ModuleScope(cell.value) else {
            findings.add(
                .unknownModule, at: cell.place,
                "module '\(cell.value)' is not a module of EN 15804")
            return nil
        }
        if indicator.kind == .impact, scope.modules.contains("D") {
            findings.add(
                .moduleD, at: cell.place,
                "module D is booked on '\(indicator.id)', which counts in the account")
        }
        return scope
    }

    /// A flow may stand once on each line that it bears on, and on one line
    /// only of those that one subtotal adds.
    mutating func checkFlows(_ flows: [Flow]) {
        struct Key: Hashable { let id: String, family: String, effect: Effect }
        var seen: [Key: Int] = [:]
        seen.reserveCapacity(flows.count)
        for (index, flow) in flows.enumerated() {
            let family = indicators[flow.indicator]?.partOf ?? flow.indicator
            let key = Key(id: flow.id.value, family: family, effect: flow.effect)
            guard let before = seen.updateValue(index, forKey: key) else { continue }
            let first = flows[before]
            let isSameForm = first.isByFactor == flow.isByFactor
                && first.indicator == flow.indicator
            findings.add(
                isSameForm ? .duplicateID : .bookedTwice, at: flow.id.place,
                "flow '\(flow.id.value)' stands twice on '\(family)': \(first.form), "
                    + "\(first.id.place), and \(flow.form) here")
        }
    }

    /// The quantity cell: a figure in a unit of the line, an activity with the
    /// factor that makes it one, or a state.
    private mutating func quantity(
        _ row: CSVTable.Row, of indicator: Indicator, method: Method?, uncertainty: Double?
    ) -> Traced? {
        let cell = row["quantity"]
        let name = "flow \(row["flow"].value)"
        func traced(_ value: Cell) -> Traced {
            let typed = [cell.value, row["unit"].value].filter { !$0.isEmpty }
            return Traced(
                value,
                .ledger(
                    Origin.Entry(
                        cell.place, typed: typed.joined(separator: " "), row: name,
                        uncertainty: uncertainty, method: method)))
        }
        switch cell.value.lowercased() {
        case "-", "–": return traced(.none)
        case ".": return traced(.missing(.stated))
        case "n.v.t.", "n/a":
            if row["note"].value.isEmpty {
                findings.add(
                    .reasonMissing, at: cell.place,
                    "\(name) does not apply and gives no reason in the column 'note'")
            }
            return traced(.notApplicable)
        default: break
        }
        let isProvisional = cell.value.hasSuffix("*")
        let digits = isProvisional ? String(cell.value.dropLast()) : cell.value
        if !row["factor"].value.isEmpty {
            // What is stated of the row covers the factor as well.
            return activity(
                row, Located(digits, at: cell.place), of: indicator, uncertainty.map { _ in 0 }
            ) {
                traced(.known(Quantity($0, isProvisional: isProvisional)))
            }
        }
        guard let conversion = conversion(of: row["unit"], to: indicator),
            let value = number(Located(digits, at: cell.place))
        else { return nil }
        return traced(.known(Quantity(value * conversion, isProvisional: isProvisional)))
    }

    mutating func conversion(
        of unit: Located<String>, to indicator: Indicator
    ) -> Double? {
        guard units.isKnown(unit.value) else {
            let known = units.names(like: indicator.unit).joined(separator: ", ")
            findings.add(
                .unknownUnit, at: unit.place,
                "unit '\(unit.value)' is not known; \(indicator.id) counts \(indicator.unit) "
                    + "and takes \(known)")
            return nil
        }
        if let conversion = units.conversion(from: unit.value, to: indicator.unit) {
            return conversion
        }
        findings.add(
            .unitMismatch, at: unit.place,
            "unit '\(unit.value)' is not a unit of \(indicator.id), which counts "
                + indicator.unit)
        return nil
    }

    /// What was used or done, times what that gives off per unit.
    private mutating func activity(
        _ row: CSVTable.Row, _ digits: Located<String>, of indicator: Indicator,
        _ uncertainty: Double?, _ traced: (Double) -> Traced
    ) -> Traced? {
        guard units.check(row["unit"], &findings), let quantity = number(digits),
            let factor = factor(row, to: indicator, per: row["unit"].value, uncertainty)
        else { return nil }
        let booked = traced(quantity)
        guard let cell = booked.cell.quantity?.scaled(by: factor.value) else { return nil }
        return Traced(.known(cell), .product(Origin.Part("activity", booked), factor))
    }
}

extension Flow {
    /// Whether the figure is an activity times a factor.
    var isByFactor: Bool {
        if case .product = quantity.origin { true } else { false }
    }

    fileprivate var form: String {
        (isByFactor ? "an activity times a factor" : "a figure") + " on '\(indicator)'"
    }
}

enum Answer: String, CaseIterable { case yes, no }
