import Forms
import Guides
import InterviewEngine
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("The file changes while it is written in") struct OutsideChangesTests {
    private func begin(reviewer: Reviewer = .silent) throws -> Conversation {
        Conversation(.blank(try TestGuides.standard()), reviewer: reviewer)
    }

    private func edited(_ talk: Conversation, _ old: String, _ new: String) -> InterviewInput {
        #expect(talk.document.contains(old))
        return .documentChanged(MarkdownDocument(Array(talk.document.replacing(old, with: new).utf8)))
    }

    /// The disk was full, so an answer lives in memory alone; then an editor saves the file.
    @Test func answersThatAreNotOnDiskYetAreKept() throws {
        var talk = try begin()
        let onDisk = talk.document
        talk.failures = ["The disk is full.", "The disk is full."]
        talk.type("Checkout was slow")
        talk.type("2026-03-02")
        talk.give(
            .documentChanged(MarkdownDocument(Array(onDisk.replacing("HH:MM UTC", with: "09:15 UTC").utf8))))
        #expect(talk.session.hasUnsavedAnswers)
        for text in ["Checkout was slow\n", "| 2026-03-02 ", "09:15 UTC"] {
            #expect(talk.document.contains(text))
        }
        talk.type(":save")
        #expect(talk.saves.last == Array(talk.document.utf8))
        #expect(!talk.session.hasUnsavedAnswers)
    }

    /// The place of an answer that is in memory alone was taken apart outside: the answer is shown and not lost.
    @Test func anAnswerWhosePlaceIsGoneIsShown() throws {
        var talk = try begin()
        talk.failures = ["The disk is full.", "The disk is full."]
        talk.type("Checkout was slow")
        talk.type("2026-03-02")
        let mark = talk.lines.count
        talk.give(
            .documentChanged(MarkdownDocument("# Incident Postmortem: [Title]\n\n```\nall of it is code\n")))
        #expect(talk.said(since: mark).contains("yours: 2026-03-02"))
        #expect(talk.document.contains("Incident Postmortem: Checkout was slow\n"))
    }

    /// Two cells of one row were not saved: the second is put on top of the first.
    @Test func cellsOfOneRowThatAreNotOnDiskYetAreKept() throws {
        var talk = try begin()
        talk.type(":goto timeline")
        let onDisk = talk.document
        talk.failures = Array(repeating: "The disk is full.", count: 2)
        talk.type("14:05")
        talk.type("error rate rose")
        talk.give(.documentChanged(MarkdownDocument(Array(onDisk.replacing("[Title]", with: "Theirs").utf8))))
        talk.type("opened the logs")
        talk.type("on-call")
        #expect(talk.document.contains("Theirs\n"))
        #expect(
            talk.answer("timeline.discovery")
                == .table([TableRecord(["14:05", "error rate rose", "opened the logs", "on-call"])]))
    }

    @Test func anAnswerNotOnDiskYetGivesWayToTheirsAndIsShown() throws {
        var talk = try begin()
        let onDisk = talk.document
        talk.failures = ["The disk is full."]
        talk.type("Ours")
        let mark = talk.lines.count
        talk.give(.documentChanged(MarkdownDocument(Array(onDisk.replacing("[Title]", with: "Theirs").utf8))))
        #expect(talk.said(since: mark).contains("'Title' was changed in the file meanwhile"))
        #expect(talk.said(since: mark).contains("yours: Ours"))
        #expect(talk.document.contains("Postmortem: Theirs\n"))
    }

    @Test func theSameAnswerComesBackOnce() throws {
        var talk = try begin()
        talk.give(edited(talk, "[Title]", "Theirs"))
        talk.type("Ours")
        #expect(talk.prompt?.prefill == "Ours")
        #expect(talk.document.contains("Postmortem: Theirs\n"))
        talk.type("Ours and theirs")
        #expect(talk.document.contains("Postmortem: Ours and theirs\n"))
    }

    @Test func aCommandIsStillACommand() throws {
        var talk = try begin()
        talk.give(edited(talk, "[Title]", "Theirs"))
        let mark = talk.lines.count
        talk.type(":why")
        #expect(!talk.said(since: mark).contains("meanwhile"))
        talk.type("Ours")
        #expect(talk.document.contains("Postmortem: Ours\n"), "it was typed after the news")
    }

    @Test func aListTakesItemsOfBoth() throws {
        var talk = try begin()
        talk.type(":goto successes")
        talk.type("first of ours")
        talk.give(edited(talk, "first of ours", "first of ours\n- one of theirs"))
        talk.type("second of ours")
        let text = talk.document
        for item in ["first of ours", "one of theirs", "second of ours"] { #expect(text.contains(item)) }
    }

    /// Ours was not on disk when theirs came: both are in the list.
    @Test func anItemNotOnDiskYetJoinsTheirs() throws {
        var talk = try begin()
        talk.type(":goto successes")
        talk.type("first of ours")
        let onDisk = talk.document
        talk.failures = ["The disk is full."]
        talk.type("second of ours")
        let theirs = onDisk.replacing("first of ours", with: "first of ours\n- one of theirs")
        talk.give(.documentChanged(MarkdownDocument(Array(theirs.utf8))))
        talk.type("third of ours")
        #expect(
            talk.answer("successes.items")
                == .list(["first of ours", "second of ours", "one of theirs", "third of ours"]))
        #expect(talk.saves.last == Array(talk.document.utf8))
    }

    /// Half a row was being saved when a row of theirs came to light: its next cell is asked for.
    @Test func halfARowJoinsTheirs() throws {
        var talk = try begin()
        talk.type(":goto timeline")
        talk.type("14:05 | a | b | c")
        let row = try #require(talk.document.split(separator: "\n").first { $0.hasPrefix("| 14:05 ") })
        talk.theirs = talk.document.replacing(row, with: "| 13:00 | theirs | - | - |\n" + row)
        talk.type("14:10")
        for cell in ["d", "e", "f"] { talk.type(cell) }
        #expect(
            talk.answer("timeline.discovery")
                == .table([
                    TableRecord(["13:00", "theirs", "-", "-"]), TableRecord(["14:05", "a", "b", "c"]),
                    TableRecord(["14:10", "d", "e", "f"]),
                ]))
    }

    /// Both reworded the same item: theirs stays, and a copy of the document holds ours.
    @Test func whatCannotBeJoinedIsInACopy() throws {
        var talk = try begin()
        talk.type(":goto successes")
        talk.type("first of ours")
        let onDisk = talk.document
        talk.failures = ["The disk is full."]
        talk.type(":row 1")
        talk.type("first of ours, reworded")
        let theirs = onDisk.replacing("first of ours", with: "first of theirs")
        talk.give(.documentChanged(MarkdownDocument(Array(theirs.utf8))))
        #expect(talk.lines.contains("(a copy with ours beside it)"))
        #expect(talk.answer("successes.items") == .list(["first of theirs"]))
    }

    /// The numbers on the screen are those from before the change.
    @Test(arguments: [":drop 1", ":row 1"]) func aNumberIsNotTakenForAnotherItem(_ command: String) throws {
        var talk = try begin()
        talk.type(":goto successes")
        talk.type("first of ours")
        talk.give(edited(talk, "- ✅ first of ours", "- ✅ one of theirs\n- ✅ first of ours"))
        talk.type(command)
        #expect(talk.answer("successes.items") == .list(["one of theirs", "first of ours"]))
        #expect(talk.prompt?.prefill == "")
        #expect(talk.said().contains("its numbers with it"))
        talk.type(":drop 1")
        #expect(talk.answer("successes.items") == .list(["first of ours"]))
    }

    /// The owner that is asked for is that of the row just typed, wherever it is now.
    @Test func anAnswerToTheCoachFindsItsRow() throws {
        var talk = try begin()
        talk.type(":goto actions")
        talk.type("Count refused tickets over all gates | - | 2026-03-03")
        let mark = talk.lines.count
        for _ in 0..<4 where talk.prompt?.label.contains("Owner") == false { talk.type("") }
        try #require(talk.prompt?.label.contains("Owner") == true, "\(talk.said(since: mark - 4))")
        let row = try #require(talk.document.split(separator: "\n").first { $0.contains("Count refused") })
        let theirs = row.replacing("Count refused tickets", with: "Check doors").replacing(
            "| -", with: "| Zoe")
        talk.give(edited(talk, String(row), theirs + "\n" + row))
        talk.type("Ana Ruiz")
        guard case .table(let rows)? = talk.answer("actions.immediate") else {
            return #expect(Bool(false), "\(talk.said())")
        }
        #expect(rows.count == 2)
        #expect(rows.first { $0.cells[1].contains("Count") }?.cells[2] == "Ana Ruiz")
        #expect(rows.first { $0.cells[1].contains("doors") }?.cells[2] != "Ana Ruiz")
    }

    /// The item that was brought back for editing has moved down.
    @Test func anItemBeingEditedKeepsItsPlace() throws {
        var talk = try begin()
        talk.type(":goto timeline")
        talk.type("14:05 | a | b | c")
        talk.type(":row 1")
        let row = try #require(talk.document.split(separator: "\n").first { $0.hasPrefix("| 14:05 ") })
        talk.give(edited(talk, String(row), "| 13:00 | theirs | - | - |\n" + row))
        talk.type("14:06 | a | b | c")
        #expect(
            talk.answer("timeline.discovery")
                == .table([
                    TableRecord(["13:00", "theirs", "-", "-"]), TableRecord(["14:06", "a", "b", "c"]),
                ]))
    }

    private var shouldHave: Reviewer { .finding("should have", category: "counterfactual") }

    /// The words that a decision is about have moved; the note goes where they are.
    @Test func aFindingIsKeptWhereItsWordsAreNow() throws {
        var talk = try begin(reviewer: shouldHave)
        talk.type("They should have known")
        talk.give(edited(talk, "# Incident", "A line above.\n\n# Incident"))
        talk.type("k")
        talk.type("said in the room")
        #expect(
            talk.document.contains(
                "They should have known <!-- debrief:keep counterfactual said in the room -->\n"))
        #expect(talk.answer("document.title") == .text("They should have known"))
    }

    @Test func aFindingWhoseWordsAreGoneIsLetGo() throws {
        var talk = try begin(reviewer: shouldHave)
        talk.type("They should have known")
        talk.give(edited(talk, "They should have known", "Nobody could see it"))
        talk.type("k")
        #expect(talk.answer("document.title") == .text("Nobody could see it"), "'k' is no answer")
        #expect(talk.prompt?.label == "Date")
    }

    /// A command that asks again finds nothing to decide, and the interview goes on.
    @Test(arguments: [":help", ":why"]) func aCommandAtAFindingWhoseWordsAreGoneGoesOn(_ command: String)
        throws
    {
        for keys in [[], ["k"]] {
            var talk = try begin(reviewer: shouldHave)
            talk.type("They should have known")
            for key in keys { talk.type(key) }
            let mark = talk.lines.count
            talk.give(edited(talk, "They should have known", "Nobody could see it"))
            talk.type(command)
            #expect(talk.lines.last == "Date:", "\(talk.said(since: mark))")
        }
    }

    /// A save that fails or meets a change while a note is kept does not take the answer away.
    @Test func keepingAFindingNeverClearsItsAnswer() throws {
        var talk = try begin(reviewer: shouldHave)
        talk.type("They should have known")
        talk.failures = ["The disk is full."]
        talk.type("k")
        talk.type("said in the room")
        talk.give(edited(talk, "HH:MM UTC", "09:15 UTC"))
        #expect(talk.answer("document.title") == .text("They should have known"))
        talk.type(":save")
        #expect(talk.document.contains("They should have known"))
    }

    /// The comment was being saved when an edit from outside came to light: it goes on top of that edit.
    @Test func aNoteOfKeepingGoesOnTopOfTheirs() throws {
        var talk = try begin(reviewer: shouldHave)
        talk.type("They should have known")
        talk.theirs = talk.document.replacing("HH:MM UTC", with: "09:15 UTC")
        talk.type("k")
        let mark = talk.lines.count
        talk.type("said in the room")
        #expect(talk.document.contains("known <!-- debrief:keep counterfactual said in the room -->\n"))
        #expect(talk.document.contains("09:15 UTC"))
        #expect(talk.saves.last == Array(talk.document.utf8))
        #expect(talk.said(since: mark).contains("Kept, with a note in the document."))
    }

    /// What could not be kept is not told to be kept.
    @Test func aNoteAboutWordsThatAreGoneIsNotTold() throws {
        var talk = try begin(reviewer: shouldHave)
        talk.type("They should have known")
        talk.theirs = talk.document.replacing("They should have known", with: "Nobody could see it")
        talk.type("k")
        let mark = talk.lines.count
        talk.type("said in the room")
        #expect(
            talk.said(since: mark).contains(
                "'should have' is gone from the file, so there is nothing to keep."))
        #expect(!talk.said(since: mark).contains("Kept"))
        #expect(talk.prompt?.label == "Date")
    }

    /// A factor and the mark of the cause that it came from are saved together, on top of what somebody else wrote.
    @Test func aFactorAndItsMarkInTheWhysAreKeptTogether() throws {
        var talk = try begin()
        talk.type(":goto five-whys.problem")
        for line in ["Checkout was slow", "The pool ran dry", "", "", "", "", "", ""] { talk.type(line) }
        talk.type(":goto factors.list")
        talk.theirs = talk.document.replacing("HH:MM UTC", with: "09:15 UTC")
        talk.type("Pool size")
        #expect(talk.document.contains("09:15 UTC"))
        #expect(talk.document.contains("1. **F1 Pool size:** The pool ran dry\n"))
        #expect(talk.document.contains("- Factor: F1\n"), "the cause that it came from")
    }

    /// With nothing of ours left, there is nothing to save.
    @Test func nothingIsUnsavedOnceTheirsStays() throws {
        var talk = try begin()
        let onDisk = talk.document
        talk.failures = ["The disk is full."]
        talk.type("Ours")
        talk.give(.documentChanged(MarkdownDocument(Array(onDisk.replacing("[Title]", with: "Theirs").utf8))))
        #expect(!talk.session.hasUnsavedAnswers)
    }

    // MARK: undo

    @Test func undoLeavesWhatSomebodyElseWroteSince() throws {
        var talk = try begin()
        talk.type("Ours")
        talk.type("2026-03-02")
        talk.type(":undo")
        talk.give(edited(talk, "Postmortem: Ours", "Postmortem: Theirs"))
        let mark = talk.lines.count
        talk.type(":undo")
        #expect(
            talk.said(since: mark).contains(
                "'Title' was changed in the file since, so it stays as it is and is not taken back."))
        #expect(talk.document.contains("Postmortem: Theirs\n"))
        talk.type(":undo")
        #expect(talk.said(since: mark).contains("Nothing was changed in this session yet."))
    }

    @Test func redoLeavesWhatSomebodyElseWroteSince() throws {
        var talk = try begin()
        talk.type("Ours")
        talk.type(":undo")
        talk.give(edited(talk, "Postmortem: [Title]", "Postmortem: Theirs"))
        talk.type(":redo")
        #expect(talk.document.contains("Postmortem: Theirs\n"))
    }

    /// A change that is made again on top of theirs is taken back once.
    @Test func anAnswerPutOnTopOfTheirsIsOneStep() throws {
        var talk = try begin()
        talk.theirs = talk.document.replacing("HH:MM UTC", with: "09:15 UTC")
        talk.type("Ours")
        talk.type(":undo")
        #expect(talk.answer("document.title") == nil)
        let mark = talk.lines.count
        talk.type(":undo")
        #expect(talk.said(since: mark).contains("Nothing was changed in this session yet."))
    }
}
