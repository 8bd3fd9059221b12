/// An impact category of one edition of EN 15804, with the unit in which its
/// weight is stated. Ids are those of the sets of weights.
///
/// Source of categories and units: the identifiers that the InData working
/// group publishes with the ILCD+EPD form; the four toxicity categories are
/// the addition of the Dutch method to A1.
package struct ImpactCategory: Hashable, Sendable {
    package let standard: Standard
    package let id: String
    package let unit: String
    /// Method data sets of the ILCD network that stand for this category; the
    /// A2 set has some for EF 3.0 and others for EF 3.1.
    let methods: [String]
    /// Short names, in small letters and digits alone.
    let codes: [String]

    private init(
        _ standard: Standard, _ id: String, _ unit: String, methods: [String] = [],
        codes: [String]
    ) {
        self.standard = standard
        self.id = id
        self.unit = unit
        self.methods = methods
        self.codes = codes
    }

    package static func all(of standard: Standard) -> [ImpactCategory] {
        standard == .a1 ? a1 : a2
    }

    /// Nil where the edition has no such category.
    package init?(_ id: String, of standard: Standard) {
        guard let known = Self.all(of: standard).first(where: { $0.id == id }) else { return nil }
        self = known
    }

    /// What a result is of, when it is of the total of climate change or of
    /// one of its three parts: only one of the two ways may be weighted.
    package static let climateTotal = "GWP-total"
    package static let climateParts = ["GWP-fossil", "GWP-biogenic", "GWP-luluc"]

    /// Categories whose results are printed with the disclaimers of
    /// EN 15804+A2: the additional ones, and water scarcity.
    package static let withDisclaimer: Set<String> = [
        "WDP", "PM", "IRP", "ETP-fw", "HTP-c", "HTP-nc", "SQP",
    ]

    private static let a1 = [
        ImpactCategory(
            .a1, "ADPE", "kg Sb-eq", methods: ["f7c73bb9-ab1a-4249-9c6d-379a0de6f67e"],
            codes: ["adpe", "adpelements", "adpnonfossil", "adpelement", "adpmineral"]),
        ImpactCategory(
            .a1, "ADPF", "kg Sb-eq", methods: ["804ebcdf-309d-4098-8ed8-fdaf2f389981"],
            codes: ["adpf", "adpfossil", "adpfossilfuels", "adpff"]),
        ImpactCategory(
            .a1, "GWP", "kg CO2-eq", methods: ["77e416eb-a363-4258-a04e-171d843a6460"],
            codes: ["gwp", "gwp100"]),
        ImpactCategory(
            .a1, "ODP", "kg CFC-11-eq", methods: ["06dcd26f-025f-401a-a7c1-5e457eb54637"],
            codes: ["odp"]),
        ImpactCategory(
            .a1, "POCP", "kg C2H4-eq", methods: ["1e84a202-dae6-42aa-9e9d-71ea48b8be00"],
            codes: ["pocp"]),
        ImpactCategory(
            .a1, "AP", "kg SO2-eq", methods: ["b4274add-93b7-4905-a5e4-2e878c4e4216"],
            codes: ["ap"]),
        ImpactCategory(
            .a1, "EP", "kg PO4-eq", methods: ["f58827d0-b407-4ec6-be75-8b69efb98a0f"],
            codes: ["ep"]),
        ImpactCategory(.a1, "HTP", "kg 1,4-DB-eq", codes: ["htp", "humantoxicitypotential"]),
        ImpactCategory(.a1, "FAETP", "kg 1,4-DB-eq", codes: ["faetp", "faetpinf"]),
        ImpactCategory(.a1, "MAETP", "kg 1,4-DB-eq", codes: ["maetp", "maetpinf"]),
        ImpactCategory(.a1, "TETP", "kg 1,4-DB-eq", codes: ["tetp", "tetpinf"]),
    ]

    private static let a2 = climate + emissions + resources + additional

    private static let climate = [
        ImpactCategory(
            .a2, "GWP-total", "kg CO2-eq",
            methods: [
                "6a37f984-a4b3-458a-a20a-64418c145fa2", "a7ea142a-9749-11ed-a8fc-0242ac120002",
            ], codes: ["gwptotal", "gwptot", "climatechange", "climatechangetotal"]),
        ImpactCategory(
            .a2, "GWP-fossil", "kg CO2-eq",
            methods: [
                "5f635281-343e-44fb-83df-1971b155e6b6", "a7ea19c0-9749-11ed-a8fc-0242ac120002",
            ], codes: ["gwpfossil", "gwpfos", "gwpf", "climatechangefossil"]),
        ImpactCategory(
            .a2, "GWP-biogenic", "kg CO2-eq",
            methods: [
                "2356e1ab-0185-4db5-86e5-16de51c7485c", "a7ea186c-9749-11ed-a8fc-0242ac120002",
            ], codes: ["gwpbiogenic", "gwpbio", "gwpb", "climatechangebiogenic"]),
        ImpactCategory(
            .a2, "GWP-luluc", "kg CO2-eq",
            methods: [
                "4331bbdb-978a-490d-8707-eeb047f01a55", "a7ea1ae2-9749-11ed-a8fc-0242ac120002",
            ],
            codes: [
                "gwpluluc", "gwplul", "climatechangelanduseandlandusechange",
                "climatechangelanduseandlanduse", "climatechangeluluc",
            ]),
    ]

    private static let emissions = [
        ImpactCategory(
            .a2, "ODP", "kg CFC-11-eq", methods: ["b5c629d6-def3-11e6-bf01-fe55135034f3"],
            codes: ["odp", "ozonedepletion"]),
        ImpactCategory(
            .a2, "AP", "mol H+-eq", methods: ["b5c611c6-def3-11e6-bf01-fe55135034f3"],
            codes: ["ap", "acidification"]),
        ImpactCategory(
            .a2, "EP-freshwater", "kg P-eq", methods: ["b53ec18f-7377-4ad3-86eb-cc3f4f276b2b"],
            codes: [
                "epfreshwater", "epfw", "epfresh", "epaquaticfreshwater", "epf",
                "eutrophicationfreshwater",
            ]),
        ImpactCategory(
            .a2, "EP-marine", "kg N-eq", methods: ["b5c619fa-def3-11e6-bf01-fe55135034f3"],
            codes: ["epmarine", "epm", "epaquaticmarine", "epmar", "eutrophicationmarine"]),
        ImpactCategory(
            .a2, "EP-terrestrial", "mol N-eq", methods: ["b5c614d2-def3-11e6-bf01-fe55135034f3"],
            codes: ["epterrestrial", "epterr", "ept", "epter", "eutrophicationterrestrial"]),
        ImpactCategory(
            .a2, "POCP", "kg NMVOC-eq", methods: ["b5c610fe-def3-11e6-bf01-fe55135034f3"],
            codes: [
                "pocp", "photochemicalozoneformation", "photochemicalozoneformationhumanhealth",
            ]),
    ]

    private static let resources = [
        ImpactCategory(
            .a2, "ADP-minerals-metals", "kg Sb-eq",
            methods: ["b2ad6494-c78d-11e6-9d9d-cec0c932ce01"],
            codes: [
                "adpe", "adpmineralsmetals", "adpmineralsandmetals", "adpmm", "adpminerals",
                "adpmineral", "adpelements", "adpelement", "adpnonfossil",
                "resourceusemineralsandmetals",
            ]),
        ImpactCategory(
            .a2, "ADP-fossil", "MJ", methods: ["b2ad6110-c78d-11e6-9d9d-cec0c932ce01"],
            codes: ["adpf", "adpfossil", "adpfossilfuels", "adpff", "resourceusefossils"]),
        ImpactCategory(
            .a2, "WDP", "m3 world-eq", methods: ["b2ad66ce-c78d-11e6-9d9d-cec0c932ce01"],
            codes: ["wdp", "wateruse"]),
    ]

    private static let additional = [
        ImpactCategory(
            .a2, "PM", "disease incidence", methods: ["b5c602c6-def3-11e6-bf01-fe55135034f3"],
            codes: ["pm", "particulatematter"]),
        ImpactCategory(
            .a2, "IRP", "kBq U235-eq", methods: ["b5c632be-def3-11e6-bf01-fe55135034f3"],
            codes: ["irp", "ir", "irhh", "ionisingradiation", "ionisingradiationhumanhealth"]),
        ImpactCategory(
            .a2, "ETP-fw", "CTUe",
            methods: [
                "ee1082d1-b0f7-43ca-a1f0-21e2a4a74511", "05316e7a-b254-4bea-9cf0-6bf33eb5c630",
            ], codes: ["etpfw", "etpfreshwater", "etp", "ecotoxicityfreshwater"]),
        ImpactCategory(
            .a2, "HTP-c", "CTUh", methods: ["2299222a-bbd8-474f-9d4f-4dd1f18aea7c"],
            codes: ["htpc", "htpcancer", "humantoxicitycancer"]),
        ImpactCategory(
            .a2, "HTP-nc", "CTUh",
            methods: [
                "3af763a5-b7a1-48c9-9cee-1f223481fcef", "7cfdcfcf-b222-4b26-888a-a55f9fbf7ac8",
            ], codes: ["htpnc", "htpnoncancer", "humantoxicitynoncancer"]),
        ImpactCategory(
            .a2, "SQP", "Pt", methods: ["b2ad6890-c78d-11e6-9d9d-cec0c932ce01"],
            codes: ["sqp", "landuse", "soilquality"]),
    ]
}
