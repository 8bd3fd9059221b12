import Source

extension LedgerReader {
    /// A row of `flows.csv`; nil, with findings, when it cannot be booked.
    mutating func flow(_ row: CSVTable.Row, reporting: Set<String>) -> Flow? {
        let indicator = indicators.check(row["indicator"], &findings)
        let position: Flow.Position? = option(row["position"], or: nil)
        let basis: Flow.Basis? = option(row["basis"], or: .realised)
        let method: Method? = option(row["method"], or: .estimated)
        let verified: Answer? = option(row["verified"], or: .no)
        let counterparty = counterparty(row["counterparty"])
        guard let indicator, let position, let basis, let method, let verified else { return nil }
        guard checkPosition(position, of: indicator, counterparty, row, reporting) else {
            return nil
        }
        guard let effect = effect(row["effect"], of: indicator) else { return nil }
        guard let quantity = quantity(row, of: indicator) else { return nil }
        return Flow(
            id: row["flow"], indicator: indicator.id, quantity: quantity, position: position,
            counterparty: counterparty, effect: effect, basis: basis,
            measure: row["measure"].value, place: row["place"].value, method: method,
            isVerified: verified == .yes, evidence: row["evidence"].value,
            note: row["note"].value)
    }

    /// A row of `supplies.csv`.
    mutating func supply(_ row: CSVTable.Row) -> Supply? {
        let direction: Supply.Direction? = option(row["direction"], or: nil)
        let unit = row["unit"]
        let isUnitKnown = units.check(unit, &findings)
        let counterparty = counterparty(row["counterparty"])
        if row["counterparty"].value.isEmpty {
            findings.add(
                .unknownParty, at: row["counterparty"].place,
                "supply '\(row["supply"].value)' names no company; what comes from outside the "
                    + "chain stands in flows.csv")
        }
        let quantity = number(row["quantity"])
        guard let direction, let counterparty, let quantity, isUnitKnown else { return nil }
        var impact: Supply.Impact?
        if !row["indicator"].value.isEmpty || !row["factor"].value.isEmpty {
            guard let read = self.impact(row, direction, quantity, unit.value) else { return nil }
            impact = read
        }
        return Supply(
            id: row["supply"], direction: direction,
            counterparty: Located(counterparty, at: row["counterparty"].place),
            product: row["product"].value, quantity: quantity, unit: unit.value,
            impact: impact, note: row["note"].value)
    }

    private mutating func impact(
        _ row: CSVTable.Row, _ direction: Supply.Direction, _ quantity: Double, _ unit: String
    ) -> Supply.Impact? {
        guard direction == .bought else {
            findings.add(
                .wrongPosition, at: row["indicator"].place,
                "sold supply '\(row["supply"].value)' carries an impact; the seller's own rows "
                    + "hold it")
            return nil
        }
        guard let indicator = indicators.check(row["indicator"], &findings) else { return nil }
        guard indicator.kind != .subtotal, indicator.consolidation != .own else {
            findings.add(
                .wrongPosition, at: row["indicator"].place,
                "line '\(indicator.id)' takes no supplies")
            return nil
        }
        let factorUnit = row["factor-unit"]
        guard let factor = number(row["factor"]), units.check(factorUnit, &findings) else {
            return nil
        }
        let target = "\(indicator.unit)/\(unit)"
        guard let conversion = units.conversion(from: factorUnit.value, to: target) else {
            findings.add(
                .unitMismatch, at: factorUnit.place,
                "factor unit '\(factorUnit.value)' does not convert to '\(target)'")
            return nil
        }
        let origin = Origin.Factor(
            name: "factor", value: factor * conversion, unit: target,
            place: row["factor"].place, source: row["factor-source"].value)
        let booked = Traced(
            .known(quantity),
            .ledger(row["quantity"].place, typed: row["quantity"].value + " " + unit,
                    row: "supply \(row["supply"].value), \(row["product"].value)"))
        return Supply.Impact(
            indicator: indicator.id, factor: origin,
            amount: Traced(
                .known(quantity * origin.value),
                .product(Origin.Part(row["product"].value, booked), origin)))
    }

    private mutating func effect(_ cell: Located<String>, of indicator: Indicator) -> Effect? {
        if indicator.kind == .memo {
            if cell.value.isEmpty { return .memo }
        } else if let effect = Effect(rawValue: cell.value), indicator.effects.contains(effect) {
            return effect
        }
        let sides = indicator.effects.map { $0 == .memo ? "an empty cell" : "'\($0.rawValue)'" }
        findings.add(
            .wrongEffect, at: cell.place,
            "effect '\(cell.value)' is not one of \(indicator.id); write "
                + sides.joined(separator: " or "))
        return nil
    }

    private mutating func checkPosition(
        _ position: Flow.Position, of indicator: Indicator, _ counterparty: String?,
        _ row: CSVTable.Row, _ reporting: Set<String>
    ) -> Bool {
        let problem: String
        if indicator.kind == .subtotal {
            let parts = indicators.parts(of: indicator.id).map(\.id)
            problem = "line '\(indicator.id)' is a subtotal; book on "
                + parts.joined(separator: ", ")
        } else if indicator.consolidation == .own, position != .own {
            problem = "line '\(indicator.id)' takes own activity only"
        } else if position == .upstream, let counterparty, reporting.contains(counterparty) {
            problem = "company '\(counterparty)' reports; book what it supplies in supplies.csv"
        } else {
            return true
        }
        findings.add(.wrongPosition, at: row["position"].place, problem)
        return false
    }

    /// The quantity cell: a figure in a unit of the line, or a state.
    private mutating func quantity(_ row: CSVTable.Row, of indicator: Indicator) -> Traced? {
        let cell = row["quantity"]
        let name = "flow \(row["flow"].value)"
        func traced(_ value: Cell) -> Traced {
            let typed = [cell.value, row["unit"].value].filter { !$0.isEmpty }
            return Traced(
                value, .ledger(cell.place, typed: typed.joined(separator: " "), row: name))
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
        let unit = row["unit"]
        guard units.isKnown(unit.value) else {
            let known = units.names(like: indicator.unit).joined(separator: ", ")
            findings.add(
                .unknownUnit, at: unit.place,
                "unit '\(unit.value)' is not known; \(indicator.id) counts \(indicator.unit) "
                    + "and takes \(known)")
            return nil
        }
        guard let conversion = units.conversion(from: unit.value, to: indicator.unit) else {
            findings.add(
                .unitMismatch, at: unit.place,
                "unit '\(unit.value)' is not a unit of \(indicator.id), which counts "
                    + indicator.unit)
            return nil
        }
        let isProvisional = cell.value.hasSuffix("*")
        let digits = isProvisional ? String(cell.value.dropLast()) : cell.value
        guard let value = number(Located(digits, at: cell.place)) else { return nil }
        return traced(.known(Quantity(value * conversion, isProvisional: isProvisional)))
    }
}

private enum Answer: String, CaseIterable { case yes, no }
