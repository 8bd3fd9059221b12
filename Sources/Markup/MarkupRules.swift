package import Source

extension Rule {
    /// The rules of this target, for `explain` and for the manual.
    package static let markup: [Rule] = [
        markdownLimit, rawHTML, unsafeLink, tableRowWidth,
        captionAlone, wrongID,
        passageMarker, passageUnclosed, passageUnopened, passageNested,
        directiveForm, directiveKey,
    ]
}
