import Forms
import Guides
import LosslessMarkdown

/// Which section of a document is which section of the guide, found by heading wherever it stands.
struct SectionBinding: Sendable {
    private(set) var sections: [String: Section] = [:]

    init(_ document: MarkdownDocument, guide: Guide) {
        var taken: Set<Int> = []
        for section in guide.sections {
            guard
                let found = Self.find(
                    section, in: document, parent: section.parent.flatMap { sections[$0] }, taken)
            else { continue }
            sections[section.id] = found
            taken.insert(found.id)
        }
    }

    /// How many of the guide's headings the document has, without the title and the footer.
    func headingCount(_ guide: Guide) -> Int {
        guide.sections.count { $0.heading != nil && sections[$0.id] != nil }
    }

    private static func find(
        _ section: GuideSection, in document: MarkdownDocument, parent: Section?, _ taken: Set<Int>
    ) -> Section? {
        if section.heading == nil {
            return section.level == 1
                ? document.sections.first { $0.kind == .heading && $0.level == 1 }
                : document.sections.last { $0.kind == .afterBreak }
        }
        let names = Set(([section.heading].compactMap { $0 } + section.aliases).map { HeadingName($0) })
        let candidates = document.sections.filter {
            $0.kind == .heading && !taken.contains($0.id) && names.contains(HeadingName($0.title))
        }
        let inside = candidates.first { candidate in
            parent.map { isInside(candidate, $0, document) } ?? (candidate.level <= section.level)
        }
        return inside ?? candidates.first
    }

    private static func isInside(_ section: Section, _ parent: Section, _ document: MarkdownDocument) -> Bool
    {
        var above = section.parent
        while let id = above {
            if id == parent.id { return true }
            above = document.sections[id].parent
        }
        return false
    }
}
