package import Source

/// What a whole sector makes of one product in one year, by a source.
package struct SectorVolume: Sendable {
    /// A chain link.
    package let link: String
    package let product: String
    package let year: Int
    package let volume: Double
    package let unit: String
    /// The id of a source.
    package let source: Located<String>
    package let place: Place

    package init(
        link: String, product: String, year: Int, volume: Double, unit: String,
        source: Located<String>, place: Place
    ) {
        self.link = link
        self.product = product
        self.year = year
        self.volume = volume
        self.unit = unit
        self.source = source
        self.place = place
    }
}

/// From which coverage a sector may be estimated, and how widely.
package struct EstimateRule: Sendable {
    /// The lowest coverage, in percent.
    package let threshold: Double
    /// How far the average of those who do not report may lie from that of
    /// those who do, in percent.
    package let spread: Double

    package init(threshold: Double, spread: Double) {
        self.threshold = threshold
        self.spread = spread
    }
}

/// How much of a sector's product the reporting companies make (rule R12).
package struct Coverage: Sendable {
    package let sector: SectorVolume
    /// In the unit of the sector's volume.
    package let reported: Cell
    /// In percent.
    package let share: Cell
    package let estimates: [Estimate]

    /// A line's own activity over the whole sector, as a range. It stands
    /// apart from the chain's account and enters no sum of it.
    package struct Estimate: Sendable {
        package let line: String
        package let reported: Double
        package let lower: Double
        package let upper: Double
    }
}

extension Accounts {
    /// Coverage per chain link and product, as everybody may see it.
    package func coverage(
        in year: Int, of sectors: [SectorVolume], by rule: EstimateRule?
    ) -> [Coverage] {
        sectors.filter { $0.year == year }.map { sector in
            let makers = parties.filter { party in
                party.chainLinks.contains { $0.value == sector.link }
                    && volume(of: sector, by: party, in: year) > 0
            }
            let made = ExactSum.of(makers.map { volume(of: sector, by: $0, in: year) })
            let silent = Set(makers.filter { !$0.publishes.volumes }.map(\.contributor))
            guard !(1..<ChainDisclosure.minimumContributors).contains(silent.count) else {
                return Coverage(
                    sector: sector, reported: .confidential, share: .confidential, estimates: [])
            }
            let share = 100 * made / sector.volume
            return Coverage(
                sector: sector, reported: .known(made), share: .known(share),
                estimates: rule.map {
                    estimates(of: sector, made, makers, in: year, by: $0)
                } ?? [])
        }
    }

    private func volume(of sector: SectorVolume, by party: Party, in year: Int) -> Double {
        let products = ledgers[Key(party: party.id, year: year)]?.products ?? []
        return ExactSum.of(
            products.filter { $0.name == sector.product && $0.unit == sector.unit }.map(\.volume))
    }

    /// Only losses that follow what is made: gains are reported by those who
    /// have them, and what belongs to a site says nothing of other sites. Only
    /// from three groups on that all publish the line, make this product
    /// alone and together cover enough.
    private func estimates(
        of sector: SectorVolume, _ made: Double, _ makers: [Party], in year: Int,
        by rule: EstimateRule
    ) -> [Coverage.Estimate] {
        guard made > 0, 100 * made >= rule.threshold * sector.volume,
            Set(makers.map(\.contributor)).count >= ChainDisclosure.minimumContributors,
            makers.allSatisfy({ ledgers[Key(party: $0.id, year: year)]?.products.count == 1 })
        else { return [] }
        return indicators.all.compactMap { indicator in
            guard indicator.consolidation == .eliminate,
                [.impact, .subtotal].contains(indicator.kind),
                let own = own(indicator.id, of: makers, in: year), own > 0
            else { return nil }
            let rest = max(0, sector.volume - made) * own / made
            return Coverage.Estimate(
                line: indicator.id, reported: own,
                lower: own + rest * max(0, 1 - rule.spread / 100),
                upper: own + rest * (1 + rule.spread / 100))
        }
    }

    /// The losses of their own activity; nil where one is missing, incomplete
    /// or not public.
    private func own(_ line: String, of makers: [Party], in year: Int) -> Double? {
        let place = StatementCell.side(line: line, .loss, .own)
        var sum = ExactSum()
        for maker in makers {
            let side = statements[Key(party: maker.id, year: year)]?[line]?.sides[.loss]
            guard !hiddenCells(of: maker.id, in: year).contains(place),
                let quantity = side?.own.cell.quantity, quantity.bound == .exact
            else { return nil }
            sum.add(quantity.value)
        }
        return sum.value
    }
}
