import Consistency
import DisplayText
import Forms
import Guides
import Postmortems

extension InterviewSession {
    /// Turns what was planned into the next question, where its part is still there.
    mutating func takeUpCoaching() -> [InterviewOutput] {
        guard aside == nil, var planned = coaching ?? nextDeferred() ?? nextCaptured(),
            planned.question == current
        else {
            return []
        }
        coaching = nil
        let lines = ContentParts(postmortem.reading(planned.question).content).lines
        guard lines.indices.contains(planned.part), lines[planned.part] == planned.text else { return [] }
        let notes = planned.notes.map { InterviewOutput.tell($0) }
        planned.notes = []
        if !planned.steps.isEmpty { aside = .coach(planned) }
        return notes
    }

    /// What a row that was typed meanwhile came before.
    private mutating func nextDeferred() -> Coaching? {
        guard !dialog.isMidPart, let index = deferredCoaching.lastIndex(where: { $0.question == current })
        else {
            return nil
        }
        var planned = found(deferredCoaching.remove(at: index))
        let row = StyledText("Row \(planned.part + 1): ", .hint) + StyledText(planned.text, .value)
        planned.notes.insert(row, at: 0)
        return planned
    }

    /// Questions about an action that was noted from elsewhere, once its table is asked for.
    private mutating func nextCaptured() -> Coaching? {
        guard coachIsOn, !isPiped, !dialog.isMidPart, let current, captured[current]?.isEmpty == false,
            dialog.prompt(dialogContext()).prefill.isEmpty,
            case .table(let rows)? = postmortem.reading(current).content
        else { return nil }
        while let text = captured[current]?.popLast() {
            guard let part = ContentParts(.table(rows)).lines.firstIndex(of: text),
                var coaching = actionCoaching(
                    current, rows[part], part, text, isUndated: undated.contains(text)),
                !coaching.steps.isEmpty
            else { continue }
            coaching.notes.insert(StyledText("Row \(part + 1): ", .hint) + StyledText(text, .value), at: 0)
            return coaching
        }
        return nil
    }

    /// Keeps an action in mind for the questions about it, the first to be asked about last in the list.
    mutating func keepForCoaching(_ row: TableRecord, in target: QuestionID, isDated: Bool = true) {
        guard guide[section: target.section]?.kind == "actions" else { return }
        let line = row.cells.joined(separator: " | ")
        captured[target, default: []].insert(line, at: 0)
        if !isDated { undated.insert(line) }
    }

    func ask(_ coaching: Coaching) -> [InterviewOutput] {
        guard let step = coaching.steps.first else { return [] }
        var lines: [StyledText] = []
        var label = "Enter passes"
        // Several rows may be waiting for their questions.
        let part = columns(of: coaching.question) == nil ? "" : "Row \(coaching.part + 1) · "
        switch step {
        case .factor:
            lines = [StyledText(guide.coach.factor, .question), factorChoices]
            label = "\(part)Factor (Enter: none)"
        case .vague(let verb):
            lines = [StyledText(guide.coach.vague.replacing("{verb}", with: verb), .question)]
            label = "\(part)Action in other words (Enter keeps it)"
        case .owner:
            lines = [StyledText(guide.coach.owner, .question)]
            label = "\(part)Owner (Enter keeps it)"
        case .due(let dates):
            let question = guide.coach.due.replacing("{due}", with: dates.due).replacing(
                "{end}", with: dates.end)
            lines = [StyledText(question, .question)]
            label = "\(part)Due date (Enter keeps it)"
        case .proposedDue(let due):
            lines = [StyledText(guide.coach.proposedDue.replacing("{due}", with: due), .question)]
            label = "\(part)Due date (Enter keeps it)"
        case .measure:
            lines = [StyledText(guide.coach.measure, .question)]
            label = "\(part)Seen by (Enter passes)"
        }
        return lines.map { .tell($0) } + [
            .ask(
                Prompt(
                    label: label, prefill: returned ?? "", history: "coach", purpose: .aside,
                    choices: choices(for: coaching)))
        ]
    }

    /// All of them in one paragraph; a factor without a name by its first words.
    private var factorChoices: StyledText {
        trace.factors.filter { $0.label != nil }.reduce(StyledText()) { line, factor in
            let words = factor.title.isEmpty ? factor.condition.prefix(40) + "…" : factor.title[...]
            return line + StyledText("  \(factor.label.map(\.description) ?? "") ", .command)
                + StyledText(String(words), .value)
        }
    }

    /// What TAB completes to.
    func choices(for coaching: Coaching) -> [String] {
        switch coaching.steps.first {
        case .factor?: trace.factors.compactMap(\.label).map(\.description)
        case .owner?: postmortem.words(for: .people)
        case .vague?, .due?, .proposedDue?, .measure?, nil: []
        }
    }
}
