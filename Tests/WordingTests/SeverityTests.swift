import LosslessMarkdown
import Testing

@testable import Wording

/// An error where others are judged, a warning where it is we, anybody in particular, or the event.
@Suite struct SeverityTests {
    @Test(arguments: [
        ("He forgot the flag.", "error"),
        ("The vendor left us in the dark about the cut.", "error"),
        ("The data team always changes it without telling anyone.", "error"),
        ("The vendor was hoping we would not notice.", "error"),
        ("Why didn't the night shift call anyone?", "error"),
        ("Why didn't you ask before deleting the volume?", "error"),
        ("Who approved this?", "error"),
        ("Somebody in procurement wiped the shared calendar.", "error"),
        ("As usual, the billing team was the last to join the call.", "error"),
        ("Surprise, surprise: the vendor had no spare fan.", "error"),
        ("QA \"tested\" the patch, so we shipped it.", "error"),
        ("A glance at the chart would have told the foreman that it leaked.", "error"),
        ("Whatever possessed the foreman to use real glass?", "error"),
        ("It was human error.", "error"),
        ("We forgot the flag.", "warning"),
        ("I made a mistake.", "warning"),
        ("Our own want of discipline let the sample sit.", "warning"),
        ("Why did nobody test the failover?", "warning"),
        ("How could anyone approve a diff of 4,000 lines?", "warning"),
        ("A glance at the chart would have told us that it leaked.", "warning"),
        ("Surprise, surprise: the pump failed again.", "warning"),
        ("The outage was easily preventable.", "warning"),
        ("(actions) The vendor must be more careful.", "warning"),
    ])
    func severity(_ picture: String, _ expected: String) {
        let text = picture.replacing("(actions) ", with: "")
        let document = MarkdownDocument(text)
        let kinds = picture == text ? [] : [(0..<document.bytes.count + 1, "actions")]
        let findings = Packs.checker.findings(in: document, WordingContext(sections: kinds))
        #expect(findings.map(\.severity.rawValue) == [expected])
    }
}
