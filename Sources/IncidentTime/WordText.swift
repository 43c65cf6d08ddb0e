/// The letters of a word, in place: words are made, copied and dropped by the thousand, and none of it counts a reference.
/// A text of more than 24 bytes is cut there; its word's key still tells it from others.
public struct WordText: Hashable, Sendable {
    /// Eight bytes each, the first in the lowest.
    @usableFromInline var low: UInt64 = 0
    @usableFromInline var middle: UInt64 = 0
    @usableFromInline var high: UInt64 = 0
    @usableFromInline var size: UInt8 = 0

    @inlinable
    public init() {}

    public init(_ text: some StringProtocol) {
        for byte in text.utf8 { append(byte) }
        if text.utf8.count > count { dropBrokenLetter() }
    }

    package init(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes.prefix(Self.capacity) { append(byte) }
        if bytes.count > count { dropBrokenLetter() }
    }

    /// In bytes of UTF-8.
    @inlinable
    public var count: Int { Int(size) }

    @inlinable
    static var capacity: Int { 24 }

    @inlinable
    public var isFull: Bool { count == Self.capacity }

    /// - Parameter byte: of UTF-8; left out where the text is full.
    @inlinable
    public mutating func append(_ byte: UInt8) {
        guard !isFull else { return }
        let shifted = UInt64(byte) << UInt64(8 * (size % 8))
        switch size / 8 {
        case 0: low |= shifted
        case 1: middle |= shifted
        default: high |= shifted
        }
        size += 1
    }

    @inlinable
    public subscript(index: Int) -> UInt8 {
        let eight = index < 8 ? low : index < 16 ? middle : high
        return UInt8(truncatingIfNeeded: eight >> UInt64(8 * (index % 8)))
    }

    /// What is left of a letter of several bytes at the end of a text that was cut.
    private mutating func dropBrokenLetter() {
        guard let lead = (0..<count).last(where: { self[$0] & 0xC0 != 0x80 }), self[lead] >= 0xC0 else {
            return
        }
        let length = self[lead] >= 0xF0 ? 4 : self[lead] >= 0xE0 ? 3 : 2
        guard lead + length > count else { return }
        let kept = (0..<lead).map { self[$0] }
        self = WordText()
        for byte in kept { append(byte) }
    }
}

extension WordText {
    @inlinable
    public var firstByte: UInt8? { size > 0 ? self[0] : nil }

    @inlinable
    public var lastByte: UInt8? { size > 0 ? self[count - 1] : nil }

    package func holds(_ byte: UInt8) -> Bool { (0..<count).contains { self[$0] == byte } }

    package func hasPrefix(_ other: WordText) -> Bool {
        count >= other.count && (0..<other.count).allSatisfy { self[$0] == other[$0] }
    }

    package func hasSuffix(_ other: WordText) -> Bool {
        let start = count - other.count
        return start >= 0 && (0..<other.count).allSatisfy { self[start + $0] == other[$0] }
    }

    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.capacity) { letters in
            for index in 0..<count { letters.initializeElement(at: index, to: self[index]) }
            return body(UnsafeBufferPointer(rebasing: letters[..<count]))
        }
    }
}

extension WordText: ExpressibleByStringLiteral, CustomStringConvertible {
    @inlinable
    public init(stringLiteral text: StaticString) {
        precondition(text.utf8CodeUnitCount <= Self.capacity, "a text in the source must fit")
        for index in 0..<text.utf8CodeUnitCount { append(text.utf8Start[index]) }
    }

    public var description: String { withBytes { String(decoding: $0, as: UTF8.self) } }
}
