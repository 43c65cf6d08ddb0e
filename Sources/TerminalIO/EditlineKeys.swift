import CEditline
import DisplayText
import Glibc

/// What a key function tells libedit to do next.
enum KeyResult {
    static let norm = UInt8(CC_NORM)
    static let eof = UInt8(CC_EOF)
    static let refresh = UInt8(CC_REFRESH)
    static let cursor = UInt8(CC_CURSOR)
    static let error = UInt8(CC_ERROR)
    static let redisplay = UInt8(CC_REDISPLAY)
    static let beep = UInt8(CC_REFRESH_BEEP)
}

extension EditlineTerminal {
    func addFunctions() {
        add("debrief-prefill") { line, _ in
            let terminal = EditlineTerminal.of(line)
            el_insertstr(line, terminal.spelledOut.spelling(terminal.prefill))
            return KeyResult.refresh
        }
        add("debrief-insert") { line, _ in EditlineTerminal.of(line).insertPending() }
        add("debrief-newline") { line, _ in
            el_insertstr(line, "\n")
            return KeyResult.refresh
        }
        add("debrief-paste") { line, _ in EditlineTerminal.of(line).paste() }
        add("debrief-interrupt") { line, _ in
            el_cursor(line, Int32.max / 2)
            el_push(line, PrivateKey.giveUp.sequence)
            return KeyResult.cursor
        }
        add("debrief-give-up") { line, _ in
            let terminal = EditlineTerminal.of(line)
            terminal.interruptedLine = terminal.currentText
            ceditline_put("^C\r\n")
            return KeyResult.eof
        }
        add("debrief-suspend") { line, _ in EditlineTerminal.of(line).suspend() }
        add("debrief-complete") { line, _ in EditlineTerminal.of(line).complete() }
        add("debrief-list") { line, _ in EditlineTerminal.of(line).showListing() }
        add("debrief-up") { line, _ in EditlineTerminal.of(line).moveUp() }
        add("debrief-down") { line, _ in EditlineTerminal.of(line).moveDown() }
        add("debrief-editor") { line, _ in EditlineTerminal.of(line).editOutside() }
        add("debrief-search") { line, _ in EditlineTerminal.of(line).search() }
        add("debrief-end") { line, _ in EditlineTerminal.of(line).deleteOrEnd() }
        add("debrief-submit") { line, _ in EditlineTerminal.of(line).submit() }
    }

    private func add(_ name: String, _ function: ceditline_key_fn) {
        ceditline_add_function(line, name, name, function)
    }

    /// After `~/.editrc` was read, because its `bind -v` would wipe these.
    func bindKeys(_ own: EditrcKeys) {
        let isVi = ceditline_editor(line).map { String(cString: $0) } == "vi"
        for key in PrivateKey.allCases {
            ceditline_bind(line, key.sequence, key.function)
            if isVi { ceditline_bind_alternate(line, key.sequence, key.function) }
        }
        let controls = [
            ("^J", "debrief-newline"), ("^M", "debrief-submit"), ("^C", "debrief-interrupt"),
            ("^Z", "debrief-suspend"),
            ("^D", "debrief-end"), ("^I", "debrief-complete"), ("^R", "debrief-search"),
        ]
        for (key, function) in controls {
            ceditline_bind(line, key, function)
            if isVi, ["^M", "^C", "^Z", "^D"].contains(key) { ceditline_bind_alternate(line, key, function) }
        }
        ceditline_bind(line, "\u{18}\u{05}", "debrief-editor")
        if isVi { ceditline_bind_alternate(line, "v", "debrief-editor") }
        releaseCommandPrompt(own, isVi: isVi)
    }

    /// Keys of libedit that ask for one of its own commands, in the middle of an answer, do nothing unless a person asked
    /// for them.
    private func releaseCommandPrompt(_ own: EditrcKeys, isVi: Bool) {
        if isVi {
            if !own.wants(commandPromptAt: [":"]) { ceditline_bind_alternate(line, ":", "ed-unassigned") }
            return
        }
        for letter in ["x", "X"] where !own.wants(commandPromptAt: Self.altSpellings.map { $0 + letter }) {
            ceditline_bind(line, "\u{1B}" + letter, "ed-unassigned")
        }
    }

    /// How Alt is written in `~/.editrc`.
    private static let altSpellings = ["^[", "\\e", "\\E", "\\033", "\\M-", "M-", "\u{1B}"]

    private func insertPending() -> UInt8 {
        el_insertstr(line, spelledOut.spelling(pendingInsert))
        pendingInsert = ""
        return KeyResult.refresh
    }

    private func submit() -> UInt8 {
        el_push(line, PrivateKey.accept.sequence)
        return KeyResult.norm
    }

    private func deleteOrEnd() -> UInt8 {
        guard let info = el_line(line) else { return KeyResult.error }
        if info.pointee.buffer == info.pointee.lastchar { return KeyResult.eof }
        if info.pointee.cursor == info.pointee.lastchar { return KeyResult.beep }
        el_push(line, PrivateKey.deleteNext.sequence)
        return KeyResult.norm
    }

    private func editOutside() -> UInt8 {
        markPastes(false)
        let edited = edit(expanded(currentText))
        if terminatingSignal == 0 { markPastes(true) }
        switch edited {
        case .unchanged: break
        case .failed(let problem): sayBelow([problem])
        case .changed(let text, let notices):
            sayBelow(notices)
            setText(text)
            origin = .editor
        }
        return terminatingSignal == 0 ? KeyResult.redisplay : KeyResult.eof
    }

    /// Words that come between a line and its being drawn again.
    private func sayBelow(_ problems: [String]) {
        guard !problems.isEmpty else { return }
        ceditline_put("\r\n")
        for problem in problems { show(StyledText(problem, .problem)) }
    }
}

func monotonicMilliseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
}
