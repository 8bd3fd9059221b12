import Capital
import Source

/// The words of tables and pages, in both languages beside each other.
enum Labels {
    static let table = Translated(nl: "Tabel", en: "Table")
    static let figure = Translated(nl: "Figuur", en: "Figure")
    static let sources = Translated(nl: "Bronnen", en: "Sources")
    static let passageFor = Translated(nl: "Voor", en: "For")

    static let line = Translated(nl: "Regel", en: "Line")
    static let unit = Translated(nl: "Eenheid", en: "Unit")
    static let side = Translated(nl: "Kant", en: "Side")
    static let grossLoss = Translated(nl: "Bruto verlies", en: "Gross loss")
    static let grossGain = Translated(nl: "Bruto winst", en: "Gross gain")
    static let balance = Translated(nl: "Saldo", en: "Balance")
    static let quality = Translated(nl: "Kwaliteit", en: "Quality")
    static let amount = Translated(nl: "Hoeveelheid", en: "Amount")
    static let total = Translated(nl: "Totaal", en: "Total")
    static let measure = Translated(nl: "Maatregel", en: "Measure")
    static let status = Translated(nl: "Status", en: "Status")
    static let meaning = Translated(nl: "Betekenis", en: "Meaning")
    static let symbol = Translated(nl: "Teken", en: "Symbol")
    static let reason = Translated(nl: "Reden", en: "Reason")
    static let lines = Translated(nl: "Regels", en: "Lines")
    static let company = Translated(nl: "Bedrijf", en: "Company")
    static let chainLink = Translated(nl: "Schakel", en: "Chain link")
    static let reports = Translated(nl: "Rapporteert", en: "Reports")
    static let yes = Translated(nl: "ja", en: "yes")
    static let no = Translated(nl: "nee", en: "no")
    static let verified = Translated(nl: "nagelezen", en: "verified")
    static let unverified = Translated(nl: "niet nagelezen", en: "unverified")
    static let source = Translated(nl: "Bron", en: "Source")
    static let note = Translated(nl: "Toelichting", en: "Note")
    static let factor = Translated(nl: "Factor", en: "Factor")
    static let per = Translated(nl: "Per", en: "Per")
    static let value = Translated(nl: "Waarde", en: "Value")
    static let lower = Translated(nl: "Onder", en: "Lower")
    static let upper = Translated(nl: "Boven", en: "Upper")
    static let basis = Translated(nl: "Grondslag", en: "Basis")
    static let set = Translated(nl: "Waarderingsset", en: "Valuation set")
    static let version = Translated(nl: "Versie", en: "Version")
    static let priceLevel = Translated(nl: "Prijspeil", en: "Price level")
    static let term = Translated(nl: "Begrip", en: "Term")
    static let otherLanguage = Translated(nl: "Engels", en: "Dutch")
    static let definition = Translated(nl: "Omschrijving", en: "Definition")
    static let consolidation = Translated(nl: "Consolidatie", en: "Consolidation")
    static let author = Translated(nl: "Auteur", en: "Author")
    static let year = Translated(nl: "Jaar", en: "Year")
    static let title = Translated(nl: "Titel", en: "Title")
    static let parties = Translated(nl: "Som van de bedrijven", en: "Sum of the companies")
    static let eliminations = Translated(nl: "Eliminaties", en: "Eliminations")
    static let chain = Translated(nl: "Keten", en: "Chain")
    static let unpriced = Translated(nl: "niet geprijsd", en: "not priced")
    static let forecast = Translated(nl: "verwacht", en: "forecast")
    static let awaitsVerification = Translated(
        nl: "gerealiseerd, niet geverifieerd", en: "realised, not verified")
    static let provisional = Translated(nl: "voorlopig cijfer", en: "provisional figure")

    static func name(of effect: Effect) -> Translated {
        switch effect {
        case .loss: Translated(nl: "verlies", en: "loss")
        case .gain: Translated(nl: "winst", en: "gain")
        case .memo: Translated(nl: "memo", en: "memo")
        }
    }

    static func name(of column: Column) -> Translated {
        switch column {
        case .own: Translated(nl: "Eigen activiteit", en: "Own activity")
        case .upstreamReporting:
            Translated(nl: "Upstream, rapporterend", en: "Upstream, reporting")
        case .upstreamOther: Translated(nl: "Upstream, overig", en: "Upstream, other")
        case .downstream: Translated(nl: "Downstream", en: "Downstream")
        case .total: total
        }
    }

    static func name(of column: ChainColumn) -> Translated {
        switch column {
        case .own: Translated(nl: "Eigen activiteit", en: "Own activity")
        case .upstreamOther:
            Translated(nl: "Upstream van buiten de keten", en: "Upstream from outside")
        case .downstream:
            Translated(nl: "Downstream buiten de keten", en: "Downstream outside")
        case .parties: parties
        case .eliminations: eliminations
        case .total: chain
        }
    }

    static func name(of basis: ValuationSet.Basis) -> Translated {
        switch basis {
        case .prevention: Translated(nl: "preventiekosten", en: "prevention cost")
        case .damage: Translated(nl: "schadekosten", en: "damage cost")
        case .mixed: Translated(nl: "gemengd", en: "mixed")
        }
    }

    static func name(of rule: Indicator.Consolidation) -> Translated {
        switch rule {
        case .eliminate:
            Translated(
                nl: "eigen activiteit en wat van buiten komt; leveringen tussen rapporterende "
                    + "bedrijven vallen weg",
                en: "own activity and what comes from outside; supplies between reporting "
                    + "companies are eliminated")
        case .own:
            Translated(
                nl: "alleen eigen activiteit; de regel volgt het terrein",
                en: "own activity only; the line follows the site")
        case .none:
            Translated(
                nl: "per bedrijf getoond, niet over de keten opgeteld",
                en: "shown per company, not added over the chain")
        }
    }

    static func symbol(of cell: Cell) -> Translated {
        switch cell {
        case .known: Translated(nl: "0", en: "0")
        case .none: Translated(nl: "–", en: "–")
        case .missing: Translated(nl: ".", en: ".")
        case .confidential: Translated(nl: "x", en: "x")
        case .notApplicable: Translated(nl: "n.v.t.", en: "n/a")
        }
    }

    static func meaning(of cell: Cell) -> Translated? {
        switch cell {
        case .known: Translated(nl: "gemeten en nul", en: "measured and zero")
        case .none:
            Translated(
                nl: "nihil: er is hier niets te meten, of het staat op een andere regel van "
                    + "hetzelfde subtotaal",
                en: "nil: nothing to measure here, or it stands on another line of the same "
                    + "subtotal")
        case .missing: Translated(nl: "ontbreekt", en: "missing")
        case .confidential: Translated(nl: "vertrouwelijk", en: "confidential")
        case .notApplicable:
            Translated(
                nl: "niet van toepassing: de regel telt alleen eigen activiteit, of de reden staat "
                    + "erbij",
                en: "not applicable: the line counts own activity only, or the reason is given")
        }
    }

    static func meaning(of bound: Quantity.Bound) -> Translated? {
        switch bound {
        case .exact: nil
        case .atLeast:
            Translated(nl: "ten minste: een deel ontbreekt", en: "at least: a part is missing")
        case .atMost:
            Translated(nl: "ten hoogste: een deel ontbreekt", en: "at most: a part is missing")
        case .partial:
            Translated(nl: "onvolledig: er ontbreken delen, de richting is open",
                       en: "incomplete: parts are missing, the direction is open")
        }
    }
}
