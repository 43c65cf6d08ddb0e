/// How many bytes two documents have in common at their beginning and at their end; no byte counts for both.
package struct CommonEnds: Equatable, Sendable {
    package let beginning: Int
    package let end: Int

    package init(of old: [UInt8], and new: [UInt8]) {
        let limit = min(old.count, new.count)
        (beginning, end) = old.withUnsafeBufferPointer { old in
            new.withUnsafeBufferPointer { new in
                var (prefix, suffix) = (0, 0)
                while prefix < limit, old[prefix] == new[prefix] { prefix += 1 }
                while suffix < limit - prefix, old[old.count - 1 - suffix] == new[new.count - 1 - suffix] {
                    suffix += 1
                }
                return (prefix, suffix)
            }
        }
    }
}
