import Forms
import Guides
import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("A title that is no UTF-8") struct TitleTests {
    private static let line = Array("# Incident Postmortem: plain ".utf8) + [0xFF, 0xFE, 0x0A]
    private static let rest = Array(
        "\n## Incident Summary\n\n## Impact Assessment\n\n## Timeline of Events\n".utf8)

    @Test func isReadAndWrittenInItsOwnPlace() throws {
        let postmortem = Postmortem(
            MarkdownDocument(Self.line + Self.rest), guide: try TestGuides.standard())
        let id = try #require(QuestionID("document.title"))
        #expect(postmortem.reading(id).content == .text("plain \u{FFFD}\u{FFFD}"))
        guard case .changed(let changed) = postmortem.setting(id, to: .text("Parcels late")) else {
            return _ = Issue.record("it takes another title")
        }
        #expect(changed.document.bytes == Array("# Incident Postmortem: Parcels late\n".utf8) + Self.rest)
    }
}
