import Diagnostics

/// A heading with sub-headings and no answers of its own.
package struct NoForm: SectionForm {
    package static let kind = FormKind.none

    package init() {}

    package func shape(of field: Field) -> AnswerShape { .line }

    package func read(_ field: Field, in place: SectionPlace) -> Reading { .absent }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        nil
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] { [] }
}
