/// What the scanner notes about a block: offsets into the bytes and links to its neighbours, nothing else.
struct BlockNode: Sendable {
    var kind: Block.Kind
    /// Heading level, HTML block type (1 to 7), or 1 for a header row.
    var level: UInt8 = 0
    /// A list's or item's marker byte, a fence's character.
    var marker: UInt8 = 0
    /// Setext heading, tight list, closed fence, item with a box.
    var flag = false
    var parent: Int32 = -1
    var first: Int32 = -1
    var last: Int32 = -1
    var next: Int32 = -1
    var start: Int32 = 0
    /// After the last byte, without the line ending.
    var end: Int32 = 0
    var firstLine: Int32 = 0
    var lastLine: Int32 = 0
    /// Item: columns a continuation line is indented by. Fence: length. List: start number. Table: start of its rule.
    var a: Int32 = 0
    /// Fence: columns its own line is indented by. Table: end of its rule.
    var b: Int32 = 0
    /// Item: the byte in its box. Fence: where the info string starts.
    var box: Int32 = -1
    /// A blank line stands behind the last line of the block; it makes a list loose.
    var isFollowedByBlank = false

    init(_ kind: Block.Kind) { self.kind = kind }

    var isOrdered: Bool { marker == Byte.dot || marker == Byte.closingParenthesis }
}

/// A stretch of bytes in 8 bytes of memory.
struct Segment: Sendable, Equatable {
    var low: Int32
    var high: Int32

    init(_ low: Int, _ high: Int) {
        self.low = Int32(low)
        self.high = Int32(high)
    }

    var range: Range<Int> { Int(low)..<Int(high) }
    var isEmpty: Bool { low == high }
}

/// The bytes of Markdown's own characters.
enum Byte {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let blank: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let hash: UInt8 = 0x23
    static let apostrophe: UInt8 = 0x27
    static let openingParenthesis: UInt8 = 0x28
    static let closingParenthesis: UInt8 = 0x29
    static let star: UInt8 = 0x2A
    static let plus: UInt8 = 0x2B
    static let dash: UInt8 = 0x2D
    static let dot: UInt8 = 0x2E
    static let slash: UInt8 = 0x2F
    static let colon: UInt8 = 0x3A
    static let less: UInt8 = 0x3C
    static let equals: UInt8 = 0x3D
    static let greater: UInt8 = 0x3E
    static let openingBracket: UInt8 = 0x5B
    static let backslash: UInt8 = 0x5C
    static let closingBracket: UInt8 = 0x5D
    static let underscore: UInt8 = 0x5F
    static let backtick: UInt8 = 0x60
    static let bar: UInt8 = 0x7C
    static let tilde: UInt8 = 0x7E

    @inline(__always) static func isBlank(_ byte: UInt8) -> Bool { byte == blank || byte == tab }
    @inline(__always) static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == lineFeed || byte == carriageReturn
    }
    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
