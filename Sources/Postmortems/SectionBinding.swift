import Forms
import Guides
import LosslessMarkdown

/// Which section of a document is which section of the guide, found by heading wherever it stands.
struct SectionBinding: Sendable {
    private(set) var sections: [String: Section] = [:]
    /// Sections that have no heading of their own; what stands right below the heading above them is theirs.
    private(set) var lodgers: Set<String> = []

    init(_ headings: HeadingIndex, guide: Guide) {
        var taken: Set<Int> = []
        for section in guide.sections {
            let parent = section.parent.flatMap { sections[$0] }
            guard let found = headings.find(section, parent: parent, taken) else { continue }
            sections[section.id] = found
            taken.insert(found.id)
        }
        takeInLodgers(guide)
    }

    /// The same over a document with the same headings.
    func moved(to document: MarkdownDocument, guide: Guide) -> SectionBinding {
        var moved = self
        for id in lodgers { moved.sections[id] = nil }
        moved.sections = moved.sections.mapValues { document.sections[$0.id] }
        moved.lodgers = []
        moved.takeInLodgers(guide)
        return moved
    }

    private mutating func takeInLodgers(_ guide: Guide) {
        for section in guide.sections where section.form is NoForm {
            takeIn(guide.children(of: section), section)
        }
    }

    /// A list or a table right below a heading that only has sub-headings in the guide goes to the first of them, where
    /// the document does not have it.
    private mutating func takeIn(_ children: [GuideSection], _ parent: GuideSection) {
        guard let found = sections[parent.id], let first = children.first, sections[first.id] == nil,
            found.blocks.contains(where: { $0.kind == .list || $0.kind == .table })
        else { return }
        sections[first.id] = found
        lodgers.insert(first.id)
    }

    /// How many of the guide's headings the document has, without the title and the footer.
    func headingCount(_ guide: Guide) -> Int {
        guide.sections.count { $0.heading != nil && sections[$0.id] != nil && !lodgers.contains($0.id) }
    }
}

/// The sections of a document by the names of their headings, made once for all sections of all guides.
struct HeadingIndex {
    private let sections: [Section]
    /// Indices in document order.
    private var places: [HeadingName: [Int]] = [:]

    init(_ document: MarkdownDocument) {
        sections = document.sections
        for section in sections where section.kind == .heading {
            places[HeadingName(section.title), default: []].append(section.id)
        }
    }

    func find(_ section: GuideSection, parent: Section?, _ taken: Set<Int>) -> Section? {
        if section.heading == nil {
            return section.level == 1
                ? sections.first { $0.kind == .heading && $0.level == 1 }
                : sections.last { $0.kind == .afterBreak }
        }
        let candidates = section.names.flatMap { places[$0] ?? [] }.filter { !taken.contains($0) }.sorted()
        guard !candidates.isEmpty else { return nil }
        let inside = candidates.first { candidate in
            parent.map { isInside(candidate, $0) } ?? (sections[candidate].level <= section.level)
        }
        return (inside ?? candidates.first).map { sections[$0] }
    }

    private func isInside(_ section: Int, _ parent: Section) -> Bool {
        var above = sections[section].parent
        while let id = above {
            if id == parent.id { return true }
            above = sections[id].parent
        }
        return false
    }
}
