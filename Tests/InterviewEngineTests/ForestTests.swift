import Diagnostics
import Forms
import Guides
import InterviewEngine
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("Whys go on where a person left them") struct ForestTests {
    /// A session over what the file holds after somebody edited it.
    private func takenUp(_ talk: Conversation, editing edit: (String) -> String) -> Conversation {
        let document = MarkdownDocument(edit(talk.document))
        return Conversation(Postmortem(document, guide: talk.session.guide))
    }

    private func begun() throws -> Conversation {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in [
            ":goto five-whys.problem", "Gates refused tickets", "Keys were read once a day",
            "+ The key changed at night", "", "", "", "Nobody planned for both",
        ] { talk.type(line) }
        return talk
    }

    /// Two why lines typed without looking go on below what they were meant for.
    @Test func aSecondCauseDoesNotTakeTheQuestionAway() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in [
            ":goto five-whys.problem", "Gates refused tickets", "Keys were read once a day",
            "+ The key changed at night", "+ The gates keep no second key", "The reader starts once a week",
        ] { talk.type(line) }
        #expect(
            forest(talk) == [
                "Keys were read once a day", "  The reader starts once a week", "The key changed at night",
                "The gates keep no second key",
            ])
        let mark = talk.lines.count
        for line in ["", "", "", "The plan names servers only", "", "", "", "No room was left"] {
            talk.type(line)
        }
        #expect(
            forest(talk).suffix(4) == [
                "The key changed at night", "  The plan names servers only", "The gates keep no second key",
                "  No room was left",
            ], "\(talk.said(since: mark))")
    }

    /// What is typed next is the evidence again, and no ending.
    @Test func evidenceThatWasTakenBackIsAskedForAgain() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in [
            ":goto five-whys.problem", "Gates refused tickets", "Keys were read once a day", "",
            "gateway log 17:48", ":undo",
        ] { talk.type(line) }
        #expect(talk.prompt?.label == "Evidence", "\(talk.said())")
        talk.type("gateway log 17:52")
        #expect(talk.document.contains("Evidence: gateway log 17:52"))
        #expect(talk.prompt?.label == "Ends here")
        talk.type("1")
        talk.type(":undo")
        #expect(talk.prompt?.label == "Ends here", "\(talk.said())")
        talk.type(":redo")
        #expect(talk.prompt?.label != "Ends here")
        #expect(!talk.document.contains("Ends here: gateway"))
    }

    /// The number of an ending, and who might know.
    @Test func anEndingMayGoOnBehindItsNumber() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in [
            ":goto five-whys.problem", "Gates refused tickets", "Keys were read once a day", "", "",
            "3 @Aino",
        ] { talk.type(line) }
        #expect(talk.document.contains("Ends here: an open question, @Aino"), "\(talk.document)")
    }

    private func forest(_ talk: Conversation) -> [String] {
        guard case .whys(let forest)? = talk.answer("five-whys.chain") else { return [] }
        return forest.paths.map { path in
            String(repeating: "  ", count: path.indices.count - 1) + (forest[path]?.text ?? "")
        }
    }

    /// Five is a name, not a number to be reached or kept to.
    @Test func aBranchIsAsDeepAsItNeedsToBe() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto five-whys.problem")
        talk.type("Gates refused tickets")
        for depth in 1...7 {
            #expect(talk.prompt?.label == "Why \(depth)")
            talk.type("Condition \(depth)")
        }
        #expect(forest(talk) == (1...7).map { String(repeating: "  ", count: $0 - 1) + "Condition \($0)" })
        #expect(forest(takenUp(talk) { $0 }) == forest(talk))
    }

    /// The promise that a second cause has its turn holds in the next session as well.
    @Test func aSecondCauseHasItsTurnInTheNextSession() throws {
        var first = Conversation(.blank(try TestGuides.standard()))
        for line in [
            ":goto five-whys.problem", "Gates refused", "Keys were read once a day",
            "+ The key changed at night",
        ] { first.type(line) }
        var talk = takenUp(first) { $0 }
        for line in [":goto whys", "1", "", "unverified", "1"] { talk.type(line) }
        #expect(talk.said().contains("What made \"the key changed at night\" possible?"))
        for line in ["", "", ""] { talk.type(line) }
        #expect(talk.prompt?.label == "Also")
    }

    /// An action noted under a cause names the factor that the cause became, as long as there is one.
    @Test(arguments: [true, false]) func anActionNamesNoFactorThatWasDropped(_ isDropped: Bool) throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in [
            ":goto five-whys.problem", "Gates refused", "Keys were read once a day",
            "! Read keys every hour", "", "unverified", "1", ":goto factors", "Daily list",
        ] { talk.type(line) }
        #expect(talk.document.contains("F1 Daily list"), "\(talk.said())")
        if isDropped { talk.type(":drop 1") }
        talk.type(":goto actions.immediate")
        #expect(talk.prompt?.label == "Horizon", "\(talk.said())")
        talk.type("")
        #expect(talk.document.contains("Read keys every hour (F1)") == !isDropped)
    }

    @Test func aPastedListIsCausesBesideEachOther() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in [":goto five-whys.problem", "Gates refused"] { talk.type(line) }
        talk.paste("- Keys were read once a day\n- The key changed at night")
        #expect(forest(talk) == ["Keys were read once a day", "The key changed at night"])
        talk.type("The reader starts once a week")
        #expect(
            forest(talk) == [
                "Keys were read once a day", "  The reader starts once a week", "The key changed at night",
            ])
    }

    /// Typed ahead for the cause that waits, it is not evidence of the branch that ends.
    @Test func wordsForTheNextCauseAreNoEvidenceUnasked() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        let words = "the table has no unique key"
        for line in [
            ":goto five-whys.problem", "Gates refused", "Keys were read once a day", "+ The key changed", "",
            words,
        ] { talk.type(line) }
        #expect(talk.prompt?.label == "Evidence" && talk.prompt?.prefill == words)
        #expect(talk.said().contains("the why of 'The key changed' is asked once this branch has ended"))
        #expect(!talk.document.contains(words))
        talk.type(words)
        #expect(talk.document.contains("Evidence: \(words)"))
    }

    @Test func aCauseThatWasTakenBackDoesNotWait() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        let words = "the gate log says so"
        for line in [
            ":goto five-whys.problem", "Gates refused", "Keys were read once a day",
            "+ The alarm was not on", ":undo", "", words,
        ] { talk.type(line) }
        #expect(talk.document.contains("Evidence: \(words)"), "\(talk.said())")
    }

    @Test(arguments: ["2", "6"]) func aNumberAloneIsNoCauseUnasked(_ number: String) throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        for line in [":goto five-whys.problem", "Gates refused", number] { talk.type(line) }
        #expect(talk.prompt?.label == "Why 1" && talk.answer("five-whys.chain") == nil)
        #expect(talk.said().contains("The same again is a cause."))
    }

    @Test func theWhysBeginWithTheEffect() throws {
        var talk = Conversation(.blank(try TestGuides.standard()))
        talk.type(":goto whys")
        #expect(talk.prompt?.label == "Problem Statement")
        #expect(talk.said().contains("':goto five-whys.chain' leaves it out"))
        talk.type(":goto five-whys.chain")
        #expect(talk.prompt?.label == "Why 1")
        for line in [":goto five-whys.problem", "Gates refused", ":goto whys"] { talk.type(line) }
        #expect(talk.prompt?.label == "Why 1")
    }

    @Test func branchesAddedByHandAreThereInTheNextSession() throws {
        var talk = takenUp(try begun()) { text in
            text.replacing(
                "   - Keys were read once a day\n",
                with:
                    "   - Keys were read once a day\n     * Evidence: gate log\n     * Gates stay on overnight\n"
            )
        }
        talk.type(":goto five-whys.chain")
        #expect(
            forest(talk) == [
                "Keys were read once a day", "  Gates stay on overnight", "The key changed at night",
                "  Nobody planned for both",
            ])
        talk.type("2")
        talk.type("They are never restarted")
        #expect(forest(talk)[2] == "    They are never restarted")
        #expect(talk.document.contains("Evidence: gate log"))
    }

    @Test func aQuestionReworkedByHandIsAskedAsItStands() throws {
        var talk = takenUp(try begun()) { text in
            text.replacing(
                #"What made "the key changed at night" possible?"#, with: "How come it was night?")
        }
        talk.type(":goto five-whys.chain")
        talk.type("2")
        #expect(talk.said().contains("How come it was night?"))
        talk.type("Nights are quiet")
        #expect(forest(talk).last == "  Nights are quiet")
    }

    @Test func causesTakenOutByHandStayOut() throws {
        var talk = takenUp(try begun()) { text in
            text.split(separator: "\n", omittingEmptySubsequences: false).filter {
                !$0.contains("Nobody planned")
            }
            .joined(separator: "\n")
        }
        talk.type(":goto five-whys.chain")
        #expect(forest(talk) == ["Keys were read once a day", "The key changed at night"])
        talk.type("2: The plan names servers only")
        #expect(forest(talk).last == "The plan names servers only")
    }

    @Test func anEditWhileABranchIsOpenMovesTheBranchAlong() throws {
        var talk = try begun()
        let edited = talk.document.replacing(
            "   - Keys were read once a day\n", with: "   - It was a Monday\n   - Keys were read once a day\n"
        )
        talk.give(.documentChanged(MarkdownDocument(edited)))
        talk.type("No plan covers the gates")
        #expect(
            forest(talk) == [
                "It was a Monday", "Keys were read once a day", "The key changed at night",
                "  Nobody planned for both",
                "    No plan covers the gates",
            ])
    }

    @Test func undoTakesAFactorAndItsMarkBackTogether() throws {
        var talk = try begun()
        for line in ["", "", "", "", ":goto root-cause.factors"] { talk.type(line) }
        talk.type("One key")
        #expect(talk.document.contains("**F1 One key:**"))
        #expect(talk.document.contains("Factor: F1"))
        talk.type(":undo")
        #expect(!talk.document.contains("F1 One key"))
        #expect(!talk.document.contains("Factor: F1"))
        talk.type(":redo")
        #expect(talk.document.contains("Factor: F1"))
    }

    @Test func theWordWhyIsASettingOfTheGuide() throws {
        let text = Repository.text("Prompts/standard.yml").replacing("phrasing: how", with: "phrasing: why")
        let guide = try TestGuides.reading(text)
        var talk = Conversation(.blank(guide))
        talk.type(":goto five-whys.problem")
        talk.type("The gates refused tickets")
        #expect(talk.said().contains(#"Why "the gates refused tickets"?"#))
    }
}
