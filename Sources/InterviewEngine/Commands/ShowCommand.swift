import DisplayText
import Guides

enum ShowCommand: InterviewCommand {
    static let usage = ":show [section]"
    static let help = [
        "Shows this answer with its rows numbered, or a whole section.",
        "':preview' shows the whole document.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        let questions: [QuestionID]
        if argument.isEmpty {
            questions = session.current.map { [$0] } ?? session.route.questions
        } else if case .question(let id) = session.place(named: argument),
            let stop = session.route.stop(of: id)
        {
            questions = QuestionID(argument) == id ? [id] : session.route.stops[stop].questions
        } else {
            return session.declined(session.noSuchPlace(argument))
        }
        return [.show(questions.flatMap { lines(of: $0, session) })] + session.ask()
    }

    static func candidates(in session: InterviewSession) -> [String] { GotoCommand.candidates(in: session) }

    private static func lines(of id: QuestionID, _ session: InterviewSession) -> [StyledText] {
        let values = session.currentLines(of: id)
        let title = StyledText(session.label(of: id), .strong)
        guard !values.isEmpty else { return [title + StyledText("  (open)", .hint)] }
        return [title] + values.map { StyledText("  \($0)", .value) }
    }
}
