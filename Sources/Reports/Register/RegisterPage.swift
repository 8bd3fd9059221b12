package import Markup
package import Source

/// What stands above the page with the register.
package enum RegisterPage {
    package static let title = Translated(nl: "Register van partijen", en: "Register of parties")
    package static let summary = Translated(
        nl: "De partijen die het Betonakkoord noemt, met hun rol in het akkoord en zonder cijfers.",
        en: "The parties that the concrete agreement names, with their role in it and without "
            + "figures.")
}

/// The page with the register, below its title.
package func registerBlocks(_ register: Register, language: Language) -> [Block] {
    let source = register.source.map {
        [Inline.link(Texts.agreement[language], to: "source:\($0)")]
    }
    return [
        Block(
            .paragraph(
                [.text(Texts.opening[language])]
                    + (source ?? [.text(Texts.agreement[language])])
                    + [.text(Texts.listed(register.parties.count)[language])])),
        Block(.paragraph([.text(Texts.noFigures[language])])),
        .heading(2, Texts.roles[language]),
        Block(.table(roleTable(register, language))),
        .heading(2, Texts.parties[language]),
        Block(.paragraph([.text(Texts.headings[language])])),
        Block(.table(partyTable(register, language))),
    ]
}

private func roleTable(_ register: Register, _ language: Language) -> Table {
    let rows = Register.Role.allCases.map { role -> [[Inline]] in
        [[.text(role.name[language])], [.value("\(register.count(of: role))")]]
    }
    return Table(
        id: "tbl-register-roles",
        caption: Caption(content: [.text(Texts.rolesCaption[language])]),
        alignments: [.left, .right],
        header: [[.text(Texts.role[language])], [.text(Texts.count[language])]],
        rows: rows + [
            [[.strong(Texts.total[language])], [.value("\(register.parties.count)")]]
        ])
}

private func partyTable(_ register: Register, _ language: Language) -> Table {
    let heads = [
        Texts.name, Texts.number, Texts.role, Texts.heading, Texts.holding, Texts.statement,
    ]
    return Table(
        id: "tbl-register",
        caption: Caption(content: [.text(Texts.partiesCaption[language])]),
        alignments: [.left, .right, .left, .left, .left, .left],
        header: heads.map { [.text($0[language])] },
        rows: register.parties.map { party in
            [
                [.link(party.name, to: "page:party/\(party.id.value)")],
                [.text("\(party.number)")],
                [.text(party.role.name[language])],
                [.text(party.heading)],
                party.holding.map { [.link($0.name, to: "source:\($0.source)")] } ?? [],
                [.text(Texts.noStatement[language])],
            ]
        })
}

extension Register.Role {
    var name: Translated {
        switch self {
        case .client: Translated(nl: "opdrachtgever", en: "client")
        case .supplier: Translated(nl: "leverancier", en: "supplier")
        case .builder: Translated(nl: "bouwbedrijf", en: "builder")
        }
    }
}

private enum Texts {
    static let opening = Translated(
        nl: "Dit register volgt de lijst van ondertekenaars van het ",
        en: "This register follows the list of signatories of the ")
    static let agreement = Translated(nl: "Betonakkoord van 2018", en: "concrete agreement of 2018")
    static func listed(_ count: Int) -> Translated {
        Translated(
            nl: ", zoals overgenomen in het plan van aanpak: \(count) partijen, met hun naam van "
                + "toen. Later traden meer partijen toe; die staan er niet in.",
            en: ", as reproduced in the plan of action: \(count) parties, under their name of that "
                + "time. More parties joined later; they are not in it.")
    }
    static let noFigures = Translated(
        nl: "Vermelding zegt niets over rapporteren. Van geen van deze partijen is hier een "
            + "overzicht gepubliceerd, en er zijn geen cijfers voor hen bedacht of geschat. De "
            + "schakel van de keten waarin een partij werkt, blijft leeg, omdat de lijst die niet "
            + "noemt; een holding staat er alleen waar een bron die noemt. De voorbeeldketen van "
            + "deze handleiding is verzonnen en staat hier los van.",
        en: "Being listed says nothing about reporting. No statement of any of these parties has "
            + "been published here, and no figures have been invented or estimated for them. The "
            + "chain link that a party works in is left blank, because the list does not state "
            + "it; a holding stands only where a source states it. The example chain of this "
            + "guide is made up and stands apart from this.")
    static let roles = Translated(nl: "Rollen", en: "Roles")
    static let parties = Translated(nl: "De partijen", en: "The parties")
    static let headings = Translated(
        nl: "De kopjes zijn die van het akkoord. Elke naam leidt naar de eigen pagina van de "
            + "partij.",
        en: "The headings are those of the agreement, in Dutch. Each name leads to the party's "
            + "own page.")
    static let rolesCaption = Translated(
        nl: "Aantal partijen per rol", en: "Number of parties by role")
    static let partiesCaption = Translated(
        nl: "Partijen, in de volgorde van het akkoord", en: "Parties, in the agreement's order")
    static let number = Translated(nl: "Nr.", en: "No.")
    static let name = Translated(nl: "Naam", en: "Name")
    static let role = Translated(nl: "Rol", en: "Role")
    static let heading = Translated(nl: "Kopje in het akkoord", en: "Heading in the agreement")
    static let holding = Translated(nl: "Holding", en: "Holding")
    static let statement = Translated(nl: "Overzicht", en: "Statement")
    static let noStatement = Translated(
        nl: "hier geen gepubliceerd", en: "none published here")
    static let count = Translated(nl: "Aantal", en: "Number")
    static let total = Translated(nl: "Totaal", en: "Total")
}
