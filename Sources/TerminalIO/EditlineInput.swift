import CEditline
import Glibc

/// How bytes come in: our reader in the place of libedit's.
extension EditlineTerminal {
    /// While text is being typed, the owner hears of it this often, and this long after the last key: never more than a
    /// second behind.
    private static let draftMilliseconds = 400
    /// A hand needs longer than this from one key to the next; what comes faster came as one.
    private static let burstMilliseconds: Int32 = 40

    /// One Unicode scalar for libedit: 1 for one, 0 at the end.
    func readScalar(into out: UnsafeMutablePointer<wchar_t>) -> Int32 {
        guard let scalar = nextScalar() else { return 0 }
        if isInBurst, scalar.value < 0x20 { return takeBurst(scalar, to: out) }
        if scalar == "\u{1B}", let key = readSequence() { return hand(key, to: out) }
        // libedit moves its cursor on by one for a character without width; our own key inserts it and redraws.
        if scalar.value > 0x7F, ceditline_width(scalar.value) == 0 {
            pendingInsert.unicodeScalars.append(scalar)
            return hand(.insertPending, to: out)
        }
        out.pointee = wchar_t(bitPattern: scalar.value)
        return 1
    }

    /// What follows a paste without a pause came with it, through an end mark hidden in the text: no key of it acts.
    private func takeBurst(_ scalar: Unicode.Scalar, to out: UnsafeMutablePointer<wchar_t>) -> Int32 {
        switch scalar {
        case "\r", "\n": return hand(.newline, to: out)
        case "\t":
            pendingInsert = "\t"
            return hand(.insertPending, to: out)
        case "\u{1B}":
            let bytes = sequenceBytes()
            if PrivateKey(sequence: bytes) == .paste { return hand(.paste, to: out) }
            if bytes.count == 1 { inputPosition -= 1 }
            return readScalar(into: out)
        default: return readScalar(into: out)
        }
    }

    private func hand(_ key: PrivateKey, to out: UnsafeMutablePointer<wchar_t>) -> Int32 {
        el_push(line, String(key.rawValue))
        out.pointee = 0x1C
        return 1
    }

    /// The key of an escape sequence we know; else the bytes go back, and ESC is just ESC.
    private func readSequence() -> PrivateKey? {
        let bytes = sequenceBytes()
        if let key = PrivateKey(sequence: bytes) { return key }
        input.replaceSubrange(0..<inputPosition, with: bytes)
        inputPosition = 0
        return nil
    }

    /// What follows ESC without a pause.
    private func sequenceBytes() -> [UInt8] {
        guard let first = byte(within: 30) else { return [] }
        var bytes = [first]
        if first == 0x5B || first == 0x4F {
            while let next = byte(within: 30) {
                bytes.append(next)
                if (0x40...0x7E).contains(next) { break }
            }
        }
        return bytes
    }

    private func byte(within milliseconds: Int32) -> UInt8? {
        if inputPosition >= input.count {
            var waiting = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, milliseconds) == 1, waiting.revents & Int16(POLLIN) != 0 else {
                return nil
            }
        }
        return nextByte()
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

    /// The next byte; nil at the end of input and for a signal that ends the program.
    private func nextByte() -> UInt8? {
        while true {
            if inputPosition < input.count {
                inputPosition += 1
                return input[inputPosition - 1]
            }
            var waiting = [
                pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
                pollfd(fd: SignalPipe.readEnd, events: Int16(POLLIN), revents: 0),
            ]
            if isInBurst, poll(&waiting, 1, Self.burstMilliseconds) == 0 { isInBurst = false }
            if monotonicMilliseconds() >= nextDraftTime { tellDraft() }
            let ready = poll(&waiting, 2, Int32(Self.draftMilliseconds))
            if ready == 0 {
                tellDraft()
                hintAtEditor()
            }
            if ready < 0, errno != EINTR { return nil }
            guard ready > 0 else { continue }
            if waiting[1].revents & Int16(POLLIN) != 0 {
                if let byte = takeSignals() { return byte }
                if terminatingSignal != 0 { return nil }
            } else if waiting[0].revents != 0, !fill() {
                if terminatingSignal == 0, waiting[0].revents & Int16(POLLHUP) != 0 {
                    terminatingSignal = SIGHUP
                }
                return nil
            }
        }
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
        return true
    }

    private func tellDraft() {
        nextDraftTime = monotonicMilliseconds() + UInt64(Self.draftMilliseconds)
        let text = expanded(searchedFrom ?? currentText)
        guard text != lastDraft else { return }
        lastDraft = text
        onIdle?(text)
    }

    /// Acts on signals; SIGINT from another process counts as Ctrl-C.
    private func takeSignals() -> UInt8? {
        while let signal = SignalPipe.next() {
            switch signal {
            case SIGWINCH: redrawAfterResize()
            case SIGCONT: redrawAfterStop()
            case SIGINT: return 0x03
            default: terminatingSignal = signal
            }
        }
        return nil
    }

    // MARK: paste

    /// Everything up to the end mark is text: no key sees it, and it submits nothing.
    func paste() -> UInt8 {
        var bytes: [UInt8] = []
        isPasting = true
        defer { isPasting = false }
        while let byte = nextByte() {
            bytes.append(byte)
            if byte == 0x7E, bytes.suffix(6).elementsEqual(BracketedPaste.end) {
                bytes.removeLast(6)
                break
            }
        }
        isInBurst = true
        origin = .pasted
        if String(validating: bytes, as: UTF8.self) == nil { hasReplaced = true }
        var text = Self.cleaned(bytes)
        guard !text.isEmpty else { return KeyResult.refresh }
        // libedit cannot scroll: text taller than the screen would be edited blind.
        let all = Array((currentText + text).unicodeScalars)
        if rows(for: all[...], columns: drawnColumns) >= terminalSize().rows - 2 {
            pastes.append(text)
            text = token(pastes.count - 1)
        }
        el_insertstr(line, text)
        return KeyResult.refresh
    }

    /// With line feeds for all line ends and without control characters.
    private static func cleaned(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            defer { afterReturn = scalar == "\r" }
            if scalar == "\r" { text.append("\n") }
            if scalar == "\n", !afterReturn { text.append("\n") }
            if scalar == "\t" || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) {
                text.append(scalar)
            }
        }
        return String(text)
    }

    private func token(_ index: Int) -> String {
        let lines = pastes[index].split(separator: "\n", omittingEmptySubsequences: false).count
        return "[paste \(index + 1): \(lines) lines]"
    }

    /// The text with pastes in the place of their tokens.
    func expanded(_ text: String) -> String {
        pastes.indices.reduce(text) { text, index in
            guard let place = text.firstRange(of: token(index)) else { return text }
            return text.replacingCharacters(in: place, with: pastes[index])
        }
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
