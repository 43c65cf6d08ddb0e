import Diagnostics
import Forms
import Guides
import LosslessMarkdown

/// A section that no new document has: it is made for its first item and goes with its last one.
extension Postmortem {
    var guideComment: Range<Int>? {
        document.directives.first { if case .guide = $0.kind { true } else { false } }?.range
    }

    /// Before the footer or the guide's comment, whichever comes first; else at the end.
    func insertionAtEnd(_ section: GuideSection, _ text: String, _ ending: String) -> TextEdit {
        let comment = guideComment?.lowerBound
        let footer = section.heading == nil ? nil : footerStart
        let rule = footer == nil ? "" : "---" + ending + ending
        if let offset = footer ?? comment { return TextEdit(offset..<offset, rule + text + ending + ending) }
        let end = end(of: 0..<document.bytes.count)
        return TextEdit(end..<document.bytes.count, ending + ending + text + ending)
    }

    /// The rule above the footer.
    private var footerStart: Int? {
        guard let footer = document.sections.last(where: { $0.kind == .afterBreak }) else { return nil }
        let rules = document.topLevel.filter {
            $0.kind == .thematicBreak && $0.range.upperBound <= footer.body.upperBound
        }
        return rules.last { $0.range.lowerBound < (footer.blocks.first?.range.lowerBound ?? 0) }?.range
            .lowerBound
    }

    /// The document without a section that is made on demand, once its answer is taken out and nothing else stands in it.
    func withoutEmptied(_ section: GuideSection) -> Postmortem {
        guard section.isOnDemand, let heading = binding[section.id]?.heading else { return self }
        let blocks = document.topLevel
        guard let index = blocks.firstIndex(where: { $0.id == heading.id }), index + 1 < blocks.count,
            isBlankForm(blocks[index + 1], of: section)
        else { return self }
        let next = index + 2 < blocks.count ? blocks[index + 2] : nil
        if let next, next.kind == .heading && next.headingLevel > section.level { return self }
        guard next == nil || endsSection(index + 2, in: blocks) else { return self }
        let hasRule = index > 0 && blocks[index - 1].kind == .thematicBreak && next?.kind == .thematicBreak
        let first = hasRule ? blocks[index - 1].range.lowerBound : heading.range.lowerBound
        let edit = next.map { TextEdit(first..<$0.range.lowerBound, "") } ?? tail(from: first)
        let without = rebased(on: document.applying([edit]))
        let titles = document.sections.map(\.title).filter { $0 != section.heading }
        return without.document.sections.map(\.title) == titles ? without : self
    }

    /// What may follow the section: another chapter, the footer behind its rule, the guide's comment. Anything else is
    /// somebody's own, and would fall to the section above.
    private func endsSection(_ index: Int, in blocks: [Block]) -> Bool {
        let block = blocks[index]
        let isLast = index + 1 == blocks.count
        switch block.kind {
        case .heading: return true
        case .thematicBreak:
            return isLast || blocks[index + 1].kind == .heading || block.range.lowerBound == footerStart
        case .html: return guideComment.map { block.range.contains($0.lowerBound) } ?? false
        default: return false
        }
    }

    private func isBlankForm(_ block: Block, of section: GuideSection) -> Bool {
        let blank = section.form.skeleton(section.questions.map(\.field), level: section.level)
        let wanted = blank.flatMap { $0 }.filter { !$0.isEmpty }
        return document.text(block.range).split(whereSeparator: \.isNewline).map(String.init) == wanted
    }

    private func tail(from first: Int) -> TextEdit {
        let end = end(of: 0..<first)
        return TextEdit(end..<document.bytes.count, String(decoding: document.lineEnding, as: UTF8.self))
    }
}
