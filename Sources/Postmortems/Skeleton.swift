import Diagnostics
import Forms
import Guides
import LosslessMarkdown

extension Postmortem {
    /// A new document: every heading of the guide, placeholders where answers go, the guide's name at the end.
    package static func blank(_ guide: Guide) -> Postmortem {
        let chapters = guide.sections.filter { $0.parent == nil && !$0.isOnDemand }
        let texts = chapters.map { Skeleton(guide).lines(of: $0, withRule: false).joined(separator: "\n") }
        let body = texts.joined(separator: "\n\n---\n\n")
        let text =
            body.replacingFirst("\n\n---\n\n", with: "\n\n") + "\n\n<!-- debrief:guide \(guide.name) -->\n"
        return Postmortem(MarkdownDocument(text), guide: guide)
    }

    /// The document with the section's heading and blank form, where it does not have them yet.
    func withSection(_ section: GuideSection) -> Postmortem? {
        if binding[section.id] != nil { return self }
        var base = self
        if let parent = section.parent.flatMap({ guide[section: $0] }) {
            guard let with = base.withSection(parent) else { return nil }
            base = with
        }
        let lines = Skeleton(guide).lines(of: section, withRule: section.heading == nil, isAlone: true)
        let grown = base.rebased(on: base.document.applying([base.insertion(of: section, lines)]))
        return grown.binding[section.id] == nil ? nil : grown
    }

    /// Behind the nearest section that comes before it in the guide, else before everything.
    private func insertion(of section: GuideSection, _ lines: [String]) -> TextEdit {
        let ending = String(decoding: document.lineEnding, as: UTF8.self)
        let text = lines.joined(separator: ending)
        if section.heading == nil || section.isOnDemand { return insertionAtEnd(section, text, ending) }
        guard var offset = offset(for: section) else { return TextEdit(0..<0, text + ending + ending) }
        // Blanks at the end of the line above are a line break of its own.
        while offset < document.bytes.count, [0x20, 0x09].contains(document.bytes[offset]) { offset += 1 }
        let rest = document.bytes[offset...].contains { ![0x0A, 0x0D, 0x20, 0x09].contains($0) }
        let blocks = [[text], ruleBeside(section, at: offset)].flatMap { $0 }
        let ordered = isFirstChapter(at: offset) ? blocks : blocks.reversed()
        let joined = ordered.joined(separator: ending + ending)
        return TextEdit(offset..<offset, ending + ending + joined + (rest ? "" : ending))
    }

    /// A rule between a new chapter and the one it follows, where the document has rules between chapters.
    private func ruleBeside(_ section: GuideSection, at offset: Int) -> [String] {
        guard section.parent == nil else { return [] }
        let blocks = document.topLevel
        let chapters = zip(blocks, blocks.dropFirst()).filter {
            $1.kind == .heading && $1.headingLevel == section.level
        }
        guard chapters.contains(where: { $0.0.kind == .thematicBreak }) else { return [] }
        let next = blocks.first { $0.range.lowerBound >= offset }
        return isFirstChapter(at: offset) && next?.kind != .heading ? [] : ["---"]
    }

    /// Nothing but the title stands before.
    private func isFirstChapter(at offset: Int) -> Bool {
        !document.sections.contains { $0.level > 1 && ($0.heading?.range.lowerBound ?? offset) < offset }
    }

    /// The end of the text that the new section follows.
    private func offset(for section: GuideSection) -> Int? {
        guard let index = guide.sections.firstIndex(where: { $0.id == section.id }) else { return nil }
        let before = guide.sections[..<index].last { other in
            binding[other.id] != nil
                && (other.parent == section.parent || other.id == section.parent) && other.heading != nil
                || other.level == 1 && binding[other.id] != nil && section.parent == nil
        }
        guard let before, let found = binding[before.id] else { return nil }
        return before.id == section.parent || before.level < section.level
            ? end(of: found.body) : end(of: found.subtree)
    }

    /// Where the text in a range ends, blank lines and the guide's comment behind it aside.
    func end(of range: Range<Int>) -> Int {
        var end = endOfText(in: range)
        if let comment = guideComment, range.contains(comment.lowerBound), comment.upperBound >= end {
            end = endOfText(in: range.lowerBound..<comment.lowerBound)
        }
        guard end == range.lowerBound else { return end }
        while end > 0, [0x0A, 0x0D].contains(document.bytes[end - 1]) { end -= 1 }
        return end
    }

    private func endOfText(in range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, [0x0A, 0x0D, 0x20, 0x09].contains(document.bytes[end - 1]) { end -= 1 }
        return end
    }
}

/// Writes sections of a new document.
private struct Skeleton {
    let guide: Guide

    init(_ guide: Guide) { self.guide = guide }

    /// The section's heading and form, then its sub-sections.
    func lines(of section: GuideSection, withRule: Bool, isAlone: Bool = false) -> [String] {
        var blocks: [[String]] = withRule ? [["---"]] : []
        if let heading = heading(of: section) { blocks.append([heading]) }
        blocks += section.form.skeleton(section.questions.map(\.field), level: section.level)
        if !isAlone {
            blocks += guide.children(of: section).map { lines(of: $0, withRule: false) }
        }
        return Array(blocks.filter { !$0.isEmpty }.joined(separator: [""]))
    }

    private func heading(of section: GuideSection) -> String? {
        let marks = String(repeating: "#", count: section.level)
        if let form = section.form as? TitleForm {
            return "\(marks) \(form.prefix): \(section.questions.first?.field.placeholder ?? "[Title]")"
        }
        return section.heading.map { "\(marks) \($0)" }
    }
}

extension String {
    fileprivate func replacingFirst(_ part: String, with other: String) -> String {
        guard let range = firstRange(of: part) else { return self }
        return String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
