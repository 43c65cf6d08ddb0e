extension [UInt8] {
    /// Where a pattern begins that lies whole between two offsets; the standard library's search is slow.
    package func firstPlace(of pattern: [UInt8], from start: Int = 0, to end: Int? = nil) -> Int? {
        let last = (end ?? count) - pattern.count
        guard let first = pattern.first else { return nil }
        var at = start
        while at <= last {
            guard let candidate = self[at...last].firstIndex(of: first) else { return nil }
            if self[candidate..<(candidate + pattern.count)].elementsEqual(pattern) { return candidate }
            at = candidate + 1
        }
        return nil
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
