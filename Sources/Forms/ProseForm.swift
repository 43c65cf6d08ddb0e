import Diagnostics
import LosslessMarkdown

/// Paragraphs as they are typed; all blocks of the section are the answer.
package struct ProseForm: SectionForm {
    package static let kind = FormKind.prose

    package init() {}

    package func shape(of field: Field) -> AnswerShape { .prose }

    package func read(_ field: Field, in place: SectionPlace) -> Reading {
        guard let range = range(in: place) else { return Reading(.open, at: place.section.body) }
        if firstIsPlaceholder(field, in: place) { return Reading(.open, at: place.contentBlocks[0].range) }
        let text = Prose.text(of: range, in: place.document)
        return text.isEmpty ? Reading(.open, at: range) : Reading(.answered, .text(text), at: range)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        let text: String
        if case .text(let answer)? = content { text = answer } else { text = field.placeholder }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let range = range(in: place) else { return place.appending(lines) }
        let target = firstIsPlaceholder(field, in: place) ? place.contentBlocks[0].range : range
        return Region(document: place.document, range: target).edit(to: lines)
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] { fields.map { [$0.placeholder] } }

    private func range(in place: SectionPlace) -> Range<Int>? {
        guard let first = place.contentBlocks.first, let last = place.contentBlocks.last else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }

    private func firstIsPlaceholder(_ field: Field, in place: SectionPlace) -> Bool {
        guard let first = place.contentBlocks.first, first.kind == .paragraph else { return false }
        return field.isOpen(place.document.text(first.range))
    }
}

/// Prose as an answer: the source without the program's own comments.
enum Prose {
    static func text(of range: Range<Int>, in document: MarkdownDocument) -> String {
        let source = document.text(range).withLineFeeds
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
    var withLineFeeds: String { utf8.contains(0x0D) ? replacing("\r\n", with: "\n") : self }
}
