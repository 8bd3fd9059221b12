import Capital
import Declarations
import Markup
import Source

/// How the scores of products and works were made, down to the figures of the
/// declarations as they were typed, for the auditor.
extension TraceText {
    /// Nothing where the company has neither.
    func productBlocks(of party: String, in year: Int) -> [Block] {
        let shown = project.products.all(of: party, in: year)
        var blocks: [Block] = []
        for entry in shown.products {
            for score in entry.scores {
                blocks.append(.heading(2, "\(entry.product.name): \(score.set)"))
                blocks.append(Block(.codeBlock(info: "text", text: text(of: score))))
            }
        }
        for score in shown.works {
            blocks.append(.heading(2, "\(score.work.name.value): \(score.set)"))
            blocks.append(Block(.codeBlock(info: "text", text: text(of: score))))
        }
        return blocks
    }

    private func text(of score: ProductScore) -> String {
        var output = Lines()
        output.add(Labels.name(of: score).en, at: 0)
        for row in score.rows {
            let gaps = row.gaps.isEmpty ? "" : ", lacking \(row.gaps.joined(separator: ", "))"
            let name = row.stage.description + gaps
            write(Origin.Part(name, row.amount), "EUR", at: 1, to: &output)
        }
        if let sum = score.withoutD {
            write(Origin.Part(Labels.allButD.en, sum), "EUR", at: 1, to: &output, below: 1)
        }
        return output.text
    }

    private func text(of score: WorkScore) -> String {
        var output = Lines()
        for row in score.rows {
            write(Origin.Part(row.item.name.value, row.amount), "EUR", at: 0, to: &output)
        }
        if let total = score.total {
            let sum = score.rows.map { JSONValue.digits($0.amount.value ?? 0) }
            output.add("MKI = \(JSONValue.digits(total.value ?? 0)) EUR", at: 0)
            output.add(sum.joined(separator: " + "), at: 1)
        }
        if let mpg = score.mpg, let area = score.work.floorArea, let period = score.work.period {
            output.add("MPG = \(JSONValue.digits(mpg.value ?? 0)) EUR/m2·yr", at: 0)
            output.add(
                "MKI / (\(JSONValue.digits(area)) m2 × \(JSONValue.digits(period)) yr)", at: 1)
        }
        return output.text
    }
}
