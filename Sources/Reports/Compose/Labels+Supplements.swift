import Capital
import Source

/// The words of the statements beside the account.
extension Labels {
    static let ecosystemType = Translated(nl: "Ecosysteemtype", en: "Ecosystem type")
    static let opening = Translated(nl: "Opening", en: "Opening")
    static let additions = Translated(nl: "Bij", en: "Additions")
    static let losses = Translated(nl: "Af", en: "Losses")
    static let closing = Translated(nl: "Slot", en: "Closing")
    static let condition = Translated(nl: "Toestand", en: "Condition")
    static let dueYear = Translated(nl: "Uiterlijk in", en: "Due in")
    static let obligation = Translated(nl: "Verplicht", en: "Obligation")
    static let delivered = Translated(nl: "Opgeleverd", en: "Delivered")
    static let open = Translated(nl: "Open", en: "Open")
    static let late = Translated(nl: "Te laat", en: "Late")

    static let dependency = Translated(nl: "Afhankelijkheid", en: "Dependency")
    static let rating = Translated(nl: "Belang", en: "Rating")
    static let trend = Translated(nl: "Ontwikkeling", en: "Trend")
    static let mitigation = Translated(nl: "Wat het bedrijf doet", en: "Mitigation")
    static let service = Translated(nl: "Dienst (ENCORE)", en: "Service (ENCORE)")

    static let identifier = Translated(nl: "In het bestand", en: "In the file")
    static let group = Translated(nl: "Groep", en: "Group")
    static let sorts = Translated(nl: "Wat erbij hoort", en: "What belongs to it")
    static let chosen = Translated(nl: "eigen keuze", en: "own choice")
    static let factorsOfScheme = Translated(
        nl: "Factoren, met toegestane waarden", en: "Factors, with allowed values")

    static let scheme = Translated(nl: "Methode", en: "Scheme")
    static let before = Translated(nl: "Voor", en: "Before")
    static let after = Translated(nl: "Na", en: "After")
    static let required = Translated(nl: "Vereist", en: "Required")
    static let met = Translated(nl: "Gehaald", en: "Met")
    static let formula = Translated(nl: "Formule", en: "Formula")
    static let betterIs = Translated(nl: "Beter is", en: "Better is")
    static let realised = Translated(nl: "gerealiseerd", en: "realised")
    static let notPossible = Translated(nl: "niet mogelijk", en: "not possible")

    static func name(of rating: Dependency.Rating) -> Translated {
        switch rating {
        case .veryHigh: Translated(nl: "zeer hoog", en: "very high")
        case .high: Translated(nl: "hoog", en: "high")
        case .medium: Translated(nl: "middel", en: "medium")
        case .low: Translated(nl: "laag", en: "low")
        case .veryLow: Translated(nl: "zeer laag", en: "very low")
        }
    }

    static func name(of trend: Dependency.Trend) -> Translated {
        switch trend {
        case .improving: Translated(nl: "beter", en: "improving")
        case .stable: Translated(nl: "gelijk", en: "stable")
        case .worsening: Translated(nl: "slechter", en: "worsening")
        case .unknown: Translated(nl: "onbekend", en: "unknown")
        }
    }

    static func name(of basis: Flow.Basis) -> Translated {
        switch basis {
        case .realised: realised
        case .forecast: forecast
        }
    }

    static func name(of group: EcosystemType.Group) -> Translated {
        switch group {
        case .natural: Translated(nl: "natuurlijk", en: "natural")
        case .agricultural: Translated(nl: "agrarisch", en: "agricultural")
        case .built: Translated(nl: "bebouwde omgeving", en: "built")
        }
    }

    static func name(of status: EcosystemType.Status) -> Translated {
        switch status {
        case .verified: verified
        case .unverified: unverified
        case .chosen: chosen
        }
    }

    static func name(of better: NatureScheme.Better) -> Translated {
        switch better {
        case .more: Translated(nl: "meer", en: "more")
        case .less: Translated(nl: "minder", en: "less")
        }
    }
}
