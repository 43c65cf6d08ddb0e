import Guides

enum BackCommand: InterviewCommand {
    static let usage = ":back"
    static let help = [
        "Returns to the question asked before this one.",
        "Its answer comes back, on the line or above it; Enter keeps it.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        let asked = session.questionAside
        session.aside = nil
        let before = session.current.flatMap { session.route.question(before: $0) }
        guard let target = asked ?? session.trail.popLast() ?? before ?? session.lastQuestion else {
            return session.declined("This is the first question.")
        }
        session.current = nil
        session.askAgain(from: target)
        return session.move(to: target)
    }
}

extension InterviewSession {
    /// Where `:back` leads from the end.
    fileprivate var lastQuestion: QuestionID? { current == nil ? route.questions.last : nil }

    /// The question that a question of the program's own came behind.
    fileprivate var questionAside: QuestionID? {
        switch aside {
        case .optionalQuestions, .postponedQuestions, .passedQuestions, .findings, .keepReason, .parkText,
            .coach, .timeline:
            current
        case .commandMeant, .whyActions, .parked, .walk, nil: nil
        }
    }
}
