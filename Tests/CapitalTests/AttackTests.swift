import Capital
import Testing

@Suite("What is published gives no secret away")
struct AttackTests {
    @Test("of random chains, to an outsider who solves all equations", arguments: 0..<60)
    func noSecretFollows(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let share = [0.4, 0.7, 0.9, 1][seed % 4]
        let count = 2 + seed % 6
        let chain = Chain(Chain.random(companies: count, publishing: share, &random))
        var attack = Attack(on: chain)
        let leaks = attack.leaks()
        #expect(leaks.isEmpty, "seed \(seed)")
    }

    @Test("of random chains, to a group that adds its own books", arguments: 0..<30)
    func noSecretFollowsForInsiders(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed) + 9_000)
        let share = [0.4, 0.7, 0.9, 1][seed % 4]
        let companies = Chain.random(companies: 2 + seed % 6, publishing: share, &random)
        let chain = Chain(companies)
        for group in Set(companies.map { $0.holding ?? $0.id }).sorted() {
            var attack = Attack(on: chain, by: group)
            let leaks = attack.leaks()
            #expect(leaks.isEmpty, "seed \(seed), \(group)")
        }
    }
}
