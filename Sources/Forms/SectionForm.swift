import Diagnostics
import LosslessMarkdown

/// How one section of a document holds its answers: decoded guide keys plus reading, writing and a blank start.
///
/// Reading never fails: what does not fit is `.markdown`. Writing returns edits that touch only the field's place,
/// or nil where the place cannot take the content; whoever applies them reads back before believing them.
package protocol SectionForm: Sendable {
    static var kind: FormKind { get }

    /// What kind of answer the field takes.
    func shape(of field: Field) -> AnswerShape

    func read(_ field: Field, in place: SectionPlace) -> Reading

    /// Edits that make the field hold `content`; nil content brings the placeholder back.
    func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]?

    /// The blocks under a new section's heading, each a run of lines; blank lines go between them.
    func skeleton(_ fields: [Field], level: Int) -> [[String]]
}

/// Where a form reads and writes.
package struct SectionPlace: Sendable {
    package let document: MarkdownDocument
    package let section: Section
    package let values: StateValues
    /// The effect that a diagram of causes points at.
    package let effect: String
    /// All fields of the section, in the guide's order.
    package let fields: [Field]

    package init(
        document: MarkdownDocument, section: Section, values: StateValues, effect: String = "",
        fields: [Field] = []
    ) {
        self.document = document
        self.section = section
        self.values = values
        self.effect = effect
        self.fields = fields
    }
}

/// The forms that a guide can name after `form:`.
package enum FormKind: String, CaseIterable, Sendable {
    case none
    case title
    case `static`
    case fieldsTable = "fields-table"
    case prose
    case keyedList = "keyed-list"
    case list
    case labelledLines = "labelled-lines"
    case table
    case phasedTables = "phased-tables"
    case numberedGroups = "numbered-groups"
    case fiveWhys = "five-whys"
    case fishbone
    case checklist
    case codeBlock = "code-block"
}
