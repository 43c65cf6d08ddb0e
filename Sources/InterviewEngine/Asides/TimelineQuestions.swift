import Consistency
import Diagnostics
import DisplayText
import Guides
import Postmortems

/// What is asked about the timeline as a whole, and where the interview goes then.
struct TimelineQuestion: Sendable {
    var finding: Finding
    var key: FindingKey
    /// How many wait behind it.
    var following: Int
    /// Nil goes on to whatever is open.
    var next: QuestionID?

    /// A row answers it; what is doubtful in a row that is there is answered in that row.
    var takesRow: Bool {
        [CheckID.silentStretch.rawValue, CheckID.detection.rawValue].contains(finding.rule)
    }
}

extension InterviewSession {
    /// What is told when the timeline is left. Where there is something to ask, it is asked first, and `aside` is it.
    mutating func reviewOfTimeline(before next: QuestionID?) -> [InterviewOutput] {
        if let next, guide[section: next.section]?.kind == "timeline" {
            timelineIsUnreviewed = true
            return []
        }
        guard timelineIsUnreviewed else { return [] }
        timelineIsUnreviewed = false
        let review = checks.timeline(postmortem, now.date)
        var told: [InterviewOutput] = []
        if !review.times.isEmpty, review.times != toldTimes {
            toldTimes = review.times
            told = [.tell(StyledText("By the timeline: \(joined(review.times, "and")).", .suggestion))]
        }
        let open = review.questions.map { ($0, key(of: $0, in: postmortem)) }.filter {
            !passedChecks.contains($0.1)
        }
        if isPiped { return told + open.flatMap { [.tell(StyledText($0.0.message, .hint))] } }
        if let (finding, key) = open.first {
            aside = .timeline(
                TimelineQuestion(
                    finding: finding, key: key, following: open.count - 1, next: next))
        }
        return told
    }

    /// What is told when a timeline is left by a jump, which leads where it says: what there is to ask comes at the end.
    mutating func timesOfTimeline(before next: QuestionID) -> [InterviewOutput] {
        let told = reviewOfTimeline(before: next)
        if case .timeline? = aside { aside = nil }
        return told
    }

    func ask(_ question: TimelineQuestion) -> [InterviewOutput] {
        let label =
            question.takesRow
            ? "A row for it (Enter: none, q: no more of these)" : "g goes there, Enter goes on, q ends this"
        // Line numbers are for readers of the file.
        let message = question.finding.message.replacing(#/ \(line [0-9]+\)/#, with: "")
        var lines = [StyledText(""), StyledText(message)]
        if let ask = question.finding.question { lines.append(StyledText(ask, .question)) }
        if question.takesRow {
            lines.append(
                StyledText("Such as '14:50 what could be seen', or with cells between ' | '.", .hint))
        }
        if question.following > 0 {
            lines.append(
                StyledText(
                    "\(question.following == 1 ? "One" : "\(question.following)") more of these after it.",
                    .hint))
        }
        return lines.map { .tell($0) } + [
            .ask(Prompt(label: label, prefill: returned ?? "", history: "aside", purpose: .aside))
        ]
    }

    mutating func take(_ text: String, _ question: TimelineQuestion) -> [InterviewOutput] {
        guard !text.isEmpty else { return pass(question) }
        if ["q", "quit"].contains(text.lowercased()) { return passAll(question) }
        guard question.takesRow else { return go(text, question) }
        guard let section = guide.captures.timeline else { return pass(question) }
        switch timelineRow(TimelineCommand.cells(in: text), in: section) {
        case .problem(let problem):
            returned = RefusedEntry.kept(text)
            return [.tell(StyledText(problem, .problem))] + ask()
        case .row(let row, let target):
            aside = nil
            timelineIsUnreviewed = true
            return captureRow(row, in: target, then: .move(to: question.next))
        }
    }

    /// Asked once: neither here nor at the end is it spoken of again.
    mutating func pass(_ question: TimelineQuestion) -> [InterviewOutput] {
        aside = nil
        passedChecks.insert(question.key)
        timelineIsUnreviewed = true
        return proceed(.move(to: question.next))
    }

    private mutating func passAll(_ question: TimelineQuestion) -> [InterviewOutput] {
        let all = checks.timeline(postmortem, now.date).questions
        passedChecks.formUnion(all.map { key(of: $0, in: postmortem) })
        return pass(question)
    }

    private mutating func go(_ text: String, _ question: TimelineQuestion) -> [InterviewOutput] {
        guard ["g", "go"].contains(text.lowercased()),
            let place = self.question(at: question.finding.span.range.lowerBound)
        else {
            return refuse(text, "'g' goes to the place, Enter goes on.")
        }
        passedChecks.insert(question.key)
        return move(to: place)
    }
}
