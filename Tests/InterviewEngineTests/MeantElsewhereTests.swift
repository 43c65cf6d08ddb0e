import Forms
import TestSupport
import Testing

@testable import InterviewEngine

@Suite("What was meant for another prompt is asked about") struct MeantElsewhereTests {
    private func atWhys() throws -> Conversation {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in [":goto five-whys.problem", "Gates stood still", "One key for all gates"] {
            talk.type(line)
        }
        return talk
    }

    private func causes(_ talk: Conversation) -> [String] {
        guard case .whys(let forest)? = talk.answer("five-whys.chain") else { return [] }
        return forest.paths.compactMap { forest[$0]?.text }
    }

    @Test func aKeyIsNoCause() throws {
        var talk = try atWhys()
        talk.type("1")
        #expect(causes(talk) == ["One key for all gates"])
        #expect(talk.said().contains("'1' is a key for where a branch ends"))
        talk.type("1")
        #expect(causes(talk) == ["One key for all gates", "1"])
    }

    /// Typed without looking, behind an answer that came back.
    @Test func wordsGluedToAnAnswerAreAskedAbout() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto user-impact.experience")
        talk.type("No water on the hill until 00:40")
        talk.type(":goto user-impact.experience")
        let answer = try #require(talk.prompt?.prefill)
        talk.type(answer + "Telemetry display showed the last value")
        #expect(talk.said().contains("'…the hill until 00:40Telemetry display sh…' has no blank"))
        #expect(talk.answer("user-impact.experience") == .text("No water on the hill until 00:40"))
        #expect(talk.prompt?.prefill == answer + "Telemetry display showed the last value")
        talk.type(answer + "Telemetry display showed the last value")
        #expect(
            talk.answer("user-impact.experience")
                == .text("No water on the hill until 00:40Telemetry display showed the last value"))
    }

    /// A command that is none, or a key, behind an answer that stood on the line.
    @Test(arguments: [":prak show p95", ":bakc", "q"])
    func whatReadsLikeACommandBehindAnAnswerIsAskedAbout(_ typed: String) throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto user-impact.experience")
        talk.type("No water on the hill.")
        talk.type(":goto user-impact.experience")
        let answer = try #require(talk.prompt?.prefill)
        talk.type(answer + typed)
        #expect(talk.answer("user-impact.experience") == .text("No water on the hill."), "\(talk.said())")
    }

    /// A block that came back is asked about again with whatever was typed behind it.
    @Test func linesGluedToAChatAreAskedAboutAgain() throws {
        var talk = try atWhys()
        let chat = "21:04 Ines: it is warm\n21:06 Ines: it is warmer\n21:09 Ines: -7"
        talk.paste(chat)
        talk.type(chat + "It had done 11,000 switchings")
        #expect(causes(talk) == ["One key for all gates"], "\(talk.said())")
    }

    @Test(arguments: [" and on the coast", ", and on the coast", "h", " h", "0 of the next day"])
    func wordsAddedToAnAnswerAreNot(_ more: String) throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto user-impact.experience")
        talk.type("No water on the hill until 00:40")
        talk.type(":goto user-impact.experience")
        talk.type("No water on the hill until 00:40" + more)
        #expect(talk.answer("user-impact.experience") == .text("No water on the hill until 00:40" + more))
    }

    @Test(arguments: [
        ("related.rows", "none known in our folder"), ("successes.items", "none"),
        ("actions.long-term", "n/a"),
    ])
    func noneIsNoRowOrItem(_ id: String, _ words: String) throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto \(id)")
        talk.type(words)
        #expect(talk.answer(id) == nil)
        #expect(talk.said().contains("':na \(words)' records that there is none."))
        talk.type(":na \(words)")
        #expect(talk.state(id) == .notApplicable)
    }

    @Test func aNumberAloneIsNoStory() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto quick-summary")
        talk.type("2")
        #expect(talk.answer("quick-summary.text") == nil)
        #expect(talk.said().contains("'2' is a key of other questions."))
        talk.type("2")
        #expect(talk.answer("quick-summary.text") == .text("2"))
    }

    @Test func anEndingIsCorrectedInItsRow() throws {
        var talk = try atWhys()
        for line in ["", "unverified", "2"] { talk.type(line) }
        #expect(talk.document.contains("outside our control"))
        let mark = talk.lines.count
        talk.type(":row 1")
        #expect(talk.said(since: mark).contains("Ends here: outside our control"))
        talk.type("Ends here: 1")
        talk.type(":row 1")
        talk.type("= the audit log")
        #expect(!talk.document.contains("outside our control"))
        #expect(talk.document.contains("something we can change") && talk.document.contains("the audit log"))
        #expect(causes(talk) == ["One key for all gates"])
    }

    @Test func aSentenceIsNoNameOfAGroup() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto fishbone")
        for _ in 1...20 where talk.prompt?.label != "Group" { talk.type("") }
        talk.type("The key was one for all gates of both halls")
        #expect(talk.prompt?.label == "Group")
        #expect(talk.prompt?.prefill == "The key was one for all gates of both halls")
        talk.type("Suppliers")
        #expect(talk.prompt?.label == "Suppliers")
    }

    @Test func aKeyIsNoEvidence() throws {
        var talk = try atWhys()
        for line in ["", "1"] { talk.type(line) }
        #expect(talk.prompt?.label == "Evidence")
        #expect(!talk.document.contains("Evidence: 1"))
    }

    @Test func anItemThatNamesItsGroupGoesThere() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto fishbone")
        talk.type("Process: one key for all gates")
        for _ in 1...20 where talk.prompt?.label != "Group" { talk.type("") }
        talk.type("Suppliers: the vendor was on leave")
        guard case .groups(let groups)? = talk.answer("fishbone.causes") else {
            Issue.record("no groups")
            return
        }
        #expect(groups.first { $0.name == "Process" }?.items == ["one key for all gates"])
        #expect(groups.first { $0.name == "Suppliers" }?.items == ["the vendor was on leave"])
    }

    @Test(arguments: ["successes", "services", "metrics", "title"]) func rowsPastedElsewhereAreAskedAbout(
        _ place: String
    ) throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto \(place)")
        let rows = "14:05 alert fires\n14:10 | somebody looks | - | x\n14:20 power is back"
        let before = talk.document
        talk.paste(rows)
        #expect(talk.document == before)
        #expect(talk.said().contains("These look like rows of the timeline"))
        #expect(talk.prompt?.prefill == rows)
        talk.type(":goto discovery")
        talk.paste(rows)
        #expect(talk.document.contains("| 14:10 | somebody looks"))
    }

    @Test func aLoneKeyIsNoItem() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto successes")
        talk.type("n")
        #expect(talk.answer("successes.items") == nil)
        talk.type("n")
        #expect(talk.document.contains("n"))
    }

    @Test func aDateBehindTheOneOnTheLineTakesItsPlace() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto summary.date")
        for line in ["2026-03-01", ":goto summary.date", "2026-03-012026-02-28"] { talk.type(line) }
        #expect(talk.answer("summary.date") == .text("2026-02-28"))
    }

    /// The same again is what it says, and the cause of the whys is offered once more.
    @Test func aSentenceInThePlaceOfANameIsAFactorOfItsOwn() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in [
            ":goto five-whys.problem", "Gates refused", "Keys were read once a day", "", "unverified", "1",
            ":goto factors",
        ] { talk.type(line) }
        #expect(talk.prompt?.label == "F1 name", "\(talk.said())")
        let words = "The restore runbook checks no jobs"
        for _ in 1...2 { talk.type(words) }
        guard case .list(let factors)? = talk.answer("root-cause.factors") else {
            return #expect(Bool(false), "\(talk.said())")
        }
        #expect(factors.count == 1 && factors[0].hasSuffix(words) && !factors[0].contains("Keys"))
        #expect(talk.prompt?.label == "F2 name")
    }
}
