/// A heading with what stands under it.
package struct Section: Sendable, Identifiable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Before the first heading.
        case preamble
        case heading
        /// Paragraphs after a rule with no heading of their own, such as a footer.
        case afterBreak
    }

    /// Place in the document's list.
    package var id: Int
    package var kind: Kind
    /// Of the heading; 0 for a preamble, 1 after a break.
    package var level: Int
    /// The heading's words without emphasis and code marks.
    package var title: String
    package var heading: Block?
    /// From after the heading's line to the next heading or to a rule that ends the section.
    package var body: Range<Int>
    /// To the next heading of the same or a higher level.
    package var subtree: Range<Int>
    /// Top-level blocks of the body.
    package var blocks: [Block]
    package var parent: Int?
    package var children: [Int]
}

/// Cuts a document into sections.
struct SectionList {
    private(set) var sections: [Section] = []
    private let tree: BlockTree
    /// Where each section begins, its heading or rule included.
    private var starts: [Int] = []
    /// Where a rule at its end cuts a section off.
    private var cuts: [Int?] = []

    init(_ tree: BlockTree) {
        self.tree = tree
        begin(.preamble, level: 0, heading: nil, at: 0)
        let blocks = tree.children(of: 0)
        for (index, block) in blocks.enumerated() {
            switch block.kind {
            case .heading:
                begin(.heading, level: block.headingLevel, heading: block, at: block.range.lowerBound)
            case .thematicBreak: take(rule: block, following: blocks[(index + 1)...])
            default:
                sections[sections.count - 1].blocks.append(block)
                cuts[sections.count - 1] = nil
            }
        }
        setRanges()
        setParents()
    }

    private mutating func begin(_ kind: Section.Kind, level: Int, heading: Block?, at start: Int) {
        let title = heading.map { Self.title(of: $0, tree) } ?? ""
        sections.append(
            Section(
                id: sections.count, kind: kind, level: level, title: title, heading: heading, body: 0..<0,
                subtree: 0..<0,
                blocks: [], parent: nil, children: []))
        starts.append(start)
        cuts.append(nil)
    }

    /// The last rule of a document that is followed by text alone begins a section of its own; any other rule only
    /// ends the one above it.
    private mutating func take(rule: Block, following: ArraySlice<Block>) {
        let isLast = !following.contains { $0.kind == .heading || $0.kind == .thematicBreak }
        if isLast, sections.count > 1, following.contains(where: { $0.kind == .paragraph }) {
            cuts[sections.count - 1] = rule.range.lowerBound
            begin(.afterBreak, level: 1, heading: nil, at: rule.range.upperBound)
        } else {
            cuts[sections.count - 1] = rule.range.lowerBound
        }
    }

    private mutating func setRanges() {
        let end = tree.bytes.count
        for index in sections.indices {
            let start = sections[index].heading?.range.upperBound ?? starts[index]
            let next = index + 1 < sections.count ? starts[index + 1] : end
            sections[index].body = start..<max(start, cuts[index] ?? next)
        }
        for index in sections.indices {
            var last = index
            while last + 1 < sections.count, sections[last + 1].kind == .heading,
                sections[last + 1].level > sections[index].level
            { last += 1 }
            sections[index].subtree = starts[index]..<max(starts[index], sections[last].body.upperBound)
        }
        sections[0].subtree = sections[0].body
    }

    private mutating func setParents() {
        var above: [Int] = []
        for index in sections.indices where sections[index].kind == .heading {
            while let last = above.last, sections[last].level >= sections[index].level { above.removeLast() }
            sections[index].parent = above.last
            if let parent = above.last { sections[parent].children.append(index) }
            above.append(index)
        }
    }

    private static func title(of heading: Block, _ tree: BlockTree) -> String {
        if let line = heading.onlyLine, !tree.bytes[line].contains(where: isMark) {
            return String(decoding: tree.bytes[line], as: UTF8.self)
        }
        var title: [UInt8] = []
        title.reserveCapacity(heading.range.count)
        for (number, line) in heading.lines.enumerated() {
            if number > 0 { title.append(Byte.blank) }
            title += tree.bytes[line].lazy.filter { !isMark($0) }
        }
        return String(decoding: title, as: UTF8.self)
    }

    private static func isMark(_ byte: UInt8) -> Bool { byte == Byte.star || byte == Byte.backtick }
}
