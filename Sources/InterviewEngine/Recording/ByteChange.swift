import LosslessMarkdown

/// One stretch of a document's bytes that became another, and the documents it leads from and to.
struct ByteChange: Equatable, Sendable {
    /// Tells a document from any other without keeping it.
    private struct Mark: Equatable {
        var count: Int
        var hash: Int

        init(_ bytes: [UInt8]) {
            var hasher = Hasher()
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
            (count, hash) = (bytes.count, hasher.finalize())
        }
    }

    private var start: Int
    private var old: [UInt8]
    private var new: [UInt8]
    private var before: Mark
    private var after: Mark

    init(from old: [UInt8], to new: [UInt8]) {
        let ends = CommonEnds(of: old, and: new)
        start = ends.beginning
        self.old = Array(old[start..<(old.count - ends.end)])
        self.new = Array(new[start..<(new.count - ends.end)])
        (before, after) = (Mark(old), Mark(new))
    }

    /// Where the stretch is in the document it leads to.
    var range: Range<Int> { start..<(start + new.count) }

    /// What takes it back.
    var reversed: ByteChange {
        var reversed = self
        (reversed.old, reversed.new) = (new, old)
        (reversed.before, reversed.after) = (after, before)
        return reversed
    }

    /// The document it leads to; nil where `bytes` are not the document it leads from.
    func applied(to bytes: [UInt8]) -> [UInt8]? {
        guard Mark(bytes) == before else { return nil }
        var changed = bytes
        changed.replaceSubrange(start..<(start + old.count), with: new)
        return changed
    }
}
