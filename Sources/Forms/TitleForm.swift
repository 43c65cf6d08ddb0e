import Diagnostics
import LosslessMarkdown

/// The document's title: `# PREFIX: title`.
package struct TitleForm: SectionForm {
    package static let kind = FormKind.title

    package var prefix: String

    package init(prefix: String) { self.prefix = prefix }

    package func shape(of field: Field) -> AnswerShape { .line }

    package func read(_ field: Field, in place: SectionPlace) -> Reading {
        guard let line = titleRange(in: place) else { return .absent }
        let text = Self.title(withoutComments(place.document.text(line)).trimmed)
        return field.isOpen(text) ? Reading(.open, at: line) : Reading(.answered, .text(text), at: line)
    }

    package func edits(_ field: Field, to content: FormContent?, in place: SectionPlace) -> [TextEdit]? {
        guard let line = titleRange(in: place) else { return nil }
        guard case .text(let title)? = content else { return [TextEdit(line, field.placeholder)] }
        let touches = line.lowerBound > 0 && place.document.bytes[line.lowerBound - 1] == UInt8(ascii: ":")
        return Region(document: place.document, range: line).edit(to: [
            (touches ? " " : "") + Self.source(of: title)
        ])
    }

    package func skeleton(_ fields: [Field], level: Int) -> [[String]] { [] }

    /// Number signs at the end of a heading would close it.
    private static func source(of title: String) -> String {
        title.hasSuffix("#") ? title.dropLast() + "\\#" : title
    }

    private static func title(_ source: String) -> String {
        source.hasSuffix("\\#") ? source.dropLast(2) + "#" : source
    }

    /// The title's words after the prefix; the whole heading where the prefix is not there.
    private func titleRange(in place: SectionPlace) -> Range<Int>? {
        guard let heading = place.section.heading, let line = heading.lines.first else { return nil }
        guard !prefix.isEmpty, let colon = colon(in: line, of: place.document) else { return line }
        let bytes = place.document.bytes[(colon + 1)..<line.upperBound]
        return (bytes.firstIndex { $0 != UInt8(ascii: " ") } ?? line.upperBound)..<line.upperBound
    }

    /// Where the prefix ends. In bytes, since what is no UTF-8 behind it has no length in characters.
    private func colon(in line: Range<Int>, of document: MarkdownDocument) -> Int? {
        line.first { index in
            document.bytes[index] == UInt8(ascii: ":")
                && document.text(line.lowerBound..<index).lowercased() == prefix.lowercased()
        }
    }
}
