import Capital
import Declarations
import Source

/// The words of the tables on products and works.
extension Labels {
    static let product = Translated(nl: "Product", en: "Product")
    static let declaration = Translated(nl: "Verklaring", en: "Declaration")
    static let declaredUnit = Translated(nl: "Opgegeven eenheid", en: "Declared unit")
    static let score = Translated(nl: "Score", en: "Score")
    static let lacking = Translated(nl: "Ontbreekt voor een MKI", en: "Missing for an MKI")
    static let weights = Translated(nl: "Gewichten", en: "Weights")
    static let module = Translated(nl: "Module", en: "Module")
    static let work = Translated(nl: "Werk", en: "Work")
    static let item = Translated(nl: "Onderdeel", en: "Item")
    static let quantity = Translated(nl: "Aantal", en: "Quantity")
    static let perUnit = Translated(nl: "Per eenheid", en: "Per unit")
    static let replacements = Translated(nl: "Vervangingen", en: "Replacements")
    static let dataCategory = Translated(nl: "Gegevens", en: "Data")
    static let ofWhichD = Translated(nl: "Waarvan module D", en: "Of which module D")
    static let allButD = Translated(nl: "alle modules zonder D", en: "all modules without D")
    static let apart = Translated(nl: "apart", en: "apart")
    static let amountInMoney = Translated(nl: "Bedrag in EUR", en: "Amount in EUR")
    static let noMKI = Translated(
        nl: "geen MKI: niet elk onderdeel heeft er een",
        en: "no MKI: not every item has one")
    static let methodNotStated = Translated(
        nl: "dat de gegevens de Bepalingsmethode volgen",
        en: "that the data follow the Bepalingsmethode")
    static let scenarioOpen = Translated(
        nl: "een keuze uit de scenario's", en: "a choice among the scenarios")
    static let someUnverified = Translated(
        nl: "deels niet nagelezen", en: "partly unverified")

    /// The name that a score may bear.
    static func name(of score: ProductScore) -> Translated {
        let edition = score.standard.short
        let modules = score.stages.map(\.description).joined(separator: ", ")
        guard !score.isMKI else {
            let name = "MKI (set \(edition)), modules \(modules)"
            return Translated(nl: name, en: name)
        }
        return Translated(
            nl: "gewichten \(edition) op resultaten volgens EN 15804, modules \(modules)",
            en: "\(edition) weights applied to EN 15804 results, modules \(modules)")
    }

    static func mki(of set: String) -> Translated {
        Translated(nl: "MKI van het werk (\(set))", en: "MKI of the work (\(set))")
    }

    static func mpg(of set: String) -> Translated {
        Translated(nl: "MPG (\(set)), EUR/m2·yr", en: "MPG (\(set)), EUR/m2·yr")
    }
}
