import CEditline
import Glibc

/// How bytes come in: our reader in the place of libedit's.
extension EditlineTerminal {
    /// While text is being typed, the owner hears of it this often, and this long after the last key: never more than a
    /// second behind.
    private static let draftMilliseconds: UInt64 = 400

    /// One Unicode scalar for libedit: 1 for one, 0 at the end.
    func readScalar(into out: UnsafeMutablePointer<wchar_t>) -> Int32 {
        while let scalar = nextScalar() {
            if isInBurst {
                if let key = takeBurst(scalar) { return hand(key, to: out) }
                continue
            }
            if scalar == "\u{1B}" {
                switch readSequence() {
                case .key(let key): return hand(key, to: out)
                case .unknown: continue
                case .escape, .alt: break
                }
            }
            // libedit moves its cursor on by one for a character without width; our own key inserts it and redraws.
            if scalar.value > 0x7F, ceditline_width(scalar.value) == 0 {
                pendingInsert.unicodeScalars.append(scalar)
                return hand(.insertPending, to: out)
            }
            out.pointee = wchar_t(bitPattern: scalar.value)
            return 1
        }
        return 0
    }

    private func hand(_ key: PrivateKey, to out: UnsafeMutablePointer<wchar_t>) -> Int32 {
        el_push(line, String(key.rawValue))
        out.pointee = 0x1C
        return 1
    }

    /// Well-formed scalars; a byte that belongs to none comes as U+FFFD.
    func nextScalar() -> Unicode.Scalar? {
        guard let first = nextByte() else { return nil }
        if first < 0x80 { return Unicode.Scalar(first) }
        let count =
            first >= 0xF0 && first < 0xF5
            ? 3 : first >= 0xE0 && first < 0xF0 ? 2 : first >= 0xC2 && first < 0xE0 ? 1 : 0
        guard count > 0 else { return replacement() }
        var bytes = [first]
        for _ in 0..<count {
            guard let next = nextByte() else { return nil }
            guard next & 0xC0 == 0x80 else {
                inputPosition -= 1
                return replacement()
            }
            bytes.append(next)
        }
        return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first ?? replacement()
    }

    private func replacement() -> Unicode.Scalar {
        hasReplaced = true
        return "\u{FFFD}"
    }

    /// The next byte; nil at the end of input, for a signal that ends the program, and after so many milliseconds.
    func nextByte(within limit: UInt64 = .max) -> UInt8? {
        var start: UInt64?
        while terminatingSignal == 0 {
            if inputPosition < input.count {
                inputPosition += 1
                return input[inputPosition - 1]
            }
            let now = monotonicMilliseconds()
            let waited = now - (start ?? now)
            if waited >= limit { return nil }
            start = start ?? now
            guard wait(for: min(Self.draftMilliseconds, limit - waited)) else { return nil }
        }
        return nil
    }

    /// Waits for bytes or a signal, and sees to what a pause is for; false at the end of input.
    private func wait(for milliseconds: UInt64) -> Bool {
        var waiting = [
            pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
            pollfd(fd: SignalPipe.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        if isInBurst, poll(&waiting, 2, BracketedPaste.burstMilliseconds) == 0 { isInBurst = false }
        if monotonicMilliseconds() >= nextDraftTime { tellDraft() }
        let ready = poll(&waiting, 2, Int32(milliseconds))
        if ready == 0 {
            tellDraft()
            hintAtEditor()
        }
        if ready < 0, errno != EINTR { return false }
        guard ready > 0 else { return true }
        if waiting[1].revents & Int16(POLLIN) != 0 {
            takeSignals()
        } else if waiting[0].revents != 0, !fill() {
            if terminatingSignal == 0, waiting[0].revents & Int16(POLLHUP) != 0 { terminatingSignal = SIGHUP }
            return false
        }
        return true
    }

    private func fill() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(0, &buffer, buffer.count)
        if count < 0, errno == EINTR { return true }
        guard count > 0 else {
            if count < 0, errno == EIO { terminatingSignal = SIGHUP }
            return false
        }
        (input, inputPosition) = (Array(buffer[..<count]), 0)
        if hasOpenPaste, !isPasting, count > BracketedPaste.keyBytes { isInBurst = true }
        return true
    }

    private func tellDraft() {
        nextDraftTime = monotonicMilliseconds() + Self.draftMilliseconds
        let text = expanded(searchedFrom ?? currentText)
        guard text != lastDraft else { return }
        lastDraft = text
        onIdle?(text)
    }

    /// Acts on signals; SIGINT from another process counts as Ctrl-C.
    private func takeSignals() {
        let signals = SignalPipe.drain()
        if let ending = signals.ending { return end(by: ending) }
        if signals.contains(SIGCONT) { redrawAfterStop() }
        guard terminatingSignal == 0 else { return }
        if signals.contains(SIGWINCH) { redrawAfterResize() }
        if signals.contains(SIGINT) { (input, inputPosition) = ([0x03], 0) }
    }
}
