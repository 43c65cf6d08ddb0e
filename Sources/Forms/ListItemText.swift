import Diagnostics
import LosslessMarkdown

/// An item as it is typed (`Key: text`) and as it stands in the document (`✅ **Key:** text`).
struct ListItemText {
    let style: ListStyle
    let mark: String
    let values: StateValues

    /// Keys longer than this are the start of a sentence that happens to have a colon.
    private static let longestKey = 60

    /// What the document holds after the list marker, lines joined by line feeds.
    func document(_ item: String) -> String {
        let plain = Escaping.normalized(item)
        if values.reason(in: plain) != nil || values.isUnknown(plain) { return Escaping.itemLines(plain) }
        let text = hasKeys ? Self.split(plain).map { "**\($0.key):** \($0.rest)".trimmed } ?? plain : plain
        return mark.isEmpty ? Escaping.itemLines(text) : mark + " " + Escaping.blockLines(text)
    }

    private var hasKeys: Bool { style == .keyed || style == .numberedKeyed }

    /// What was typed, from what the document holds.
    func typed(_ source: String) -> String {
        var text = withoutComments(source).trimmed
        if !mark.isEmpty, let rest = Self.withoutMark(text, mark) { text = rest }
        guard hasKeys, text.hasPrefix("**"), let (key, rest) = Self.boldKey(text) else { return text }
        return rest.isEmpty ? "\(key):" : "\(key): \(rest)"
    }

    func canonical(_ item: String) -> String { typed(document(item)) }

    /// The key before the first colon that a blank follows; a colon in a further sentence ends no key.
    private static func split(_ text: String) -> (key: String, rest: String)? {
        guard let colon = text.place(of: ": ") ?? (text.hasSuffix(":") ? text.lastColon : nil) else {
            return nil
        }
        let key = text[..<colon.lowerBound].trimmed
        let isPlaceholder = key.hasPrefix("[") && key.hasSuffix("]")
        let words = isPlaceholder ? String(key.dropFirst().dropLast()) : key
        guard !words.isEmpty, key.count <= longestKey, !words.contains(where: { "*_`[]<>\n".contains($0) }),
            !words.contains(#/\p{L}{4,}[.?!] \p{Lu}/#)
        else { return nil }
        return (key, text[colon.upperBound...].trimmed)
    }

    /// `**Key:** rest` and `**Key**: rest`.
    private static func boldKey(_ text: String) -> (key: String, rest: String)? {
        let inner = text.dropFirst(2)
        guard let close = inner.place(of: "**") else { return nil }
        var key = inner[..<close.lowerBound]
        var rest = inner[close.upperBound...]
        if key.last == ":" {
            key = key.dropLast()
        } else if rest.first == ":" {
            rest = rest.dropFirst()
        } else {
            return nil
        }
        return (key.trimmed, rest.trimmed)
    }

    /// The mark may lack its variation selector.
    private static func withoutMark(_ text: String, _ mark: String) -> String? {
        let bare = String(String.UnicodeScalarView(mark.unicodeScalars.filter { $0.value != 0xFE0F }))
        for candidate in [mark, bare] where text.hasPrefix(candidate) {
            return text.dropFirst(candidate.count).trimmed
        }
        return nil
    }
}

extension String {
    fileprivate var lastColon: Range<Index>? { lastIndex(of: ":").map { $0..<endIndex } }
}
