package import Markup
package import Source

/// What stands above the page on where the chain stands.
package enum SectorPage {
    package static let title = Translated(
        nl: "Waar staat de keten", en: "Where the chain stands")
    package static let summary = Translated(
        nl: "De gepubliceerde cijfers van de betonketen, met hun grens en bron, en de doelen "
            + "voor 2030.",
        en: "The published figures of the concrete chain, with their boundary and source, and "
            + "the goals for 2030.")
}

/// The page on where the chain stands, below its title.
package func sectorBlocks(_ figures: SectorFigures, language: Language) -> [Block] {
    [
        Block(.paragraph([.text(opening[language])])),
        Block(.paragraph([.text(onBoundaries[language])])),
    ]
        + figures.series.flatMap { seriesBlocks($0, of: figures, language: language) }
        + goalBlocks(figures.goals, language: language)
        + unknownBlocks(language)
}

private let opening = Translated(
    nl: "Deze pagina zet bij elkaar wat over de hele keten is gepubliceerd. Elk cijfer staat er "
        + "zoals de bron het geeft, met de grens, de status en de bron. Er is niets bijgeschat, "
        + "en niets is opgeteld uit de overzichten van bedrijven.",
    en: "This page brings together what has been published about the whole chain. Each figure "
        + "stands as its source gives it, with its boundary, status and source. Nothing has been "
        + "estimated, and nothing has been added up from the statements of companies.")

private let onBoundaries = Translated(
    nl: "De grens zegt wat is meegeteld. Verandert de grens, dan verandert het cijfer, ook als er "
        + "in de keten niets verandert. Jaren zijn daarom alleen binnen één grens te vergelijken. "
        + "Status 'nagelezen' betekent dat het cijfer in de bron zelf is gelezen.",
    en: "The boundary says what has been counted. When the boundary changes, the figure changes, "
        + "even if nothing changes in the chain. So years compare within one boundary only. "
        + "Status 'verified' means that the figure was read in the source itself.")

/// What no figure exists for.
private func unknownBlocks(_ language: Language) -> [Block] {
    let heading = Translated(nl: "Wat niet is gepubliceerd", en: "What has not been published")
    let text = Translated(
        nl: "Voor het natuurlijk kapitaal van de keten is geen cijfer gepubliceerd: niet voor "
            + "land, natuur en water bij winning en productie, niet voor winst tegenover verlies, "
            + "en niet voor een beginjaar. Deze pagina vult dat gat niet. Een cijfer voor de keten "
            + "ontstaat pas als bedrijven hun overzicht publiceren; wie dat kunnen zijn, staat in "
            + "het ",
        en: "No figure has been published for the natural capital of the chain: not for land, "
            + "nature and water in extraction and production, not for gain against loss, and not "
            + "for a starting year. This page does not fill that gap. A figure for the chain "
            + "comes about only when companies publish their statement; who they may be stands "
            + "in the ")
    let link = Translated(nl: "register van partijen", en: "register of parties")
    return [
        .heading(2, heading[language]),
        .paragraph(
            .text(text[language]), .link(link[language], to: "page:register"), .text(".")),
    ]
}
