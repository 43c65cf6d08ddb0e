import Diagnostics
import LosslessMarkdown

/// An item of a group: a line, and what stands below it in a list of its own.
enum NestedItem {
    /// Nil where anything else than paragraphs and a list stands in the item.
    static func text(of item: Block, in document: MarkdownDocument) -> String? {
        let blocks = document.children(of: item)
        guard blocks.first?.kind == .paragraph || blocks.isEmpty else { return nil }
        let below = blocks.drop { $0.kind == .paragraph }
        guard below.isEmpty || below.count == 1 && below.first?.kind == .list else { return nil }
        return tidy(withoutComments(document.itemText(item)))
    }

    /// The item as it reads back.
    static func canonical(_ text: String) -> String {
        let lines = tidy(Escaping.normalized(text)).split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first else { return "" }
        let below = lines.dropFirst().map { Escaping.blockLines(String($0)) }
        return ([Escaping.itemLine(String(first))] + below).joined(separator: "\n")
    }

    static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
    }

    /// The words on one line, and a list below them on its own.
    private static func tidy(_ text: String) -> String {
        if text.withBytes(isOneLine) { return text.trimmed }
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.trimmed.isEmpty }
        let words = lines.enumerated().prefix { $0.offset == 0 || !isListed($0.element) }.map(\.element)
        let below = lines.dropFirst(words.count).map { line in
            var kept = line
            while let last = kept.last, last == " " || last == "\t" { kept.removeLast() }
            return String(kept)
        }
        return ([words.map(\.trimmed).joined(separator: " ")] + below).joined(separator: "\n")
    }

    /// Of ASCII, in which other letters may end a line as well.
    private static func isOneLine(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.allSatisfy { $0 < 0x80 && !(0x0A...0x0D).contains($0) }
    }

    private static func isListed(_ line: Substring) -> Bool {
        let text = line.drop { $0 == " " }
        if ["- ", "* ", "+ "].contains(where: text.hasPrefix) { return true }
        let digits = text.prefix(while: \.isNumber)
        return !digits.isEmpty && [". ", ") "].contains { text.dropFirst(digits.count).hasPrefix($0) }
    }
}
