import Diagnostics
import Forms
import Guides
import IncidentTime
import LosslessMarkdown

/// A document bound to its guide: which heading is which section, what is answered, and how an answer is put in.
package struct Postmortem: Sendable {
    package let guide: Guide
    package let document: MarkdownDocument
    let binding: SectionBinding
    let readings: Readings

    package init(_ document: MarkdownDocument, guide: Guide) {
        self.init(document, guide: guide, binding: SectionBinding(HeadingIndex(document), guide: guide))
    }

    init(
        _ document: MarkdownDocument, guide: Guide, binding: SectionBinding, readings: Readings = Readings()
    ) {
        self.guide = guide
        self.document = document
        self.binding = binding
        self.readings = readings
    }

    /// The document's section for a section of the guide, nil where there is no such heading.
    package func section(_ id: String) -> Section? { binding[id] }

    /// What a question holds, with *not applicable* and *not known yet* told apart.
    package func reading(_ id: QuestionID) -> Reading { known(id).told }

    /// What stands in the place, as the form reads it.
    func rawReading(_ id: QuestionID) -> Reading { known(id).raw }

    private func known(_ id: QuestionID) -> Readings.Known {
        if let known = readings[id] { return known }
        let raw = formReading(id)
        let known = Readings.Known(raw: raw, told: told(raw))
        readings[id] = known
        return known
    }

    private func told(_ raw: Reading) -> Reading {
        guard raw.state == .answered, let content = raw.content else { return raw }
        let parts = content.parts.map { $0.map(Escaping.withoutComments) }
        if parts.count == 1, let text = parts[0], let reason = guide.values.reason(in: text) {
            return Reading(.notApplicable, .notApplicable(reason), at: raw.place)
        }
        let isUnknown = parts.contains { $0.map(guide.values.isUnknown) == true }
        return isUnknown ? Reading(.unknown, content, at: raw.place) : raw
    }

    private func formReading(_ id: QuestionID) -> Reading {
        guard let section = guide[section: id.section], let question = guide[id],
            let place = place(of: section)
        else {
            return .absent
        }
        return section.form.read(question.field, in: place)
    }

    func place(of section: GuideSection) -> SectionPlace? {
        binding[section.id].map {
            SectionPlace(
                document: document, section: $0, values: guide.values, effect: effect(of: section),
                fields: section.fields)
        }
    }

    /// The answer that a fishbone points at.
    private func effect(of section: GuideSection) -> String {
        guard let form = section.form as? FishboneForm, let id = QuestionID(form.effect),
            id.section != section.id,
            case .text(let text)? = reading(id).content
        else { return "" }
        return text
    }

    /// Every placeholder that is left, in document order: those that any document may have, and the guide's own where only
    /// their words tell them from an answer, as in a title or a block of code.
    package var placeholders: [Placeholder] {
        let found = document.placeholders(choices: guide.choiceLists)
        let own = guide.questionIDs.compactMap { ownPlaceholder(of: $0) }
            .filter { own in !found.contains { $0.range.overlaps(own.range) } }
        return own.isEmpty ? found : (found + own).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func ownPlaceholder(of id: QuestionID) -> Placeholder? {
        guard let text = guide[id]?.field.placeholder, !text.isEmpty else { return nil }
        let reading = reading(id)
        guard reading.state == .open, reading.content == nil, let place = reading.place,
            let found = self.place(of: text, in: place)
        else { return nil }
        return Placeholder(range: found, text: text)
    }

    private func place(of text: String, in range: Range<Int>) -> Range<Int>? {
        let pattern = Array(text.utf8)
        let start = document.bytes.firstPlace(of: pattern, from: range.lowerBound, to: range.upperBound)
        return start.map { $0..<($0 + pattern.count) }
    }
}

extension FormContent {
    /// The texts that an answer is made of, nil for a row of several; any may say that something is not known yet.
    fileprivate var parts: [String?] {
        switch self {
        case .text(let text), .markdown(let text): [text]
        case .list(let items): items
        case .table(let rows): rows.map(\.onlyCell)
        case .groups(let groups): groups.flatMap(\.items)
        case .checklist(let items): items.map(\.text)
        case .whys, .notApplicable: []
        }
    }
}

extension TableRecord {
    /// The text of a row in which nothing else stands than a dash or a number.
    fileprivate var onlyCell: String? {
        var only: String?
        for cell in cells where !cell.isEmpty && cell != "-" && !cell.withBytes(Self.isNumber) {
            guard only == nil else { return nil }
            only = cell
        }
        return only
    }

    private static func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.allSatisfy { $0 < 0x80 }
            ? text.allSatisfy { (0x30...0x39).contains($0) }
            : String(decoding: text, as: UTF8.self).allSatisfy(\.isNumber)
    }
}
