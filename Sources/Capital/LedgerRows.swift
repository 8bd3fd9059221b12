import Source

extension LedgerReader {
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
        let vehicle: Supply.Vehicle? = row["vehicle"].value.isEmpty
            ? nil : option(row["vehicle"], or: nil)
        let place = row["place"]
        if !place.value.isEmpty { Country.check(place, &findings) }
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
            impact: impact, country: place.value.isEmpty ? nil : place.value,
            vehicle: vehicle, note: row["note"].value)
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
        guard indicator.kind != .subtotal, indicator.kind != .ratio,
            indicator.consolidation != .own
        else {
            findings.add(
                .wrongPosition, at: row["indicator"].place,
                "line '\(indicator.id)' takes no supplies")
            return nil
        }
        let uncertainty = row["uncertainty"].value.isEmpty ? nil : number(row["uncertainty"])
        guard let origin = factor(row, to: indicator, per: unit, uncertainty) else { return nil }
        let booked = Traced(
            .known(quantity),
            .ledger(
                Origin.Entry(
                    row["quantity"].place, typed: row["quantity"].value + " " + unit,
                    row: "supply \(row["supply"].value), \(row["product"].value)",
                    method: .measured)))
        return Supply.Impact(
            indicator: indicator.id, factor: origin,
            amount: Traced(
                .known(quantity * origin.value),
                .product(Origin.Part(row["product"].value, booked), origin)))
    }

    /// The factor of a row, in units of the line per unit of what is booked.
    mutating func factor(
        _ row: CSVTable.Row, to indicator: Indicator, per unit: String, _ uncertainty: Double?
    ) -> Origin.Factor? {
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
        return Origin.Factor(
            name: "factor", value: factor * conversion, unit: target,
            place: row["factor"].place, source: row["factor-source"].value,
            uncertainty: uncertainty)
    }

    mutating func effect(_ cell: Located<String>, of indicator: Indicator) -> Effect? {
        if indicator.effects == [.memo] {
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

    mutating func checkPosition(
        _ position: Flow.Position, of indicator: Indicator, _ counterparty: String?,
        _ row: CSVTable.Row, _ reporting: Set<String>
    ) -> Bool {
        let problem: String
        if indicator.kind == .subtotal {
            let parts = indicators.parts(of: indicator.id).map(\.id)
            problem = "line '\(indicator.id)' is a subtotal; book on "
                + parts.joined(separator: ", ")
        } else if indicator.kind == .ratio {
            problem = "line '\(indicator.id)' is a ratio; book on "
                + indicator.ratioOf.map(\.value).joined(separator: " and ")
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
}
