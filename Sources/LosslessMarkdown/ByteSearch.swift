extension [UInt8] {
    /// Where a pattern begins that lies whole between two offsets; the standard library's search is slow.
    package func firstPlace(of pattern: [UInt8], from start: Int = 0, to end: Int? = nil) -> Int? {
        let last = (end ?? count) - pattern.count
        guard let first = pattern.first, start <= last else { return nil }
        return withUnsafeBufferPointer { text in
            pattern.withUnsafeBufferPointer { pattern in
                (start...last).first { at in
                    text[at] == first && pattern.indices.allSatisfy { text[at + $0] == pattern[$0] }
                }
            }
        }
    }

    /// How often a pattern stands there, each byte counted once.
    package func count(of pattern: [UInt8]) -> Int {
        var (found, at) = (0, 0)
        while let place = firstPlace(of: pattern, from: at) {
            (found, at) = (found + 1, place + pattern.count)
        }
        return found
    }
}
