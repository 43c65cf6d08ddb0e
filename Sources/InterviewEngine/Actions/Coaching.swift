import Consistency
import DisplayText
import Forms
import Guides
import Postmortems

/// Short questions about an action or a measure, asked once it is whole; each can be passed with Enter.
struct Coaching: Equatable, Sendable {
    var question: QuestionID
    /// From 0.
    var part: Int
    /// The part as it was when the question was planned; another text there ends the questions.
    var text: String
    var steps: [CoachStep]
    /// How strong the action seems, said once.
    var note: StyledText?
}

enum CoachStep: Equatable, Sendable {
    case factor
    case vague(verb: String)
    case owner
    case due(CalendarDateText)
    case measure
}

/// A due date and the last day of its table, as they are written.
struct CalendarDateText: Equatable, Sendable {
    var due: String
    var end: String
}

extension InterviewSession {
    /// At most two questions follow one action.
    private static let coachLimit = 2

    /// Notes what there is to ask about the one part that a change completes.
    mutating func planCoaching(for id: QuestionID, _ content: FormContent?) {
        coaching = nil
        guard coachIsOn, !isPiped, !dialog.isMidPart, let section = guide[section: id.section],
            let part = newPart(of: id, content)
        else { return }
        let text = ContentParts(content).lines[part]
        switch (section.kind, content) {
        case ("actions", .table(let rows)?):
            coaching = actionCoaching(id, rows[part], part, text)
        case ("prevention", .groups?):
            let asks = hasFactors && DeclinedIdea.expectsFactor(text)
            coaching = Coaching(question: id, part: part, text: text, steps: asks ? [.factor] : [])
        default: break
        }
    }

    /// The index of the only part that is not in the present answer.
    private func newPart(of id: QuestionID, _ content: FormContent?) -> Int? {
        let old = ContentParts(postmortem.reading(id).content).lines
        let new = ContentParts(content).lines
        guard new.count >= old.count else { return nil }
        let fresh = new.indices.filter { !old.contains(new[$0]) }
        return fresh.count == 1 ? fresh[0] : nil
    }

    private var hasFactors: Bool { trace.factors.contains { $0.label != nil } }

    private func actionCoaching(_ id: QuestionID, _ row: TableRecord, _ part: Int, _ text: String)
        -> Coaching?
    {
        guard let columns = columns(of: id), let action = columns.firstIndex(where: { $0.computed == nil })
        else {
            return nil
        }
        func cell(_ kind: AnswerKind) -> String {
            columns.firstIndex { $0.kind == kind }.map { row.cells[$0] } ?? ""
        }
        let reading = ActionReading(
            row.cells[action], owner: cell(.person), due: cell(.date), horizon: guide[id]?.horizon)
        var steps: [CoachStep] = []
        if hasFactors, FactorLabel.named(in: row.cells[action]).isEmpty { steps.append(.factor) }
        if !reading.hasEndState {
            if case .weak(let verb) = reading.verb {
                steps.append(.vague(verb: verb))
            } else {
                steps.append(.measure)
            }
        }
        switch reading.owner {
        case .person, .role: break
        case .none, .team, .several, .everyone: steps.append(.owner)
        }
        if reading.isDueOutside(from: postmortem.incidentDate) == true,
            let end = postmortem.incidentDate.flatMap({ guide[id]?.horizon?.end(after: $0) })
        {
            steps.append(.due(CalendarDateText(due: cell(.date), end: end.description)))
        }
        if reading.hasEndState, !reading.hasMeasure { steps.append(.measure) }
        return Coaching(
            question: id, part: part, text: text, steps: Array(steps.prefix(Self.coachLimit)),
            note: reading.hasEndState ? reading.strength.map(Self.note) : nil)
    }

    private static func note(_ strength: ActionStrength) -> StyledText {
        let words =
            switch strength {
            case .stronger: "stronger: it takes a step away or makes it impossible to get wrong"
            case .intermediate: "intermediate: a signal, a test or a limit helps people along"
            case .weaker: "weaker: it counts on people to remember; one that acts by itself lasts longer"
            }
        return StyledText("Strength, as a suggestion: \(words).", .hint)
    }

    func columns(of id: QuestionID) -> [TableColumn]? {
        guard let section = guide[section: id.section], let field = guide[id]?.field,
            case .table(let columns) = section.form.shape(of: field)
        else { return nil }
        return columns
    }
}

// MARK: asking

extension InterviewSession {
    /// Turns what was planned into the next question, where its part is still there.
    mutating func takeUpCoaching() -> [InterviewOutput] {
        guard aside == nil, var planned = coaching, planned.question == current else { return [] }
        coaching = nil
        let lines = ContentParts(postmortem.reading(planned.question).content).lines
        guard lines.indices.contains(planned.part), lines[planned.part] == planned.text else { return [] }
        let note = planned.note.map { [InterviewOutput.tell($0)] } ?? []
        planned.note = nil
        if !planned.steps.isEmpty { aside = .coach(planned) }
        return note
    }

    func ask(_ coaching: Coaching) -> [InterviewOutput] {
        guard let step = coaching.steps.first else { return [] }
        var lines: [StyledText] = []
        var label = "Enter passes"
        switch step {
        case .factor:
            lines = [StyledText(guide.coach.factor, .question), factorChoices]
            label = "Factor (Enter: none)"
        case .vague(let verb):
            lines = [StyledText(guide.coach.vague.replacing("{verb}", with: verb), .question)]
            label = "Action in other words (Enter keeps it)"
        case .owner:
            lines = [StyledText(guide.coach.owner, .question)]
            label = "Owner (Enter keeps it)"
        case .due(let dates):
            let question = guide.coach.due.replacing("{due}", with: dates.due).replacing(
                "{end}", with: dates.end)
            lines = [StyledText(question, .question)]
            label = "Due date (Enter keeps it)"
        case .measure:
            lines = [StyledText(guide.coach.measure, .question)]
            label = "Seen by (Enter passes)"
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
        case .vague?, .due?, .measure?, nil: []
        }
    }
}

// MARK: answers

extension InterviewSession {
    mutating func take(_ text: String, _ coaching: Coaching) -> [InterviewOutput] {
        aside = nil
        var rest = coaching
        let step = rest.steps.removeFirst()
        guard !text.isEmpty else { return goOn(rest) }
        switch step {
        case .factor:
            let labels = labels(in: text)
            guard !labels.isEmpty else {
                aside = .coach(coaching)
                returned = text
                let known = trace.factors.compactMap(\.label).map(\.description).joined(separator: ", ")
                return [.tell(StyledText("'\(text)' is none of the factors: \(known).", .problem))] + ask()
            }
            return change(rest) { FactorLabel.suffixed($0, with: labels) }
        case .vague:
            return change(rest) { FactorLabel.bracketed(in: Self.keepingLabels(of: $0, in: text)) }
        case .measure:
            let isWhole = text.lowercased().hasPrefix("seen ")
            let pattern = isWhole ? "{action}, {answer}" : guide.coach.seen
            return change(rest) { action in
                let bare = FactorLabel.withoutSuffix(action)
                let seen = pattern.replacing("{action}", with: bare).replacing("{answer}", with: text)
                return FactorLabel.suffixed(seen, with: bare == action ? [] : FactorLabel.named(in: action))
            }
        case .owner: return change(rest, column: .person) { _ in text }
        case .due:
            let context = dialogContext()
            guard
                case .accepted(let date) = Validator(name: "Due Date", kind: .date).check(
                    text, context.validation)
            else {
                aside = .coach(coaching)
                returned = text
                let example = context.validation.today
                return [.tell(StyledText("'\(text)' is no date; one such as \(example) would do.", .problem))]
                    + ask()
            }
            return change(rest, column: .date) { _ in date }
        }
    }

    private mutating func goOn(_ rest: Coaching) -> [InterviewOutput] {
        if !rest.steps.isEmpty { coaching = rest }
        return ask()
    }

    /// `2`, `F2`, `1 3`, `F1, F3`, the first letters of a name.
    private func labels(in text: String) -> [FactorLabel] {
        let known = trace.factors.compactMap(\.label)
        let words = text.split { " ,;".contains($0) }.filter { $0 != "and" }
        let named = words.compactMap { word in FactorLabel(word) ?? Int(word).map { FactorLabel($0) } }
        if named.count == words.count, named.allSatisfy({ known.contains($0) }) { return named }
        let typed = text.lowercased()
        let titled = trace.factors.filter { !$0.title.isEmpty && $0.title.lowercased().hasPrefix(typed) }
        return titled.count == 1 ? titled.compactMap(\.label) : []
    }

    private static func keepingLabels(of old: String, in new: String) -> String {
        let labels = FactorLabel.named(in: new).isEmpty ? FactorLabel.named(in: old) : []
        return FactorLabel.suffixed(new, with: labels)
    }

    /// Changes the part, or the cell of it under the first column of a kind, and asks on.
    private mutating func change(
        _ rest: Coaching, column kind: AnswerKind? = nil, _ change: (String) -> String
    ) -> [InterviewOutput] {
        let id = rest.question
        var rest = rest
        var content = postmortem.reading(id).content
        switch content {
        case .table(var rows)?:
            guard rows.indices.contains(rest.part), let columns = columns(of: id),
                let column = columns.firstIndex(where: { kind == nil ? $0.computed == nil : $0.kind == kind })
            else { return ask() }
            rows[rest.part].cells[column] = change(rows[rest.part].cells[column])
            content = .table(rows)
        case .groups(let groups)?:
            content = .groups(groups.changing(rest.part, change))
        case .text?, .list?, .whys?, .checklist?, .notApplicable?, .markdown?, nil: return ask()
        }
        rest.text = ContentParts(content).lines[rest.part]
        coaching = rest.steps.isEmpty ? nil : rest
        return [.tell(StyledText("  \(rest.text)", .value))] + record(content, for: id, then: .askOn)
    }
}

extension [ContentGroup] {
    /// The groups with one item changed, named by its number over all of them.
    fileprivate func changing(_ part: Int, _ change: (String) -> String) -> [ContentGroup] {
        var rest = part
        var changed = self
        for index in indices {
            let items = changed[index].items
            if rest < items.count {
                changed[index].items[rest] = change(items[rest])
                break
            }
            rest -= items.count
        }
        return changed
    }
}

extension DeclinedIdea {
    /// Whether a measure is to say which factor it answers: no label yet, no habit and nothing declined.
    fileprivate static func expectsFactor(_ text: String) -> Bool {
        FactorLabel.named(in: text).isEmpty && !isOne(text) && !isStanding(text)
    }
}
