import DisplayText
import Forms

enum ListCommand: InterviewCommand {
    static let usage = ":list"
    static let help = [
        "Lists all questions in the order of asking, with their state.",
        "[x] answered, [-] does not apply, [?] not known yet, [ ] open; * marks the essential ones.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        [.show(session.overview)] + session.ask()
    }
}

extension InterviewSession {
    fileprivate var overview: [StyledText] {
        route.stops.enumerated().flatMap { index, stop in
            [StyledText("\(index + 1). \(stop.title)", .strong)]
                + stop.questions.map { id in
                    let question = guide[id]
                    let mark = skipped.contains(id) ? "[s]" : postmortem.reading(id).state.mark
                    let star = question?.isEssential == true ? "*" : " "
                    return StyledText("   \(mark)\(star) ") + StyledText(label(of: id))
                        + StyledText("  \(id)", .hint)
                        + StyledText(id == current ? "  <- here" : "", .progress)
                }
        }
    }
}
