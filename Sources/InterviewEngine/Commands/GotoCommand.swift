import Diagnostics
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
            return session.jump(to: id)
        case .several, .none:
            return session.declined(session.noSuchPlace(argument))
        }
    }

    static func candidates(in session: InterviewSession) -> [String] {
        session.route.stops.map(\.id) + session.route.questions.map(\.description)
    }
}
