package import Source

extension Rule {
    package static let unknownModule = Rule(
        "unknown-module",
        reason: "Modules are those of EN 15804; a figure of an unknown scope cannot be compared "
            + "with another year or priced beside another flow.",
        example: "module 'A1-A9'",
        mend: "Write modules of A1 to A5, B1 to B7, C1 to C4 and D, a range with a hyphen, "
            + "several with a space: A1-A3 C1.")

    package static let moduleD = Rule(
        "module-d",
        reason: "Module D tells of loads and benefits beyond the product's own life; counting it "
            + "would book another chain's gain (rule R7).",
        example: "a flow of ghg-unsplit with module D",
        mend: "Book it on the memo line of module D.")
}

/// The stages of a product's life that a figure covers, by EN 15804.
package struct ModuleScope: Hashable, Sendable {
    /// In the order of the standard.
    package static let order = [
        "A1", "A2", "A3", "A4", "A5", "B1", "B2", "B3", "B4", "B5", "B6", "B7",
        "C1", "C2", "C3", "C4", "D",
    ]

    package let modules: Set<String>

    package init(_ modules: Set<String>) { self.modules = modules }

    /// Reads `A1-A3 C1`; nil for anything else.
    package init?(_ text: String) {
        var modules: Set<String> = []
        for part in text.split(whereSeparator: { $0 == " " || $0 == "+" }) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
                .map { Self.order.firstIndex(of: String($0)) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
                first <= last
            else { return nil }
            modules.formUnion(Self.order[first...last])
        }
        guard !modules.isEmpty else { return nil }
        self.modules = modules
    }

    /// As it is written: neighbours of one stage as a range.
    package var text: String {
        var ranges: [(first: Int, last: Int)] = []
        for (index, module) in Self.order.enumerated() where modules.contains(module) {
            if let last = ranges.last, last.last == index - 1,
                Self.order[last.last].first == module.first
            {
                ranges[ranges.count - 1].last = index
            } else {
                ranges.append((index, index))
            }
        }
        return ranges.map { range in
            range.first == range.last
                ? Self.order[range.first] : "\(Self.order[range.first])-\(Self.order[range.last])"
        }.joined(separator: " ")
    }
}
