import Capital
import Source

/// The texts of pages that have no Markdown file of their own.
enum GuideTexts {
    static let homeLead = Translated(
        nl: "Partijen in de betonketen spraken in 2018 af hun winst en verlies aan natuurlijk "
            + "kapitaal te meten en te rapporteren: eerst elk bedrijf, daarna de keten als "
            + "geheel. Deze site is de handleiding daarvoor, met de rapporten die eruit volgen.",
        en: "Parties in the concrete chain agreed in 2018 to measure and report their profit and "
            + "loss of natural capital: first each company, then the chain as a whole. This site "
            + "is the guide for doing so, with the reports that follow from it.")
    static let toGuide = Translated(nl: "De handleiding", en: "The guide")
    static let toGuideText = Translated(
        nl: "Negen stappen, van de eerste vraag tot het rapport.",
        en: "Nine steps, from the first question to the report.")
    static let guideLead = Translated(
        nl: "De handleiding volgt de vier fasen en negen stappen van het Natural Capital "
            + "Protocol. Elke stap zegt wat u doet, vult een tabel en eindigt met een uitkomst "
            + "die de volgende stap gebruikt.",
        en: "The guide follows the four stages and nine steps of the Natural Capital Protocol. "
            + "Each step says what you do, fills a table and ends with an outcome that the next "
            + "step uses.")
    static let stepsTitle = Translated(nl: "Stap voor stap", en: "Step by step")
    static let toSector = Translated(nl: "Waar staat de keten", en: "Where the chain stands")
    static let toSectorText = Translated(
        nl: "Wat over de sector is gepubliceerd, met afbakening en bron.",
        en: "What has been published on the sector, with boundary and source.")
    static func toChain(isFictional: Bool) -> Translated {
        isFictional
            ? Translated(nl: "De voorbeeldketen", en: "The example chain")
            : Translated(nl: "De keten", en: "The chain")
    }
    static let toChainText = Translated(
        nl: "Rapporten per bedrijf en het geconsolideerde rapport van de keten.",
        en: "Reports per company and the consolidated report of the chain.")
    static let toRegister = Translated(
        nl: "Partijen in het Betonakkoord", en: "Parties to the Concrete Agreement")
    static let toRegisterText = Translated(
        nl: "De 35 partijen die het plan noemt.", en: "The 35 parties that the plan names.")
    static let toIndicators = Translated(nl: "Indicatoren", en: "Indicators")
    static let toIndicatorsText = Translated(
        nl: "Elke regel van de winst- en verliesrekening, met eenheid en formule.",
        en: "Every line of the profit and loss account, with unit and formula.")
    static let indicatorLead = Translated(
        nl: "Een regel bestaat alleen als deze handleiding hem beschrijft. De rekenregels van "
            + "de rapporten staan op dezelfde pagina's als de uitleg.",
        en: "A line exists only if this guide describes it. The rules by which the reports "
            + "compute stand on the same pages as the explanation.")
    static let indicatorCaption = Translated(
        nl: "Regels van de winst- en verliesrekening", en: "Lines of the profit and loss account")
    static let chainLead = Translated(
        nl: "Hier staan de bedrijven van deze keten en hun rapporten. Het ketenrapport telt "
            + "elke activiteit één keer.",
        en: "Here are the companies of this chain and their reports. The chain report counts "
            + "each activity once.")
    static let fictional = Translated(
        nl: "Dit is een voorbeeld. Het bedrijf en alle cijfers zijn verzonnen.",
        en: "This is an example. The company and all figures are made up.")
    static let fictionalChain = Translated(
        nl: "Dit is een voorbeeld. De bedrijven en alle cijfers zijn verzonnen.",
        en: "This is an example. The companies and all figures are made up.")
    static let statementSummary = Translated(
        nl: "Winst- en verliesrekening op natuurlijk kapitaal van",
        en: "Profit and loss account on natural capital of")
    static let chainSummary = Translated(
        nl: "De rekening van de hele keten op natuurlijk kapitaal, elke activiteit één keer "
            + "geteld.",
        en: "The natural-capital account of the whole chain, each activity counted once.")
    static let chainReports = Translated(nl: "Ketenrapporten", en: "Chain reports")
    static let chainReport = Translated(nl: "Ketenrapport", en: "Chain report")
    static let companies = Translated(nl: "Bedrijven", en: "Companies")
    static let statements = Translated(nl: "Rapporten", en: "Statements")
    static let statement = Translated(nl: "Rapport over", en: "Statement for")
    static let statementsOf = Translated(nl: "rapporten over", en: "statements for")
    static let doesNotReport = Translated(nl: "rapporteert niet", en: "does not report")
    static let noStatement = Translated(
        nl: "Van dit bedrijf is hier geen rapport gepubliceerd. Wat andere bedrijven ervan "
            + "kopen, staat bij hen onder “upstream, overig”.",
        en: "No statement of this company has been published here. What other companies buy "
            + "from it stands with them under “upstream, other”.")

    static let property = Translated(nl: "Kenmerk", en: "Property")
    static let definition = Translated(nl: "Vastgelegd als", en: "Defined as")
    static let cardCaption = Translated(
        nl: "Zo rekent de winst- en verliesrekening met deze regel",
        en: "How the profit and loss account computes this line")
    static let formula = Translated(nl: "Formule", en: "Formula")
    static let kind = Translated(nl: "Soort regel", en: "Kind of line")
    static let pricedBy = Translated(nl: "Geprijsd met", en: "Priced by")
    static let mustReport = Translated(nl: "Moet rapporteren", en: "Must report")
    static let mayReport = Translated(nl: "Mag rapporteren", en: "May report")
    static let partOf = Translated(nl: "Telt mee in", en: "Counts in")
    static let parts = Translated(nl: "Som van", en: "Sum of")

    static func name(of kind: Indicator.Kind) -> Translated {
        switch kind {
        case .impact: Translated(nl: "telt in de rekening", en: "counts in the account")
        case .memo:
            Translated(nl: "memo: naast de rekening, in geen som",
                       en: "memo: beside the account, in no sum")
        case .nature:
            Translated(nl: "natuureenheid: een eigen saldo, niet omgerekend en in geen som",
                       en: "unit of nature: a balance of its own, not converted and in no sum")
        case .ratio: Translated(nl: "verhouding van twee regels", en: "ratio of two lines")
        case .subtotal: Translated(nl: "subtotaal", en: "subtotal")
        }
    }

    static func crosswalk(_ system: String) -> Translated {
        let name = switch system {
        case "ncp": "Natural Capital Protocol"
        case "csc": "CSC"
        case "mki": "MKI"
        default: system.uppercased()
        }
        return Translated(nl: "In \(name)", en: "In \(name)")
    }
}
