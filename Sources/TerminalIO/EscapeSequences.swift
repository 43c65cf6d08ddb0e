import Glibc

/// What came with ESC.
enum EscapeSequence {
    case key(PrivateKey)
    /// Whole, and no key that does anything here.
    case unknown
    /// ESC by itself.
    case escape
    /// ESC and a key that was pressed with Alt and is still to be read.
    case alt
}

extension EditlineTerminal {
    /// What follows ESC without a pause; what is no sequence goes back.
    func readSequence() -> EscapeSequence {
        let bytes = sequenceBytes()
        if let key = PrivateKey(sequence: bytes) { return .key(key) }
        if isWhole(bytes) { return .unknown }
        input.replaceSubrange(0..<inputPosition, with: bytes)
        inputPosition = 0
        return bytes.isEmpty ? .escape : .alt
    }

    func sequenceBytes() -> [UInt8] {
        var first = byte(within: 30)
        // Alt with a key that sends a sequence of its own is that key.
        while first == 0x1B { first = byte(within: 30) }
        guard let first else { return [] }
        var bytes = [first]
        guard first == 0x5B || first == 0x4F else { return bytes }
        while let next = byte(within: 30) {
            guard (0x20...0x7E).contains(next) else {
                inputPosition -= 1
                break
            }
            bytes.append(next)
            // "[[A" is a key of the Linux console.
            if (0x40...0x7E).contains(next), bytes != [0x5B, 0x5B] { break }
        }
        // Three bytes of a mouse follow.
        if bytes == Array("[M".utf8) { for _ in 0..<3 { _ = byte(within: 30) } }
        if bytes == BracketedPaste.endMark { hasOpenPaste = false }
        return bytes
    }

    private func isWhole(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 1, let last = bytes.last, bytes != [0x5B, 0x5B] else { return false }
        return (0x40...0x7E).contains(last)
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
}
