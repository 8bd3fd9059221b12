import Capital
import Markup
import Source

/// The closed lists of the statements beside the account, as the guide
/// prints them: what a company may write in its files.
struct SupplementLists {
    let project: Project
    let language: Language

    static let names = ["dependency-types", "ecosystem-types", "nature-schemes"]

    private var numerals: Numerals { Numerals(language: language) }

    /// The table of one of ``names``; nil for any other.
    func block(_ name: String) -> Block? {
        switch name {
        case "dependency-types": dependencies
        case "ecosystem-types": ecosystemTypes
        case "nature-schemes": schemes
        default: nil
        }
    }

    private func header(_ labels: Translated...) -> [[Inline]] {
        labels.map { [.text($0[language])] }
    }

    private var ecosystemTypes: Block {
        let rows = project.definitions.ecosystemTypes.all.map { type -> [[Inline]] in
            [
                [Inline(.code(type.id))], [.text(type.title[language])],
                [.text(Labels.name(of: type.group)[language])], [.text(type.sorts[language])],
                [.text(Labels.name(of: type.status)[language])],
            ]
        }
        return table(
            header(
                Labels.identifier, Labels.ecosystemType, Labels.group, Labels.sorts,
                Labels.status),
            rows, left: 5)
    }

    private var dependencies: Block {
        let rows = project.definitions.dependencies.map { type -> [[Inline]] in
            [
                [Inline(.code(type.id))], [.text(type.title[language])], [.text(type.unit)],
                [.text(type.service ?? "–")], [.text(Labels.name(of: type.status)[language])],
            ]
        }
        return table(
            header(
                Labels.identifier, Labels.dependency, Labels.unit, Labels.service,
                Labels.status),
            rows, left: 5)
    }

    private var schemes: Block {
        let rows = project.definitions.schemes.map { scheme -> [[Inline]] in
            let status = scheme.isVerified ? Labels.verified : Labels.unverified
            let source = scheme.source.value
            return [
                [Inline(.code(scheme.id))], [.text(scheme.title[language])],
                [.text(scheme.unit[language])], [.text(scheme.formula[language])],
                factors(of: scheme), [.text(status[language])],
                [.link(project.sources[source]?.title ?? source, to: "source:\(source)")],
            ]
        }
        return table(
            header(
                Labels.identifier, Labels.scheme, Labels.unit, Labels.formula,
                Labels.factorsOfScheme, Labels.status, Labels.source),
            rows, left: 7)
    }

    private func factors(of scheme: NatureScheme) -> [Inline] {
        var inlines: [Inline] = []
        for factor in scheme.factors {
            if !inlines.isEmpty { inlines.append(.text("; ")) }
            inlines += [Inline(.code(factor.id)), .text(values(of: factor))]
        }
        return inlines
    }

    private func values(of factor: NatureScheme.Factor) -> String {
        func number(_ value: Double) -> String { numerals.print(exactly: value) }
        if !factor.allowed.isEmpty {
            return " " + factor.allowed.map(number).joined(separator: " · ")
        }
        let low = number(factor.range.lowerBound)
        return factor.range.upperBound < LedgerReader.numberLimit
            ? " \(low)–\(number(factor.range.upperBound))" : " ≥\(Numerals.noBreakSpace)\(low)"
    }
}
