import Capital
import Markup
import Source

/// The words of the tables over the years and of measures.
extension Labels {
    static let noEarlierYear = Translated(
        nl: "Er is nog geen eerder jaar om mee te vergelijken.",
        en: "There is no earlier year to compare with yet.")
    static let baselineYear = Translated(nl: "Basisjaar", en: "Baseline")
    static let firstReported = Translated(nl: "zoals gerapporteerd", en: "as reported")
    static let restated = Translated(nl: "aangepast", en: "restated")
    static let likeForLike = Translated(
        nl: "Verschil, vergelijkbaar", en: "Change, like for like")
    static let path = Translated(nl: "Pad naar", en: "Path to")
    static let distance = Translated(nl: "Afstand tot het pad", en: "Distance to the path")

    static let brokenSeries = Translated(
        nl: "reeksbreuk: het cijfer is niet met dit jaar te vergelijken; de reden staat erbij",
        en: "break in series: the figure cannot be compared with this year; the reason is given")
    static let breakSymbol = "b"

    static let trigger = Translated(nl: "Wat veranderde", en: "What changed")
    static let treatment = Translated(nl: "Gevolg", en: "Consequence")
    static let allLines = Translated(nl: "alle regels", en: "all lines")
    static let joined = Translated(nl: "rapporteert voor het eerst", en: "joined the report")
    static let left = Translated(nl: "rapporteert niet meer", en: "left the report")

    static let forecastIn = Translated(nl: "Verwacht in", en: "Forecast in")
    static let due = Translated(nl: "Op te leveren", en: "Due")
    static let expected = Translated(nl: "Verwacht", en: "Forecast")
    static let realisedIn = Translated(nl: "Gerealiseerd in", en: "Realised in")
    static let realisedAmount = Translated(nl: "Gerealiseerd", en: "Realised")
    static let counting = Translated(nl: "Telt mee", en: "Counts")
    static let difference = Translated(
        nl: "Gerealiseerd min verwacht", en: "Realised less forecast")
    static let lateMeasure = Translated(
        nl: "te laat: nog niets gerealiseerd", en: "late: nothing realised yet")
    static let revised = Translated(nl: "herziene verwachting", en: "revised forecast")

    static func name(of trigger: Change.Trigger) -> Translated {
        switch trigger {
        case .perimeter: Translated(nl: "grens van het bedrijf", en: "perimeter of the company")
        case .moduleScope: Translated(nl: "modules van EN 15804", en: "modules of EN 15804")
        case .method: Translated(nl: "manier van bepalen", en: "method")
        case .factorSet: Translated(nl: "factoren", en: "factors")
        case .error: Translated(nl: "herstelde fout", en: "error corrected")
        }
    }

    static func name(of treatment: Change.Treatment) -> Translated {
        switch treatment {
        case .restated: Translated(nl: "vorig jaar aangepast", en: "earlier year restated")
        case .broken: Translated(nl: "reeksbreuk", en: "break in series")
        }
    }
}

extension Numerals {
    /// A place in a table over the years: its figure, the symbol of its
    /// state, or the mark of a break.
    func print(_ cell: SeriesCell, decimals: Int) -> PrintedValue {
        switch cell {
        case .cell(let cell): print(cell, decimals: decimals)
        case .broken:
            PrintedValue(text: Labels.breakSymbol, meaning: Labels.brokenSeries[language])
        }
    }
}
