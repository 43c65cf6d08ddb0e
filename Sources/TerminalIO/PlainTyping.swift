import DisplayText
import Glibc

/// Lines that a person types without a line editor. The keys are met here and not by the terminal's driver, which cuts a
/// line at 4,095 bytes and cannot tell what was pasted from what was typed.
extension PlainTerminal {
    private static let draftMilliseconds: UInt64 = 400

    /// - Parameter found: the terminal as it was.
    func readTyped(_ request: LineRequest, _ found: termios) -> LineOutcome {
        if endedBy != 0 { return .terminated(signal: endedBy, draft: request.prefill) }
        (line, lastDraft) = (PlainLine(), request.prefill)
        prompt = visible(request.prompt.text)
        let filling = filling(request)
        history.begin(request.history)
        takeKeys(found)
        markPastes(true)
        defer { markPastes(false) }
        offer(filling)
        put(prompt + visible(line.text))
        while true {
            while !input.isEmpty {
                let asked = line.take(input.removeFirst())
                echo(line.takeEcho())
                if let asked, let outcome = answer(asked, found) { return outcome }
            }
            if let outcome = waitForKeys(found) {
                guard case .terminated(let signal, let draft) = outcome, draft.isEmpty else { return outcome }
                return .terminated(signal: signal, draft: request.prefill)
            }
        }
    }

    /// What was typed ahead was not meant to go behind a line that came back.
    private func filling(_ request: LineRequest) -> String {
        guard request.givesWay, !request.prefill.isEmpty, !input.isEmpty || TypedAhead.isWaiting else {
            return request.prefill
        }
        remember(request.prefill, in: request.history)
        show(StyledText(TypedAhead.notice, .hint))
        return ""
    }

    /// Puts a text on the line, to be mended or taken with Enter.
    private func offer(_ text: String) {
        offered = ""
        guard !text.isEmpty else { return }
        if echoes {
            line = PlainLine(text)
            let hint = "What stands on the line below is taken with Enter; Ctrl-U empties it."
            if !knowsFilledLines { show(StyledText(hint, .hint)) }
            knowsFilledLines = true
        } else {
            offered = text
            show(
                StyledText("Enter takes this, other words take its place: ", .hint) + StyledText(text, .value)
            )
        }
    }

    /// What Enter takes.
    private var whole: String { line.text.isEmpty ? offered : line.text }

    private func answer(_ asked: PlainLine.Request, _ found: termios) -> LineOutcome? {
        switch asked {
        case .enter:
            echo("\n")
            if line.hasReplaced { show(StyledText(ReplacedBytes.notice, .problem)) }
            return .line(EnteredLine(text: whole, origin: line.isPasted ? .pasted : .typed))
        case .interrupt:
            echo("^C\n")
            return .interrupted(discarded: whole)
        case .endOfInput: return .endOfInput
        case .suspend:
            echo("^Z\n")
            giveKeysBack(found)
            kill(0, SIGTSTP)
            return comeBack(found)
        case .showAgain:
            echo("\n" + prompt + visible(line.text))
            return nil
        case .older: return recall(history.older(than: line.text), found)
        case .newer: return recall(history.newer(), found)
        }
    }

    private func recall(_ text: String?, _ found: termios) -> LineOutcome? {
        guard let text else { return nil }
        line.replace(with: text)
        return answer(.showAgain, found)
    }

    /// Waits for keys or a signal; an outcome where the line ends without Enter.
    private func waitForKeys(_ found: termios) -> LineOutcome? {
        var waiting = [
            pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
            pollfd(fd: SignalPipe.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        if monotonicMilliseconds() >= nextDraftTime { tellDraft() }
        let patience =
            line.isInOne
            ? BracketedPaste.burstMilliseconds
            : Int32(line.isInPaste ? BracketedPaste.silenceMilliseconds : Self.draftMilliseconds)
        let ready = poll(&waiting, 2, patience)
        if ready == 0 { pause() }
        guard ready > 0 else { return nil }
        if waiting[1].revents & Int16(POLLIN) != 0 { return takeSignals(found) }
        return fill(isGone: waiting[0].revents & Int16(POLLHUP) != 0)
    }

    private func pause() {
        line.pause()
        line.endPaste()
        echo(line.takeEcho())
        tellDraft()
    }

    private func fill(isGone: Bool) -> LineOutcome? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(0, &buffer, buffer.count)
        if count < 0, errno == EINTR { return nil }
        guard count > 0 else {
            return isGone || count < 0 ? .terminated(signal: SIGHUP, draft: line.text) : .endOfInput
        }
        line.expect(count)
        input = Array(buffer[..<count])[...]
        return nil
    }

    private func takeSignals(_ found: termios) -> LineOutcome? {
        let signals = SignalPipe.drain()
        if signals.ending == nil, signals.contains(SIGINT) { return answer(.interrupt, found) }
        if signals.ending == nil, signals.contains(SIGCONT) { return comeBack(found) }
        return signals.ending.map { end(by: $0) }
    }

    private func tellDraft() {
        nextDraftTime = monotonicMilliseconds() + Self.draftMilliseconds
        guard whole != lastDraft else { return }
        lastDraft = whole
        onIdle?(whole)
    }

    // MARK: whose terminal it is

    /// Keys come one by one and are shown by us, if they were shown before.
    func takeKeys(_ found: termios) {
        var keys = found
        keys.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
        (keys.c_cc.5, keys.c_cc.6) = (0, 1)  // VTIME, VMIN: one byte is enough, however long it takes
        tcsetattr(0, TCSADRAIN, &keys)
    }

    func giveKeysBack(_ found: termios) {
        markPastes(false)
        var found = found
        tcsetattr(0, TCSADRAIN, &found)
    }

    /// The line goes on, unless a signal ended the program meanwhile.
    private func comeBack(_ found: termios) -> LineOutcome? {
        if let ending = Foreground.waitForTurn().ending { return end(by: ending) }
        takeKeys(found)
        markPastes(true)
        return answer(.showAgain, found)
    }

    private func end(by signal: Int32) -> LineOutcome {
        Foreground.leaveBehind()
        return .terminated(signal: signal, draft: line.text)
    }

    /// A terminal that knows no escape sequences would show these.
    private func markPastes(_ isOn: Bool) {
        guard marksPastes, Foreground.isOurs else { return }
        put(isOn ? BracketedPaste.on : BracketedPaste.off)
        BracketedPaste.output = isOn ? output : -1
    }

    /// Keys are shown where the terminal showed them before.
    private func echo(_ keys: String) {
        if echoes, !keys.isEmpty { put(keys) }
    }
}
