/// Linear equations over the integers modulo a large prime: elimination is
/// exact, and shares no line with the program's own audit.
struct LinearSystem<Name: Hashable> {
    private static var prime: UInt64 { (1 << 61) - 1 }
    private var columns: [Name: Int] = [:]
    /// Reduced rows by their leading column.
    private var rows: [Int: [Int: UInt64]] = [:]

    init() {}

    /// Adds: the sum of coefficient × name is a number that is known.
    mutating func add(_ terms: [(Name, Int)]) {
        let row = reduced(numbered(terms))
        guard let lead = row.keys.min() else { return }
        let inverse = Self.power(row[lead]!, Self.prime - 2)
        rows[lead] = row.mapValues { Self.times($0, inverse) }
    }

    /// Whether the equations fix the value of this sum.
    mutating func fixes(_ terms: [(Name, Int)]) -> Bool {
        reduced(numbered(terms)).isEmpty
    }

    private mutating func numbered(_ terms: [(Name, Int)]) -> [Int: UInt64] {
        var row: [Int: UInt64] = [:]
        for (name, coefficient) in terms {
            let column = columns[name] ?? columns.count
            columns[name] = column
            let size = coefficient.magnitude
            let value = coefficient < 0 ? Self.prime - UInt64(size) : UInt64(size)
            row[column] = ((row[column] ?? 0) + value) % Self.prime
        }
        return row.filter { $0.value != 0 }
    }

    private func reduced(_ row: [Int: UInt64]) -> [Int: UInt64] {
        var row = row
        var rest = 0
        while let lead = row.keys.filter({ $0 >= rest }).min() {
            rest = lead + 1
            guard let other = rows[lead] else { continue }
            let factor = Self.prime - row[lead]!
            for (column, coefficient) in other {
                let sum = (row[column] ?? 0) + Self.times(factor, coefficient)
                row[column] = sum % Self.prime == 0 ? nil : sum % Self.prime
            }
        }
        return row
    }

    private static func times(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return prime.dividingFullWidth((product.high, product.low)).remainder
    }

    private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
        var result: UInt64 = 1, base = base, exponent = exponent
        while exponent > 0 {
            if exponent & 1 == 1 { result = times(result, base) }
            base = times(base, base)
            exponent >>= 1
        }
        return result
    }
}
