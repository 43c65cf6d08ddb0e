extension StringProtocol {
    /// Without blanks and line breaks at either end.
    @inlinable
    public var trimmed: String {
        withBytes { text in
            guard let ink = text.inkOfASCII else { return nil }
            return ink.count == text.count
                ? String(self) : String(decoding: UnsafeBufferPointer(rebasing: text[ink]), as: UTF8.self)
        } ?? trimmedByLetters
    }

    /// The same where a letter at either end is beyond ASCII, and may be a blank of its own kind.
    @usableFromInline
    var trimmedByLetters: String {
        var rest = String(self)[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// What stands between the blanks at either end; nil where it does not begin and end with a sign of ASCII.
    @inlinable
    public var inkOfASCII: Range<Int>? {
        var start = 0
        var end = count
        while start < end, self[start].isASCIIBlank { start += 1 }
        while start < end, self[end - 1].isASCIIBlank { end -= 1 }
        guard start < end else { return start..<end }
        return self[start] < 0x80 && self[end - 1] < 0x80 ? start..<end : nil
    }
}

extension UInt8 {
    /// What Unicode calls white space, of ASCII.
    @inlinable
    public var isASCIIBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
