package import Source

extension Rule {
    /// The rules of this target, for `explain` and for the manual.
    package static let capital: [Rule] = [
        unknownUnit, unitMismatch, unknownIndicator, indicatorStructure, unknownFactor,
        unknownSet, notANumber, negativeQuantity, unknownOption, unknownParty, reasonMissing,
        wrongEffect, wrongPosition, duplicateID, identity, unmatchedSupply, unknownPlace,
        unknownModule, moduleD, bookedTwice, priceIndex, mustLine, declaredBooking, scoreWeight,
        workRow, workUnit, uncertaintySource, uncertaintyClass, spreadBelowOne,
        restatementFigure, noPriorYear, silentTrend, measureLine,
    ]

    /// The rules that hold between companies.
    package static let betweenCompanies: [Rule] = [
        outsideTolerance, sharedSite, equityShare, vehicleDiffers,
    ]
}
