/// A unit of an impact category, read from the many ways in which programmes
/// write it: `kg CO_(2)-Äq.`, `kgCO2e`, `kg CO2 eqv.` are one.
package struct ImpactUnit: Sendable, Equatable {
    /// As `units.yaml` writes it.
    package let unit: String
    /// How many of ``unit`` one of the unit as typed is.
    package let factor: Double

    init(_ unit: String, _ factor: Double = 1) {
        self.unit = unit
        self.factor = factor
    }
}

extension ImpactUnit {
    /// Nil for a unit that is not known here.
    init?(reading text: String) {
        let plain = Self.plain(text)
        if let known = Self.known(plain) {
            self = known
            return
        }
        for ending in Self.equivalents where plain.hasSuffix(ending) {
            if let known = Self.known(String(plain.dropLast(ending.count))) {
                self = known
                return
            }
        }
        return nil
    }

    /// The unit that a unit group of the ILCD network stands for; for a file
    /// that gives no text.
    init?(unitGroup: String) {
        guard let unit = Self.groups[unitGroup.lowercased()] else { return nil }
        self.init(unit)
    }

    /// Small letters and digits alone: marks, spaces and accents differ from
    /// programme to programme.
    static func plain(_ text: String) -> String {
        let folded: [Character: String] = [
            "ä": "a", "ö": "o", "ü": "u", "é": "e", "è": "e", "í": "i", "ó": "o", "ø": "o",
            "å": "a", "æ": "ae", "₂": "2", "₃": "3", "₄": "4", "²": "2", "³": "3", "¹": "1",
            "µ": "u", "μ": "u",
        ]
        let letters = text.lowercased().flatMap { folded[$0] ?? String($0) }
        return String(letters.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }

    private static let equivalents = [
        "equivalents", "equivalent", "equivalente", "equivalenti", "aquivalente", "aquivalent",
        "ekvivalenter", "ekvivalent", "equiv", "aquiv", "ekviv", "ekv", "eqv", "aqv", "aeq",
        "eqt", "eq", "aq", "e",
    ]

    private static func known(_ plain: String) -> ImpactUnit? {
        if let unit = whole[plain] { return ImpactUnit(unit) }
        if let (unit, factor) = scaled[plain] { return ImpactUnit(unit, factor) }
        if water.contains(where: plain.hasPrefix) { return ImpactUnit("m3 world-eq") }
        for (prefix, factor) in masses where plain.hasPrefix(prefix) {
            if let unit = substances[String(plain.dropFirst(prefix.count))] {
                return ImpactUnit(unit, factor)
            }
        }
        return nil
    }

    private static let masses = [
        ("kg", 1.0), ("mg", 1e-6), ("ug", 1e-9), ("g", 1e-3), ("t", 1e3),
    ]

    private static let substances = [
        "co2": "kg CO2-eq", "cfc11": "kg CFC-11-eq", "r11": "kg CFC-11-eq",
        "so2": "kg SO2-eq", "po4": "kg PO4-eq", "po43": "kg PO4-eq", "phosphate": "kg PO4-eq",
        "phosphates": "kg PO4-eq",
        "phosphat": "kg PO4-eq", "fosfaat": "kg PO4-eq", "p": "kg P-eq", "n": "kg N-eq",
        "nmvoc": "kg NMVOC-eq", "sb": "kg Sb-eq", "antimony": "kg Sb-eq",
        "antimon": "kg Sb-eq", "c2h4": "kg C2H4-eq", "ethene": "kg C2H4-eq",
        "ethen": "kg C2H4-eq", "ethylene": "kg C2H4-eq", "etheen": "kg C2H4-eq",
        "14db": "kg 1,4-DB-eq", "14dcb": "kg 1,4-DB-eq", "dcb": "kg 1,4-DB-eq",
        "14dichlorobenzene": "kg 1,4-DB-eq", "14dichlorbenzol": "kg 1,4-DB-eq",
        "": "kg", "o3": "kg O3-eq",
    ]

    private static let water = [
        "m3world", "m3welt", "m3wereld", "m3monde", "m3mond", "m3mundial", "m3verd", "m3depriv",
        "m3aware", "m3eq", "m3weq", "m3priv", "m3edepr", "m3wdep",
    ]

    private static let scaled: [String: (String, Double)] = [
        "gj": ("MJ", 1e3), "kj": ("MJ", 1e-3), "kwh": ("MJ", 3.6), "mwh": ("MJ", 3600),
        "bqu235": ("kBq U235-eq", 1e-3), "l": ("m3", 1e-3), "liter": ("m3", 1e-3),
        "litre": ("m3", 1e-3), "mmolh": ("mol H+-eq", 1e-3), "mmoln": ("mol N-eq", 1e-3),
    ]

    private static let whole = [
        "mj": "MJ", "mjncv": "MJ", "mjlhv": "MJ", "mjhu": "MJ", "mjnetcalorificvalue": "MJ",
        "mjnetcv": "MJ", "mjnetcal": "MJ", "mjhi": "MJ", "mjnet": "MJ",
        "mjlowerheatingvalue": "MJ", "mjlowercalorificvalue": "MJ",
        "molh": "mol H+-eq", "molofh": "mol H+-eq",
        "molesofh": "mol H+-eq", "molesh": "mol H+-eq", "moleh": "mol H+-eq",
        "molesofn": "mol N-eq", "molesn": "mol N-eq", "molen": "mol N-eq",
        "molhion": "mol H+-eq", "moln": "mol N-eq", "molofn": "mol N-eq",
        "kbqu235": "kBq U235-eq", "kbq235u": "kBq U235-eq", "kbqofu235": "kBq U235-eq",
        "ctue": "CTUe", "ctuh": "CTUh", "m3": "m3", "kgp": "kg P-eq", "": "Pt", "pt": "Pt",
        "sqp": "Pt", "point": "Pt", "points": "Pt", "punkte": "Pt", "unitless": "Pt",
        "dimensionless": "Pt", "dimensionslos": "Pt", "dimensjonslos": "Pt",
        "dimensieloos": "Pt", "adimensional": "Pt", "adimensionale": "Pt",
        "diseaseincidence": "disease incidence", "diseaseincidences": "disease incidence",
        "diseaseinc": "disease incidence", "diseaseincid": "disease incidence",
        "diseases": "disease incidence", "incidence": "disease incidence",
        "incidences": "disease incidence", "incidenceofdisease": "disease incidence",
        "incidenceofdiseases": "disease incidence", "cases": "disease incidence",
        "diseasecases": "disease incidence", "krankheitsinzidenz": "disease incidence",
        "sykdomsforekomst": "disease incidence",
        "krankheitsfalle": "disease incidence", "krankheitsfall": "disease incidence",
        "auftretenvonkrankheiten": "disease incidence",
        "sykdomstilfeller": "disease incidence", "sygdomstilfaelde": "disease incidence",
        "sygdomsforekomst": "disease incidence", "sjukdomsfall": "disease incidence",
        "ziektegevallen": "disease incidence", "incidenzadimalattie": "disease incidence",
        "incidenciadeenfermedades": "disease incidence",
        "incidencedemaladies": "disease incidence",
        // openEPD's own word for a case of disease.
        "annualpercapita": "disease incidence",
    ]

    private static let groups = [
        "1ebf3012-d0db-4de2-aefd-ef30cedb0be1": "kg CO2-eq",
        "88054749-b0a6-47ea-a82b-dc5b29326512": "kg CFC-11-eq",
        "d9e957c9-7309-4474-bf3a-7777df6c4e5b": "kg CFC-11-eq",
        "bc50c624-a9bc-45b1-a9b0-e6b10d00476f": "kg SO2-eq",
        "42e089ac-92bf-4bf2-8ca1-5fc40d18f2ed": "mol H+-eq",
        "67b5401d-873c-485f-bcf3-6ae83b918822": "kg PO4-eq",
        "0429039d-a61d-4590-ba67-aa4a20a810a1": "kg P-eq",
        "d05bb823-ecdf-4686-8c40-bf1d9257859f": "kg N-eq",
        "71b4d617-0ec9-4d3f-b65e-e438940c2401": "mol N-eq",
        "01c26c17-9a76-406e-8295-f17b55fd909e": "kg C2H4-eq",
        "d27c25f8-fbc1-44c6-b47b-4adbae4199c6": "kg NMVOC-eq",
        "54ccd2d9-a32a-4fc2-923d-f2c8c93e89d4": "kg Sb-eq",
        "93a60a57-a3c8-11da-a746-0800200c9a66": "MJ",
        "6ae2df01-888e-46c8-b17d-49fa3869b476": "m3 world-eq",
        "3883559b-648f-4afc-8ba2-0bd24f3affa3": "disease incidence",
        "456b05bf-1415-44a9-9993-02452f554c09": "kBq U235-eq",
        "aa959ded-f1eb-4efb-9c5c-2d60be36b3e6": "CTUe",
        "d4c9523e-2d7e-49fd-8469-998f547d3a70": "CTUh",
        "f130951c-e67f-4f7f-8dd4-665de3974e18": "Pt",
        "ad38d542-3fe9-439d-9b95-2f5f7752acaf": "kg",
        "93a60a57-a4c8-11da-a746-0800200c9a66": "kg",
        "cd950537-0a98-4044-9ba7-9f9a68d0a504": "m3",
        "93a60a57-a3c8-12da-a746-0800200c9a66": "m3",
    ]
}
