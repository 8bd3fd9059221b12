import Capital
import Declarations
import Source

extension Rule {
    static let unknownDeclaration = Rule(
        "unknown-declaration",
        reason: "A product's score comes from the declaration that its row names, and from no "
            + "other.",
        example: "epd 'mortel-c20' where the company's folder holds epd/mortel-c2025.json",
        mend: "Use the name of a file in the folder 'epd', without '.json'; take one in with "
            + "'kapitaal import epd'.")

    static let epdExpired = Rule(
        "epd-expired", .warning,
        reason: "A declaration holds for a stated time; figures from after it rest on data that "
            + "nobody vouches for any more.",
        example: "a declaration valid until 2022 behind products of 2024",
        mend: "Take in the declaration that replaced it; score the year with the old one only "
            + "if there is none, and say so.")

    static let scoreDominated = Rule(
        "score-dominated", .warning,
        reason: "In a score of concrete climate change weighs most. Where another category makes "
            + "more than half, its figure is often in another unit or method.",
        example: "a radiation value thousands of times too high",
        mend: "Compare the figure of that category with the declaration as published.")
}

/// Reads the declarations in a company's folder `epd`, and holds what the
/// company's tables name to them.
struct DeclarationFiles {
    let tree: FileTree
    var folder: String
    let ranges: PlausibleRanges
    let scoring: ProductScoring

    static let name = "epd"

    /// The declarations by the stems of their files.
    func declarations(
        of party: String, _ findings: inout Findings
    ) -> [String: Declaration] {
        let base = "\(folder)/\(party)/\(Self.name)"
        var declarations: [String: Declaration] = [:]
        for name in tree.names(in: base) {
            let path = "\(base)/\(name)"
            guard name.hasSuffix(".json"), tree[path] != nil else {
                findings.add(
                    .unreadFile, at: Place(file: path),
                    "'\(name)' is not read; declarations are files in JSON")
                continue
            }
            guard let file = SourceFile(path, in: tree, &findings),
                let declaration = DeclarationReader().read(file, &findings)
            else { continue }
            ranges.check(declaration, &findings)
            declarations[String(name.dropLast(5))] = declaration
        }
        return declarations
    }

    func check(
        _ ledger: Ledger, _ works: [Work], _ declarations: [String: Declaration],
        _ findings: inout Findings
    ) {
        for product in ledger.products {
            guard let id = product.declaration,
                let declaration = check(id, ledger.year, declarations, &findings)
            else { continue }
            checkScenario(product.scenario, of: declaration, at: id.place, &findings)
            let scores = scoring.scores(
                of: declaration, followsMethod: product.followsMethod,
                scenario: product.scenario)
            for score in scores { checkShare(of: score, in: declaration, &findings) }
        }
        for item in works.flatMap(\.items) {
            guard case .declaration(let id, _, let scenario) = item.basis,
                let declaration = check(id, ledger.year, declarations, &findings)
            else { continue }
            checkScenario(scenario, of: declaration, at: id.place, &findings)
        }
    }

    private func check(
        _ id: Located<String>, _ year: Int, _ declarations: [String: Declaration],
        _ findings: inout Findings
    ) -> Declaration? {
        guard let declaration = declarations[id.value] else {
            findings.add(
                .unknownDeclaration, at: id.place,
                "declaration '\(id.value)' is not in the company's folder '\(Self.name)'"
                    + NearMiss.hint(for: id.value, among: declarations.keys))
            return nil
        }
        if let last = declaration.validUntil, last < year {
            findings.add(
                .epdExpired, at: id.place,
                "declaration '\(id.value)' is valid until \(last); the books are of \(year)")
        }
        return declaration
    }

    private func checkScenario(
        _ scenario: String?, of declaration: Declaration, at place: Place,
        _ findings: inout Findings
    ) {
        guard let scenario else { return }
        let known = Set(
            declaration.standards.flatMap { declaration.stages(of: $0) }.map(\.scenario)
                .filter { !$0.isEmpty })
        guard !known.contains(scenario) else { return }
        findings.add(
            .unknownDeclaration, at: place,
            known.isEmpty
                ? "scenario '\(scenario)' is chosen of a declaration without scenarios"
                : "scenario '\(scenario)' is not in the declaration"
                    + NearMiss.hint(for: scenario, among: known))
    }

    private func checkShare(
        of score: ProductScore, in declaration: Declaration, _ findings: inout Findings
    ) {
        guard let (id, share) = score.dominant,
            let result = ImpactCategory(id, of: score.standard).flatMap({ declaration[$0] }),
            let place = result.values.min(by: { $0.key < $1.key })?.value.place
        else { return }
        findings.add(
            .scoreDominated, at: place,
            "\(id) makes \(Int((share * 100).rounded())) % of the score by \(score.set)")
    }
}
