import Glibc
import TestSupport
import Testing

@Suite("The screen shows the line as it is now, and nothing of what it was") struct LongLinesTests {
    /// A window and whether the prompt has colours; the low ones ask at the bottom of the screen.
    struct Window: Sendable, CustomTestStringConvertible {
        var columns: Int
        var rows: Int
        var environment: [String: String] = [:]

        var testDescription: String { "\(columns)x\(rows)\(environment.isEmpty ? "" : ", no colours")" }

        static let all = [
            Window(columns: 80, rows: 24), Window(columns: 80, rows: 8), Window(columns: 36, rows: 24),
            Window(columns: 36, rows: 9), Window(columns: 80, rows: 8, environment: ["NO_COLOR": "1"]),
            Window(columns: 36, rows: 24, environment: ["TERM": "tmux-256color"]),
        ]
    }

    private static let label = "Title ›"

    private func open(_ window: Window) throws -> TerminalInterview {
        let talk = try TerminalInterview(
            environment: window.environment, columns: window.columns, rows: window.rows)
        try talk.terminal.wait(for: "the prompt") { $0.cursorLine.hasPrefix(Self.label) }
        return talk
    }

    /// Three rows, whatever the window; the last is not full.
    private func long(_ window: Window, _ word: String = "shelf") -> String {
        let count = (window.columns * 5 / 2 - Self.label.count) / (word.count + 1)
        return Array(repeating: word, count: count).joined(separator: " ")
    }

    /// Waits until the prompt and the text stand on the screen, with nothing below and nothing but the place of the
    /// section beside them.
    private func sees(
        _ text: String, _ talk: TerminalInterview, _ window: Window, _ step: String = "the line"
    )
        throws
    {
        let wanted = Self.rows(of: "\(Self.label) \(text)", columns: window.columns)
        try talk.terminal.wait(for: "\(step) as \(wanted)", seconds: 10) { screen in
            guard let first = screen.lines.lastIndex(where: { $0.hasPrefix(Self.label) }) else {
                return false
            }
            let shown = screen.lines[first...].reversed().drop { $0.isEmpty }.reversed()
            return Array(shown.dropFirst()) == Array(wanted.dropFirst()) && Self.isRow(shown.first, wanted[0])
        }
    }

    /// The right prompt may stand at the end of the first row.
    private static func isRow(_ shown: String?, _ wanted: String) -> Bool {
        guard let shown, shown.hasPrefix(wanted) else { return false }
        let rest = shown.dropFirst(wanted.count)
        return rest.isEmpty || rest.hasPrefix("  ") && rest.contains("1/")
    }

    private static func rows(of text: String, columns: Int) -> [String] {
        let letters = Array(text)
        let rows = stride(from: 0, to: letters.count, by: columns).map { start in
            let row = String(letters[start..<min(start + columns, letters.count)])
            return String(row.reversed().drop { $0 == " " }.reversed())
        }
        return Array(rows.reversed().drop { $0.isEmpty }.reversed())
    }

    @Test(arguments: Window.all) func whenAnAnswerThatCameBackIsTypedAnew(_ window: Window) throws {
        let talk = try open(window)
        let long = long(window)
        talk.type(long + "\r")
        try talk.terminal.wait(for: "the next question") { $0.cursorLine.hasPrefix("Date ›") }
        talk.type(":back\r")
        try sees(long, talk, window)
        talk.send(.control("u"))
        try sees("", talk, window)
        talk.type("short")
        try sees("short", talk, window)
        talk.send(.enter)
        try talk.terminal.wait(for: "the next question") { $0.cursorLine.hasPrefix("Date ›") }
        #expect(talk.document.contains("Incident Postmortem: short\n"))
    }

    @Test(arguments: Window.all, [[Key.control("u")], [.control("a"), .control("k")]])
    func whenWhatWasJustTypedIsTakenBack(_ window: Window, _ keys: [Key]) throws {
        let talk = try open(window)
        for text in ["a few words", long(window)] {
            talk.type(text)
            try sees(text, talk, window)
            for key in keys { talk.send(key) }
            try sees("", talk, window)
        }
    }

    @Test(arguments: Window.all) func whenItHadWideCharactersAndLinesOfItsOwn(_ window: Window) throws {
        let talk = try open(window)
        talk.type(":goto quick-summary\r")
        let label = "Quick summary ›"
        try talk.terminal.wait(for: "the summary") { $0.cursorLine.hasPrefix(label) }
        let wide = Array(repeating: "日本語 é", count: window.columns / 5).joined(separator: ", ")
        try talk.paste("\(wide)\nsecond\n\(wide)!")
        talk.send(.control("u"))
        talk.type("short")
        try talk.terminal.wait(for: "the short text alone") { screen in
            guard let first = screen.lines.lastIndex(where: { $0.hasPrefix(label) }) else { return false }
            return screen.lines[first].hasPrefix("\(label) short")
                && screen.lines[(first + 1)...].allSatisfy(\.isEmpty)
        }
    }

    @Test(arguments: Window.all) func whenItsEndIsCutOffWordByWordOrAtOnce(_ window: Window) throws {
        let talk = try open(window)
        let long = long(window)
        talk.type(long + "\r")
        try talk.terminal.wait(for: "the next question") { $0.cursorLine.hasPrefix("Date ›") }
        talk.type(":back\r")
        try sees(long, talk, window)
        talk.send(.control("w"), .control("w"))
        try sees(String(long.dropLast(11)), talk, window)
        talk.send(.home, .right, .right, .right, .right, .right, .control("k"))
        try sees("shelf", talk, window)
        talk.type(" 7")
        try sees("shelf 7", talk, window)
    }

    @Test(arguments: Window.all) func whenLongAndShortAnswersComeBackInTurn(_ window: Window) throws {
        let talk = try open(window)
        let texts = ["one", long(window), "two", long(window, "crate")]
        for text in texts {
            talk.type(text + "\r")
            try talk.terminal.wait(for: "the next question") { $0.cursorLine.hasPrefix("Date ›") }
            talk.type(":goto document.title\r")
            try sees(text, talk, window)
            talk.send(.control("u"))
            try sees("", talk, window)
        }
        for text in texts.reversed() {
            talk.send(.up)
            try sees(text, talk, window)
        }
        for text in texts.dropFirst() {
            talk.send(.down)
            try sees(text, talk, window)
        }
    }

    @Test(arguments: Window.all) func whenItIsStoppedAndTakenUpAgain(_ window: Window) throws {
        let talk = try open(window)
        let long = long(window)
        talk.type(long)
        try sees(long, talk, window)
        talk.send(.home)
        let stopped = PtySession.clock
        kill(talk.terminal.pid, SIGSTOP)
        kill(talk.terminal.pid, SIGCONT)
        try talk.terminal.waitForQuiet(milliseconds: 200, after: stopped)
        try sees(long, talk, window)
        talk.send(.control("u"))
        try sees("", talk, window)
    }

    /// 100 keys, each with what the line must be by then.
    @Test(arguments: 0..<12) func afterEveryKey(_ seed: Int) throws {
        let window = Window.all[seed % Window.all.count]
        let talk = try open(window)
        var random = SeededGenerator(seed: UInt64(seed))
        var line = ModelLine()
        for step in 0..<100 {
            let key = line.press(&random, limit: window.columns * 3 - 20)
            talk.send(key)
            try sees(String(line.text), talk, window, "step \(step)")
        }
    }
}

/// What emacs keys make of a line.
private struct ModelLine {
    var text: [Character] = []
    private var at = 0

    mutating func press(_ random: inout SeededGenerator, limit: Int) -> Key {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: return control("a") { $0.at = 0 }
        case 1: return control("e") { $0.at = $0.text.count }
        case 2: return control("k") { $0.text.removeSubrange($0.at...) }
        case 3: return control("u") { ($0.text, $0.at) = ([], 0) }
        case 4...6: return control("w") { $0.cutWord() }
        case 7:
            at = max(0, at - 1)
            return .left
        case 8:
            at = min(text.count, at + 1)
            return .right
        case 9:
            if at > 0 {
                at -= 1
                text.remove(at: at)
            }
            return .backspace
        default:
            let words = Array(
                Array(repeating: ["ab ", "cde", "fghij "].randomElement(using: &random)!, count: 7).joined())
            guard text.count + words.count < limit else {
                return .right.moving { at = min(text.count, at + 1) }
            }
            text.insert(contentsOf: words, at: at)
            at += words.count
            return .text(String(words))
        }
    }

    private mutating func control(_ letter: Character, _ change: (inout ModelLine) -> Void) -> Key {
        change(&self)
        return .control(letter)
    }

    /// Blanks, then letters, back from the cursor.
    private mutating func cutWord() {
        var start = at
        while start > 0, text[start - 1] == " " { start -= 1 }
        while start > 0, text[start - 1] != " " { start -= 1 }
        text.removeSubrange(start..<at)
        at = start
    }
}

extension Key {
    fileprivate func moving(_ change: () -> Void) -> Key {
        change()
        return self
    }
}
