package import Source

extension Rule {
    package static let sharedSite = Rule(
        "shared-site",
        reason: "The shares that companies report in one site cannot come to more than all of it "
            + "(rule R10); beyond that its activity would count twice.",
        example: "site 'de-waard' with share 60 at one company and share 50 at another",
        mend: "Agree on the shares, and write each under 'share' in party.yaml; give a site of "
            + "its own another id. A site without 'share' is wholly the company's.")

    package static let equityShare = Rule(
        "equity-share",
        reason: "One consolidation takes one approach (rules R1 and R10); this edition adds what "
            + "companies control. By equity share a part of each elimination would stay in the "
            + "chain.",
        example: "approach: equity-share",
        mend: "Book what the company controls, wholly, and write 'approach: "
            + "operational-control'.")
}

extension Party {
    /// Checks what companies state of sites that they share, and that all
    /// account alike.
    package static func checkOwnership(of parties: [Party], _ findings: inout Findings) {
        for party in parties where party.approach == .equityShare {
            findings.add(
                .equityShare, at: party.place,
                "company '\(party.id)' accounts by equity share; this edition consolidates by "
                    + "operational control")
        }
        let sites = parties.sorted { $0.id < $1.id }.flatMap { party in
            party.sites.map { (party: party.id, site: $0) }
        }
        for (id, shares) in Dictionary(grouping: sites, by: \.site.id)
            .sorted(by: { $0.key < $1.key })
        where ExactSum.of(shares.map(\.site.share)) > 100 {
            guard shares.count > 1, let last = shares.last else { continue }
            let others = shares.dropLast().map { "\($0.site.share) % at \($0.site.place)" }
            findings.add(
                .sharedSite, at: last.site.place,
                "site '\(id)' is shared for more than 100 %: \(last.site.share) % here and "
                    + others.joined(separator: ", "))
        }
    }
}
