import Capital
import Source

/// The words of the tables that stand beside the account.
extension Labels {
    static let pricedHere = Translated(nl: "Geprijsd", en: "Priced")
    static let notPricedHere = Translated(nl: "Niet gedekt", en: "Not covered")
    static let ratio = Translated(nl: "Verhouding", en: "Ratio")
    static let ratioOf = Translated(nl: "Teller / noemer", en: "Numerator / denominator")
    static let netherlands = Translated(nl: "Nederland", en: "Netherlands")
    static let abroad = Translated(nl: "Buitenland", en: "Abroad")
    static let unlocated = Translated(nl: "Plaats onbekend", en: "Place unknown")
    static let world = Translated(nl: "Wereld (totaal)", en: "World (total)")

    static func name(of standing: Flow.Standing) -> Translated {
        switch standing {
        case .counts: Translated(nl: "telt mee", en: "counts")
        case .forecast: forecast
        case .unverified: awaitsVerification
        case .required:
            Translated(nl: "gerealiseerd, door vergunning of contract vereist",
                       en: "realised, required by permit or contract")
        }
    }
}
