import Forms
import Guides
import Postmortems

/// What was given out for saving, in a form that can be put into another state of the document as well.
struct PendingSave: Sendable {
    enum Edit: Sendable {
        case answer(AnswerChange)
        /// A comment beside words that a person decided to keep.
        case keep(KeptWords)
        /// Nothing new; the document as it is, once more.
        case nothing
    }

    indirect enum Next: Sendable {
        case advance, askOn, resume
        /// On to a question, else to whatever is open.
        case move(to: QuestionID?)
        /// The question of the program's own that a capture came between.
        case back(to: Aside)
    }

    var edit: Edit
    var question: QuestionID
    var before: Postmortem
    /// Findings that were there before this answer, of which nothing is said; nil until there are any to compare with.
    var knownFindings: Set<FindingKey>?
    var next: Next
    /// Whether its wording is spoken of once it is saved.
    var isReviewed = true
    /// Said once it is on disk.
    var note = ""
}

/// Words whose finding is settled by a comment with a reason.
struct KeptWords: Sendable {
    var finding: FindingKey
    var category: String
    var reason: String
}
