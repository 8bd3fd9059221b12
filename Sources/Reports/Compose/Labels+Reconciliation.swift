import Capital
import Source

/// The words of reconciliation: of the mutual annex and of the chain's report.
extension Labels {
    static let measured = Translated(nl: "Wat", en: "What")
    static let deliveredGoods = Translated(nl: "Geleverd", en: "Delivered")
    static let buyerLess = Translated(nl: "Koper min verkoper", en: "Buyer less seller")
    static let byQuantity = Translated(nl: "Door de hoeveelheid", en: "By quantity")
    static let byFactor = Translated(nl: "Door de factor", en: "By factor")
    static let bookedByBuyers = Translated(nl: "Volgens de kopers", en: "By the buyers")
    static let fromSuppliers = Translated(
        nl: "Volgens de leveranciers", en: "By the suppliers")
    static let outsideTolerance = Translated(nl: "Buiten tolerantie", en: "Outside tolerance")
    static let atMost = Translated(nl: "Hoogstens dubbel", en: "Double at most")

    static let reportedVolume = Translated(nl: "Gerapporteerd", en: "Reported")
    static let sectorVolume = Translated(nl: "Sector", en: "Sector")
    static let coverage = Translated(nl: "Dekking, %", en: "Coverage, %")
    static let reportedOwn = Translated(nl: "Gerapporteerd, eigen", en: "Reported, own")

    static let bothAlike = Translated(
        nl: "Beide kanten komen op hetzelfde uit.", en: "Both sides give the same amount.")

    static func factorUnknown(_ supplier: String) -> Translated {
        Translated(
            nl: "De eigen factor van \(supplier) is niet beschikbaar: de rekening dekt deze "
                + "regel niet, of het volume van dit ene product in deze eenheid ontbreekt. "
                + "Alleen de hoeveelheid is afgestemd.",
            en: "\(supplier)'s own factor is not available: its statement does not cover this "
                + "line, or the volume of this one product in this unit is missing. Only the "
                + "quantity is reconciled.")
    }

    static func factorKept(_ supplier: String) -> Translated {
        Translated(
            nl: "\(supplier) deelt de eigen factor niet. Alleen de hoeveelheid is afgestemd.",
            en: "\(supplier) does not share its own factor. Only the quantity is reconciled.")
    }

    static func difference(
        _ buyer: String, _ supplier: String, _ amount: String, isMore: Bool,
        byQuantity: String, byFactor: String
    ) -> Translated {
        Translated(
            nl: "\(buyer) boekt \(amount) \(isMore ? "meer" : "minder") dan de eigen cijfers van "
                + "\(supplier) geven: \(byQuantity) door de hoeveelheid en \(byFactor) door de "
                + "factor.",
            en: "\(buyer) books \(amount) \(isMore ? "more" : "less") than \(supplier)'s own "
                + "figures give: \(byQuantity) by quantity and \(byFactor) by factor.")
    }

    static func standing(
        _ standing: Reconciliation.Standing, percent: String?, allowed: String
    ) -> Translated {
        let far = percent.map {
            Translated(nl: "Dat is \($0) % van de kant van de verkoper",
                       en: "That is \($0) % of the seller's side")
        } ?? Translated(nl: "De verkoper komt op nul uit", en: "The seller's side is nothing")
        let verdict = switch standing {
        case .within:
            Translated(nl: ", binnen de tolerantie van \(allowed) %.",
                       en: ", within the tolerance of \(allowed) %.")
        case .outside:
            Translated(nl: ", buiten de tolerantie van \(allowed) %.",
                       en: ", outside the tolerance of \(allowed) %.")
        case .untested:
            Translated(nl: "; voor deze schakel geldt geen tolerantie.",
                       en: "; no tolerance holds for this chain link.")
        }
        return Translated(nl: far.nl + verdict.nl, en: far.en + verdict.en)
    }
}
