import Diagnostics
import DisplayText
import InterviewEngine
import LosslessMarkdown
import Testing

/// A walk through findings without a terminal, written down line by line; every `bad` is a finding of `omission`.
private struct Walk {
    private(set) var session: FixSession
    private(set) var lines: [String] = []
    var failures: [String] = []
    /// What somebody else writes just before the next save.
    var theirs: String?

    init(_ text: String) {
        session = FixSession(MarkdownDocument(text)) { document in
            let found = document.bytes.indices.filter { document.bytes[$0...].starts(with: "bad".utf8) }
            return Suppressions(document).open(
                found.map {
                    Finding(
                        rule: "r", category: "omission", severity: .error, span: SourceSpan($0..<($0 + 3)),
                        message: "Not good.")
                })
        }
        carryOut(session.start())
    }

    var document: String { String(decoding: session.document.bytes, as: UTF8.self) }

    mutating func type(_ text: String) {
        lines.append("> " + text)
        carryOut(session.handle(.line(text)))
    }

    mutating func give(_ input: InterviewInput) { carryOut(session.handle(input)) }

    private mutating func carryOut(_ outputs: [FixOutput]) {
        for output in outputs {
            switch output {
            case .tell(let text): lines.append(text.text)
            case .frame(let finding, let left):
                let sentence = EditableSentence(in: session.document, around: finding.span.range)
                lines.append("! \(sentence?.text ?? "-") (\(left) left)")
            case .ask(let prompt):
                lines.append("? " + (prompt.prefill.isEmpty ? prompt.label : "[\(prompt.prefill)]"))
            case .save: save()
            case .finish(let ending): lines.append("(\(ending): \(session.summary))")
            }
        }
    }

    private mutating func save() {
        if let changed = theirs {
            theirs = nil
            carryOut(session.handle(.documentChanged(MarkdownDocument(changed))))
        } else if failures.isEmpty {
            carryOut(session.handle(.saved))
        } else {
            carryOut(session.handle(.saveFailed(failures.removeFirst())))
        }
    }
}

@Suite("Walking through findings") struct FixSessionTests {
    private let text = "A bad one.\n\n- two bad\n- three\n\n| bad |\n| - |\n"

    @Test func editKeepSkipAndTheEnd() {
        var walk = Walk(text)
        walk.type("e")
        walk.type("A good one.")
        walk.type("k")
        walk.type("as they said")
        walk.type("")
        #expect(
            walk.lines == [
                "3 findings. e puts the sentence in other words, k keeps it with a reason, Enter leaves it as it is.",
                "! A bad one. (3 left)", "? e edit, k keep, q quit, Enter leaves it",
                "> e", "? [A bad one.]",
                "> A good one.", "Saved.",
                "! two bad (2 left)", "? e edit, k keep, u undo, q quit, Enter leaves it",
                "> k", "? Reason for keeping it (Enter: none)",
                "> as they said", "Kept, with a note in the document.",
                "! bad (1 left)", "? e edit, k keep, u undo, q quit, Enter leaves it",
                "> ", "(nothingLeft: 1 sentence rewritten, 1 finding kept, 1 left as it is)",
            ])
        #expect(
            walk.document
                == "A good one.\n\n- two bad <!-- debrief:keep omission as they said -->\n- three\n\n| bad |\n| - |\n"
        )
        #expect(walk.session.remaining.count == 1)
    }

    @Test func whatIsStillFoundComesAgain() {
        var walk = Walk(text)
        walk.type("e")
        walk.type("A very bad one.")
        #expect(walk.lines.suffix(3)[...].first == "Saved.")
        #expect(walk.lines.contains("! A very bad one. (3 left)"))
    }

    @Test func aSkippedSentenceStaysSkippedBesideAnEdit() {
        var walk = Walk("A bad one. Another bad one.\n")
        walk.type("s")
        walk.type("e")
        walk.type("Another fine one.")
        #expect(walk.lines.last == "(nothingLeft: 1 sentence rewritten, 1 left as it is)")
        #expect(walk.document == "A bad one. Another fine one.\n")
    }

    /// What was left alone since the change is asked about again, as it was then.
    @Test func undoForgetsWhatWasLeftSince() {
        var walk = Walk(text)
        for line in ["e", "A good one.", "s", "u"] { walk.type(line) }
        #expect(walk.lines.suffix(2).first == "! A bad one. (3 left)")
    }

    @Test func undoTakesBackOneAfterTheOther() {
        var walk = Walk(text)
        for line in ["e", "A good one.", "k", "", "u"] { walk.type(line) }
        #expect(walk.document == text.replacing("A bad", with: "A good"))
        #expect(walk.lines.contains("! two bad (2 left)"))
        walk.type("u")
        #expect(walk.document == text)
        walk.type("u")
        #expect(walk.lines.contains("Nothing has been changed yet."))
        walk.type("q")
        #expect(walk.lines.last == "(stopped: Nothing was changed, 3 not decided yet)")
    }

    @Test func whatWouldChangeTheDocumentAroundItComesBack() {
        var walk = Walk("bad\n")
        walk.type("e")
        walk.type("# a title")
        #expect(walk.lines.last == "? [# a title]")
        #expect(walk.document == "bad\n")
        walk.type("fine")
        #expect(walk.document == "fine\n")
    }

    @Test func anUnknownKeyComesBackAndSo() {
        var walk = Walk(text)
        walk.type("excellent")
        #expect(walk.lines.last == "? [excellent]")
        walk.give(.interrupted(hadText: true))
        #expect(walk.lines.last == "(stopped: Nothing was changed, 3 not decided yet)")
    }

    /// What is typed next takes its place.
    @Test(arguments: ["x", "ee", "7"]) func anotherLetterDoesNotComeBack(_ key: String) {
        var walk = Walk(text)
        walk.type(key)
        #expect(walk.lines.last == "? e edit, k keep, q quit, Enter leaves it")
        walk.type("E")
        #expect(walk.lines.last?.hasPrefix("? [") == true)
    }

    @Test func ctrlCLeavesTheSentenceFirst() {
        var walk = Walk(text)
        walk.type("e")
        walk.give(.interrupted(hadText: true))
        #expect(walk.lines.last == "? e edit, k keep, q quit, Enter leaves it")
    }

    @Test func aFailedSaveKeepsTheWords() {
        var walk = Walk(text)
        walk.failures = ["The disk is full."]
        walk.type("e")
        walk.type("A good one.")
        #expect(walk.lines.suffix(2) == ["Not saved: The disk is full.", "? [A good one.]"])
        #expect(walk.document == text)
        walk.type("A good one.")
        #expect(walk.document == text.replacing("A bad", with: "A good"))
        #expect(walk.session.tally.rewritten == 1)
    }

    @Test func anotherWriterComesFirst() {
        var walk = Walk(text)
        walk.type("e")
        walk.theirs = "New.\n\n" + text
        walk.type("A good one.")
        #expect(walk.lines.last == "? [A good one.]")
        walk.type("A good one.")
        #expect(walk.document == "New.\n\n" + text.replacing("A bad", with: "A good"))
        walk.type("e")
        walk.theirs = "New.\n"
        walk.type("two good")
        #expect(
            walk.lines.suffix(2) == [
                "What was typed: two good", "(nothingLeft: Nothing was changed)",
            ] || walk.lines.contains("What was typed: two good"))
    }

    @Test func aLineForASentenceThatIsGoneChangesNothing() {
        var walk = Walk(text)
        walk.type("e")
        walk.give(.documentChanged(MarkdownDocument("Other.\n\n- two bad\n")))
        walk.type("A good one.")
        #expect(walk.lines.contains("What was typed: A good one."))
        #expect(walk.lines.contains("! two bad (1 left)"))
        #expect(walk.document == "Other.\n\n- two bad\n")
    }

    @Test func nothingFoundEndsAtOnce() {
        #expect(Walk("Fine.\n").lines == ["(nothingLeft: Nothing was changed)"])
    }

    /// The reason took longer to type than the sentence would have.
    @Test func aReasonThatCouldNotBeSavedIsBackOnItsLine() throws {
        var walk = Walk("A bad one.\n")
        walk.failures = ["The disk is full."]
        walk.type("k")
        walk.type("said in the room")
        #expect(walk.lines.last == "? [said in the room]")
        walk.type("said in the room")
        #expect(walk.document.contains("debrief:keep omission said in the room"))
    }
}
