import Guides
import LosslessMarkdown

extension Postmortem {
    /// Stretches of the document by the kind of section the guide says they are, outer ones before those inside them.
    package var sectionKinds: [(range: Range<Int>, kind: String)] {
        guide.sections.compactMap { section in
            guard !section.kind.isEmpty, let found = self.section(section.id) else { return nil }
            return (found.subtree, section.kind)
        }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
