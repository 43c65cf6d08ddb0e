/// A set of word classes, one bit a class.
struct ClassSet: Sendable, Equatable {
    private(set) var bits = SIMD4<UInt64>(repeating: 0)

    /// As many classes as all lexicons may name together.
    static let capacity = 256

    init() {}

    init(_ index: Int) { insert(index) }

    mutating func insert(_ index: Int) { bits[index >> 6] |= 1 << UInt64(index & 63) }

    func contains(_ index: Int) -> Bool { bits[index >> 6] & (1 << UInt64(index & 63)) != 0 }

    /// The engine's own classes are the first 64.
    @inline(__always) func contains(_ known: KnownClass) -> Bool { bits[0] & (1 << UInt64(known.index)) != 0 }

    mutating func remove(_ index: Int) { bits[index >> 6] &= ~(1 << UInt64(index & 63)) }

    mutating func formUnion(_ other: ClassSet) { bits |= other.bits }

    @inline(__always) func intersects(_ other: ClassSet) -> Bool {
        let both = bits & other.bits
        return both[0] | both[1] | both[2] | both[3] != 0
    }

    var isEmpty: Bool { bits == SIMD4(repeating: 0) }

    var indices: [Int] {
        var indices: [Int] = []
        for lane in 0..<4 {
            var rest = bits[lane]
            while rest != 0 {
                indices.append(lane * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return indices
    }
}
