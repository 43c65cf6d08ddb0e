/// One pass over a leaf's bytes: what is plain is copied in runs, what is markup is stepped over.
struct InlineReader {
    let bytes: UnsafeBufferPointer<UInt8>
    private let joints: [ProseRun]
    private var joint = 0
    var at = 0
    /// Where the run that is not yet copied begins.
    var start = 0
    /// Bit n is set once no run of n backticks closes any more; likewise for comments.
    var unclosedTicks: UInt64 = 0
    var hasUnclosedComment = false

    /// A tag, a link's tail and a bracketed aside are at most this long; what is longer is text.
    static let reach = 1024

    /// Parentheses in an address nest no deeper.
    static let maximumDepth = 16

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ joints: [ProseRun]) {
        self.bytes = bytes
        self.joints = joints
    }

    mutating func run(into text: inout ProseText) {
        while at < bytes.count {
            let byte = bytes[at]
            if Self.isPlain[Int(byte)] { at += 1 } else { read(byte, into: &text) }
        }
        copy(to: bytes.count, into: &text)
    }

    private mutating func read(_ byte: UInt8, into text: inout ProseText) {
        switch byte {
        case Byte.backslash: escape(into: &text)
        case Byte.backtick: code(into: &text)
        case Byte.less: angle(into: &text)
        case Byte.openingBracket: openBracket(into: &text)
        case Byte.closingBracket: closeBracket(into: &text)
        case Byte.star, Byte.tilde: emphasis(byte, into: &text)
        case Byte.underscore: underscore(into: &text)
        case 0x26: entity(into: &text)
        case Byte.colon: address(into: &text)
        case 0x40: mail(into: &text)
        default: at += 1
        }
    }

    private static let isPlain: [Bool] = {
        var plain = [Bool](repeating: true, count: 256)
        for byte in "\\`<[]*_~&:@".utf8 { plain[Int(byte)] = false }
        return plain
    }()

    // MARK: output

    private mutating func sourceOffset(_ offset: Int) -> Int {
        while joint + 1 < joints.count, Int(joints[joint + 1].flat) <= offset { joint += 1 }
        while joint > 0, Int(joints[joint].flat) > offset { joint -= 1 }
        return Int(joints[joint].source) + offset - Int(joints[joint].flat)
    }

    /// Copies what is pending up to an offset; a run ends at each joint of lines.
    private mutating func copy(to end: Int, into text: inout ProseText) {
        guard end > start else { return }
        let first = sourceOffset(start)
        text.runs.append(ProseRun(flat: Int32(text.bytes.count), source: Int32(first)))
        while joint + 1 < joints.count, Int(joints[joint + 1].flat) < end {
            joint += 1
            let next = joints[joint]
            guard Int(next.flat) > start else { continue }
            text.runs.append(
                ProseRun(flat: Int32(text.bytes.count + Int(next.flat) - start), source: next.source))
        }
        text.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end
    }

    /// Steps over what stands between here and an offset, leaving a byte for it where one is given.
    mutating func skip(to end: Int, leaving byte: UInt8? = nil, into text: inout ProseText) {
        copy(to: at, into: &text)
        if let byte {
            text.runs.append(ProseRun(flat: Int32(text.bytes.count), source: Int32(sourceOffset(at))))
            text.bytes.append(byte)
        }
        at = end
        start = end
    }
}
