/// A tree as text, for prompts that are compiled into the program: nothing is parsed as YAML when it starts.
///
/// Each node is a letter, then its line, column and count as decimal numbers with a blank behind each: `s` and the bytes
/// of a scalar, `l` and the items of a sequence, `m` and the keys and values of a mapping.
extension YAMLNode {
    package var encoded: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch content {
        case .scalar(let scalar):
            text += "s\(mark.line) \(mark.column) \(scalar.utf8.count) \(scalar)"
        case .sequence(let items):
            text += "l\(mark.line) \(mark.column) \(items.count) "
            for item in items { item.write(to: &text) }
        case .mapping(let entries):
            text += "m\(mark.line) \(mark.column) \(entries.count) "
            for (key, value) in entries {
                key.write(to: &text)
                value.write(to: &text)
            }
        }
    }

    /// Reads what `encoded` wrote; the text comes from this program's own build.
    package init(decoding text: StaticString) {
        var reader = EncodedReader(
            bytes: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        self = reader.node()
    }

    package init(decoding text: String) {
        var copy = text
        self = copy.withUTF8 { bytes in
            var reader = EncodedReader(bytes: bytes)
            return reader.node()
        }
    }
}

private struct EncodedReader {
    let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func node() -> YAMLNode {
        let kind = bytes[position]
        position += 1
        let mark = YAMLMark(line: number(), column: number())
        let count = number()
        switch kind {
        case UInt8(ascii: "s"):
            let text = String(
                decoding: UnsafeBufferPointer(rebasing: bytes[position..<(position + count)]), as: UTF8.self)
            position += count
            return YAMLNode(.scalar(text), at: mark)
        case UInt8(ascii: "l"):
            return YAMLNode(.sequence((0..<count).map { _ in node() }), at: mark)
        case UInt8(ascii: "m"):
            return YAMLNode(.mapping((0..<count).map { _ in (key: node(), value: node()) }), at: mark)
        default:
            preconditionFailure("an encoded tree has nodes of the kinds s, l and m, not \(kind)")
        }
    }

    private mutating func number() -> Int {
        var number = 0
        while bytes[position] != UInt8(ascii: " ") {
            number = number * 10 + Int(bytes[position] - 0x30)
            position += 1
        }
        position += 1
        return number
    }
}
