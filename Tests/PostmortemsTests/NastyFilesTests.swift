import Guides
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("Answers find their place among everything that Markdown can hold") struct NastyFilesTests {
    private static let folder = "Tests/LosslessMarkdownTests/Corpus"

    /// One question each of forms that differ.
    private static let questions = [
        "summary.severity", "quick-summary.text", "successes.items", "timeline.discovery",
        "five-whys.problem",
    ].map { QuestionID($0)! }

    private static let blank = Result { Postmortem.blank(try TestGuides.standard()) }

    /// Stands above and below what the section holds.
    @Test(arguments: Repository.files(in: folder)) func aroundAnAnswer(_ name: String) throws {
        let nasty = Repository.bytes("\(Self.folder)/\(name)")
        let blank = try Self.blank.get()
        var taken = 0
        for (number, id) in Self.questions.enumerated() {
            var bytes = blank.document.bytes
            let body = try #require(blank.section(id.section)).body
            for place in [body.upperBound, body.lowerBound] {
                bytes.insert(contentsOf: nasty + Array("\n\n".utf8), at: place)
            }
            let before = Postmortem(MarkdownDocument(bytes), guide: blank.guide)
            #expect(before.document.bytes == bytes)
            taken += try LosslessEdit(before: before, id: id).takes(HostileText.all[number], name) ? 1 : 0
        }
        // A heading among it ends the section, and what is below it belongs to no question.
        #expect(taken >= 3)
    }
}
