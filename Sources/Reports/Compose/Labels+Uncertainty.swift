import Capital
import Source

/// The words of uncertainty and sensitivity.
extension Labels {
    static let intervalTo = Translated(nl: "tot", en: "to")
    static let inMoney = Translated(nl: "In geld", en: "In money")
    static let quantitiesOnly = Translated(
        nl: "Interval, prijzen vast", en: "Interval, prices fixed")
    static let withPrices = Translated(nl: "Interval, met de prijzen", en: "Interval, with prices")
    static let notStated = Translated(nl: "niet opgegeven", en: "not stated")
    static let notAvailable = Translated(nl: "niet beschikbaar", en: "not available")
    static let input = Translated(nl: "Invoer", en: "Input")
    static let shareOfVariance = Translated(nl: "Aandeel", en: "Share")
    static let swing = Translated(nl: "Totaal bij laag en hoog", en: "Total at low and high")
    static let choice = Translated(nl: "Keuze", en: "Choice")
    static let asReported = Translated(nl: "In dit rapport", en: "In this report")
    static let otherwise = Translated(nl: "Anders gekozen", en: "Chosen otherwise")
    static let pricesOfSet = Translated(nl: "Prijzen van de set", en: "Prices of the set")
    static let pricesLowOrHigh = Translated(
        nl: "Alle prijzen van de set tegelijk laag of hoog",
        en: "All prices of the set low or high together")
    static let damageForPrevention = Translated(
        nl: "Schadeprijs van CO2 in plaats van preventieprijs",
        en: "Damage price of CO2 instead of prevention price")
    static let netherlandsOnly = Translated(
        nl: "Alleen wat in Nederland valt", en: "Only what falls in the Netherlands")
    static let withCarbonation = Translated(
        nl: "Carbonatatie (memo) meegeteld", en: "Carbonation (memo) counted")
    static let spread = Translated(nl: "Spreiding, ×/÷", en: "Spread, ×/÷")
}
