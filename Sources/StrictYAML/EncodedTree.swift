/// A tree as bytes, for prompts that are compiled into the program: nothing is parsed when it starts.
///
/// Numbers are LEB128. A scalar is 0, its length and its UTF-8; a sequence 1, a count and its items; a mapping 2, a
/// count and its keys and values. Marks follow each kind byte as line and column, so that problems keep their place.
extension YAMLNode {
    package var encoded: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch content {
        case .scalar(let text):
            bytes.append(0)
            writeMark(to: &bytes)
            let utf8 = Array(text.utf8)
            Self.write(utf8.count, to: &bytes)
            bytes += utf8
        case .sequence(let items):
            bytes.append(1)
            writeMark(to: &bytes)
            Self.write(items.count, to: &bytes)
            for item in items { item.write(to: &bytes) }
        case .mapping(let entries):
            bytes.append(2)
            writeMark(to: &bytes)
            Self.write(entries.count, to: &bytes)
            for (key, value) in entries {
                key.write(to: &bytes)
                value.write(to: &bytes)
            }
        }
    }

    private func writeMark(to bytes: inout [UInt8]) {
        Self.write(mark.line, to: &bytes)
        Self.write(mark.column, to: &bytes)
    }

    private static func write(_ number: Int, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Reads what `encoded` wrote; the bytes come from this program's own build.
    package init(decoding bytes: UnsafeBufferPointer<UInt8>) {
        var reader = EncodedReader(bytes: bytes)
        self = reader.node()
    }
}

private struct EncodedReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func node() -> YAMLNode {
        let kind = bytes[position]
        position += 1
        let mark = YAMLMark(line: number(), column: number())
        let count = number()
        switch kind {
        case 0:
            let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[position..<(position + count)]), as: UTF8.self)
            position += count
            return YAMLNode(.scalar(text), at: mark)
        case 1:
            return YAMLNode(.sequence((0..<count).map { _ in node() }), at: mark)
        case 2:
            return YAMLNode(.mapping((0..<count).map { _ in (key: node(), value: node()) }), at: mark)
        default:
            preconditionFailure("an encoded tree has the kinds 0 to 2, not \(kind)")
        }
    }

    private mutating func number() -> Int {
        var number = 0
        var shift = 0
        while true {
            let byte = bytes[position]
            position += 1
            number |= Int(byte & 0x7F) << shift
            guard byte >= 0x80 else { return number }
            shift += 7
        }
    }
}
