import Forms
import Guides
import LosslessMarkdown
import Postmortems

/// What an answer does to the document: to its own place, and to others that go with it.
struct AnswerChange: Equatable, Sendable {
    struct Part: Equatable, Sendable {
        var question: QuestionID
        var before: FormContent?
        var after: FormContent?
    }

    /// The answer itself first; a mark in the whys, for one, comes after it.
    var parts: [Part]
    /// It was made while another question was asked, which goes on when it is taken back.
    var isFromElsewhere = false
    /// What it did to the document's bytes, once it was put in.
    var bytes: ByteChange?

    var question: QuestionID { parts[0].question }

    /// What takes it back.
    var reversed: AnswerChange {
        AnswerChange(
            parts: parts.map { Part(question: $0.question, before: $0.after, after: $0.before) },
            isFromElsewhere: isFromElsewhere, bytes: bytes?.reversed)
    }
}

/// What became of putting a change into a document.
enum ChangeOutcome: Sendable {
    /// The document with it, and the change as the document now reads.
    case changed(Postmortem, AnswerChange)
    case unchanged
    case refused(String)
}

extension Postmortem {
    /// Whether the answer itself reads as it did before the change.
    func isReady(for change: AnswerChange) -> Bool { stillHolds(change.parts[0]) }

    /// The document with a change put in. What goes with the answer is left out where its place reads otherwise by
    /// now, or does not take it.
    func putting(_ change: AnswerChange) -> ChangeOutcome {
        // Where nothing was changed since, the very bytes come back, whatever the forms would make of the values.
        if let restored = change.bytes?.applied(to: document.bytes) {
            return .changed(rebased(on: MarkdownDocument(restored)), change)
        }
        switch setting(change.question, to: change.parts[0].after) {
        case .unchanged: return .unchanged
        case .refused(let reason): return .refused(reason)
        case .changed(var changed):
            var done = [asRead(change.parts[0], in: changed)]
            for part in change.parts.dropFirst() where stillHolds(part) {
                guard case .changed(let next) = changed.setting(part.question, to: part.after) else {
                    continue
                }
                changed = next
                done.append(asRead(part, in: changed))
            }
            let bytes = ByteChange(from: document.bytes, to: changed.document.bytes)
            return .changed(
                changed, AnswerChange(parts: done, isFromElsewhere: change.isFromElsewhere, bytes: bytes))
        }
    }

    private func stillHolds(_ part: AnswerChange.Part) -> Bool {
        reading(part.question).content == part.before
    }

    private func asRead(_ part: AnswerChange.Part, in changed: Postmortem) -> AnswerChange.Part {
        AnswerChange.Part(
            question: part.question, before: reading(part.question).content,
            after: changed.reading(part.question).content)
    }
}
