import Consistency
import Diagnostics
import DisplayText
import Guides
import IncidentTime
import Postmortems

/// A finding of the closing checks, and how many there are with it.
struct WalkStep: Sendable {
    var finding: Finding
    /// By which it is known again once the document has changed.
    var key: FindingKey
    var left: Int
}

enum WalkState: Equatable, Sendable {
    case notBegun
    case begun
    case ended
}

extension InterviewSession {
    /// What to settle before what to consider.
    var disagreements: [Finding] {
        let open = checks.closing(postmortem, now.date)
        return open.filter { $0.severity == .error } + open.filter { $0.severity != .error }
    }

    /// The same without what was passed over.
    private var openFindings: [Finding] {
        disagreements.filter { !passedChecks.contains(key(of: $0, in: postmortem)) }
    }

    /// The next finding at the end of the interview, nil where there is none or the walk was ended.
    mutating func nextFinding() -> [InterviewOutput]? {
        guard walkState != .ended else { return nil }
        let open = openFindings
        guard let first = open.first else {
            let wasBegun = walkState != .notBegun
            walkState = .ended
            guard wasBegun else { return nil }
            return [.tell(StyledText("That was the last of them.", .success))] + ask()
        }
        var lead: [InterviewOutput] = []
        if walkState == .notBegun {
            walkState = .begun
            lead = [.tell(StyledText("Before it is done: \(Self.summary(open)).", .title))]
        }
        aside = .walk(WalkStep(finding: first, key: key(of: first, in: postmortem), left: open.count))
        return lead + ask()
    }

    /// The same step where its finding stands now; nil once nothing disagrees there any more.
    func found(_ step: WalkStep) -> WalkStep? {
        openFindings.first { key(of: $0, in: postmortem) == step.key }.map {
            WalkStep(finding: $0, key: step.key, left: step.left)
        }
    }

    static func summary(_ open: [Finding]) -> String {
        let errors = open.count { $0.severity == .error }
        let parts = [(errors, "to settle"), (open.count - errors, "to consider")].filter { $0.0 > 0 }
        return parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    func ask(_ step: WalkStep) -> [InterviewOutput] {
        let finding = step.finding
        let place = question(settling: finding)
        let kind = finding.severity == .error ? "to settle" : "to consider"
        var lines = [
            StyledText(""),
            StyledText(step.left == 1 ? "The last one, \(kind)" : "\(step.left) left, \(kind)", .progress)
                + StyledText(place.map { "  \(label(of: $0))" } ?? "", .strong),
            StyledText(finding.message),
        ]
        if let question = finding.question { lines.append(StyledText(question, .question)) }
        lines += finding.suggestions.prefix(1).map {
            StyledText("For example: \($0.description)", .suggestion)
        }
        let keys = place == nil ? "Enter goes on, q ends this" : "g goes there, Enter goes on, q ends this"
        return lines.map { .tell($0) } + [
            .ask(Prompt(label: keys, prefill: returned ?? "", history: "aside", purpose: .aside))
        ]
    }

    mutating func take(_ text: String, _ step: WalkStep) -> [InterviewOutput] {
        switch text.lowercased() {
        case "":
            aside = nil
            passedChecks.insert(step.key)
            return ask()
        case "q", "quit", "end":
            aside = nil
            walkState = .ended
            return ask()
        case "g", "go":
            guard let step = found(step) else {
                aside = nil
                return [.tell(StyledText("That is settled in the file meanwhile.", .success))] + ask()
            }
            guard let place = question(settling: step.finding) else { break }
            passedChecks.insert(step.key)
            announcedStop = nil
            let outputs = move(to: place)
            detour = Detour(question: place, seen: postmortem, endsWithChange: false)
            return outputs
        default: break
        }
        let keys = InterviewOutput.tell(StyledText("'g' goes to the place, Enter to the next one.", .problem))
        return RefusedEntry.kept(text).isEmpty ? [keys] + ask() : unasked(text, [keys] + ask())
    }

    /// Where a finding is settled: mostly where it stands, a factor without an action among the actions.
    func question(settling finding: Finding) -> QuestionID? {
        if finding.rule == CheckID.factorWithoutAction.rawValue, let section = guide.captures.action, let week
        {
            return QuestionID(section, week.field.id)
        }
        return question(at: finding.span.range.lowerBound)
    }

    /// The question whose answer holds a place, else the first of the section around it.
    func question(at offset: Int) -> QuestionID? {
        let asked = route.questions
        func holds(_ range: Range<Int>?) -> Bool {
            range.map { $0.lowerBound <= offset && offset <= $0.upperBound } ?? false
        }
        if let exact = asked.first(where: { holds(postmortem.reading($0).place) }) { return exact }
        let sections = guide.sections.filter { holds(postmortem.section($0.id)?.subtree) }
        let inner = sections.last { section in asked.contains { $0.section == section.id } }
        return inner.flatMap { section in asked.first { $0.section == section.id } }
    }
}
