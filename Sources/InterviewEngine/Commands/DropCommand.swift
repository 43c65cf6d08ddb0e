import DisplayText
import Forms

enum DropCommand: InterviewCommand {
    static let usage = ":drop n"
    static let help = ["Removes row or item n of this answer.", "':undo' brings it back."]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let current = session.current else {
            return session.declined("There is no table or list here.")
        }
        if let renumbered = session.declinedForNewNumbers() { return renumbered }
        session.aside = nil
        guard let number = Int(argument), let rest = session.parts(of: current).removing(number) else {
            return session.declined(session.noSuchPart(argument))
        }
        let removed = session.parts(of: current).lines[number - 1]
        let part = AnswerChange.Part(
            question: current, before: session.postmortem.reading(current).content,
            after: rest.isEmpty ? nil : rest)
        let staying = session.dialogStaying(at: part)
        let words = removed.split(whereSeparator: \.isNewline).joined(separator: " ")
        let said =
            StyledText("Removed, and ':undo' brings it back: ") + StyledText(truncated(words, to: 60), .value)
        let outputs = session.record(part.after, for: current, then: .askOn, saying: said)
        if session.pending != nil { session.dialog = staying ?? session.makeDialog(for: current) }
        return outputs
    }
}
