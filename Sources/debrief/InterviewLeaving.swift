import Diagnostics
import DisplayText
import DocumentStorage
import InterviewEngine
import Postmortems

/// The last words of an interview: where everything is, and what to do next.
extension InterviewRunner {
    /// A last save that fails may end the interview once more; what is left to do is done here, once.
    func finish(_ farewell: Farewell) {
        guard ending == nil else { return }
        ending = farewell == .interrupted ? .interrupted : .success
        if farewell != .interrupted { file.drafts.clear() }
        keepPlace()
        face.show("")
        if file.isMissing, !session.hasUnsavedAnswers { save(session.postmortem.document.bytes) }
        if session.hasUnsavedAnswers {
            rescue()
            ending = .inputOutput
        } else if let reason = file.displacement {
            problem(reason)
            rescue()
            ending = .inputOutput
        } else if let name = file.name {
            sayWhere(name, farewell)
        } else if file.isStillToBeMade {
            makeBlank()
        } else {
            face.show(StyledText("Nothing was answered, so no file was made.", .hint))
        }
    }

    /// A document to be filled in by hand, or on another day.
    private func makeBlank() {
        do {
            guard
                case .created(let name) = try file.save(
                    session.postmortem.document.bytes, title: session.title)
            else { preconditionFailure("a file that is still to be made is made by saving") }
            face.show(
                StyledText("Nothing was answered, so ", .success) + StyledText(name, .value)
                    + StyledText(" holds every heading, and a placeholder wherever an answer goes.", .success)
            )
            face.show(
                StyledText(
                    "Fill it in by hand, or answer the questions with: debrief \(ShellWord(name).quoted)",
                    .hint))
        } catch {
            problem(error.description)
            ending = Failure(error).status
        }
    }

    private func sayWhere(_ name: String, _ farewell: Farewell) {
        file.drafts.keepLast(session.postmortem.document.bytes)
        face.show(
            StyledText("Everything accepted is in ", .success)
                + StyledText(joined([name] + keptBeside.map(\.path), "and"), .value) + StyledText("."))
        let word = ShellWord(name).quoted
        switch farewell {
        case .done:
            face.show(
                StyledText(
                    "Next: 'debrief review \(word)' reads the wording, 'debrief check \(word)' the whole.",
                    .hint))
        case .quit, .endOfInput, .interrupted:
            face.show(StyledText("Go on any time with: debrief \(word)", .hint))
        }
    }

    /// The last answers could not be written to the document: they go into a file of their own, else to the screen.
    func rescue() {
        let bytes = session.postmortem.document.bytes
        if let path = file.rescue(bytes, title: session.title) {
            file.drafts.forgetUnsaved()
            return problem("The document could not be written; its newest state is in \(path).")
        }
        problem("The document could not be written, nor could a copy anywhere; this is its newest state.")
        let lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        face.show(lines.map { StyledText(String($0)) })
    }
}
