import Capital
import Declarations
import Markup
package import Source

extension Rule {
    /// The rules of this target, for `explain` and for the manual.
    static let reports: [Rule] = [
        unknownChainLink, unsupportedLanguage, unknownSource, missingLanguage,
        languageMismatch, duplicateSlug, unlistedPage, headingLevel, unknownYear, unreadFile,
        partyFolder, fictionalMixed, partyClash, templateSyntax, unknownTemplateName,
        unknownValue, unknownTable, unknownTableOption, unknownCondition, unknownReference,
        duplicateAnchor, brokenLink, foreignImage, narrativeContent, unknownLine,
        unknownDeclaration, epdExpired, scoreDominated,
    ]

    /// Every rule of the compiler, sorted by name.
    package static var all: [Rule] {
        (source + markup + declarations + capital + betweenCompanies + supplements + reports
            + sector + register)
            .sorted { $0.id < $1.id }
    }

    static let unknownLine = Rule(
        "unknown-line",
        reason: "A figure can be traced only where a statement has it.",
        example: "kapitaal trace zandwinning 2024 ghg-fule",
        mend: "Use a company and a year that report, and a line of its statement.")
}
