import CEditline
import Glibc

/// Pasted text: no key sees it, and it submits nothing.
extension EditlineTerminal {
    /// Everything up to the end mark, or to a silence where that is lost.
    func paste() -> UInt8 {
        var bytes: [UInt8] = []
        isPasting = true
        defer { isPasting = false }
        hasOpenPaste = true
        while let byte = nextByte(within: BracketedPaste.silenceMilliseconds) {
            bytes.append(byte)
            if BracketedPaste.hasEnded(bytes) {
                bytes.removeLast(6)
                hasOpenPaste = false
                break
            }
        }
        isInBurst = !hasOpenPaste
        if origin == .typed { typedFirst = expanded(currentText) }
        origin = .pasted
        if String(validating: bytes, as: UTF8.self) == nil { hasReplaced = true }
        let pasted = BracketedPaste.cleaned(bytes)
        guard !pasted.isEmpty else { return KeyResult.refresh }
        var text = spelledOut.spelling(pasted)
        // libedit cannot scroll: text taller than the screen would be edited blind.
        let all = Array((currentText + text).unicodeScalars)
        if rows(for: all[...], columns: drawnColumns) >= terminalSize().rows - 2 {
            pastes.append(pasted)
            text = token(pastes.count - 1)
        }
        el_insertstr(line, text)
        return KeyResult.refresh
    }

    /// What follows a paste without a pause came with it, through an end mark hidden in the text: no key of it acts,
    /// whatever a letter or an erasing key would do here. Nil where nothing is left of it.
    func takeBurst(_ first: Unicode.Scalar) -> PrivateKey? {
        if first == "\u{1B}" {
            let bytes = sequenceBytes()
            if bytes == BracketedPaste.startMark { return .paste }
            if bytes.count == 1 { inputPosition -= 1 }
            return nil
        }
        var scalars = [first]
        while inputPosition < input.count, input[inputPosition] != 0x1B, let next = nextScalar() {
            scalars.append(next)
        }
        pendingInsert += BracketedPaste.cleaned(scalars)
        return pendingInsert.isEmpty ? nil : .insertPending
    }

    private func token(_ index: Int) -> String {
        let text = pastes[index]
        let breaks = text.utf8.count { $0 == 0x0A }
        let lines = text.hasSuffix("\n") ? max(1, breaks) : breaks + 1
        return "[paste \(index + 1): \(lines) \(lines == 1 ? "line" : "lines")]"
    }

    /// The text with pastes in the place of their tokens, and characters in the place of their spelling.
    func expanded(_ text: String) -> String {
        pastes.indices.reduce(spelledOut.original(text)) { text, index in
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
