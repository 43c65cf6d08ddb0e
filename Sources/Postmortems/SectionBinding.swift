import Forms
import Guides
import LosslessMarkdown

/// Which section of a document is which section of the guide, found by heading wherever it stands.
struct SectionBinding: Sendable {
    /// Sections that have no heading of their own; what stands right below the heading above them is theirs.
    private(set) var lodgers: Set<String> = []
    /// The document's.
    private let sections: [Section]
    private var places: [String: Int] = [:]

    init(_ headings: HeadingIndex, guide: Guide) {
        sections = headings.sections
        places.reserveCapacity(guide.sections.count)
        var isTaken = [Bool](repeating: false, count: sections.count)
        for section in guide.sections {
            let parent = section.parent.flatMap { places[$0] }
            guard let found = headings.find(section, parent: parent, isTaken) else { continue }
            places[section.id] = found
            isTaken[found] = true
        }
        takeInLodgers(guide)
    }

    private init(_ sections: [Section], places: [String: Int], guide: Guide) {
        self.sections = sections
        self.places = places
        takeInLodgers(guide)
    }

    /// The same over a document with the same headings.
    func moved(to document: MarkdownDocument, guide: Guide) -> SectionBinding {
        SectionBinding(document.sections, places: places.filter { !lodgers.contains($0.key) }, guide: guide)
    }

    /// The document's section for a section of the guide, nil where there is no such heading.
    subscript(id: String) -> Section? { places[id].map { sections[$0] } }

    private mutating func takeInLodgers(_ guide: Guide) {
        for section in guide.sections where section.form is NoForm {
            takeIn(guide.children(of: section), section)
        }
    }

    /// A list or a table right below a heading that only has sub-headings in the guide goes to the first of them, where
    /// the document does not have it.
    private mutating func takeIn(_ children: [GuideSection], _ parent: GuideSection) {
        guard let found = places[parent.id], let first = children.first, places[first.id] == nil,
            sections[found].blocks.contains(where: { $0.kind == .list || $0.kind == .table })
        else { return }
        places[first.id] = found
        lodgers.insert(first.id)
    }

    /// How many of the guide's headings the document has, without the title and the footer.
    func headingCount(_ guide: Guide) -> Int {
        guide.sections.count { $0.heading != nil && places[$0.id] != nil && !lodgers.contains($0.id) }
    }
}

/// The sections of a document by the names of their headings, made once for all sections of all guides.
struct HeadingIndex {
    fileprivate let sections: [Section]
    /// Indices in document order.
    private var places: [HeadingName: [Int]] = [:]

    init(_ document: MarkdownDocument) {
        sections = document.sections
        places.reserveCapacity(sections.count)
        for section in sections where section.kind == .heading {
            places[HeadingName(section.title), default: []].append(section.id)
        }
    }

    /// - Parameter parent: the place of the section above it.
    func find(_ section: GuideSection, parent: Int?, _ isTaken: [Bool]) -> Int? {
        if section.heading == nil {
            return section.level == 1
                ? sections.firstIndex { $0.kind == .heading && $0.level == 1 }
                : sections.lastIndex { $0.kind == .afterBreak }
        }
        var candidates: [Int] = []
        for name in section.names {
            guard let found = places[name] else { continue }
            for place in found where !isTaken[place] { candidates.append(place) }
        }
        guard candidates.count > 1 else { return candidates.first }
        candidates.sort()
        let inside = candidates.first { candidate in
            parent.map { isInside(candidate, $0) } ?? (sections[candidate].level <= section.level)
        }
        return inside ?? candidates.first
    }

    private func isInside(_ section: Int, _ parent: Int) -> Bool {
        var above = sections[section].parent
        while let id = above {
            if id == parent { return true }
            above = sections[id].parent
        }
        return false
    }
}
