import Capital
import Source

/// `market.yaml` beside the companies: what the whole sector makes, by which
/// coverage is told (rule R12).
struct Market: Sendable {
    let place: Place
    /// Whether the sector is made up; it must be as the companies are.
    let isFictional: Bool
    let volumes: [SectorVolume]
    let rule: EstimateRule?
}

extension Market {
    init?(_ file: SourceFile, units: Units, _ findings: inout Findings) {
        guard let tree = YAMLTree(file.text, file: file.path, &findings),
            var fields = Fields(tree, &findings)
        else { return nil }
        place = fields.place
        isFictional = fields.flag("fictional", &findings)
        rule = Self.rule(fields.fields("estimate", &findings), &findings)
        volumes = fields.list("volumes", &findings).compactMap {
            SectorVolume($0, units: units, &findings)
        }
        fields.finish(&findings)
        var seen: Set<[String]> = []
        for sector in volumes
        where !seen.insert([sector.link, sector.product, "\(sector.year)"]).inserted {
            findings.add(
                .duplicateID, at: sector.place,
                "volume of '\(sector.product)' by \(sector.link) in \(sector.year) stands twice")
        }
    }

    private static func rule(_ fields: Fields?, _ findings: inout Findings) -> EstimateRule? {
        guard var fields else { return nil }
        let threshold = fields.number("from-coverage", &findings)
        let spread = fields.number("spread", &findings)
        fields.finish(&findings)
        guard let threshold, let spread else { return nil }
        for number in [threshold, spread] where !(0...100).contains(number.value) {
            findings.add(
                .wrongForm, at: number.place, "'\(number.value)' is not 0 to 100 percent")
        }
        return EstimateRule(threshold: threshold.value, spread: spread.value)
    }

    /// Checks links, sources and that made-up and real do not mix.
    func check(
        _ edition: Edition, _ sources: Sources, isFictional: Bool, _ findings: inout Findings
    ) {
        if isFictional != self.isFictional {
            findings.add(
                .fictionalMixed, at: place,
                "sector is \(self.isFictional ? "" : "not ")fictional and its companies are"
                    + (isFictional ? "" : " not"))
        }
        edition.check(links: volumes.map { Located($0.link, at: $0.place) }, &findings)
        for sector in volumes { sources.check(sector.source, &findings) }
    }
}

extension SectorVolume {
    fileprivate init?(_ tree: YAMLTree, units: Units, _ findings: inout Findings) {
        guard var fields = Fields(tree, &findings) else { return nil }
        let link = fields.text("link", &findings)
        let product = fields.text("product", &findings)
        let year = fields.integer("year", &findings)
        let volume = fields.number("volume", &findings)
        let unit = fields.text("unit", &findings)
        let source = fields.text("source", &findings)
        fields.finish(&findings)
        guard let link, let product, let year, let volume, let unit, let source,
            units.check(unit, &findings)
        else { return nil }
        guard volume.value > 0 else {
            findings.add(.wrongForm, at: volume.place, "volume '\(volume.value)' is not above 0")
            return nil
        }
        self.init(
            link: link.value, product: product.value, year: year.value, volume: volume.value,
            unit: unit.value, source: source, place: link.place)
    }
}
