import Capital

/// The interval of one cell as data, rounded as it is printed: the bounds at
/// the prices as they are and, for money, with the spread of the prices.
struct DataSpread {
    var quantities: RoundedInterval?
    var withPrices: RoundedInterval?

    static let header = ["low", "high", "low-with-prices", "high-with-prices"]

    private var bounds: [Double?] {
        [quantities?.low, quantities?.high, withPrices?.low, withPrices?.high]
    }

    /// In the order of ``header``; empty where there is no interval.
    var texts: [String] { bounds.map { $0.map(JSONValue.digits) ?? "" } }

    /// Only what there is.
    var members: [JSONValue.Member] {
        zip(Self.header, bounds).compactMap { name, bound in
            bound.map { .init(key: name, value: .number($0)) }
        }
    }

    /// The columns as the Table Schema describes them.
    static var fields: [JSONValue] {
        let rounding = "rounded to two significant digits of itself or of the interval's width"
        return [
            tableField(
                "low", "number",
                "Lower end of the 95 % interval of a total, a balance or an amount of money at "
                    + "fixed prices, \(rounding); empty where there is none or it is hidden"),
            tableField("high", "number", "Upper end of the same interval"),
            tableField(
                "low-with-prices", "number",
                "Lower end of the 95 % interval of an amount of money with the uncertainty of "
                    + "the prices; empty where the set states none"),
            tableField("high-with-prices", "number", "Upper end of the same interval"),
        ]
    }
}

extension [DataCell] {
    /// The same cells with the intervals of totals, balances and money.
    func with(_ spread: StatementSpread?) -> [DataCell] {
        guard let spread else { return self }
        return map { cell in
            guard let line = spread[cell.line] else { return cell }
            var cell = cell
            cell.spread = line.data(of: cell)
            return cell
        }
    }
}

extension StatementSpread.Line {
    fileprivate func data(of cell: DataCell) -> DataSpread {
        let prefix = "value:"
        if cell.column.hasPrefix(prefix) {
            let money = values[String(cell.column.dropFirst(prefix.count))]
            return DataSpread(
                quantities: money?.quantities.rounded, withPrices: money?.withPrices?.rounded)
        }
        if cell.column == "balance" { return DataSpread(quantities: balance.rounded) }
        guard cell.column == "total", let effect = Effect(rawValue: cell.effect) else {
            return DataSpread()
        }
        return DataSpread(quantities: totals[effect]?.rounded)
    }
}

extension SpreadCell {
    fileprivate var rounded: RoundedInterval? { interval.map(RoundedInterval.init) }
}
