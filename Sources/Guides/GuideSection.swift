import Forms
import IncidentTime

/// A heading of the document and what is asked under it. One object, as every reading of every document looks it up.
package final class GuideSection: Sendable {
    package let id: String
    /// Nil for the document's title and for the footer.
    package let heading: String?
    /// Other headings that mean the same.
    package let aliases: [String]
    /// The heading and its aliases as they are compared.
    package let names: Set<HeadingName>
    /// Of the heading: 1 for the title, 2 for a chapter.
    package let level: Int
    /// The id of the section it lies in.
    package let parent: String?
    /// What part of the story it tells, for the wording checker.
    package let kind: String
    package let why: String
    package let form: any SectionForm
    /// The same, where it is one of rows.
    package let rows: (any RowsForm)?
    package let questions: [Question]
    /// Of the questions.
    package let fields: [Field]
    /// Made when first needed; a new document does not have it.
    package let isOnDemand: Bool

    package init(
        id: String, heading: String?, aliases: [String] = [], level: Int, parent: String? = nil,
        kind: String = "",
        why: String = "", form: any SectionForm, questions: [Question] = [], isOnDemand: Bool = false
    ) {
        self.id = id
        self.heading = heading
        self.aliases = aliases
        names = Set(([heading].compactMap { $0 } + aliases).map { HeadingName($0) })
        self.level = level
        self.parent = parent
        self.kind = kind
        self.why = why
        self.form = form
        rows = form as? any RowsForm
        self.questions = questions
        fields = questions.map(\.field)
        self.isOnDemand = isOnDemand
    }
}

/// What a person is asked, and where the answer goes.
package final class Question: Sendable {
    package let field: Field
    package let ask: String
    package let hint: String
    package let example: String
    /// Why this is asked; empty where the section's reason says it.
    package let why: String
    package let isEssential: Bool
    package let kind: AnswerKind
    package let computed: ComputedField?
    /// How far ahead an action of this table is due.
    package let horizon: Horizon?
    /// What Enter takes where nothing is answered yet.
    package let initial: String
    package let completion: CompletionSource?

    package init(
        field: Field, ask: String, hint: String = "", example: String = "", why: String = "",
        isEssential: Bool = false, kind: AnswerKind = .text, computed: ComputedField? = nil,
        horizon: Horizon? = nil, initial: String = "", completion: CompletionSource? = nil
    ) {
        self.field = field
        self.ask = ask
        self.hint = hint
        self.example = example
        self.why = why
        self.isEssential = isEssential
        self.kind = kind
        self.computed = computed
        self.horizon = horizon
        self.initial = initial
        self.completion = completion
    }
}

/// A field that is worked out from others of its section and can be overruled.
package enum ComputedField: Equatable, Sendable {
    /// From the start to the end.
    case duration(from: String, to: String)
}

/// How far ahead the actions of one table are due.
package enum Horizon: String, CaseIterable, Sendable {
    case day = "24 hours"
    case week = "1 week"
    case month = "1 month"
    case quarter = "3 months"

    /// The last day within the horizon, counted as people do: a month is a calendar month.
    package func end(after start: CalendarDate) -> CalendarDate {
        switch self {
        case .day: start.adding(days: 1)
        case .week: start.adding(days: 7)
        case .month: start.adding(months: 1)
        case .quarter: start.adding(months: 3)
        }
    }
}
