import LosslessMarkdown
import Postmortems
import TestSupport
import Testing

@Suite("A sentence names the zone of all times") struct ZoneNoteTests {
    @Test(arguments: [
        ("Times are in UTC.", "UTC"), ("Sometimes the page was slow. All times: CET.", "CET"),
        ("All times CEST, as the board shows them.", "CEST"), ("Sometimes UTC is shown.", nil),
        ("It failed three times.", nil), ("Nothing of the kind.", nil),
    ])
    func note(_ sentence: String, _ zone: String?) throws {
        let text = "# Incident Postmortem: P\n\n## Timeline\n\n\(sentence)\n"
        #expect(Postmortem(MarkdownDocument(text), guide: try TestGuides.standard()).zoneNote == zone)
    }
}
