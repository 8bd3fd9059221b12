import Capital
import Markup
package import Source

/// What to compile and for whom.
package struct CompileOptions: Sendable {
    /// The folder of the companies' data within the input tree.
    package var data: String
    /// Whether the files that are not for the public are made as well.
    package var isPrivateWanted: Bool

    package init(data: String = "guide/example", isPrivateWanted: Bool = false) {
        self.data = data
        self.isPrivateWanted = isPrivateWanted
    }
}

/// What a compilation gives: nothing to publish when there is an error.
package struct Compilation: Sendable {
    package var site = FileTree()
    package var confidential = FileTree()
    /// Sorted by place.
    package var diagnostics: [Diagnostic] = []

    package var hasErrors: Bool { diagnostics.contains { $0.rule.severity == .error } }
}

/// The compiler: a pure function from files to files and diagnostics.
package func compile(_ input: FileTree, _ options: CompileOptions) -> Compilation {
    var findings = Findings()
    var result = Compilation()
    // check and compute
    if let project = ProjectReader(tree: input, options: options).read(&findings) {
        project.checkSupplies(&findings)
        // compose
        let pages = Language.allCases.flatMap { language in
            GuidePages(project: project, language: language).pages(&findings)
                + ReportPages(project: project, language: language).pages(&findings)
        }
        // render
        result.site = siteFiles(project, pages, input, &findings)
        if options.isPrivateWanted { result.confidential = privateFiles(project, input) }
    }
    result.diagnostics = findings.sorted
    if findings.hasErrors {
        result.site = FileTree()
        result.confidential = FileTree()
    }
    return result
}

/// Every cell, factor and rule behind the figures of one line, for who holds
/// the ledgers; nil, with a diagnostic, when there is no such line.
package func trace(
    _ input: FileTree, _ options: CompileOptions, party: String, year: Int, line: String
) -> (text: String?, diagnostics: [Diagnostic]) {
    var findings = Findings()
    guard let project = ProjectReader(tree: input, options: options).read(&findings),
        !findings.hasErrors
    else { return (nil, findings.sorted) }
    let text = traceText(project, party: party, year: year, line: line, &findings)
    return (text, findings.sorted)
}
