/// A heading as people mean it: without case, numbering, emphasis and closing punctuation.
package struct HeadingName: Hashable, Sendable {
    private let words: String

    package init(_ heading: String) {
        var text = heading.lowercased().filter { !"*_`".contains($0) }.replacing("&", with: "and").trimmed
        text = Self.withoutNumber(text)
        while let last = text.last, ":.–—-".contains(last) { text.removeLast() }
        words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Drops `1.`, `2.3`, `4)` and `section 5:` from the start.
    private static func withoutNumber(_ text: String) -> String {
        var rest = text[...]
        for word in ["section ", "part "]
        where rest.hasPrefix(word) && rest.dropFirst(word.count).first?.isNumber == true {
            rest = rest.dropFirst(word.count)
        }
        let number = rest.prefix { $0.isNumber || $0 == "." }
        guard number.first?.isNumber == true else { return String(rest) }
        let after = rest.dropFirst(number.count)
        guard number.hasSuffix(".") || after.first.map({ ") :".contains($0) }) == true else {
            return String(rest)
        }
        return after.drop { ") :-–—".contains($0) }.trimmed
    }
}

extension StringProtocol {
    /// Without blanks and line breaks at either end.
    package var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
