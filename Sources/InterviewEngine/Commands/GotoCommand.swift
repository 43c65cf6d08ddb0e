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

extension InterviewSession {
    /// To a question out of turn; the one that is asked was not let go by that.
    mutating func jump(to id: QuestionID) -> [InterviewOutput] {
        interrupt(for: id)
        return timesOfTimeline(before: id) + move(to: id)
    }

    /// What is asked now is put again when its turn comes, and so is what was left open from `id` on; going back to an
    /// answer for a correction only interrupts it.
    mutating func interrupt(for id: QuestionID) {
        if let left = current, left != id {
            asked.remove(left)
            if !isPiped, !isOpen(id), isOpen(left) { interrupted.insert(left) }
        }
        askAgain(from: id)
    }

    /// What was left open from here on is put again.
    mutating func askAgain(from id: QuestionID) {
        guard route.stop(of: id) != nil else { return }
        asked = asked.filter { route.number(of: $0) < route.number(of: id) }
    }
}
