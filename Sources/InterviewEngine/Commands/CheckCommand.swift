import Diagnostics
import DisplayText

enum CheckCommand: InterviewCommand {
    static let usage = ":check"
    static let help = [
        "Shows where the document disagrees with itself so far, what to settle first.",
        "At the end of the questions the same comes one by one, with the way to each place.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        let open = session.disagreements
        guard !open.isEmpty else {
            return session.answered("Nothing in the document disagrees with the rest of it.", .success)
        }
        let title = StyledText("\(InterviewSession.summary(open))", .title)
        return [.show([title] + open.flatMap { session.lines(of: $0) })] + session.ask()
    }
}

extension InterviewSession {
    /// A finding of the checks as lines of 80 columns: where, what, and what it asks.
    fileprivate func lines(of finding: Finding) -> [StyledText] {
        let place = question(settling: finding).map { StyledText("\($0.description)  ", .command) } ?? ""
        let kind = finding.severity == .error ? StyledText("to settle  ", .problem) : ""
        let asked = finding.question.map { wrapped(StyledText($0, .question), width: 78, indent: 2) } ?? []
        return [StyledText("")] + wrapped(kind + place + StyledText(finding.message), width: 80, indent: 2)
            + asked.map { StyledText("  ") + $0 }
    }
}
