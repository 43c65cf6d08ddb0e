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
    /// Said once, above the first question: how strong the action seems, or which row is meant.
    var notes: [StyledText] = []

    /// Whether the part still stands where it was, among the parts of its answer.
    func isIn(_ lines: [String]) -> Bool { lines.indices.contains(part) && lines[part] == text }
}

enum CoachStep: Equatable, Sendable {
    case factor
    case vague(verb: String)
    case owner
    case due(CalendarDateText)
    case proposedDue(String)
    case measure
}

/// A due date and the last day of its table, as they are written.
struct CalendarDateText: Equatable, Sendable {
    var due: String
    var end: String
}

extension InterviewSession {
    /// At most two questions follow one action, and one more about a date that was put in for it.
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

    /// - Parameter isUndated: the action was noted in passing, and nobody named a day for it.
    func actionCoaching(
        _ id: QuestionID, _ row: TableRecord, _ part: Int, _ text: String, isUndated: Bool = false
    ) -> Coaching? {
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
        let last = guide[id]?.horizon.flatMap { postmortem.lastDay(of: $0, today: now.date) }
        if let end = last, reading.isDueOutside(from: postmortem.incidentDate, until: end) == true {
            steps.append(.due(CalendarDateText(due: cell(.date), end: end.description)))
        }
        if reading.hasEndState, !reading.hasMeasure { steps.append(.measure) }
        steps = Array(steps.prefix(Self.coachLimit))
        if isUndated { steps.append(.proposedDue(cell(.date))) }
        return Coaching(
            question: id, part: part, text: text, steps: steps,
            notes: reading.hasEndState ? reading.strength.map { [Self.note($0)] } ?? [] : [])
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

extension DeclinedIdea {
    /// Whether a measure is to say which factor it answers: no label yet, no habit and nothing declined.
    fileprivate static func expectsFactor(_ text: String) -> Bool {
        FactorLabel.named(in: text).isEmpty && !isOne(text) && !isStanding(text)
    }
}
