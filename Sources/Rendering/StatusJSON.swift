import Diagnostics
import Forms
import Guides
import LosslessMarkdown
import Postmortems

/// What is answered and what is not, by section, in document order.
package enum StatusJSON {
    package static func text(of postmortem: Postmortem, file: String) -> String {
        let sections = postmortem.guide.askedSections
        return JSONText.text(
            of: .object([
                ("version", .number(1)), ("file", .text(file)),
                ("guide", .text(postmortem.guide.name)),
                ("sections", .list(sections.map { section($0, postmortem) })),
                ("placeholders", .list(postmortem.placeholders.map { placeholder($0, postmortem) })),
            ]))
    }

    private static func section(_ section: GuideSection, _ postmortem: Postmortem) -> JSONValue {
        .object([
            ("id", .text(section.id)), ("title", .text(section.heading ?? section.id)),
            ("questions", .list(section.questions.map { question($0, in: section, postmortem) })),
        ])
    }

    private static func question(_ question: Question, in section: GuideSection, _ postmortem: Postmortem)
        -> JSONValue
    {
        let reading = postmortem.reading(QuestionID(section.id, question.field.id))
        let value = reading.content.map { JSONValue($0.value(as: section.form.shape(of: question.field))) }
        return .object([
            ("id", .text(question.field.id)), ("label", .text(question.field.label)),
            ("essential", .bool(question.isEssential)), ("answered", .bool(reading.state.isSettled)),
            ("state", .text(reading.state.rawValue)), ("value", value ?? .null),
        ])
    }

    private static func placeholder(_ placeholder: Placeholder, _ postmortem: Postmortem) -> JSONValue {
        let position = postmortem.document.position(of: placeholder.range.lowerBound)
        return .object([
            ("line", .number(position.line)), ("column", .number(position.column)),
            ("text", .text(placeholder.text)),
        ])
    }
}
