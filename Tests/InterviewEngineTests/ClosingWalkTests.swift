import Diagnostics
import InterviewEngine
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("The interview ends with a walk over what disagrees") struct ClosingWalkTests {
    /// Finds every `TODO`, as an error in the title and a hint elsewhere.
    private static let checks = InterviewChecks { postmortem, _ in
        let text = String(decoding: postmortem.document.bytes, as: UTF8.self)
        return text.ranges(of: "TODO").map { range in
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return Finding(
                rule: "todo", category: "completeness", severity: start < 80 ? .error : .hint,
                span: SourceSpan(start..<(start + 4)), message: "Something is left to do here.")
        }
    }

    private func atTheEnd() throws -> Conversation {
        var talk = Conversation(.blank(try TestGuides.short()), checks: Self.checks)
        talk.type("TODO gates")
        talk.type(":goto quick-summary")
        talk.type("TODO tell it")
        talk.type("")
        talk.type("")
        return talk
    }

    /// At any question, with what is to be settled first, and the question stays.
    @Test func whatDisagreesSoFarIsShownOnAsking() throws {
        var talk = Conversation(.blank(try TestGuides.short()), checks: Self.checks)
        talk.type(":check")
        #expect(talk.said().contains("Nothing in the document disagrees with the rest of it."))
        for line in ["TODO gates", ":goto quick-summary", "TODO tell it"] { talk.type(line) }
        let (mark, label) = (talk.lines.count, talk.prompt?.label)
        talk.type(":check")
        #expect(
            talk.said(since: mark).contains(
                """
                | 1 to settle, 1 to consider
                |\u{20}
                | to settle  document.title  Something is left to do here.
                |\u{20}
                | quick-summary.text  Something is left to do here.
                """), "\(talk.said(since: mark))")
        #expect(talk.prompt?.label == label)
    }

    @Test func itCountsAndShowsOneAfterTheOther() throws {
        var talk = try atTheEnd()
        #expect(talk.said().contains("Before it is done: 1 to settle, 1 to consider."))
        #expect(talk.said().contains("2 left, to settle  Title"))
        let mark = talk.lines.count
        talk.type("")
        #expect(talk.said(since: mark).contains("The last one, to consider  Quick summary"))
        talk.type("")
        talk.type("")
        #expect(talk.farewell == .done)
    }

    @Test func itGoesToThePlaceAndComesBack() throws {
        var talk = try atTheEnd()
        talk.type("g")
        #expect(talk.session.currentQuestion?.description == "document.title")
        let mark = talk.lines.count
        talk.type("Gates refused tickets")
        #expect(talk.said(since: mark).contains("to consider  Quick summary"))
    }

    /// What is missing there is an action, and the factor itself is in order.
    @Test func aFactorWithoutAnActionIsSettledAmongTheActions() throws {
        var talk = Conversation(.blank(try TestGuides.standard()), checks: .document(zones: .none))
        for line in [
            ":goto root-cause.factors", "Pool: the pool was sized for half of the traffic",
            "Alarm: the pool had none", "",
            ":goto quick-summary",
        ] {
            talk.type(line)
        }
        talk.type("The pool ran dry on Monday morning.")
        talk.type(":action Set the pool to 200 connections (F1) | Ana Ruiz")
        for _ in 1...40 where !talk.said().contains("answers the factor") { talk.type("") }
        #expect(talk.said().contains("answers the factor"), "\(talk.said())")
        talk.type("g")
        #expect(talk.session.currentQuestion?.section == "actions", "\(talk.said())")
    }

    @Test(arguments: ["", "g"]) func itOutlivesAFileThatWasCutShort(_ answer: String) throws {
        var talk = try atTheEnd()
        talk.type("")
        talk.give(.documentChanged(MarkdownDocument("# Incident Postmortem: TODO gates\n")))
        talk.type(answer)
        #expect(talk.farewell == nil)
    }

    @Test func itFindsItsPlaceAgainAfterAnEditOutside() throws {
        var talk = try atTheEnd()
        let longer = talk.document.replacing(
            "TODO gates", with: "TODO gates\n\nA paragraph of somebody else's.")
        talk.give(.documentChanged(MarkdownDocument(Array(longer.utf8))))
        talk.type("")
        talk.type("g")
        #expect(talk.session.currentQuestion?.description == "quick-summary.text")
    }

    @Test func itCanBeEnded() throws {
        var talk = try atTheEnd()
        talk.type("what")
        #expect(talk.said().contains("'g' goes to the place"))
        talk.type("q")
        talk.type("")
        #expect(talk.farewell == .done)
    }
}
