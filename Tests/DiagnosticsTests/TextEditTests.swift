import Diagnostics
import TestSupport
import Testing

@Suite("Edits of a text") struct TextEditTests {
    private func edited(_ text: String, _ edits: TextEdit...) -> String {
        String(decoding: Array(text.utf8).applying(edits), as: UTF8.self)
    }

    @Test func replaceInsertAndRemove() {
        #expect(edited("one two three", TextEdit(4..<7, "2")) == "one 2 three")
        #expect(edited("ab", TextEdit(1..<1, "-")) == "a-b")
        #expect(edited("abc", TextEdit(1..<2, "")) == "ac")
        #expect(edited("", TextEdit(0..<0, "new")) == "new")
        #expect(edited("all", TextEdit(0..<3, "")) == "")
        #expect(edited("end", TextEdit(3..<3, "!")) == "end!")
        #expect(edited("same") == "same")
    }

    @Test func comeInAnyOrder() {
        #expect(edited("abcd", TextEdit(3..<4, "D"), TextEdit(0..<1, "A")) == "AbcD")
    }

    @Test func meet() {
        #expect(edited("abcd", TextEdit(0..<2, "x"), TextEdit(2..<4, "y")) == "xy")
        #expect(edited("abcd", TextEdit(2..<4, "y"), TextEdit(2..<2, "-")) == "ab-y")
    }

    @Test func insertionsAtOnePlaceKeepTheirOrder() {
        #expect(edited("ab", TextEdit(1..<1, "1"), TextEdit(1..<1, "2"), TextEdit(1..<1, "3")) == "a123b")
    }

    @Test func bytesThatAreNoTextStay() {
        let bytes: [UInt8] = [0xFF, 0x00, 0x0D, 0x0A, 0xC3]
        #expect(bytes.applying([]) == bytes)
        #expect(bytes.applying([TextEdit(1..<2, [0x41])]) == [0xFF, 0x41, 0x0D, 0x0A, 0xC3])
    }

    /// One edit after another from the back gives the same text as all of them at once.
    @Test func allAtOnceIsOneAfterAnother() {
        for seed in UInt64(0)..<200 {
            var random = SeededGenerator(seed: seed)
            let text = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
            let cuts = (0..<6).map { _ in Int.random(in: 0...40, using: &random) }.sorted()
            let edits = stride(from: 0, to: 6, by: 2).filter { $0 == 0 || cuts[$0] > cuts[$0 - 1] }.map {
                TextEdit(cuts[$0]..<cuts[$0 + 1], [UInt8](repeating: UInt8($0), count: $0))
            }
            let oneByOne = edits.reversed().reduce(text) { $0.applying([$1]) }
            #expect(text.applying(edits.shuffled(using: &random)) == oneByOne, "seed \(seed)")
        }
    }
}
