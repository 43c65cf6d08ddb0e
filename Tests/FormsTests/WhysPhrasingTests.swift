import Forms
import Testing

@Suite("The next question quotes the answer as it was typed") struct WhysPhrasingTests {
    private static let phrasing = WhysPhrasing(
        askNext: #"What made "{answer}" possible?"#, askMore: "What else?", askEvidence: "How do we know?",
        labels: .init(evidence: "Evidence", ends: "Ends here", action: "Action"), chains: [])

    @Test(arguments: [
        (#"Action\: x"#, "Action: x"), (##"\# one"##, "# one"), (#"1\. three"#, "1. three"),
        (#"C:\tmp was full"#, #"C:\tmp was full"#), (#"a \* b"#, #"a \* b"#),
    ]) func withoutTheBackslashesOfTheDocument(_ answer: String, _ quoted: String) {
        #expect(Self.phrasing.question(after: answer) == "What made \"\(quoted)\" possible?")
    }
}
