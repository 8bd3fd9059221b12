/// What an outsider knows of hidden figures: linear equations between them,
/// made from what is published. Tells which sums of hidden figures follow
/// exactly.
///
/// The audit finds exact disclosure only; that an estimate may come close is
/// the work of the interval audit, which is not here yet.
struct Equations<Name: Hashable> {
    /// Σ coefficient × figure.
    typealias Sum = [(Name, Double)]

    private let isKnown: (Name) -> Bool
    private var columns: [Name: Int] = [:]
    /// Each row has a pivot of 1 that no other row holds.
    private var rows: [[Int: Double]] = []
    /// The row of each pivot, and the rows that hold, or once held, a column:
    /// most rows touch few others.
    private var rowOfPivot: [Int: Int] = [:]
    private var rowsOfColumn: [Int: Set<Int>] = [:]

    /// Published figures and cells without a figure are known: in an equation
    /// they only move the number on its other side.
    init(isKnown: @escaping (Name) -> Bool) { self.isKnown = isKnown }

    /// Adds: this sum is a known number.
    mutating func add(_ sum: Sum) {
        let row = cleared(unknowns(of: sum))
        guard
            let pivot = row.max(by: {
                (abs($0.value), $1.key) < (abs($1.value), $0.key)
            })
        else { return }
        let unit = row.mapValues { $0 / pivot.value }
        let touched = unit.keys
        for index in rowsOfColumn[pivot.key] ?? [] where rows[index][pivot.key] != nil {
            Self.clear(pivot.key, of: &rows[index], with: unit)
            for column in touched { rowsOfColumn[column, default: []].insert(index) }
        }
        for column in touched { rowsOfColumn[column, default: []].insert(rows.count) }
        rowOfPivot[pivot.key] = rows.count
        rows.append(unit)
    }

    /// Whether the equations fix one of these sums.
    mutating func fixAny(of sums: [Sum]) -> Bool {
        sums.contains { cleared(unknowns(of: $0)).isEmpty }
    }

    private mutating func unknowns(of sum: Sum) -> [Int: Double] {
        var row: [Int: Double] = [:]
        for (name, coefficient) in sum where !isKnown(name) {
            let column = columns[name] ?? columns.count
            columns[name] = column
            row[column, default: 0] += coefficient
        }
        return row.filter { $0.value != 0 }
    }

    private func cleared(_ row: [Int: Double]) -> [Int: Double] {
        var row = row
        // No row holds another's pivot: clearing one brings in no other.
        for (index, pivot) in row.keys.compactMap({ pivot in
            rowOfPivot[pivot].map { ($0, pivot) }
        }).sorted(by: { $0.0 < $1.0 }) {
            Self.clear(pivot, of: &row, with: rows[index])
        }
        return row
    }

    private static func clear(
        _ pivot: Int, of row: inout [Int: Double], with other: [Int: Double]
    ) {
        guard let factor = row[pivot] else { return }
        for (column, coefficient) in other {
            let rest = (row[column] ?? 0) - factor * coefficient
            row[column] = abs(rest) < 1e-9 ? nil : rest
        }
        row[pivot] = nil
    }
}

/// Hides cells in this order until no secret is exposed, and then shows again
/// what turns out not to be needed, the last first.
func hiding<Place: Hashable>(
    _ candidates: [Place], beside hidden: Set<Place>, while isExposed: (Set<Place>) -> Bool
) -> Set<Place> {
    var hidden = hidden
    var added: [Place] = []
    for candidate in candidates where !hidden.contains(candidate) {
        guard isExposed(hidden) else { break }
        hidden.insert(candidate)
        added.append(candidate)
    }
    guard !isExposed(hidden) else { return hidden }
    for candidate in added.dropLast().reversed() {
        hidden.remove(candidate)
        if isExposed(hidden) { hidden.insert(candidate) }
    }
    return hidden
}
