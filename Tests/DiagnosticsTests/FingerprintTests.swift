import Diagnostics
import Testing

@Suite("What makes a finding the same one") struct FingerprintTests {
    private func fingerprints(_ text: String) -> [String] {
        FindingFingerprint.all(of: MarkedText(text).findings(file: "a.md"))
    }

    @Test func movedAndRewrappedSentencesAreTheSame() {
        let first = fingerprints("One. The engineer ⟦failed to⟧ check the graph. Two.\n")
        #expect(
            first == fingerprints("\n\nOther words. The engineer\n  ⟦failed\nto⟧ check   the graph. More.\n"))
        #expect(first == fingerprints("One.\r\n\r\nThe engineer ⟦failed to⟧ check the\r\ngraph.\r\n"))
    }

    @Test func otherWordsAreAnother() {
        let first = fingerprints("The engineer ⟦failed to⟧ check the graph.\n")
        #expect(first != fingerprints("The operator ⟦failed to⟧ check the graph.\n"))
        #expect(first != fingerprints("The engineer ⟦failed to⟧ check the graphs.\n"))
    }

    @Test func equalSentencesAreCounted() {
        let both = fingerprints(
            "He ⟦failed to⟧ look.\n\nIt ⟦x⟧.\n\nIt ⟦y⟧.\n\nHe ⟦failed to⟧ look.\n")
        #expect(both[0].dropLast(2) == both[3].dropLast(2))
        #expect(both[0].hasSuffix(":1") && both[3].hasSuffix(":2"))
    }
}
