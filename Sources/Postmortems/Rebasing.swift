import Forms
import Guides
import LosslessMarkdown
import Synchronization

extension Postmortem {
    /// The same guide over what the document holds now.
    ///
    /// An answer changes one section, and the document is read again after each. What was known is kept where it must
    /// still hold: which section is which while the headings are the same, what is read in a section while its bytes are.
    package func rebased(on document: MarkdownDocument) -> Postmortem {
        let hasSameHeadings = document.sections.elementsEqual(self.document.sections) { $0.isNamed(like: $1) }
        let binding =
            hasSameHeadings
            ? binding.moved(to: document, guide: guide)
            : SectionBinding(HeadingIndex(document), guide: guide)
        return Postmortem(
            document, guide: guide, binding: binding, readings: readingsThatHold(in: document, binding))
    }

    private func readingsThatHold(in document: MarkdownDocument, _ new: SectionBinding) -> Readings {
        let ends = CommonEnds(of: self.document.bytes, and: document.bytes)
        let growth = document.bytes.count - self.document.bytes.count
        let endStart = self.document.bytes.count - ends.end
        let kept = readings.all.compactMap { id, known -> (String, [String: Readings.Known])? in
            // A fishbone reads an answer of another section.
            guard let old = section(id)?.subtree, let new = new[id]?.subtree,
                !(guide[section: id]?.form is FishboneForm)
            else { return nil }
            if new == old, old.upperBound <= ends.beginning { return (id, known) }
            guard old.lowerBound >= endStart, new == old.moved(by: growth) else { return nil }
            return (id, known.mapValues { $0.moved(by: growth) })
        }
        return Readings(Dictionary(uniqueKeysWithValues: kept))
    }
}

/// What the forms have read so far, by section and question. A postmortem never changes, so a reading holds for all its
/// copies.
final class Readings: Sendable {
    struct Known {
        /// As the form reads it.
        var raw: Reading
        /// With answers that are no answers told apart.
        var told: Reading

        func moved(by growth: Int) -> Known {
            Known(raw: raw.moved(by: growth), told: told.moved(by: growth))
        }
    }

    private let known: Mutex<[String: [String: Known]]>

    init(_ known: [String: [String: Known]] = [:]) { self.known = Mutex(known) }

    var all: [String: [String: Known]] { known.withLock { $0 } }

    subscript(id: QuestionID) -> Known? {
        get { known.withLock { $0[id.section]?[id.question] } }
        set { known.withLock { $0[id.section, default: [:]][id.question] = newValue } }
    }
}

extension Reading {
    fileprivate func moved(by growth: Int) -> Reading {
        Reading(state, content, at: place?.moved(by: growth))
    }
}

extension Range<Int> {
    fileprivate func moved(by growth: Int) -> Range<Int> { lowerBound + growth..<upperBound + growth }
}

extension Section {
    /// Whether a section of another document has the same heading of the same level.
    fileprivate func isNamed(like other: Section) -> Bool {
        kind == other.kind && level == other.level && title == other.title
    }
}
