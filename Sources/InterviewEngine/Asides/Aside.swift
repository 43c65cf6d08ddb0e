import Diagnostics
import DisplayText
import Guides

/// A question of the program's own, between those of the guide.
enum Aside: Sendable {
    /// A bare `quit` or `help` as the whole answer.
    case commandMeant(CommandName, answer: String)
    case optionalQuestions(stop: Int, count: Int)
    case postponedQuestions(count: Int)
    /// Essential questions that a jump left behind.
    case passedQuestions(count: Int)
    /// What to do about the first of these; the rest wait.
    case findings([FindingNotice], after: PendingSave)
    case keepReason([FindingNotice], after: PendingSave)
    case parkText
    /// A short question about the action or measure just entered.
    case coach(Coaching)
    /// Actions that were noted under the whys, the first to be placed.
    case whyActions([WhyAction])
    /// Thoughts from the parking lot, the first to be decided on.
    case parked([String])
    /// A finding of the closing checks.
    case walk(WalkStep)
    /// Something about the timeline as a whole.
    case timeline(TimelineQuestion)

    /// A reason or a thought in one's own words: `help` is one of those.
    var takesAnyText: Bool {
        switch self {
        case .keepReason, .parkText, .coach, .timeline: true
        case .commandMeant, .optionalQuestions, .postponedQuestions, .passedQuestions, .findings, .whyActions,
            .parked, .walk:
            false
        }
    }
}

extension InterviewSession {
    func ask(_ aside: Aside) -> [InterviewOutput] {
        switch aside {
        case .commandMeant(let name, let answer):
            let question = "Is '\(answer.trimmed)' the answer, or did you mean ':\(name.rawValue)'?"
            return confirm(question, label: "Enter runs :\(name.rawValue), 'a' takes it as the answer")
        case .optionalQuestions(let stop, let count):
            let title = route.stops[stop].title
            return confirm(
                "\(counted(count, "more question")) in '\(title)', now or later?",
                label: "n for now, Enter for later")
        case .postponedQuestions(let count):
            return confirm(
                "\(hasOpenEssentials ? "" : "The essential questions are through. ")\(counted(count, "question")) \(count == 1 ? "was" : "were") left for later; go through them now?",
                label: "y for now, Enter to finish")
        case .passedQuestions(let count):
            let (names, rest) = (passedOver.prefix(3).map { label(of: $0) }, count - 3)
            let named = joined(names + (rest > 0 ? ["\(rest) more"] : []), "and")
            return confirm(
                "\(counted(count, "essential question")) further up \(count == 1 ? "was" : "were") passed over (\(named)); go back to \(count == 1 ? "it" : "them") now?",
                label: "y for now, Enter to finish")
        case .findings(let notices, _):
            guard let first = notices.first else { return [] }
            return [.finding(first)] + confirm(nil, label: "e edit, k keep, p park, Enter goes on")
        case .keepReason:
            return confirm(nil, label: "Reason for keeping it (Enter: none)")
        case .parkText:
            return confirm(nil, label: "For the parking lot")
        case .coach(let coaching): return ask(coaching)
        case .whyActions(let actions): return ask(actions)
        case .parked(let thoughts): return ask(parked: thoughts)
        case .walk(let step): return ask(step)
        case .timeline(let question): return ask(question)
        }
    }

    private func confirm(_ question: String?, label: String) -> [InterviewOutput] {
        let lead =
            question.map { [.tell(StyledText("")), InterviewOutput.tell(StyledText($0, .question))] } ?? []
        return lead + [.ask(Prompt(label: label, prefill: returned ?? "", history: "aside", purpose: .aside))]
    }

    mutating func answer(_ aside: Aside, _ entry: Entry) -> [InterviewOutput] {
        let text = entry.text.trimmed
        switch aside {
        case .commandMeant(let name, let answer):
            return decide(text, name, answer)
        case .optionalQuestions(let stop, _):
            return takeChoice(text, of: aside, yes: ["n", "now", "y", "yes"]) { $0.openOptional(stop) }
        case .postponedQuestions:
            return takeChoice(text, of: aside, yes: ["y", "yes", "now"]) { $0.startSecondPass() }
        case .passedQuestions:
            return takeChoice(text, of: aside, yes: ["y", "yes", "now"]) { $0.goBackToPassed() }
        case .findings(let notices, let saved):
            return decide(text, notices, saved)
        case .keepReason(let notices, let saved):
            return keep(notices, reason: text, saved)
        case .parkText:
            self.aside = nil
            return text.isEmpty ? ask() : park(text)
        case .coach(let coaching): return take(text, coaching)
        case .whyActions(let actions): return take(text, actions)
        case .parked(let thoughts): return take(text, parked: thoughts)
        case .walk(let step): return take(text, step)
        case .timeline(let question): return take(text, question)
        }
    }

    /// Now, later, or words that were meant for another question: Up brings those back at the next one.
    private mutating func takeChoice(
        _ text: String, of aside: Aside, yes: Set<String>, now: (inout InterviewSession) -> [InterviewOutput]
    ) -> [InterviewOutput] {
        let word = text.lowercased()
        if yes.contains(word) {
            self.aside = nil
            return now(&self)
        }
        if ["", "l", "later", "n", "no"].contains(word) { return takeDefault(of: aside) }
        guard !RefusedEntry.kept(text).isEmpty else {
            return [.tell(StyledText("'\(text)' is neither of the two.", .problem))] + ask()
        }
        let told = StyledText("Left for later; Up brings back what was typed.", .hint)
        return [.tell(told)] + takeDefault(of: aside) + [.withinReach(text)]
    }

    /// A line that is none of the keys: it is asked for again, on an empty line, and Up brings back what was typed.
    mutating func refuse(_ text: String, _ problem: String) -> [InterviewOutput] {
        let reach = RefusedEntry.kept(text).isEmpty ? [] : [InterviewOutput.withinReach(text)]
        return [.tell(StyledText(problem, .problem))] + ask() + reach
    }

    private mutating func decide(_ text: String, _ name: CommandName, _ answer: String) -> [InterviewOutput] {
        switch text.lowercased() {
        case "", "y", "yes", name.rawValue, ":\(name.rawValue)":
            aside = nil
            return run(name, "")
        case "a", "answer":
            aside = nil
            return takeAsAnswer(answer)
        default:
            return refuse(text, "'\(text)' is neither of the two.")
        }
    }

    private mutating func takeAsAnswer(_ answer: String) -> [InterviewOutput] {
        guard current != nil else { return ask() }
        return settle(dialog.take(Entry(text: answer, isBlock: false), dialogContext()))
    }

    /// What Enter means, and what a pipe gets.
    mutating func takeDefault(of aside: Aside) -> [InterviewOutput] {
        (self.aside, returned) = (nil, nil)
        switch aside {
        case .optionalQuestions(let stop, _):
            postponedStops.insert(route.stops[stop].id)
            return advance()
        case .postponedQuestions:
            if isPiped { return startSecondPass() }
            postponedStops = []
            isSecondPass = true
            return advance()
        case .passedQuestions:
            leftPassed = true
            return advance()
        case .findings(_, let saved), .keepReason(_, let saved):
            return proceed(saved.next)
        case .commandMeant, .parkText, .coach:
            return ask()
        case .whyActions, .parked:
            return current.map { move(to: $0) } ?? ask()
        case .walk:
            walkState = .ended
            return ask()
        case .timeline(let question):
            return pass(question)
        }
    }

    private mutating func openOptional(_ stop: Int) -> [InterviewOutput] {
        openedStops.insert(route.stops[stop].id)
        let first = route.stops[stop].questions.first { isToBeAsked($0) }
        return first.map { move(to: $0) } ?? advance()
    }

    private mutating func goBackToPassed() -> [InterviewOutput] {
        announcedStop = nil
        return passedOver.first.map { move(to: $0) } ?? advance()
    }

    private mutating func startSecondPass() -> [InterviewOutput] {
        isSecondPass = true
        openedStops.formUnion(route.stops.map(\.id))
        postponedStops = []
        announcedStop = nil
        let first = route.questions.first { id in
            isToBeAsked(id) && route.stop(of: id).map { openedStops.contains(route.stops[$0].id) } == true
        }
        return first.map { move(to: $0) } ?? advance()
    }
}
