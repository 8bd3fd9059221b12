package import struct Source.Place

/// What is uncertain: one input is one variable, wherever it is used.
package enum UncertainInput: Hashable, Sendable {
    /// A cell of a ledger, or a factor, by its place.
    case cell(Place)
    /// The prices of a valuation set, which are off together.
    case prices(set: String)
}

/// A figure as a sum of products of inputs: what its tree of origins comes
/// down to. Every input has its own figure as median and is lognormal.
///
/// An input that stands in two terms is one variable, so that what is
/// subtracted from itself leaves nothing. Shares that the consolidation
/// eliminates are constants.
package struct UncertainSum: Sendable {
    /// A coefficient in the unit of the figure, at the medians of the inputs,
    /// and the inputs it is multiplied by: indices, sorted.
    struct Term: Sendable, Equatable {
        var coefficient: Double
        var inputs: [Int]
    }

    private(set) var terms: [Term] = []
    /// The standard deviation of each input's logarithm.
    private(set) var sigmas: [Double] = []
    private(set) var inputs: [UncertainInput] = []
    private var indices: [UncertainInput: Int] = [:]

    package init() {}

    /// What it is where each input is at its median.
    package var value: Double { ExactSum.of(terms.map(\.coefficient)) }

    /// Adds a figure times a number and a further input; false where it is no
    /// sum of products (a ratio).
    @discardableResult
    package mutating func add(
        _ figure: Traced, times weight: Double = 1, with further: (UncertainInput, Double)? = nil,
        _ model: UncertaintyModel
    ) -> Bool {
        var walk = OriginWalk(model: model)
        walk.follow(
            figure, weight, further.map { [OriginWalk.Input(input: $0.0, sigma: $0.1)] } ?? [])
        guard !walk.hasQuotient else { return false }
        for product in walk.products { add(product) }
        merge()
        return true
    }

    private mutating func add(_ product: OriginWalk.Product) {
        // What is certain only scales.
        let uncertain = product.inputs.filter { $0.sigma > 0 }
        let inputs = uncertain.map { input in
            if let index = indices[input.input] { return index }
            indices[input.input] = sigmas.count
            sigmas.append(input.sigma)
            self.inputs.append(input.input)
            return sigmas.count - 1
        }
        terms.append(Term(coefficient: product.coefficient, inputs: inputs.sorted()))
    }

    /// Terms of the same inputs become one; what cancels is gone.
    private mutating func merge() {
        var order: [[Int]] = []
        var sums: [[Int]: (sum: ExactSum, size: Double)] = [:]
        for term in terms {
            if sums[term.inputs] == nil { order.append(term.inputs) }
            var entry = sums[term.inputs] ?? (ExactSum(), 0)
            entry.sum.add(term.coefficient)
            entry.size += abs(term.coefficient)
            sums[term.inputs] = entry
        }
        terms = order.compactMap { inputs in
            guard let entry = sums[inputs], abs(entry.sum.value) > 1e-12 * entry.size else {
                return nil
            }
            return Term(coefficient: entry.sum.value, inputs: inputs)
        }
    }

    /// The same with each term less these inputs, once each.
    func without(_ common: [Int]) -> UncertainSum {
        var rest = self
        rest.terms = terms.map { term in
            var inputs = term.inputs
            for index in common {
                if let position = inputs.firstIndex(of: index) { inputs.remove(at: position) }
            }
            return Term(coefficient: term.coefficient, inputs: inputs)
        }
        rest.merge()
        return rest
    }

    /// The inputs that every term is multiplied by, as often as all are.
    var common: [Int] {
        guard var common = terms.first?.inputs else { return [] }
        for term in terms.dropFirst() {
            var open = term.inputs
            common = common.filter { index in
                guard let position = open.firstIndex(of: index) else { return false }
                open.remove(at: position)
                return true
            }
        }
        return common
    }

    /// How far the sum moves, to first order, when an input moves by one
    /// standard deviation of its logarithm.
    var slopes: [Double] {
        var sums = sigmas.map { _ in ExactSum() }
        for term in terms {
            for index in term.inputs { sums[index].add(term.coefficient) }
        }
        return zip(sums, sigmas).map { $0.value * $1 }
    }

    /// By input, for sums that were made of different figures.
    package var slopesByInput: [UncertainInput: Double] {
        Dictionary(uniqueKeysWithValues: zip(inputs, slopes))
    }
}

/// Follows a figure down to its inputs.
private struct OriginWalk {
    struct Input {
        let input: UncertainInput
        let sigma: Double
    }

    struct Product {
        let coefficient: Double
        let inputs: [Input]
    }

    let model: UncertaintyModel
    var products: [Product] = []
    var hasQuotient = false

    init(model: UncertaintyModel) { self.model = model }

    /// A missing part brings nothing: the interval is that of what is known.
    mutating func follow(_ figure: Traced, _ weight: Double, _ inputs: [Input]) {
        guard let value = figure.value, weight != 0 else { return }
        switch figure.origin {
        case .ledger(let entry):
            let own = Input(input: .cell(entry.place), sigma: model.sigma(of: entry))
            products.append(Product(coefficient: weight * value, inputs: inputs + [own]))
        case .absent:
            products.append(Product(coefficient: weight * value, inputs: inputs))
        case .sum(let parts):
            let sum = ExactSum.of(parts.compactMap(\.figure.value))
            guard sum != 0 else { return }
            // A sum that keeps only a share of its parts: what the
            // consolidation matched. The share is a constant.
            let share = abs(value - sum) <= 1e-12 * abs(sum) ? 1 : value / sum
            for part in parts { follow(part.figure, weight * share, inputs) }
        case .product(let part, let factor):
            follow(part.figure, weight * factor.value, inputs + [model.input(of: factor)])
        case .difference(let first, let second):
            follow(first.figure, weight, inputs)
            follow(second.figure, -weight, inputs)
        case .percentage:
            hasQuotient = true
        }
    }
}

extension UncertaintyModel {
    fileprivate func input(of factor: Origin.Factor) -> OriginWalk.Input {
        if let set = sets[factor.place] {
            return OriginWalk.Input(input: .prices(set: set), sigma: sigma(ofPricesOf: set))
        }
        return OriginWalk.Input(input: .cell(factor.place), sigma: sigma(of: factor))
    }
}
