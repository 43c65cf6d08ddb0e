import DisplayText
import Guides
import Forms

enum NoteCommand: InterviewCommand {
    static let usage = ":note TEXT"
    static let help = ["Adds a line to the meeting notes from anywhere.", "The question being asked stays."]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let target = session.guide.captures.note else {
            return session.hasNoPlace("meeting notes", for: ":note \(argument)")
        }
        guard !argument.isEmpty else { return session.declined("':note' needs the text to note.") }
        return session.capture(argument, in: target, saying: "Noted.")
    }
}

extension InterviewSession {
    /// Adds an item to a list elsewhere and stays where it is.
    mutating func capture(
        _ text: String, in target: QuestionID, saying word: String, then next: PendingSave.Next = .askOn,
        isReviewed: Bool = true
    ) -> [InterviewOutput] {
        var items: [String] = []
        if case .list(let present)? = postmortem.reading(target).content { items = present }
        var said = StyledText(word, .success)
        if case .notApplicable(let reason)? = postmortem.reading(target).content {
            let what = "It takes the place of 'not applicable: \(reason)'; ':undo' brings that back."
            said = said + "\n" + StyledText(what, .hint)
        }
        return record(
            .list(items + [text]), for: target, then: next, isReviewed: isReviewed, saying: said)
    }
}
