import Foundation
import Source
import Testing
@testable import Reports

@Suite struct SubmissionFile {
    @Test func holdsEveryFigureOfTheStatementAlsoWhatIsHidden() throws {
        var built = try Built()
        built.edit("lines: all,", "lines: [],", "plant/party.yaml")
        let open = try Built()
        let text = try #require(built.confidential.text("plant/2024/submission.json"))
        // What everybody could see before is what the consolidator still sees.
        for figure in try Built.figures(in: open.site, "data/parties/plant/2024/statement.csv") {
            #expect(text.contains("\"value\": \(figure)"), "\(figure)")
        }
        #expect(!text.contains("\"confidential\""))
    }

    @Test func tellsWhatIsMissingFromWhatWasNotBooked() throws {
        let built = try Built()
        let text = try #require(built.confidential.text("plant/2024/submission.json"))
        #expect(text.contains("\"missing\": \"not-booked\""))
    }

    @Test func holdsBothDirectionsOfSupplies() throws {
        let files = try Built().confidential
        let buyer = try #require(files.text("plant/2024/submission.json"))
        let seller = try #require(files.text("mine/2024/submission.json"))
        #expect(buyer.contains("\"direction\": \"bought\""))
        #expect(buyer.contains("\"factor\": 0.05"))
        #expect(buyer.contains("\"amount\": 50"))
        #expect(seller.contains("\"direction\": \"sold\""))
    }

    @Test func holdsWhatIsBookedForAnothersUse() throws {
        var built = try Built()
        built.edit(
            "later-fuel,ghg-fuel,n.v.t.,,downstream,,",
            "use,ghg-fuel,7.25,t CO2-eq,downstream,plant,", "mine/2024/flows.csv")
        let object = try Built.object(in: built.confidential, "mine/2024/submission.json")
        let rows = try #require(object["downstream"] as? [[String: Any]])
        #expect(rows.count == 1)
        #expect(rows.first?["counterparty"] as? String == "plant")
        #expect(rows.first?["amount"] as? Double == 7.25)
    }

    @Test func holdsNoRowOfTheLedgerOfFlows() throws {
        let files = try Built().confidential
        for path in files.paths where path.hasSuffix("submission.json") {
            let text = try #require(files.text(path))
            for word in ["diesel", "uptake", "meter", "flows.csv"] {
                #expect(!text.contains(word), "\(path)")
            }
        }
    }

    @Test func changesWithTheMethodAndNotWithOtherCompanies() throws {
        var built = try Built()
        let before = built.confidential["mine/2024/submission.json"]
        built.edit("gas,ghg-fuel,45,", "gas,ghg-fuel,46,", "plant/2024/flows.csv")
        #expect(built.confidential["mine/2024/submission.json"] == before)
        let path = "guide/units.yaml"
        built.input.write((built.input.text(path) ?? "") + "# a remark\n", to: path)
        #expect(built.confidential["mine/2024/submission.json"] != before)
    }
}

@Suite struct TraceOfALine {
    private func traced(_ line: String, of party: String = "plant", _ built: Built) -> String? {
        trace(built.input, CompileOptions(), party: party, year: 2024, line: line).text
    }

    @Test func pointsAtCellsAndFactorsWithAllDigits() throws {
        let text = try #require(traced("ghg-unsplit", try Built()))
        #expect(text.contains("50 t CO2-eq"))
        #expect(text.contains("guide/example/plant/2024/supplies.csv:2:"))
        #expect(text.contains("0.05 t CO2-eq/t"))
        #expect(text.contains("300 t CO2-eq"))
        #expect(text.contains("guide/example/plant/2024/flows.csv:3:"))
        #expect(text.contains("guide/factors/set-a.yaml:"))
    }

    @Test func showsOneColumnWhereItIsNamed() throws {
        let built = try Built()
        let text = try #require(traced("ghg-unsplit.upstream-other", built))
        #expect(text.contains("300 t CO2-eq"))
        #expect(!text.contains("supplies.csv"))
        #expect(traced("ghg-unsplit.balance", built)?.contains("-350 t CO2-eq") == true)
        #expect(traced("ghg-unsplit.sideways", built) == nil)
    }

    @Test func followsALineOfTheChainDownToTheLedgers() throws {
        let text = try #require(traced("ghg-unsplit", of: "chain", try Built()))
        #expect(text.contains("guide/example/plant/2024/supplies.csv:2:"))
        #expect(text.contains("guide/example/mine/2024/flows.csv:3:"))
        #expect(text.contains("320 t CO2-eq"))
    }

    @Test func holdsOnlyTheCompanysOwnCells() throws {
        let files = try Built().confidential
        let text = try #require(files.text("plant/2024/trace.md"))
        #expect(!text.contains("guide/example/mine/"))
    }
}

@Suite struct BilateralAnnex {
    private static let path = "plant/2024/with-mine.md"

    @Test func putsBothSidesBesideEachOther() throws {
        var built = try Built()
        built.edit("sand,sold,plant,sand,1000,t", "sand,sold,plant,sand,800,t",
                   "mine/2024/supplies.csv")
        let text = try #require(built.confidential.text(Self.path))
        for figure in ["1,000", "800", "200", "0.05\u{A0}t CO2-eq/t", "50", "40", "10"] {
            #expect(text.contains(figure), "\(figure)")
        }
        #expect(text.contains("1.000"))
        #expect(text.contains("0,05"))
    }

    @Test func saysThatItIsMadeUpAndForWhom() throws {
        let text = try #require(try Built().confidential.text(Self.path))
        #expect(text.contains("made up"))
        #expect(text.contains("verzonnen"))
        #expect(text.contains("Not public"))
    }

    @Test func doesNotChangeWithAThirdCompany() throws {
        var built = try Built()
        Self.addThird(to: &built, gas: 5)
        let before = built.confidential
        Self.addThird(to: &built, gas: 6_543)
        let after = built.confidential
        for path in [Self.path, "mine/2024/with-plant.md"] {
            #expect(before[path] != nil)
            #expect(before[path] == after[path])
        }
    }

    @Test func holdsNothingElseOfTheCounterparty() throws {
        var built = try Built()
        // Who agrees to show mutual figures shares its factor per product.
        built.edit("bilateral: [plant]", "bilateral: []", "mine/party.yaml")
        let before = built.confidential[Self.path]
        built.edit("diesel,ghg-fuel,110,", "diesel,ghg-fuel,7777,", "mine/2024/flows.csv")
        built.edit("bank,land-restored,2.5,", "bank,land-restored,3.75,", "mine/2024/flows.csv")
        #expect(built.confidential[Self.path] == before)
    }

    @Test func showsTheOwnSideOnlyWhereTheOtherDoesNotReport() throws {
        var built = try Built()
        built.append(
            "clinker,bought,kiln,cement,400,t,,ghg-unsplit,0.8,t CO2-eq/t,epd,",
            to: "plant/2024/supplies.csv")
        let text = try #require(built.confidential.text("plant/2024/with-kiln.md"))
        #expect(text.contains("400"))
        #expect(text.contains("0.8\u{A0}t CO2-eq/t"))
        #expect(text.contains("320"))
        #expect(built.confidential["kiln/2024/with-plant.md"] == nil)
    }

    @Test func isMadeAlsoWhereOnlyTheOtherSideBooked() throws {
        var built = try Built()
        built.edit("sand,sold,plant,sand,1000,t,seller,,,,,\n", "", "mine/2024/supplies.csv")
        #expect(built.confidential["mine/2024/with-plant.md"] != nil)
    }

    @Test func namesWhatOneBooksForTheOthersUse() throws {
        var built = try Built()
        built.edit(
            "later-fuel,ghg-fuel,n.v.t.,,downstream,,",
            "use,ghg-fuel,7.25,t CO2-eq,downstream,plant,", "mine/2024/flows.csv")
        let text = try #require(built.confidential.text(Self.path))
        #expect(text.contains("7.25"))
    }

    private static func addThird(to built: inout Built, gas: Int) {
        let files = [
            "party.yaml": """
                id: third
                name: {nl: Derde, en: Third}
                fictional: true
                chain-links: [ready-mix]
                publishes: {lines: all}

                """,
            "2024/flows.csv": """
                flow,indicator,quantity,unit,position,counterparty,effect,basis
                gas,ghg-fuel,\(gas),t CO2-eq,own,,loss,realised

                """,
            "2024/supplies.csv": """
                supply,direction,counterparty,product,quantity,unit,indicator,factor,factor-unit
                s,bought,mine,sand,\(gas),t,ghg-unsplit,0.05,t CO2-eq/t

                """,
        ]
        for (name, text) in files { built.input.write(text, to: "guide/example/third/\(name)") }
    }
}
