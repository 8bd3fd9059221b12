package import Markup
package import Source

/// The page of one party of the register, below its name.
package func registeredPartyBlocks(_ party: Register.Party, language: Language) -> [Block] {
    [
        listing(of: party, language),
        holding(of: party, language),
        .heading(2, Texts.statement[language]),
        .paragraph(.text(Texts.noStatement[language])),
        .heading(2, Texts.how[language]),
        .paragraph(
            .text(Texts.start[language]),
            .link(Texts.step[language], to: "page:chapter/05-drivers"),
            .text(Texts.publish[language]),
            .link(Texts.register[language], to: "page:register"),
            .text(".")),
    ]
}

/// Who the party is in the agreement.
private func listing(of party: Register.Party, _ language: Language) -> Block {
    let role = party.role.name[language]
    let place = Translated(
        nl: " staat als nummer \(party.number) in de lijst van ondertekenaars van het ",
        en: " stands as number \(party.number) in the list of signatories of the ")
    let heading = Translated(
        nl: ", onder het kopje '\(party.heading)'. De rol in het akkoord: \(role).",
        en: ", under the heading '\(party.heading)'. Its role in the agreement: \(role).")
    return .paragraph(
        .strong(party.name), .text(place[language]),
        .link(Texts.agreement[language], to: "source:\(party.source)"),
        .text(heading[language]))
}

/// The group that a source names, and that the chain link is not stated.
private func holding(of party: Register.Party, _ language: Language) -> Block {
    guard let holding = party.holding else {
        return .paragraph(.text(Texts.noHolding[language] + " " + Texts.noLink[language]))
    }
    let text = Translated(
        nl: "Holding: \(holding.name), volgens ", en: "Holding: \(holding.name), according to ")
    return .paragraph(
        .text(text[language]), .link(holding.source, to: "source:\(holding.source)"),
        .text(". " + Texts.noLink[language]))
}

private enum Texts {
    static let agreement = Translated(nl: "Betonakkoord van 2018", en: "concrete agreement of 2018")
    static let noHolding = Translated(
        nl: "Een holding is hier niet vermeld, omdat er geen bron voor is gelezen.",
        en: "No holding is stated here, because no source for one has been read.")
    static let noLink = Translated(
        nl: "De schakel van de keten is leeg gelaten: de lijst noemt die niet.",
        en: "The chain link is left blank: the list does not state it.")
    static let statement = Translated(nl: "Overzicht", en: "Statement")
    static let noStatement = Translated(
        nl: "Van deze partij is hier geen overzicht gepubliceerd. Dat zegt niets over wat de "
            + "partij zelf meet of elders publiceert. Er zijn geen cijfers voor haar bedacht of "
            + "geschat.",
        en: "No statement of this party has been published here. That says nothing about what the "
            + "party measures itself or publishes elsewhere. No figures have been invented or "
            + "estimated for it.")
    static let how = Translated(nl: "Zelf een overzicht publiceren", en: "Publishing a statement")
    static let start = Translated(
        nl: "Elke partij kan meedoen. Begin met ", en: "Any party can take part. Start with ")
    static let step = Translated(
        nl: "stap 5, impactfactoren en afhankelijkheden meten",
        en: "step 5, measuring impact drivers and dependencies")
    static let publish = Translated(
        nl: ": zet de hoeveelheden met hun bewijs in het grootboek, en kies welke regels openbaar "
            + "worden. Alle partijen staan in het ",
        en: ": put the quantities with their evidence in the ledger, and choose which lines become "
            + "public. All parties stand in the ")
    static let register = Translated(nl: "register", en: "register")
}
