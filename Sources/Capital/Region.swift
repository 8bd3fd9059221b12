package import Source

/// Where an impact falls, as far as the question "for the Netherlands or for
/// the world?" asks. The world is the sum of all three.
package enum Region: String, CaseIterable, Sendable, Hashable {
    case netherlands, abroad
    /// No place is known: it counts for the world, and nobody can say where.
    case unlocated

    /// The region of a country by its ISO 3166-1 code of two letters.
    package init(country: String?) {
        switch country {
        case nil: self = .unlocated
        case "NL": self = .netherlands
        default: self = .abroad
        }
    }
}

extension Rule {
    package static let unknownPlace = Rule(
        "unknown-place",
        reason: "An account can be read for the Netherlands and for the world only when each "
            + "place is a site of the company or a country.",
        example: "place 'de-ward', or country 'Nederland'",
        mend: "Use the id of a site of party.yaml or a country's code of two capitals (ISO "
            + "3166-1), such as NL or BE; leave the cell empty where nobody knows.")
}

/// Codes of countries.
package enum Country {
    /// ISO 3166-1, the codes of two letters.
    package static let codes = Set(
        """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ
        BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM
        DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS
        GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
        KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ
        MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
        PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
        SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
        VN VU WF WS YE YT ZA ZM ZW
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    package static func check(_ code: Located<String>, _ findings: inout Findings) {
        guard !codes.contains(code.value) else { return }
        findings.add(
            .unknownPlace, at: code.place,
            "country '\(code.value)' is not a code of ISO 3166-1, such as NL or BE")
    }
}

extension Party {
    /// The country in which all sites of the company lie; nil when it has
    /// sites in several, or none.
    package var onlyCountry: String? {
        let countries = Set(sites.map(\.country))
        return countries.count == 1 ? countries.first : nil
    }

    /// The country of a place: a site's, or the code itself. Nil, with a
    /// finding, for any other word.
    package func country(of place: Located<String>, _ findings: inout Findings) -> String? {
        if let site = sites.first(where: { $0.id == place.value }) { return site.country }
        if Country.codes.contains(place.value) { return place.value }
        findings.add(
            .unknownPlace, at: place.place,
            "place '\(place.value)' is not a site of \(id) or a country"
                + NearMiss.hint(for: place.value, among: sites.map(\.id)))
        return nil
    }
}
