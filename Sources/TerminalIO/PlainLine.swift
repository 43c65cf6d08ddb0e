import DisplayText

/// A line as it grows on a terminal where nothing is redrawn: bytes of the keyboard in, the text and its echo out.
struct PlainLine {
    /// What a key asks of the terminal.
    enum Request { case enter, interrupt, endOfInput, suspend, showAgain, older, newer }

    private enum State { case text, escape, sequence, paste }

    private(set) var text = ""
    private(set) var isPasted = false
    /// Something that was no UTF-8 came in.
    private(set) var hasReplaced = false
    private var state = State.text
    /// Bytes go on arriving without a pause since a paste.
    private var isInBurst = false
    /// A paste ended in silence: its end mark, and more of it, may still come.
    private var hasOpenPaste = false
    /// Bytes of a character, an escape sequence or a paste that is not whole yet.
    private var part: [UInt8] = []
    private var echo = ""

    /// - Parameter text: what stands on it before the first key, and is shown by whoever shows the prompt.
    init(_ text: String = "") { self.text = text }

    /// Another text in the place of the one that was typed.
    mutating func replace(with text: String) { self = PlainLine(text) }

    /// A pause means something now: it tells what was sent as one from what was typed.
    var isInOne: Bool { !isInPaste && isInBurst || state == .escape || state == .sequence }
    var isInPaste: Bool { state == .paste }

    /// What the screen has yet to show, once.
    mutating func takeEcho() -> String {
        defer { echo = "" }
        return echo
    }

    /// So many bytes came at once.
    mutating func expect(_ count: Int) {
        if hasOpenPaste, state != .paste, count > BracketedPaste.keyBytes { isInBurst = true }
    }

    mutating func take(_ byte: UInt8) -> Request? {
        switch state {
        case .text: return takeTyped(byte)
        case .escape: return takeAfterEscape(byte)
        case .sequence: return takeSequence(byte)
        case .paste:
            part.append(byte)
            if BracketedPaste.hasEnded(part) { endPaste() }
            return nil
        }
    }

    /// Nothing came for longer than a hand needs for the next key.
    mutating func pause() {
        isInBurst = false
        guard state == .escape || state == .sequence else { return }
        (state, part) = (.text, [])
    }

    /// The paste is whole, or its end mark is lost.
    mutating func endPaste() {
        guard state == .paste else { return }
        hasOpenPaste = !BracketedPaste.hasEnded(part)
        if !hasOpenPaste { part.removeLast(6) }
        if String(validating: part, as: UTF8.self) == nil { hasReplaced = true }
        insert(BracketedPaste.cleaned(part))
        (state, part, isInBurst, isPasted) = (.text, [], !hasOpenPaste, true)
    }

    // MARK: keys

    private mutating func takeTyped(_ byte: UInt8) -> Request? {
        if byte >= 0x80 {
            takePart(byte)
            return nil
        }
        closePart()
        if byte == 0x1B { state = .escape } else if isInBurst { takeBurst(byte) } else { return act(byte) }
        return nil
    }

    private mutating func act(_ byte: UInt8) -> Request? {
        switch byte {
        case 0x0D, 0x0A: return .enter
        case 0x03: return .interrupt
        case 0x04: return text.isEmpty ? .endOfInput : nil
        case 0x1A: return .suspend
        case 0x12: return .showAgain
        case 0x7F, 0x08: return erase { $0.dropLast() }
        case 0x15: return erase { $0.prefix(0) }
        case 0x17: return erase(Self.withoutLastWord)
        case 0x09, 0x20...0x7E: insert(String(UnicodeScalar(byte)))
        default: break
        }
        return nil
    }

    /// What follows a paste without a pause came with it, through an end mark hidden in the text: no key of it acts.
    private mutating func takeBurst(_ byte: UInt8) {
        insert(BracketedPaste.cleaned([byte]))
    }

    private mutating func takeAfterEscape(_ byte: UInt8) -> Request? {
        switch byte {
        case 0x5B, 0x4F:
            (state, part) = (.sequence, [byte])
            return nil
        case 0x1B: return nil
        case 0x0D, 0x0A:
            state = .text
            insert("\n")
            return nil
        default:
            state = .text
            // A key with Alt does nothing here.
            return isInBurst || !(0x20...0x7E).contains(byte) ? takeTyped(byte) : nil
        }
    }

    private mutating func takeSequence(_ byte: UInt8) -> Request? {
        guard (0x20...0x7E).contains(byte) else {
            (state, part) = (.text, [])
            return takeTyped(byte)
        }
        part.append(byte)
        // "[[A" is a key of the Linux console.
        guard (0x40...0x7E).contains(byte), part != [0x5B, 0x5B] else { return nil }
        let sequence = part
        (state, part) = (.text, [])
        switch sequence {
        case BracketedPaste.startMark: state = .paste
        case BracketedPaste.endMark: hasOpenPaste = false
        // Enter beside the digits.
        case Array("OM".utf8) where !isInBurst: return .enter
        case Array("[A".utf8) where !isInBurst, Array("OA".utf8) where !isInBurst: return .older
        case Array("[B".utf8) where !isInBurst, Array("OB".utf8) where !isInBurst: return .newer
        default: break
        }
        return nil
    }

    // MARK: text

    private mutating func takePart(_ byte: UInt8) {
        if byte & 0xC0 != 0x80 { closePart() }
        part.append(byte)
        if let character = String(validating: part, as: UTF8.self) {
            part = []
            insert(isInBurst ? BracketedPaste.cleaned(character.unicodeScalars) : character)
        } else if part.count == 4 {
            closePart()
        }
    }

    private mutating func closePart() {
        guard !part.isEmpty else { return }
        (part, hasReplaced) = ([], true)
        insert("\u{FFFD}")
    }

    private mutating func insert(_ added: String) {
        text += added
        echo += visible(added)
    }

    /// Backs up over what goes, where that is a matter of columns.
    private mutating func erase(_ rest: (String) -> Substring) -> Request? {
        let kept = String(rest(text))
        let gone = String(text.dropFirst(kept.count))
        text = kept
        if gone.contains(where: { $0 == "\n" || $0 == "\t" }) { return .showAgain }
        let width = displayWidth(visible(gone))
        for piece in ["\u{8}", " ", "\u{8}"] { echo += String(repeating: piece, count: width) }
        return nil
    }

    private static func withoutLastWord(_ text: String) -> Substring {
        var rest = text[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        while rest.last?.isWhitespace == false { rest.removeLast() }
        return rest
    }
}
