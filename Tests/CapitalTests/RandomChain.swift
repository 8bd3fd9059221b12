import Capital

extension Chain {
    /// Companies with random ledgers, groups and choices of what to publish.
    static func random(
        companies count: Int, publishing share: Double = 0.7, _ random: inout SplitMix64
    ) -> [Company] {
        let ids = (0..<count).map { "c\($0)" }
        var companies = ids.map { id -> Company in
            var company = Company(id, of: random.chance(0.25) ? "group" : nil)
            if random.chance(0.2) { company.links = ["cement"] }
            company.lines = Guide.indicators.ids.filter { _ in random.chance(share) }
            company.bilateral = ids.filter { $0 != id && random.chance(0.4) }
            return company.bookingRandomly(&random)
        }
        for buyer in companies.indices {
            for seller in companies.indices where seller != buyer && random.chance(0.35) {
                supply(from: seller, to: buyer, in: &companies, &random)
            }
        }
        return companies
    }

    private static func supply(
        from seller: Int, to buyer: Int, in companies: inout [Company],
        _ random: inout SplitMix64
    ) {
        let product = random.chance(0.5) ? "sand" : "cement"
        let quantity = Double(Int.random(in: 1...500, using: &random))
        for line in ["fuel", "process", "nox", "carbonation"] where random.chance(0.5) {
            companies[buyer] = companies[buyer].buying(
                quantity, product, from: companies[seller].id, line,
                factor: Double(Int.random(in: 1...99, using: &random)) / 8)
        }
        guard random.chance(0.8) else { return }
        let sold = random.chance(0.6) ? quantity : quantity / 2
        companies[seller] = companies[seller].selling(sold, product, to: companies[buyer].id)
        if random.chance(0.3) {
            companies[seller] = companies[seller].booking(
                random.chance(0.5) ? "fuel" : "nox", "\(Int.random(in: 1...99, using: &random))",
                "downstream", for: companies[buyer].id)
        }
    }
}

extension Company {
    func bookingRandomly(_ random: inout SplitMix64) -> Company {
        var company = self
        let lines = ["fuel", "process", "transport", "nox", "habitat", "land", "carbonation",
                     "water"]
        for line in lines {
            for position in ["own", "upstream", "downstream"] {
                if line == "land", position != "own" { continue }
                guard random.chance(position == "own" ? 0.6 : 0.35) else { continue }
                var effect = line == "carbonation" ? "" : "loss"
                if ["habitat", "land"].contains(line), random.chance(0.4) { effect = "gain" }
                company = company.booking(
                    line, Self.quantity(&random), position, effect: effect,
                    basis: random.chance(0.9) ? "realised" : "forecast",
                    verified: random.chance(0.8) ? "yes" : "no", note: "reason")
            }
        }
        return company
    }

    private static func quantity(_ random: inout SplitMix64) -> String {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: "-"
        case 1: "."
        case 2: "n.v.t."
        case 3: "0"
        default: "\(Double.random(in: 0..<1000, using: &random))"
        }
    }
}
