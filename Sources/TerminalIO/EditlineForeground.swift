import CEditline
import Glibc

/// Giving the terminal away and taking it back: to stop, for an editor or a pager, at the end.
extension EditlineTerminal {
    /// Runs something that wants the terminal as it was before.
    func withTerminalAsFound<Result>(_ body: () -> Result) -> Result {
        ceditline_set_int(line, EL_PREP_TERM, 0)
        var found = original
        tcsetattr(0, TCSADRAIN, &found)
        defer { takeTerminalBack() }
        return body()
    }

    /// Keys that were pressed for somebody else are done with; the window may have another size.
    private func takeTerminalBack() {
        let signals = Foreground.waitForTurn()
        wasInterrupted = signals.contains(SIGINT)
        if let ending = signals.ending { return end(by: ending) }
        ceditline_set_int(line, EL_PREP_TERM, 1)
        (input, inputPosition) = (input[inputPosition...] + TypedAhead.takeAll(), 0)
        if signals.contains(SIGWINCH) { raise(SIGWINCH) }
    }

    /// The line ends here. Where another program has the terminal by now, libedit is to leave it alone.
    func end(by signal: Int32) {
        terminatingSignal = signal
        guard !Foreground.isOurs else { return }
        ceditline_set_int(line, EL_EDITMODE, 0)
        Foreground.leaveBehind()
    }

    func markPastes(_ isOn: Bool) {
        BracketedPaste.output = isOn ? 1 : -1
        if Foreground.isOurs { ceditline_put(isOn ? BracketedPaste.on : BracketedPaste.off) }
    }

    /// Another process stopped and continued this one.
    func redrawAfterStop() {
        if let ending = Foreground.waitForTurn().ending { return end(by: ending) }
        ceditline_set_int(line, EL_PREP_TERM, 0)
        ceditline_set_int(line, EL_PREP_TERM, 1)
        leaveText()
        ceditline_put("\u{1B}[J")
        markPastes(true)
        ceditline_refresh(line)
    }

    /// To the start of the row below the text, wherever in it the cursor is.
    private func leaveText() {
        let text = Array(currentText.unicodeScalars)
        let below =
            rows(for: text[...], columns: drawnColumns)
            - rows(for: text[..<cursorPosition], columns: drawnColumns)
        ceditline_put((below > 0 ? "\u{1B}[\(below)B" : "") + "\r\n")
    }

    /// Ctrl-Z: what the terminal's driver would do, with the terminal as it was found.
    func suspend() -> UInt8 {
        leaveText()
        markPastes(false)
        withTerminalAsFound { _ = kill(0, SIGTSTP) }
        guard terminatingSignal == 0 else { return KeyResult.eof }
        markPastes(true)
        el_resize(line)
        pretendTall()
        drawnColumns = columns
        ceditline_refresh(line)
        return KeyResult.norm
    }
}
