import Forms
import InterviewEngine
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

/// What people wrote in shapes of their own comes back as they wrote it, and not as the forms would write it.
@Suite("What is taken back gives the very same bytes") struct UndoBytesTests {
    private static let twoTables = """
        # Incident Postmortem: Gates stood still

        ## Timeline of Events

        ### Discovery Phase

        | Time | Event | Action Taken | Actor |
        |---|---|---|---|
        | 13:55 | Gates updated | - | pipeline |

        A word between the two.

        | Time | Event | Action Taken | Actor |
        |---|---|---|---|
        | 14:20 | Gates closed | - | gates |

        ## What Went Well

        """

    private func talk(_ text: String) throws -> Conversation {
        Conversation(Postmortem(MarkdownDocument(text), guide: try TestGuides.standard()))
    }

    @Test(arguments: [HandWritten.text, HandWritten.text.replacing("\n", with: "\r\n"), twoTables])
    func afterEachAnswerIsCleared(_ text: String) throws {
        var talk = try talk(text)
        var cleared = 0
        for id in talk.session.guide.questionIDs where talk.answer(id.description) != nil {
            talk.type(":goto \(id)")
            let mark = talk.lines.count
            talk.type(":clear")
            guard talk.document != text else { continue }
            cleared += 1
            let without = talk.document
            talk.type(":undo")
            #expect(talk.document == text, "\(id)")
            talk.type(":redo")
            #expect(talk.document == without, "\(id)")
            talk.type(":undo")
            #expect(talk.document == text, "\(id): \(talk.said(since: mark))")
        }
        #expect(cleared > 0)
    }

    /// With the drawing that came with it, and whatever was there before.
    @Test func afterTheFirstCauseOfAFishbone() throws {
        var talk = try talk(HandWritten.text)
        talk.type(":goto fishbone")
        talk.type("")
        talk.type("three on call")
        #expect(talk.document.contains("======>"))
        talk.type(":undo")
        #expect(talk.document == HandWritten.text)
    }

    /// The comment that keeps its wording goes with it.
    @Test func afterItsWordingWasKept() throws {
        let reviewer = Reviewer.finding("careless", category: "character")
        var talk = Conversation(
            Postmortem(MarkdownDocument(HandWritten.text), guide: try TestGuides.standard()),
            reviewer: reviewer)
        talk.type(":goto fishbone")
        talk.type("")
        talk.type("a careless default")
        talk.type("k")
        talk.type("it is the name of the setting")
        let kept = talk.document
        #expect(kept.contains("debrief:keep character it is the name of the setting"))
        talk.type(":undo")
        #expect(talk.document == HandWritten.text)
        talk.type(":redo")
        #expect(talk.document == kept)
    }

    /// Once somebody else wrote the file the values are put back, and theirs stays.
    @Test func butNotOverSomebodyElsesWords() throws {
        var talk = try talk(HandWritten.text)
        talk.type(":goto logs")
        talk.type("another line")
        let theirs = talk.document.replacing("Everyone kept calm.", with: "Nobody ran.")
        talk.give(.documentChanged(MarkdownDocument(theirs)))
        talk.type(":undo")
        #expect(talk.document.contains("Nobody ran."))
        #expect(talk.answer("logs.block") == .text("[2026-03-02 14:20] ERROR refused\n  retried once"))
    }

    @Test func clearingTakesTheSecondTableWithItsHeader() throws {
        var talk = try talk(Self.twoTables)
        talk.type(":goto timeline.discovery")
        talk.type(":clear")
        #expect(talk.document.ranges(of: "| Time ").count == 1)
        #expect(talk.document.contains("\n\nA word between the two.\n\n## What Went Well\n"))
    }
}
