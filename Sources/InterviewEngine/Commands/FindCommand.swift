import Diagnostics
import DisplayText

enum FindCommand: InterviewCommand {
    static let usage = ":find WORD"
    static let help = [
        "Shows the answers that hold a word.",
        "Each with the question to go to; large and small letters count the same.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard !argument.isEmpty else { return session.declined("':find' needs a word to look for.") }
        let word = argument.lowercased()
        let hits = session.guide.questionIDs.flatMap { id in
            session.currentLines(of: id).filter { $0.lowercased().contains(word) }.map { (id, $0) }
        }
        guard !hits.isEmpty else { return session.declined("No answer holds '\(argument)'.") }
        let lines = hits.map { StyledText("\($0.0)", .command) + StyledText("  \($0.1)", .value) }
        return [.show(lines)]
            + session.answered("\(counted(hits.count, "line")); ':goto NAME' goes there.", .hint)
    }
}
