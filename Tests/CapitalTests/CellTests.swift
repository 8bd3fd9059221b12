import Capital
import Testing

@Suite("A cell")
struct CellTests {
    private let stated = Cell.missing(.stated)
    private let notBooked = Cell.missing(.notBooked)

    private func known(_ value: Double, _ bound: Quantity.Bound) -> Cell {
        .known(Quantity(value, bound: bound))
    }

    @Test("that is missing is never a zero")
    func missing() {
        #expect(stated.quantity == nil)
        #expect(Cell.sum([stated]) == stated)
        #expect(Cell.sum([.known(0)]) == .known(0))
    }

    @Test("of a sum adds what is known")
    func sum() {
        #expect(Cell.sum([.known(1), .known(2)]) == .known(3))
        #expect(Cell.sum([.known(1), .none, .notApplicable]) == .known(1))
    }

    @Test("of a sum is a lower bound where a part is missing")
    func lowerBound() {
        #expect(Cell.sum([.known(1), stated]) == known(1, .atLeast))
        #expect(Cell.sum([.known(1), notBooked]) == known(1, .atLeast))
        #expect(Cell.sum([known(1, .atMost), stated]) == known(1, .partial))
        #expect(Cell.sum([known(1, .atLeast), .known(1)]) == known(2, .atLeast))
    }

    @Test("of a sum without any figure says why")
    func states() {
        #expect(Cell.sum([Cell]()) == notBooked)
        #expect(Cell.sum([stated, notBooked, .none]) == stated)
        #expect(Cell.sum([notBooked, .none]) == notBooked)
        #expect(Cell.sum([.none, .notApplicable]) == .none)
        #expect(Cell.sum([.notApplicable]) == .notApplicable)
    }

    @Test("is provisional as soon as one part is")
    func provisional() {
        let provisional = Cell.known(Quantity(1, isProvisional: true))
        #expect(Cell.sum([.known(1), provisional])
            == .known(Quantity(2, isProvisional: true)))
        #expect(Cell.balance(gain: provisional, loss: .known(1))
            == .known(Quantity(0, isProvisional: true)))
    }

    @Test("of a subtotal is not incomplete for a line on which nothing was booked")
    func sumOverLines() {
        #expect(Cell.sumOverLines([.known(1), notBooked]) == .known(1))
        #expect(Cell.sumOverLines([.known(1), stated]) == known(1, .atLeast))
        #expect(Cell.sumOverLines([notBooked]) == notBooked)
        #expect(Cell.sumOverLines([notBooked, .none]) == .none)
    }

    @Test("of a sum of either sign leaves open where the truth lies")
    func signedSum() {
        #expect(Cell.signedSum([.known(-1), .known(3)]) == .known(2))
        #expect(Cell.signedSum([.known(-1), stated]) == known(-1, .partial))
        #expect(Cell.signedSum([.known(-1), notBooked]) == .known(-1))
        #expect(Cell.signedSum([stated]) == stated)
    }

    @Test("of a balance is gain less loss")
    func balance() {
        #expect(Cell.balance(gain: .known(5), loss: .known(3)) == .known(2))
        #expect(Cell.balance(gain: .none, loss: .known(3)) == .known(-3))
        #expect(Cell.balance(gain: .known(5), loss: .notApplicable) == .known(5))
    }

    @Test("of a balance knows on which side the truth lies")
    func balanceBounds() {
        #expect(Cell.balance(gain: .known(5), loss: stated) == known(5, .atMost))
        #expect(Cell.balance(gain: stated, loss: .known(3)) == known(-3, .atLeast))
        #expect(Cell.balance(gain: .none, loss: known(3, .atLeast)) == known(-3, .atMost))
        #expect(Cell.balance(gain: known(5, .atLeast), loss: known(3, .atLeast))
            == known(2, .partial))
    }

    @Test("of a balance without figures says why")
    func balanceStates() {
        #expect(Cell.balance(gain: .none, loss: stated) == stated)
        #expect(Cell.balance(gain: notBooked, loss: .none) == notBooked)
        #expect(Cell.balance(gain: .none, loss: .notApplicable) == .none)
        #expect(Cell.balance(gain: .notApplicable, loss: .notApplicable) == .notApplicable)
    }

    @Test("has no minus zero")
    func minusZero() {
        #expect(Quantity(0).negated.value.sign == .plus)
        #expect(Cell.balance(gain: .none, loss: .known(0)).quantity?.value.sign == .plus)
    }

    @Test("that is scaled by a price below zero turns its bound round")
    func scaled() {
        #expect(Quantity(2, bound: .atLeast).scaled(by: -3) == Quantity(-6, bound: .atMost))
        #expect(Quantity(2, bound: .partial).scaled(by: -3) == Quantity(-6, bound: .partial))
    }
}
