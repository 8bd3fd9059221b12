import Capital
import Markup
import Source

/// What is not for the public: per company and year the submission for the
/// consolidator, the trace for the auditor, and an annex per counterparty.
func privateFiles(_ project: Project, _ input: FileTree) -> FileTree {
    var files = FileTree()
    let partners = MutualBooks(project.accounts)
    for key in project.accounts.statements.keys.sorted() {
        guard let statement = project.accounts.statements[key],
            let ledger = project.accounts.ledgers[key],
            let party = project.accounts.party(key.party)
        else { continue }
        let folder = "\(key.party)/\(key.year)"
        let submission = Submission(
            project: project, input: input, party: party, ledger: ledger, statement: statement)
        files.write(submission.json.written, to: "\(folder)/submission.json")
        var trace = TraceText(project: project).document(of: statement, by: party)
        if let spreads = project.spreads {
            trace.blocks += UncertaintyTrace(
                statement: statement, model: spreads.model,
                sets: project.pricing(for: key.party).columns.map(\.id),
                indicators: project.indicators
            ).blocks
        }
        if let supplements = project.data.supplements[key] {
            trace.blocks += SupplementTrace(
                supplements: supplements, definitions: project.definitions
            ).blocks
        }
        files.write(MarkdownWriter().write(trace), to: "\(folder)/trace.md")
        if let prior = project.accounts.priorYear(of: party.id, before: key.year),
            let comparison = project.accounts.comparison(
                of: party.id, from: prior, to: key.year)
        {
            let diff = DiffText(project: project, comparison: comparison)
            files.write(
                MarkdownWriter().write(diff.document(named: party.name)),
                to: "\(folder)/diff.md")
        }
        for counterparty in partners.of(key).compactMap(project.accounts.party) {
            let annex = Annex(
                project: project, books: partners, party: party, counterparty: counterparty,
                year: key.year)
            guard !annex.isEmpty else { continue }
            files.write(
                MarkdownWriter().write(annex.document),
                to: "\(folder)/with-\(counterparty.id).md")
        }
    }
    return files
}
