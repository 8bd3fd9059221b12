import Capital
import Source
import Testing

@testable import Reports

/// The factors of the guide against what was published, typed a second time:
/// a slip in a factor file is a wrong amount in every report. Who means to
/// change a factor changes it here as well, with its source.
struct PublishedFactorsTests {
    /// Weights of set A1: the climate weight as quoted by bouwwereld.nl, the
    /// others unverified (TNO/SBK shadow prices).
    static let a1: [String: Double] = [
        "ADPE": 0.16, "ADPF": 0.16, "GWP": 0.05, "ODP": 30, "POCP": 2, "AP": 4, "EP": 9,
        "HTP": 0.09, "FAETP": 0.03, "MAETP": 0.0001, "TETP": 0.06,
    ]
    static let a1Verified: Set<String> = ["GWP"]

    /// CE Delft, Milieuprijzen als weegfactor in de Bepalingsmethode, table 6,
    /// as quoted by Earthster; the last six unverified.
    static let a2: [String: Double] = [
        "GWP-total": 0.116, "GWP-fossil": 0.116, "GWP-biogenic": 0.116, "GWP-luluc": 0.116,
        "ODP": 32, "AP": 0.39, "EP-freshwater": 1.96, "EP-marine": 3.28, "EP-terrestrial": 0.36,
        "POCP": 1.22, "ADP-minerals-metals": 0.30, "ADP-fossil": 0.00033, "WDP": 0.00506,
        "PM": 575_838, "IRP": 0.049, "ETP-fw": 0.00013, "HTP-c": 1_096_368, "HTP-nc": 147_588,
        "SQP": 0.000178,
    ]
    static let a2Unverified: Set<String> = ["PM", "IRP", "ETP-fw", "HTP-c", "HTP-nc", "SQP"]

    /// CE Delft, Environmental Prices Handbook 2024, EU27, v1.1: lower,
    /// central and upper value.
    static let ceDelft: [String: (Double, Double, Double)] = [
        "CO2": (0.050, 0.130, 0.160), "CH4": (1.80, 4.68, 5.77), "PM2.5": (55.4, 81.2, 134),
        "PM10": (29.7, 44.3, 73.3), "NOx": (12.8, 19.3, 31.1), "SO2": (16.9, 26.6, 45.3),
        "NH3": (17.4, 25.2, 39.5), "NMVOC": (1.53, 2.16, 3.49), "Hg": (9983, 14951, 23019),
        "Pb": (18455, 27287, 41106), "Cd": (105_034, 155_294, 233_924),
        "As": (6271, 9275, 13980), "Cr-VI": (1815, 2703, 4121), "Ni": (68, 126, 257),
        "phosphate": (0.845, 1.23, 3.34), "N-total-fresh": (2.27, 4.23, 8.19),
        "N-total-salt": (7.64, 14.3, 27.6), "land-occupation": (0.037, 0.053, 0.069),
        "nature": (0.229, 0.325, 0.421),
    ]

    private func set(_ id: String) throws -> ValuationSet {
        let project = try Repository.wholeProject()
        return try #require(project.sets.first { $0.id == id })
    }

    @Test("set A1 has its eleven weights, at price level 2014")
    func weightsOfA1() throws {
        let set = try set("mki-a1")
        #expect(set.priceLevel == 2014)
        #expect(set.basis == .prevention)
        #expect(Dictionary(uniqueKeysWithValues: set.factors.map { ($0.id, $0.value) }) == Self.a1)
        let verified = set.factors.filter { $0.status == .verified }.map(\.id)
        #expect(Set(verified) == Self.a1Verified)
    }

    @Test("set A2 has its weights, at price level 2019, and says which are unverified")
    func weightsOfA2() throws {
        let set = try set("mki-a2")
        #expect(set.priceLevel == 2019)
        #expect(set.basis == .mixed)
        #expect(Dictionary(uniqueKeysWithValues: set.factors.map { ($0.id, $0.value) }) == Self.a2)
        let unverified = set.factors.filter { $0.status == .unverified }.map(\.id)
        #expect(Set(unverified) == Self.a2Unverified)
        #expect(set["GWP-total"]?.basis == .prevention)
        #expect(set["AP"]?.basis == .damage)
    }

    @Test("the environmental prices have their lower, central and upper values")
    func environmentalPrices() throws {
        let set = try set("ce-delft-2024")
        #expect(set.priceLevel == 2021)
        #expect(Set(set.factors.map(\.id)) == Set(Self.ceDelft.keys))
        for factor in set.factors {
            let published = try #require(Self.ceDelft[factor.id])
            #expect(factor.lower == published.0, "\(factor.id)")
            #expect(factor.value == published.1, "\(factor.id)")
            #expect(factor.upper == published.2, "\(factor.id)")
        }
        #expect(set["CO2"]?.basis == .prevention)
        #expect(set["NOx"]?.basis == .damage)
    }

    @Test("only carbon dioxide and methane are prevention costs among damage costs")
    func basis() throws {
        let set = try set("ce-delft-2024")
        let prevention = set.factors.filter { $0.basis == .prevention }.map(\.id)
        #expect(Set(prevention) == ["CO2", "CH4"])
    }

    @Test("the damage price of CO2 is 345 euros a tonne for 2025, or 990 without time preference")
    func damagePrice() throws {
        let set = try set("uba-2025")
        #expect(set.priceLevel == 2025)
        #expect(set.factors.map(\.value) == [0.345])
        #expect(set.factors.map(\.upper) == [0.990])
        #expect(set.factors.map(\.basis) == [.damage])
    }

    /// Case G11: CBS index, 1962 = 100; the quotient of two figures.
    @Test("price levels convert by the chained index of CBS", arguments: [
        (2014, 2024, 1.3102), (2015, 2021, 1.1042), (2019, 2024, 1.2272), (2021, 2024, 1.1795),
    ])
    func priceLevels(from: Int, to: Int, published: Double) throws {
        let project = try Repository.wholeProject()
        let index = try #require(project.priceIndex)
        let factor = try #require(index.factor(from: from, to: to))
        #expect((factor * 10_000).rounded() / 10_000 == published)
    }

    @Test("the weights of an MKI are never indexed")
    func neverIndexed() throws {
        let project = try Repository.wholeProject()
        let index = try #require(project.priceIndex)
        #expect(index.factor(for: try set("mki-a1")) == nil)
        #expect(index.factor(for: try set("mki-a2")) == nil)
        #expect(index.factor(for: try set("ce-delft-2024")) == 878.4 / 720.9)
    }
}
