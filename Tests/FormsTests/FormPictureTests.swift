import Diagnostics
import Forms
import LosslessMarkdown
import TestSupport
import Testing

@Suite("Forms read what people write by hand, and change only the answer's place") struct FormPictureTests {
    private static let folder = "Tests/FormsTests/Pictures"

    @Test(arguments: Repository.files(in: folder).filter { $0.hasSuffix(".md") }) func isAsOnFile(
        _ name: String
    ) throws {
        let example = try #require(FormExample.all[String(name.prefix { $0 != "-" })])
        let document = MarkdownDocument(Repository.bytes("\(Self.folder)/\(name)"))
        let place = try Self.place(in: document, example)
        let picture =
            [
                "reads \(Self.told(example.form.read(example.field, in: place)))",
                "answered:",
                try Self.edited(
                    document, example.form.edits(example.field, to: example.answer, in: place), example),
                "cleared:",
                try Self.edited(document, example.form.edits(example.field, to: nil, in: place), example),
            ] + (try Self.hostile(document, example, place))
        try Self.expectRestored(document, example, place)
        let problem = Snapshot("\(Self.folder)/\(name.dropLast(3)).txt").problem(
            with: picture.joined(separator: "\n") + "\n")
        #expect(problem == nil, "\(problem ?? "")")
    }

    private static func place(in document: MarkdownDocument, _ example: FormExample) throws -> SectionPlace {
        let values = StateValues(
            notApplicable: "Not applicable: {reason}", unknown: "{who} might know",
            unknownToAll: "Open question")
        let section = try #require(
            document.sections.first { $0.title == "Section" || $0.level == 1 && $0.heading != nil })
        return SectionPlace(document: document, section: section, values: values, fields: [example.field])
    }

    private static func hostile(_ document: MarkdownDocument, _ example: FormExample, _ place: SectionPlace)
        throws
        -> [String]
    {
        guard let hostile = example.hostile else { return [] }
        let content = hostile.normalized(as: example.form.shape(of: example.field))
        let edits = example.form.edits(example.field, to: content, in: place)
        return ["hostile:", try edited(document, edits, example)]
    }

    /// What does not fit its form comes back byte for byte after it was cleared or added to.
    private static func expectRestored(
        _ document: MarkdownDocument, _ example: FormExample, _ place: SectionPlace
    )
        throws
    {
        guard case .markdown? = example.form.read(example.field, in: place).content else { return }
        let present = example.form.read(example.field, in: place).content
        for content in [nil, example.answer] {
            guard let edits = example.form.edits(example.field, to: content, in: place) else { continue }
            let after = document.applying(edits)
            let back = example.form.edits(example.field, to: present, in: try Self.place(in: after, example))
            #expect(after.applying(try #require(back)).bytes == document.bytes)
        }
    }

    /// The section after an edit, with what is read then; what lies behind it must not have changed.
    private static func edited(_ document: MarkdownDocument, _ edits: [TextEdit]?, _ example: FormExample)
        throws
        -> String
    {
        guard let edits else { return "  (refused)" }
        let after = document.applying(edits)
        let place = try place(in: after, example)
        let heading = try #require(place.section.heading)
        let isTitle = place.section.level == 1
        let end = isTitle ? place.section.body.upperBound : place.section.subtree.upperBound
        #expect(after.text(end..<after.bytes.count) == "## Behind\n\nstays\n")
        let lines = after.text(heading.range.lowerBound..<end)
            .split(separator: "\n", omittingEmptySubsequences: false).dropFirst(isTitle ? 0 : 2)
            .map { $0.isEmpty ? "" : "  " + $0 }
        return lines.reversed().drop { $0.isEmpty }.reversed().joined(separator: "\n")
            + "\nreads \(told(example.form.read(example.field, in: place)))"
    }

    private static func told(_ reading: Reading) -> String {
        let parts = ContentParts(reading.content).shown.map { "\n  " + $0 }.joined()
        return reading.state.rawValue + (parts.isEmpty ? "" : ":" + parts)
    }
}
