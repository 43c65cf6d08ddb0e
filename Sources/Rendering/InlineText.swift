import DisplayText

/// The common inline marks of a line: `**strong**`, `*emphasis*`, `` `code` `` and links.
struct InlineText {
    private let source: [Character]

    init(_ source: String) { self.source = Array(source) }

    var plain: String { styled.text }

    var styled: StyledText {
        var text = StyledText("")
        var index = 0
        while index < source.count {
            if let (length, run) = mark(at: index) {
                text = text + run
                index += length
            } else {
                text.append(String(source[index]))
                index += 1
            }
        }
        return text
    }

    private func mark(at index: Int) -> (length: Int, text: StyledText)? {
        switch source[index] {
        case "\\": escape(at: index)
        case "`": delimited(at: index, by: "`", .code)
        case "*":
            starts("**", index)
                ? delimited(at: index, by: "**", .strong) : delimited(at: index, by: "*", .emphasis)
        case "_": isWordStart(index) ? delimited(at: index, by: "_", .emphasis) : nil
        case "[": link(at: index)
        default: nil
        }
    }

    private func escape(at index: Int) -> (Int, StyledText)? {
        guard index + 1 < source.count, source[index + 1].isPunctuation || source[index + 1].isSymbol else {
            return nil
        }
        return (2, StyledText(String(source[index + 1])))
    }

    private func delimited(at index: Int, by mark: String, _ style: TextStyle) -> (Int, StyledText)? {
        let start = index + mark.count
        guard start < source.count, !source[start].isWhitespace, let end = position(of: mark, from: start + 1)
        else { return nil }
        let inner = String(source[start..<end])
        return (end + mark.count - index, StyledText(style == .code ? inner : InlineText(inner).plain, style))
    }

    /// `[text](address)` shows both; other brackets stay.
    private func link(at index: Int) -> (Int, StyledText)? {
        guard let close = position(of: "](", from: index + 1), let end = position(of: ")", from: close + 2)
        else { return nil }
        let text = String(source[(index + 1)..<close])
        let address = String(source[(close + 2)..<end])
        return (
            end + 1 - index,
            StyledText(text, .emphasis) + StyledText(address == text ? "" : " (\(address))", .hint)
        )
    }

    private func starts(_ mark: String, _ index: Int) -> Bool {
        source[index...].starts(with: mark)
    }

    private func isWordStart(_ index: Int) -> Bool {
        index == 0 || !(source[index - 1].isLetter || source[index - 1].isNumber)
    }

    private func position(of mark: String, from start: Int) -> Int? {
        guard start <= source.count else { return nil }
        return (start..<max(start, source.count)).first { starts(mark, $0) }
    }
}
