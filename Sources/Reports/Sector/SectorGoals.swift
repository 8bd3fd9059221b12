import Markup
import Source

/// The goals as they were stated, and what is missing to say how far off
/// they are. No distance is computed: that takes a figure of the goal's own
/// quantity within the goal's own boundary, and none has been published.
func goalBlocks(_ goals: [SectorFigures.Goal], language: Language) -> [Block] {
    guard !goals.isEmpty else { return [] }
    return [
        .heading(2, Texts.goals[language]),
        .paragraph(.text(Texts.variants[language])),
        Block(.table(table(goals, language))),
        .heading(2, Texts.distance[language]),
        .paragraph(.text(Texts.noDistance[language])),
        Block(
            .list(
                List(
                    items: Texts.missing.map { subject, text in
                        [.paragraph(.strong(subject[language]), .text(" " + text[language]))]
                    }))),
    ]
}

private func table(_ goals: [SectorFigures.Goal], _ language: Language) -> Table {
    Table(
        id: "tbl-goals",
        caption: Caption(content: [.text(Texts.caption[language])]),
        alignments: [.left, .right, .left, .left, .left],
        header: Texts.heads.map { [.text($0[language])] },
        rows: goals.map { goal in
            [
                [.text(goal.title[language])],
                [.value("\(goal.year)")],
                [.text(goal.text[language])],
                [.text(goal.status.name[language])],
                [.link(goal.source, to: "source:\(goal.source)")],
            ]
        })
}

private enum Texts {
    static let goals = Translated(nl: "De doelen", en: "The goals")
    static let variants = Translated(
        nl: "Over hetzelfde onderwerp bestaan doelen van verschillende jaren en met een "
            + "verschillende reikwijdte: een ondergrens, een streven en een latere aanscherping. "
            + "Ze staan hier alle, want wie er één kiest, kiest ook de uitkomst.",
        en: "On one subject there are goals of different years and of different reach: a minimum, "
            + "an effort and a later sharpening. All of them stand here, for to choose one is to "
            + "choose the outcome.")
    static let caption = Translated(
        nl: "Doelen voor 2030, zoals uitgesproken", en: "Goals for 2030, as stated")
    static let heads = [
        Translated(nl: "Doel", en: "Goal"),
        Translated(nl: "Uitgesproken", en: "Stated"),
        Translated(nl: "Wat het vraagt", en: "What it asks"),
        Translated(nl: "Status", en: "Status"),
        Translated(nl: "Bron", en: "Source"),
    ]

    static let distance = Translated(
        nl: "Hoe ver nog: wat er ontbreekt", en: "How far to go: what is missing")
    static let noDistance = Translated(
        nl: "Een afstand tot een doel is alleen te geven als het cijfer over dezelfde grootheid "
            + "gaat en dezelfde grens heeft als het doel. Dat is bij geen van deze doelen zo. "
            + "Daarom staat hier geen afstand, maar wat ervoor nodig is.",
        en: "A distance to a goal can be given only when the figure is about the same quantity and "
            + "has the same boundary as the goal. That holds for none of these goals. So no "
            + "distance stands here, but what it would take.")
    static let missing = [
        (
            Translated(nl: "CO2.", en: "CO2."),
            Translated(
                nl: "De doelen gaan over de totale uitstoot van de keten tegenover 1990; de "
                    + "gepubliceerde monitor gaat over CO2 per m3. Van 1990 is hier geen totaal "
                    + "bekend, en de totalen van later hebben elk een eigen grens. Nodig zijn het "
                    + "totaal van 1990 en dat van een recent jaar, binnen één grens.",
                en: "The goals are about the total emissions of the chain against 1990; the "
                    + "published monitoring is about CO2 per m3. No total for 1990 is known here, "
                    + "and the later totals each have a boundary of their own. Needed are the "
                    + "total of 1990 and that of a recent year, within one boundary.")
        ),
        (
            Translated(nl: "Circulair.", en: "Circular."),
            Translated(
                nl: "Het doel gaat over beton dat vrijkomt en hoogwaardig wordt hergebruikt; "
                    + "gepubliceerd is een aandeel circulair waarvan de gelezen tekst de grens "
                    + "niet omschrijft. Nodig zijn de massa die vrijkomt en de massa die daarvan "
                    + "hoogwaardig wordt hergebruikt.",
                en: "The goal is about concrete that is released and reused at high grade; what "
                    + "has been published is a circular share whose boundary the text read does "
                    + "not describe. Needed are the mass that is released and the mass of it that "
                    + "is reused at high grade.")
        ),
        (
            Translated(nl: "Natuurlijk kapitaal.", en: "Natural capital."),
            Translated(
                nl: "Het doel bestaat in drie bewoordingen: netto positief over de hele keten, "
                    + "netto positief bij de winning, en versterken. Voor geen daarvan is een "
                    + "cijfer gepubliceerd. Nodig zijn een gekozen bewoording, een beginstand, en "
                    + "winst en verlies in dezelfde eenheid.",
                en: "The goal exists in three wordings: net positive over the whole chain, net "
                    + "positive in extraction, and strengthening. For none of them has a figure "
                    + "been published. Needed are a chosen wording, an opening position, and gain "
                    + "and loss in the same unit.")
        ),
    ]
}
