import Guides
import Postmortems

/// A question that was gone to for one thing, and what goes on once it is left.
struct Detour: Sendable {
    var question: QuestionID
    /// The question that was being asked, with the state of its dialog; nil for the end of the interview.
    var origin: (question: QuestionID, dialog: any AnswerDialog)?
    /// A question of the program's own that waits there.
    var waiting: Aside?
    /// The document as it was when the way was left.
    var seen: Postmortem
    /// One change is all it was for.
    var endsWithChange: Bool
}

extension InterviewSession {
    /// From the wording of an answer elsewhere, back to what is asked now.
    mutating func beginDetour(to saved: PendingSave) {
        var waiting: Aside?
        if case .back(let aside) = saved.next { waiting = aside }
        detour = Detour(
            question: saved.question, origin: current.map { ($0, dialog) }, waiting: waiting,
            seen: postmortem, endsWithChange: true)
    }

    /// Back to where the way was left.
    mutating func end(_ detour: Detour) -> [InterviewOutput] {
        self.detour = nil
        aside = detour.waiting.map { placed($0, since: detour.seen) }
        guard let (question, dialog) = detour.origin else {
            current = nil
            return ask()
        }
        current = question
        self.dialog = dialog
        let (old, new) = (detour.seen.reading(question).content, postmortem.reading(question).content)
        if old != new, !self.dialog.keepPlace(from: old, to: new) { self.dialog = makeDialog(for: question) }
        return aside == nil ? put(question) + ask() : ask()
    }
}
