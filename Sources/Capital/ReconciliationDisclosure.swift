/// The chain's reconciliation of one line: sums over all supplies that could
/// be compared. A sum that would give one supply away is confidential.
package struct ReconciledLine: Sendable {
    package let line: String
    package let effect: Effect
    /// By the buyers, and by the suppliers' own figures.
    package let booked: Cell
    package let supplierSide: Cell
    package let difference: Cell
    package let byQuantity: Cell
    package let byFactor: Cell
    /// The sum of the differences that lie outside their tolerance, each
    /// without its sign: what stays unreconciled.
    package let outside: Cell
    /// Whether supplies on this line could be compared by quantity only.
    package let hasOthers: Bool
}

extension Accounts {
    /// Whether the buyer may see the supplier's factor, and the public sums
    /// made of it. The two agreed to show their mutual figures, and the
    /// supplier publishes the line: then the factor adds nothing to the
    /// amounts that others know.
    package func isShared(_ supply: Reconciliation, in year: Int) -> Bool {
        guard let buyer = party(supply.buyer), let supplier = party(supply.supplier) else {
            return false
        }
        let hidden = hiddenCells(of: supply.supplier, in: year)
        let columns: [Column] = [.own, .upstreamReporting, .upstreamOther]
        return PartyDisclosure.agree(buyer, supplier)
            && columns.allSatisfy {
                !hidden.contains(.side(line: supply.line, supply.effect, $0))
            }
    }

    /// The sums per line, as everybody may see them.
    package func reconciledLines(
        in year: Int, _ supplies: [Reconciliation],
        tolerance: (Reconciliation) -> Tolerance?
    ) -> [ReconciledLine] {
        let lines = Dictionary(grouping: supplies, by: \.line)
        return indicators.ids.compactMap { line -> ReconciledLine? in
            guard let all = lines[line] else { return nil }
            let compared = all.filter { $0.supplierFactor != nil }
            guard let effect = compared.first?.effect else { return nil }
            let far = compared.filter { $0.standing(within: tolerance($0)) == .outside }
            let isOpen = isPublic(compared, in: year)
            // A supplier's statement with a missing part gives a factor that
            // is at least so much.
            let bound = compared.compactMap { $0.supplierFactor?.bound }
                .reduce(Quantity.Bound.exact) { $0.joined(with: $1) }
            let cause: Quantity.Bound = bound == .exact ? .exact : .partial
            func sum(
                _ bound: Quantity.Bound, _ figure: (Reconciliation.Split) -> Double
            ) -> Cell {
                let sum = ExactSum.of(compared.compactMap(\.split).map(figure))
                return isOpen ? .known(Quantity(sum, bound: bound)) : .confidential
            }
            return ReconciledLine(
                line: line, effect: effect,
                booked: isOpen ? .known(ExactSum.of(compared.map(\.booked))) : .confidential,
                supplierSide: sum(bound, \.supplierSide),
                difference: sum(bound.reversed, \.difference),
                byQuantity: sum(cause, \.byQuantity), byFactor: sum(cause, \.byFactor),
                outside: isOpen && isProtected(far, in: year)
                    ? .known(ExactSum.of(far.compactMap { $0.split.map { abs($0.difference) } }))
                    : .confidential,
                hasOthers: compared.count < all.count)
        }
    }

    /// Whether sums over these supplies may be published beside everything
    /// else that is.
    private func isPublic(_ supplies: [Reconciliation], in year: Int) -> Bool {
        if supplies.allSatisfy({ isOpen($0, in: year) }) { return true }
        return isProtected(supplies, in: year) && allowsSum(of: supplies, in: year)
    }

    /// A supply whose figures both sides show, on every line that it is
    /// booked on.
    private func isOpen(_ supply: Reconciliation, in year: Int) -> Bool {
        let lines = [supply.line] + indicators.parts(of: supply.line).map(\.id)
        return isShared(supply, in: year)
            && lines.allSatisfy { party(supply.buyer)?.publishes.includes(line: $0) ?? false }
    }

    /// Whether no group can take its own supplies out of a sum and be left
    /// with those of one pair.
    private func isProtected(_ supplies: [Reconciliation], in year: Int) -> Bool {
        let pairs = Set(
            supplies.filter { !isOpen($0, in: year) }.map { supply in
                [supply.buyer, supply.supplier].map { party($0)?.contributor ?? $0 }.sorted()
            })
        if pairs.isEmpty { return true }
        guard pairs.count >= ChainDisclosure.minimumContributors else { return false }
        return Set(pairs.joined()).allSatisfy { group in
            pairs.count { !$0.contains(group) } != 1
        }
    }
}
