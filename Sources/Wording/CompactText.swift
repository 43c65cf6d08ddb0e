/// Numbers and texts as printable characters, for rules that are compiled into the program: a number is digits of five
/// bits, the lowest first, with `P` to `o` for those that go on and `0` to `O` for the last; a text is its length and
/// its bytes.
struct CompactWriter {
    private(set) var bytes: [UInt8] = []

    mutating func number(_ number: Int) {
        precondition(number >= 0, "only numbers from 0 are written, not \(number)")
        var rest = number
        while rest >= 32 {
            bytes.append(0x50 + UInt8(rest & 31))
            rest >>= 5
        }
        bytes.append(0x30 + UInt8(rest))
    }

    mutating func text(_ text: String) {
        number(text.utf8.count)
        bytes += Array(text.utf8)
    }

    mutating func texts(_ texts: [String]) { list(texts) { $0.text($1) } }

    mutating func list<Item>(_ items: [Item], _ write: (inout CompactWriter, Item) -> Void) {
        number(items.count)
        for item in items { write(&self, item) }
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// Reads what `CompactWriter` wrote; the text comes from this program's own build.
struct CompactReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func number() -> Int {
        var number = 0
        var shift = 0
        while bytes[at] >= 0x50 {
            number |= Int(bytes[at] - 0x50) << shift
            shift += 5
            at += 1
        }
        number |= Int(bytes[at] - 0x30) << shift
        at += 1
        return number
    }

    mutating func slice() -> UnsafeBufferPointer<UInt8> {
        let count = number()
        defer { at += count }
        return UnsafeBufferPointer(rebasing: bytes[at..<(at + count)])
    }

    mutating func text() -> String { String(decoding: slice(), as: UTF8.self) }

    mutating func texts() -> [String] { list { $0.text() } }

    mutating func list<Item>(_ read: (inout CompactReader) -> Item) -> [Item] {
        let count = number()
        var items: [Item] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(read(&self)) }
        return items
    }
}
