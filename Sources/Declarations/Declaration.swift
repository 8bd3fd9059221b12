package import Source

/// An environmental product declaration as its file states it: nothing added,
/// nothing left out.
package struct Declaration: Sendable {
    /// The form of the file.
    package enum Form: String, Sendable {
        case ilcd = "ILCD+EPD"
        case openEPD = "openEPD"
    }

    /// A name in one of the file's languages; the language is empty where the
    /// file does not tell.
    package struct Name: Sendable, Equatable {
        package let language: String
        package let text: String
    }

    package let form: Form
    package let place: Place
    /// The id that the programme gave: a UUID, or openEPD's own.
    package let id: Located<String>
    package let registration: String?
    package let names: [Name]
    package let owner: String?
    package let programme: String?
    /// The last year in which the declaration is valid.
    package let validUntil: Int?
    /// What the file says it follows; the sets of its results say what it
    /// holds.
    package let compliance: [String]
    package let unit: DeclaredUnit
    /// Names of the classes in which the file puts the product.
    package let classes: [String]
    /// The scenario that holds where none is chosen.
    package let defaultScenario: String?
    /// Results in the categories of the standard, in their order.
    package var results: [DeclaredResult]
    /// Resource use, waste and output, by their short names.
    package var inventory: [OtherResult]
    /// Indicators outside the standard, or of another method: kept, and never
    /// added.
    package var others: [OtherResult]

    /// The editions of the standard in whose categories there are results.
    package var standards: [Standard] { Set(results.map(\.category.standard)).sorted() }

    /// The name in the first of these languages that the file has, else the
    /// first name.
    package func name(in languages: [String]) -> String {
        for language in languages {
            if let name = names.first(where: { $0.language.hasPrefix(language) }) {
                return name.text
            }
        }
        return names.first?.text ?? id.value
    }

    package subscript(category: ImpactCategory) -> DeclaredResult? {
        results.first { $0.category == category }
    }

    /// The stages with a figure in a category of one edition.
    package func stages(of standard: Standard) -> [Stage] {
        let declared = results.filter { $0.category.standard == standard }
            .flatMap { $0.values.filter { $0.value.number != nil }.keys }
        return Set(declared).sorted()
    }
}

/// What the results are per: `1 m3`, `1000 kg`.
package struct DeclaredUnit: Sendable, Equatable {
    package let quantity: Double
    /// As `units.yaml` writes it, or `piece`.
    package let unit: String
    package let place: Place
    /// Kilograms per declared unit (for the whole quantity).
    package var mass: Double?
    /// In kilograms per cubic metre.
    package var density: Located<Double>?
    /// In kilograms per square metre, and its thickness in metres.
    package var grammage: Located<Double>?
    package var thickness: Located<Double>?
}

/// The figures of one category, by module and scenario.
package struct DeclaredResult: Sendable {
    package let category: ImpactCategory
    /// The unit as typed.
    package let unit: Located<String>
    /// Into the unit of the category.
    package let conversion: Conversion
    /// In the unit as typed.
    package var values: [Stage: DeclaredValue]

    /// A figure in the unit of the category; nil where there is none.
    package func amount(_ stage: Stage) -> Double? {
        values[stage]?.number.map { $0 * conversion.factor }
    }
}

/// The figures of an indicator that is kept and not weighted.
package struct OtherResult: Sendable {
    package let name: String
    /// As typed; empty where the file gives none.
    package let unit: String
    /// The method that it belongs to, where the file names one.
    package let method: String?
    package let place: Place
    package let values: [Stage: DeclaredValue]
}
