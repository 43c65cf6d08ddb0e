import Diagnostics
import Forms
import LosslessMarkdown
import TestSupport
import Testing

/// A form as a guide would set it up, with an answer to give it. Pictures begin with its name.
private struct Example {
    let form: any SectionForm
    let field: Field
    let answer: FormContent

    static let all: [String: Example] = [
        "table": Example(
            form: TableForm(
                columns: ["Time", "Event", "Actor"].map { TableColumn(name: $0, placeholder: "[\($0)]") }),
            field: Field(id: "rows", label: "Timeline"),
            answer: .table([
                TableRecord(["13:55", "a | b", "deploy"]),
                TableRecord(["14:00", "alert fired", "monitoring"]),
            ])),
        "list": Example(
            form: ListForm(style: .bullets),
            field: Field(id: "items", label: "Causes", placeholder: "[Cause]"),
            answer: .list(["first", "new", "second"])),
        "numbered": Example(
            form: ListForm(style: .numbered),
            field: Field(id: "items", label: "Causes", placeholder: "[Cause]"),
            answer: .list(["first", "new", "second"])),
        "keyed": Example(
            form: KeyedListForm(),
            field: Field(
                id: "services", label: "Affected services", aliases: ["Services"], placeholder: "[Services]"),
            answer: .text("checkout")),
        "fields": Example(
            form: FieldsTableForm(columns: ["Field", "Value"]),
            field: Field(id: "lead", label: "Lead", placeholder: "[Name]"),
            answer: .text("Ana | Ben")),
        "checklist": Example(
            form: ChecklistForm(items: ["reviewed", "shared"]), field: Field(id: "boxes", label: "Boxes"),
            answer: .checklist([ChecklistItem("open", isDone: true), ChecklistItem("new", isDone: false)])),
        "prose": Example(
            form: ProseForm(), field: Field(id: "text", label: "Text", placeholder: "[Describe it]"),
            answer: .text("One.\n\nTwo, *with* emphasis.")),
    ]
}

@Suite("Forms read what people write by hand, and change only the answer's place") struct FormPictureTests {
    private static let folder = "Tests/FormsTests/Pictures"

    @Test(arguments: Repository.files(in: folder).filter { $0.hasSuffix(".md") }) func isAsOnFile(
        _ name: String
    ) throws {
        let example = try #require(Example.all[String(name.prefix { $0 != "-" })])
        let document = MarkdownDocument(Repository.bytes("\(Self.folder)/\(name)"))
        let place = try Self.place(in: document)
        let picture =
            [
                "reads \(Self.told(example.form.read(example.field, in: place)))",
                "answered:",
                try Self.edited(
                    document, example.form.edits(example.field, to: example.answer, in: place), example),
                "cleared:",
                try Self.edited(document, example.form.edits(example.field, to: nil, in: place), example),
            ].joined(separator: "\n") + "\n"
        let problem = Snapshot("\(Self.folder)/\(name.dropLast(3)).txt").problem(with: picture)
        #expect(problem == nil, "\(problem ?? "")")
    }

    private static func place(in document: MarkdownDocument) throws -> SectionPlace {
        let values = StateValues(
            notApplicable: "Not applicable: {reason}", unknown: "{who} might know",
            unknownToAll: "Open question")
        let section = try #require(document.sections.first { $0.title == "Section" })
        return SectionPlace(document: document, section: section, values: values)
    }

    /// The section after an edit, with what is read then; what lies behind it must not have changed.
    private static func edited(_ document: MarkdownDocument, _ edits: [TextEdit]?, _ example: Example) throws
        -> String
    {
        guard let edits else { return "  (refused)" }
        let after = document.applying(edits)
        let place = try place(in: after)
        #expect(after.text(place.section.body.upperBound..<after.bytes.count) == "## Behind\n\nstays\n")
        let lines = after.text(place.section.body).split(separator: "\n", omittingEmptySubsequences: false)
            .dropFirst(2).map {
                $0.isEmpty ? "" : "  " + $0
            }
        return lines.reversed().drop { $0.isEmpty }.reversed().joined(separator: "\n")
            + "\nreads \(told(example.form.read(example.field, in: place)))"
    }

    private static func told(_ reading: Reading) -> String {
        let parts = ContentParts(reading.content).shown.map { "\n  " + $0 }.joined()
        return reading.state.rawValue + (parts.isEmpty ? "" : ":" + parts)
    }
}
