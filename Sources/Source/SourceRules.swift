extension Rule {
    /// The rules of this target, for `explain` and for the manual.
    package static let source: [Rule] = [
        missingFile, fileTooLarge, notUTF8,
        csvQuote, csvRowWidth, unknownColumn, missingColumn, duplicateColumn,
        yamlSyntax, yamlAnchor, nestingTooDeep,
        jsonSyntax, jsonDuplicateKey,
        missingKey, unknownKey, wrongForm, frontMatter,
    ]
}
