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
        let text = place.document.text(line)
        guard !prefix.isEmpty, text.lowercased().hasPrefix(prefix.lowercased() + ":") else { return line }
        let rest = text.dropFirst(prefix.count + 1)
        let blanks = rest.prefix { $0 == " " }.utf8.count
        return (line.upperBound - rest.utf8.count + blanks)..<line.upperBound
    }
}
