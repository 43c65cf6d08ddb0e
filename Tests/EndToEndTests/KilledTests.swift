import Glibc
import TestSupport
import Testing

@Suite("kill -9 at any keystroke") struct KilledTests {
    /// An interview as it is typed, each line with the prompt it is typed at and what the document holds once it is accepted.
    private static let script: [(prompt: String, keys: [Key], accepted: String)] = [
        ("Title ›", [.text("Checkout was sløw")], "Incident Postmortem: Checkout was sløw\n"),
        ("Date ›", [.text("2026-03-02")], "| 2026-03-02 "),
        ("Time (Start) ›", [.text("1405")], "| 14:05 UTC "),
        ("Time (End) ›", [.text(":goto quick-summary")], ""),
        (
            "Quick summary ›", [.text("First line"), .altEnter, .text("second line")],
            "\nFirst line\nsecond line\n"
        ),
    ]

    /// `DEBRIEF_KILLS` sets how many, for long runs by hand.
    private static let seeds = 0..<(getenv("DEBRIEF_KILLS").flatMap { Int(String(cString: $0)) } ?? 10)

    /// Every keystroke of the script up to a place chosen by the seed; then the process is gone without a word.
    @Test(arguments: seeds) func losesNothing(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let talk = try TerminalInterview()
        let place = Int.random(in: 0..<5, using: &random)
        var accepted: [String] = []
        for step in Self.script[..<place] {
            try talk.terminal.prompt(step.prompt)
            for key in step.keys { talk.send(key) }
            talk.send(.enter)
            if !step.accepted.isEmpty { accepted.append(step.accepted) }
        }
        let step = Self.script[place]
        try talk.terminal.prompt(step.prompt)
        let keys = step.keys.flatMap(\.strokes)
        let typed = keys.prefix(.random(in: 0...keys.count, using: &random))
        for key in typed {
            talk.send(key)
            usleep(2_000)
        }
        let isInAHurry = Bool.random(using: &random)
        if !isInAHurry { usleep(1_000_000) }
        kill(talk.terminal.pid, SIGKILL)
        #expect(try talk.terminal.waitForExit() == 137)
        for text in accepted {
            #expect(talk.document.contains(text), "\(text) after a kill in step \(place)")
        }
        try talk.reopen()
        try talk.terminal.wait(for: "a prompt") { $0.cursorLine.contains("›") || $0.text.contains("› ") }
        let text = typed.map { $0.bytes == Key.altEnter.bytes ? "\n" : $0.bytes }.joined()
        guard !isInAHurry, !text.isEmpty else { return }
        for line in text.split(separator: "\n") { try talk.terminal.expect(String(line)) }
        guard [0, 4].contains(place) else { return }
        talk.send(.enter)
        let answer = text.last?.isWhitespace == true ? String(text.dropLast()) : text
        try talk.wait(for: "'\(answer)' in the document") { $0.contains(answer) }
    }

    /// Somebody who types without a pause is never more than a second ahead of the draft.
    @Test func evenWhereNobodyPauses() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        for _ in 0..<30 {
            talk.type("word ")
            usleep(80_000)
        }
        kill(talk.terminal.pid, SIGKILL)
        #expect(try talk.terminal.waitForExit() == 137)
        try talk.reopen()
        try talk.terminal.expect("What was being typed when the last session ended is back on the line.")
        try talk.terminal.wait(for: "most of the words") { screen in
            screen.text.split(separator: " ").count { $0 == "word" } >= 16
        }
    }

    /// Commands that were run, and lines that were given up, are not being typed any more.
    @Test(arguments: [":list", "given up"]) func whatIsDoneWithIsNoDraft(_ text: String) throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type(text)
        try talk.terminal.prompt("Title ›", text)
        usleep(700_000)
        talk.send(text.hasPrefix(":") ? .enter : .control("c"))
        try talk.terminal.wait(for: "an empty line") {
            $0.cursorLine.hasPrefix("Title ›") && !$0.cursorLine.contains(text)
        }
        kill(talk.terminal.pid, SIGKILL)
        _ = try talk.terminal.waitForExit()
        try talk.reopen()
        try talk.terminal.prompt("Title ›")
        #expect(!talk.terminal.screen.cursorLine.contains(text))
        #expect(!talk.terminal.screen.text.contains("being typed"))
    }

    /// The disk was full, so the answer was in memory alone; a copy of it is in the state folder.
    @Test func evenWhatCouldNotBeSavedIsKept() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        chmod(talk.folder[TerminalInterview.file], 0o444)
        try talk.answer("Only in memory", thenAsks: "Date ›")
        kill(talk.terminal.pid, SIGKILL)
        _ = try talk.terminal.waitForExit()
        chmod(talk.folder[TerminalInterview.file], 0o644)
        try talk.reopen()
        try talk.terminal.expect(".save'")
        let copy = try #require(talk.folder.names.first { $0.hasSuffix(".save") })
        #expect(talk.folder.text(copy).contains("Incident Postmortem: Only in memory\n"))
    }

    /// What a person gave up is not offered; what was accepted is not asked again.
    @Test func aDraftIsOfferedOnce() throws {
        let talk = try TerminalInterview()
        try talk.terminal.prompt("Title ›")
        talk.type("half a tit")
        usleep(1_000_000)
        kill(talk.terminal.pid, SIGKILL)
        _ = try talk.terminal.waitForExit()
        try talk.reopen()
        try talk.terminal.prompt("Title ›", "half a tit")
        #expect(!talk.document.contains("half a tit"), "a draft is no answer")
        try talk.answer("le", thenAsks: "Date ›")
        kill(talk.terminal.pid, SIGKILL)
        _ = try talk.terminal.waitForExit()
        try talk.reopen()
        try talk.terminal.prompt("Date ›")
        #expect(!talk.terminal.screen.text.contains("being typed"))
        #expect(talk.document.contains("Incident Postmortem: half a title\n"))
    }
}
