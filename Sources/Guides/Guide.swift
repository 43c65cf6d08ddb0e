import Forms

/// What is asked, in which words and in which order; and the document it makes.
package struct Guide: Sendable {
    /// The word after `--guide`.
    package var name: String
    package var title: String
    package var description: String
    package var values: StateValues
    /// In document order, parents before their children.
    package let sections: [GuideSection]
    /// Every question, in document order.
    package let questionIDs: [QuestionID]
    /// In the order of asking.
    package var stops: [Stop]
    package var captures: Captures
    package var coach = CoachPhrasing()
    /// The questions that ask for a day, in document order; those of the summary alone where it has one.
    package let dayQuestions: [QuestionID]
    /// Lists such as `Low / Medium / High` that stand for a choice not made yet.
    package let choiceLists: [[String]]
    /// The index of each section by its id.
    private let places: [String: Int]
    /// The sections within each, by its id.
    private let children: [String: [GuideSection]]
    private let completing: [CompletionSource: [QuestionID]]

    package init(
        name: String, title: String, description: String, values: StateValues, sections: [GuideSection],
        stops: [Stop], captures: Captures
    ) {
        self.name = name
        self.title = title
        self.description = description
        self.values = values
        self.sections = sections
        self.stops = stops
        self.captures = captures
        questionIDs = Self.questions(of: sections) { _, _ in true }
        let days = Self.questions(of: sections) { $1.kind == .date }
        let ofSummary = days.filter { id in sections.contains { $0.id == id.section && $0.kind == "summary" }
        }
        dayQuestions = ofSummary.isEmpty ? days : ofSummary
        completing = Dictionary(
            uniqueKeysWithValues: CompletionSource.allCases.map { source in
                (source, Self.questions(of: sections) { $0.mayHold(source, in: $1) })
            })
        choiceLists = sections.flatMap { section in
            section.questions.flatMap { question -> [[String]] in
                guard case .table(let columns) = section.form.shape(of: question.field) else {
                    return [question.field.choices]
                }
                return columns.map(\.choices)
            }
        }.filter { !$0.isEmpty }
        children = Dictionary(grouping: sections.filter { $0.parent != nil }) { $0.parent ?? "" }
        places = Dictionary(sections.indices.map { (sections[$0].id, $0) }) { first, _ in first }
    }

    package subscript(section id: String) -> GuideSection? { places[id].map { sections[$0] } }

    package subscript(id: QuestionID) -> Question? {
        self[section: id.section]?.questions.first { $0.field.id == id.question }
    }

    /// Sections with questions that an interview puts, in document order; those made on first use have none.
    package var askedSections: [GuideSection] { sections.filter { !$0.questions.isEmpty && !$0.isOnDemand } }

    /// The questions that an interview puts and that a document is measured by, in document order.
    package var askedQuestions: [QuestionID] {
        askedSections.flatMap { section in section.questions.map { QuestionID(section.id, $0.field.id) } }
    }

    /// The questions whose answers hold words that others complete from, in document order.
    package func questions(completing source: CompletionSource) -> [QuestionID] { completing[source] ?? [] }

    package func children(of section: GuideSection) -> [GuideSection] { children[section.id] ?? [] }
}

extension Guide {
    private static func questions(
        of sections: [GuideSection], where isWanted: (GuideSection, Question) -> Bool
    ) -> [QuestionID] {
        sections.flatMap { section in
            section.questions.filter { isWanted(section, $0) }.map { QuestionID(section.id, $0.field.id) }
        }
    }
}

/// A question's name in answers files and messages, such as `summary.start`.
package struct QuestionID: Hashable, Sendable, CustomStringConvertible {
    package var section: String
    package var question: String

    package init(_ section: String, _ question: String) {
        self.section = section
        self.question = question
    }

    /// Reads `section.question`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        self.init(String(parts[0]), String(parts[1]))
    }

    package var description: String { "\(section).\(question)" }
}

/// Questions that are asked together; `k of n` counts these.
package struct Stop: Sendable {
    package var id: String
    package var title: String
    package var why: String
    package var questions: [QuestionID]

    package init(id: String, title: String, why: String, questions: [QuestionID]) {
        self.id = id
        self.title = title
        self.why = why
        self.questions = questions
    }
}

/// Where things said in passing go.
package struct Captures: Sendable {
    package var note: QuestionID?
    /// A section with a table for each phase or horizon.
    package var action: String?
    package var timeline: String?
    /// The list made on first use.
    package var park: QuestionID?

    package init(
        note: QuestionID? = nil, action: String? = nil, timeline: String? = nil, park: QuestionID? = nil
    ) {
        self.note = note
        self.action = action
        self.timeline = timeline
        self.park = park
    }
}
