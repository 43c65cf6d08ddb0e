/// Takes markup off the text of a leaf. Every look ahead is bounded or remembered, so that no text takes more than
/// linear time.
struct ProseFlattener {
    private let source: UnsafeBufferPointer<UInt8>
    var text = ProseText()
    /// Lines of a leaf joined by line feeds, and where each stands in the source.
    private var joined: [UInt8] = []
    private var joints: [ProseRun] = []

    init(_ source: UnsafeBufferPointer<UInt8>) { self.source = source }

    mutating func flatten(_ lines: ArraySlice<Segment>) {
        text.bytes.removeAll(keepingCapacity: true)
        text.runs.removeAll(keepingCapacity: true)
        joints.removeAll(keepingCapacity: true)
        guard let first = lines.first else { return }
        joints.append(ProseRun(flat: 0, source: first.low))
        guard lines.count > 1 else {
            var reader = InlineReader(UnsafeBufferPointer(rebasing: source[first.range]), joints)
            return reader.run(into: &text)
        }
        joined.removeAll(keepingCapacity: true)
        for (index, line) in lines.enumerated() {
            if index > 0 {
                joints.append(
                    ProseRun(flat: Int32(joined.count), source: lines[lines.startIndex + index - 1].high))
                joined.append(Byte.lineFeed)
                joints.append(ProseRun(flat: Int32(joined.count), source: line.low))
            }
            joined.append(contentsOf: UnsafeBufferPointer(rebasing: source[line.range]))
        }
        joined.withUnsafeBufferPointer { buffer in
            var reader = InlineReader(buffer, joints)
            reader.run(into: &text)
        }
    }
}
