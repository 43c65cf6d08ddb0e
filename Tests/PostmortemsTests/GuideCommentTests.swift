import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("A document names the guide it follows") struct GuideCommentTests {
    /// One that has grown from the short guide is asked by the longer one from then on.
    @Test func theCommentIsChanged() throws {
        let short = Postmortem.blank(try TestGuides.short())
        let grown = Postmortem(short.document, guide: try TestGuides.standard()).namingItsGuide
        let (before, after) = (
            String(decoding: short.document.bytes, as: UTF8.self),
            String(decoding: grown.document.bytes, as: UTF8.self)
        )
        #expect(
            after == before.replacing("<!-- debrief:guide short -->", with: "<!-- debrief:guide standard -->")
        )
        #expect(GuideMatch.named(in: grown.document) == "standard")
    }

    @Test func noneIsAdded() throws {
        let byHand = Postmortem(
            MarkdownDocument("# Incident Postmortem: x\n"), guide: try TestGuides.standard())
        #expect(byHand.namingItsGuide.document.bytes == byHand.document.bytes)
    }
}
