import Diagnostics
import LosslessMarkdown

/// Paragraphs as they are typed; all blocks of the section are the answer.
package struct ProseForm: SectionForm {
    package static let kind = FormKind.prose

    package init() {}

    package func shape(of field: Field) -> AnswerShape { .prose }

    package func read(_ field: Field, in place: SectionPlace) -> Reading {
        guard let range = range(of: place.contentBlocks) else {
            return Reading(.open, at: place.section.body)
        }
        let rest = place.contentBlocks.dropFirst(unwritten(field, in: place))
        let text = self.range(of: rest).map { Prose.text(of: $0, in: place.document) } ?? ""
        guard !text.isEmpty else { return Reading(.open, at: range) }
        let isWhole = rest.count == place.contentBlocks.count
        return Reading(isWhole ? .answered : .open, .text(text), at: range)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        let text: String
        if case .text(let answer)? = content { text = answer } else { text = field.placeholder }
        return place.replacing(place.contentBlocks, with: text)
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] { fields.map { [$0.placeholder] } }

    private func range(of blocks: some BidirectionalCollection<Block>) -> Range<Int>? {
        guard let first = blocks.first, let last = blocks.last else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }

    /// How many blocks at the start nobody wrote: a placeholder, and the template's example below it.
    private func unwritten(_ field: Field, in place: SectionPlace) -> Int {
        guard let first = place.contentBlocks.first, first.kind == .paragraph,
            field.isOpen(place.document.text(first.range))
        else { return 0 }
        return 1 + place.contentBlocks.dropFirst().prefix { isExample($0, in: place) }.count
    }

    private func isExample(_ block: Block, in place: SectionPlace) -> Bool {
        guard block.kind == .paragraph else { return false }
        let text = place.document.text(block.range).prefix(20).lowercased().filter { !"*_ ".contains($0) }
        return text.hasPrefix("example:")
    }
}

/// Prose as an answer: the source without the program's own comments.
enum Prose {
    static func text(of range: Range<Int>, in document: MarkdownDocument) -> String {
        let source = document.text(range).withLineFeeds
        guard source.holds(0x0A) else { return withoutComments(source).trimmed }
        return withoutComments(source).split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                var kept = line
                while let last = kept.last, last == " " || last == "\t" { kept.removeLast() }
                return String(kept)
            }.joined(separator: "\n").trimmed
    }

    /// The text as it reads back once written.
    static func canonical(_ text: String) -> String { Escaping.blockLines(Escaping.normalized(text)).trimmed }

    /// The text on one line.
    static func line(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.trimmed }
        return Escaping.normalized(text).split(whereSeparator: \.isNewline).map { $0.trimmed }.filter {
            !$0.isEmpty
        }
        .joined(separator: " ")
    }
}

extension String {
    /// With `\n` alone at the ends of its lines.
    var withLineFeeds: String { holds(0x0D) ? replacing("\r\n", with: "\n") : self }
}
