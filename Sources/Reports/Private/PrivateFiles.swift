import Capital
import Markup
import Source

/// What is not for the public: per company and year the submission for the
/// consolidator, the trace for the auditor, and an annex per counterparty.
func privateFiles(_ project: Project, _ input: FileTree) -> FileTree {
    var files = FileTree()
    for key in project.accounts.statements.keys.sorted() {
        guard let statement = project.accounts.statements[key],
            let ledger = project.accounts.ledgers[key],
            let party = project.accounts.party(key.party)
        else { continue }
        let folder = "\(key.party)/\(key.year)"
        let submission = Submission(
            project: project, input: input, party: party, ledger: ledger, statement: statement)
        files.write(submission.json.written, to: "\(folder)/submission.json")
        let trace = TraceText(project: project, party: party)
        files.write(
            MarkdownWriter().write(trace.document(of: statement)), to: "\(folder)/trace.md")
        let counterparties = Set(ledger.supplies.map(\.counterparty.value)).sorted()
        for other in counterparties {
            guard let counterparty = project.accounts.party(other) else { continue }
            let annex = Annex(
                project: project, party: party, counterparty: counterparty, year: key.year)
            files.write(
                MarkdownWriter().write(annex.document), to: "\(folder)/with-\(other).md")
        }
    }
    return files
}
