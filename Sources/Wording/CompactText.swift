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

/// Reads what `CompactWriter` wrote; the text comes from this program's own build. Some hundred thousand numbers are read
/// at each start, so nothing is checked twice.
struct CompactReader {
    private var at: UnsafePointer<UInt8>

    /// - Parameter bytes: outlive the reader.
    init(_ bytes: UnsafePointer<UInt8>) { at = bytes }

    @inline(__always)
    mutating func number() -> Int {
        let byte = at.pointee
        at += 1
        return byte < 0x50 ? Int(byte) - 0x30 : longNumber(Int(byte) - 0x50)
    }

    private mutating func longNumber(_ first: Int) -> Int {
        var number = first
        var shift = 5
        while at.pointee >= 0x50 {
            number |= (Int(at.pointee) - 0x50) << shift
            shift += 5
            at += 1
        }
        number |= (Int(at.pointee) - 0x30) << shift
        at += 1
        return number
    }

    mutating func slice() -> UnsafeBufferPointer<UInt8> {
        let count = number()
        defer { at += count }
        return UnsafeBufferPointer(start: at, count: count)
    }

    mutating func text() -> String { String(decoding: slice(), as: UTF8.self) }

    mutating func texts() -> [String] { list { $0.text() } }

    @inline(__always)
    mutating func list<Item>(_ read: (inout CompactReader) -> Item) -> [Item] {
        let total = number()
        return Array(unsafeUninitializedCapacity: total) { buffer, count in
            while count < total {
                buffer.initializeElement(at: count, to: read(&self))
                count += 1
            }
        }
    }
}
