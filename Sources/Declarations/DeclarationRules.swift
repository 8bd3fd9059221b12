package import Source

extension Rule {
    /// The rules of this target, for `explain` and for the manual.
    package static let declarations: [Rule] = [
        epdForm, epdUnit, epdDeclaredUnit, epdValue, epdModule, epdConflict, epdIndicator,
        epdEdition, epdModuleSum, epdRounding, epdParts, epdDoubt, epdDensity, epdRange,
        epdRangeForm,
    ]
}
