import Glibc
import TestSupport
import Testing

@Suite("Random keys do no harm") struct RandomKeysTests {
    /// 60 keys on a small window that changes its size; then an answer is given as if nothing had been.
    @Test(arguments: 0..<12) func onASmallTerminal(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let talk = try TerminalInterview(columns: 20 + seed * 4, rows: 4 + seed)
        try talk.terminal.wait(for: "the prompt") { $0.text.contains("Title ›") }
        for _ in 0..<60 { press(&random, talk) }
        talk.terminal.resize(columns: 80, rows: 24)
        usleep(150_000)
        talk.send(.control("c"))
        try talk.terminal.expect("Line given up")
        usleep(50_000)
        talk.type(":goto document.title\r")
        try talk.terminal.wait(for: "the title") { $0.cursorLine.hasPrefix("Title ›") }
        talk.send(.control("e"), .control("u"))
        talk.type("Still here \(seed)\r")
        try talk.terminal.wait(for: "the next question") { $0.cursorLine.hasPrefix("Date ›") }
        #expect(talk.document.contains("Still here \(seed)\n"))
    }

    private static let texts = [
        "a", "é", "日", "👩‍💻", " ", "word ", ":", "|", "\u{301}", "longer text with words ",
    ]

    private func press(_ random: inout SeededGenerator, _ talk: TerminalInterview) {
        let keys: [Key] = [
            .left, .right, .up, .down, .home, .end, .backspace, .tab, .altEnter, .control("k"), .control("w"),
            .control("y"), .control("t"), .control("l"), .control("j"), .paste("two\nlines"), .control("u"),
            .control("f"),
        ]
        switch Int.random(in: 0..<10, using: &random) {
        case 0:
            talk.terminal.resize(
                columns: .random(in: 12...90, using: &random), rows: .random(in: 3...30, using: &random))
        case 1...5: talk.type(Self.texts.randomElement(using: &random)!)
        default:
            let key = keys.randomElement(using: &random)!
            talk.send(key)
            // Keys that come with a paste are a part of it.
            if key.bytes.contains("[200~") { usleep(100_000) }
        }
    }
}
