enum ClearCommand: InterviewCommand {
    static let usage = ":clear"
    static let help = ["Empties this answer; an empty line never does.", "':undo' brings it back."]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let current = session.current else {
            return session.declined("There is no answer here to clear.")
        }
        if session.isBetweenQuestions { return session.declined(InterviewSession.betweenQuestions) }
        session.aside = nil
        guard session.postmortem.reading(current).content != nil else {
            return session.declined("This question has no answer yet.")
        }
        let outputs = session.record(
            nil, for: current, then: .askOn, saying: "Cleared; ':undo' brings it back.")
        if session.pending != nil { session.dialog = session.makeDialog(for: current) }
        return outputs
    }
}
