/// Finds what a writer probably meant.
package enum NearMiss {
    /// The one candidate closest to a misspelt name; nil when none is near or
    /// two are equally near.
    package static func best(for name: String, among candidates: some Sequence<String>) -> String? {
        let limit = max(1, min(3, name.count / 3))
        let near = Set(candidates)
            .map { (distance: distance(name.lowercased(), $0.lowercased()), name: $0) }
            .filter { $0.distance <= limit }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
        guard let first = near.first else { return nil }
        if near.count > 1, near[1].distance == first.distance { return nil }
        return first.name
    }

    /// `; did you mean 'x'?`, or the known names when they are few.
    package static func hint(for name: String, among candidates: some Sequence<String>) -> String {
        let known = Set(candidates).sorted()
        if let best = best(for: name, among: known) { return "; did you mean '\(best)'?" }
        guard !known.isEmpty, known.count <= 12 else { return "" }
        return "; known are \(known.joined(separator: ", "))"
    }

    /// Levenshtein distance with adjacent transpositions.
    private static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a), b = Array(b)
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = min(best, before[j - 1] + 1)
                }
                row.append(best)
            }
            before = last
            last = row
        }
        return last[b.count]
    }
}
