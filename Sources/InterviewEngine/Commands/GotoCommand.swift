import Diagnostics
import DisplayText
import Forms
import Guides

enum GotoCommand: InterviewCommand {
    static let usage = ":goto SECTION|n"
    static let help = [
        "Jumps to a section by number or name, or to one question.",
        "A name's first letters do; ':goto summary.start' is one question, ':list' shows all.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard !argument.isEmpty else {
            return session.declined(
                "Where to? A number from 1 to \(session.route.stops.count), a section or a question, as ':list' shows them."
            )
        }
        switch session.place(named: argument) {
        case .question(let id):
            session.announcedStop = nil
            guard id.description != argument, let problem = session.missingProblem(before: id) else {
                return session.jump(to: id)
            }
            let words = "The whys start from one effect, so that is asked first; ':goto \(id)' leaves it out."
            return [.tell(StyledText(words, .hint))] + session.jump(to: problem)
        case .several, .none:
            return session.declined(session.noSuchPlace(argument))
        }
    }

    static func candidates(in session: InterviewSession) -> [String] {
        session.route.stops.map(\.id) + session.route.questions.map(\.description)
    }
}

extension InterviewSession {
    /// The question for the effect, where whys are to begin and it is still open.
    fileprivate func missingProblem(before id: QuestionID) -> QuestionID? {
        guard let section = guide[section: id.section], let question = guide[id],
            case .whys = section.form.shape(of: question.field), isOpen(id),
            let problem = section.questions.first.map({ QuestionID(section.id, $0.field.id) }),
            problem != id, isOpen(problem)
        else { return nil }
        return problem
    }
}
