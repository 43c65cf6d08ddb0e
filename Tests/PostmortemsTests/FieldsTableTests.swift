import Forms
import Guides
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("A table of fields with columns of other names") struct FieldsTableTests {
    @Test func takesAnAnswer() throws {
        let before = Postmortem(
            MarkdownDocument(
                """
                # Incident Postmortem: P

                ## Incident Summary

                | Field | Value |
                |---|---|
                | **Severity** | High |

                """), guide: try TestGuides.standard())
        for (field, value) in [("severity", "Low"), ("scribe", "Teo Brandt")] {
            let id = QuestionID("summary", field)
            guard case .changed(let after) = before.setting(id, to: .text(value)) else {
                return #expect(Bool(false), "\(field) is taken")
            }
            #expect(after.reading(id).content == .text(value))
        }
    }
}
