import LosslessMarkdown

/// How the groups of a list are set apart and marked.
struct ListManner {
    let indent: String
    private let list: Block
    private let document: MarkdownDocument
    private let ending: String
    private let isLoose: Bool

    /// - Parameter isLoose: whether an empty line parts the groups of a list that has only one yet.
    init(_ list: Block, in place: SectionPlace, isLoose: Bool) {
        (self.list, document, ending) = (list, place.document, place.ending)
        let line = document.lineRange(containing: list.range.lowerBound).lowerBound
        indent = document.text(line..<list.range.lowerBound)
        let items = document.children(of: list)
        self.isLoose = items.count > 1 ? !list.isTight : isLoose
    }

    func marker(_ number: Int) -> String {
        let sign = String(UnicodeScalar(list.marker))
        return list.isOrdered ? "\(number)\(sign) " : "\(sign) "
    }

    func bytes(_ lines: [String], indent: String) -> [UInt8] {
        let all = lines.enumerated().map { ($0.offset == 0 ? indent : self.indent) + $0.element }
        return Array(all.joined(separator: ending).utf8)
    }

    /// What stands between two groups that were neighbours, else what the list uses.
    func gap(between first: NestedGroup?, and second: NestedGroup?) -> [UInt8] {
        if let second, let first {
            let between =
                first.item.range.upperBound..<max(first.item.range.upperBound, second.item.range.lowerBound)
            let isNext =
                document.children(of: list).contains { between.contains($0.range.lowerBound) } == false
            if isNext, !between.isEmpty { return Array(document.bytes[between]) }
        }
        return Array((ending + (isLoose ? ending : "") + (second == nil ? "" : indent)).utf8)
    }
}
