import TestSupport
import Testing

@testable import TerminalIO

@Suite("A line that is not redrawn") struct PlainLineTests {
    /// What was typed, as text and as a screen shows its echo.
    private func typed(_ keys: String...) -> (line: PlainLine, shown: String, asked: [PlainLine.Request]) {
        var (line, screen) = (PlainLine(), Screen(columns: 40, rows: 4))
        var asked: [PlainLine.Request] = []
        for burst in keys {
            line.expect(burst.utf8.count)
            for byte in burst.utf8 {
                if let request = line.take(byte) { asked.append(request) }
                screen.feed(line.takeEcho().replacing("\n", with: "\r\n").utf8)
            }
            line.pause()
            line.endPaste()
            screen.feed(line.takeEcho().replacing("\n", with: "\r\n").utf8)
        }
        return (line, screen.text, asked)
    }

    @Test(arguments: [
        ("abc\u{7F}d", "abd"), ("é日\u{7F}x", "éx"), ("one two  \u{17}three", "one three"),
        ("gone\u{15}new", "new"),
        ("\u{7F}\u{17}\u{15}a", "a"), ("a\u{8}b", "b"), ("e\u{301}x", "e\u{301}x"),
        ("\u{1}a\u{B}b\u{1C}", "ab"),
    ]) func showsWhatItHolds(_ keys: String, _ text: String) {
        let result = typed(keys)
        #expect(result.line.text == text)
        #expect(result.shown == text)
        #expect(result.asked == [])
    }

    @Test func bytesThatAreNoCharacterAreReplaced() {
        var line = PlainLine()
        for byte: UInt8 in [0x61, 0xFF, 0x62, 0xE2, 0x82, 0x63, 0x0D] { _ = line.take(byte) }
        #expect(line.text == "a\u{FFFD}b\u{FFFD}c")
        #expect(line.hasReplaced)
        #expect(!typed("é日👩‍💻").line.hasReplaced)
    }

    @Test func keysAskOnlyForWhatTheyMean() {
        #expect(typed("a\r").asked == [.enter])
        #expect(typed("\u{4}").asked == [.endOfInput])
        #expect(typed("a\u{4}").asked == [], "on a line with text, it is no end")
        #expect(typed("a\u{3}").asked == [.interrupt])
        #expect(typed("\u{1A}").asked == [.suspend])
        #expect(typed("\u{1B}OM").asked == [.enter])
        #expect(typed("a\tb\u{7F}\u{7F}").asked == [.showAgain], "nobody knows how wide a tab was")
    }

    @Test func upAndDownAskForEarlierLines() {
        #expect(
            typed("a\u{1B}[A", "\u{1B}OA", "\u{1B}[B", "\u{1B}OB").asked == [.older, .older, .newer, .newer])
    }

    @Test func whatStandsOnItIsMendedLikeWhatIsTyped() {
        var line = PlainLine("a worf")
        for byte in "\u{7F}d!".utf8 { _ = line.take(byte) }
        #expect(line.text == "a word!")
    }

    @Test func pastesAskForNothing() {
        let paste = typed("a\u{1B}[200~b\r\nc\u{3}\u{1B}[201~\rd\u{4}", "\r")
        #expect(paste.line.text == "ab\nc\nd")
        #expect(paste.line.isPasted)
        #expect(paste.asked == [.enter])
    }

    @Test func aPasteGoesOnAfterASilence() {
        let paste = typed("\u{1B}[200~b", "\r:quit\rand more of it", "\u{1B}[201~", "\r")
        #expect(paste.line.text == "b\n:quit\nand more of it")
        #expect(paste.asked == [.enter])
    }

    @Test(arguments: ["[15~", "[1;2A", "[<0;10;10M", "[97;5u", "OP", "[[A", "[Z", "\u{1B}[D", "x", ""])
    func keysThatMeanNothingLeaveNothing(_ sequence: String) {
        #expect(typed("a", "\u{1B}\(sequence)", "b").line.text == "ab")
    }
}
