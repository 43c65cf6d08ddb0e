import Diagnostics

/// A note that every document carries and nobody is asked about.
package struct StaticForm: SectionForm {
    package static let kind = FormKind.static

    /// Markdown, written as it is.
    package var text: String

    package init(text: String) { self.text = text }

    package func shape(of field: Field) -> AnswerShape { .line }

    package func read(_ field: Field, in place: SectionPlace) -> Reading { .absent }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        nil
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] {
        [text.trimmed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)]
    }
}
