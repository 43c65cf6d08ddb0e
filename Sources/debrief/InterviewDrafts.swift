import DisplayText
import DocumentStorage
import Guides
import InterviewEngine
import Postmortems

/// What is typed or pasted and in no answer yet, kept for another session.
extension InterviewRunner {
    /// What stands on the line unasked is no draft: an answer that came back for editing is in the document already.
    func keepDraft(_ text: String) {
        guard let typing, typing.isReturned || text != typing.prefill else { return }
        if text.isEmpty { file.drafts.clear() } else { write(text, at: typing) }
    }

    /// After each line: what came back on the next one, and what waits behind it.
    func keepWaiting() {
        if let prompt, prompt.isReturned {
            write(prompt.prefill, at: prompt)
        } else if ending == nil {
            file.drafts.clear()
        }
        guard session.leftOver != keptRest else { return }
        keptRest = session.leftOver
        guard let rest = keptRest else { return file.rests.clear() }
        file.rests.write(Draft(key: rest.question.description, label: "", text: rest.lines))
    }

    /// At the end of a session: where an answer of several parts was left, to go on with it there.
    func keepPlace() {
        guard terminal.isInteractive, let typing, session.isAmidParts, file.drafts.read() == nil else {
            return
        }
        write("", at: typing)
    }

    private func write(_ text: String, at prompt: Prompt) {
        let question = prompt.purpose == .answer ? session.currentQuestion : nil
        file.drafts.write(
            Draft(
                key: question?.description ?? "", place: prompt.place, label: prompt.label, text: text))
    }

    /// A draft that has a question to go to, and is not its answer already. A pipe goes by the questions that are open,
    /// wherever a person left.
    func offered(_ draft: Draft) -> (question: QuestionID, place: String, text: String)? {
        guard let id = QuestionID(draft.key), session.guide[id] != nil,
            session.postmortem.reading(id).content != .text(draft.text),
            terminal.isInteractive || !draft.text.isEmpty
        else { return nil }
        return (id, draft.place.isEmpty ? draft.label : draft.place, draft.text)
    }

    /// Lines of a paste that waited when the last session ended.
    func keptLines() -> LeftOver? {
        guard let kept = file.rests.read(), let id = QuestionID(kept.key), session.guide[id] != nil else {
            return nil
        }
        keptRest = LeftOver(question: id, lines: kept.text)
        return keptRest
    }

    /// Brings a draft within reach of Up, and says what it was where it has no line to come back to.
    func remember(_ draft: Draft) {
        guard let prompt, !draft.text.isEmpty else { return }
        terminal.remember(draft.text, in: prompt.history)
        guard QuestionID(draft.key).map({ session.guide[$0] == nil }) ?? true else { return }
        face.show(
            StyledText("Typed when the last session ended, at '\(draft.label)': ", .success)
                + StyledText(draft.text, .value))
    }
}
