import DisplayText

/// The common inline marks of a line: `**strong**`, `*emphasis*`, `` `code` `` and links.
struct InlineText {
    private let source: [Character]
    private var closers: Closers

    init(_ source: String) {
        self.source = Array(source)
        closers = Closers(self.source)
    }

    var plain: String { styled.text }

    var styled: StyledText {
        var reading = self
        return reading.read()
    }

    /// The text, and how many characters were looked at for the ends of marks.
    static func reading(_ source: String) -> (text: StyledText, looks: Int) {
        var reading = InlineText(source)
        let text = reading.read()
        return (text, reading.closers.looks)
    }

    private mutating func read() -> StyledText {
        var text = StyledText("")
        var index = 0
        while index < source.count {
            if let (length, runs) = mark(at: index) {
                for run in runs.runs { text.append(run.text, run.style) }
                index += length
            } else {
                text.append(String(source[index]))
                index += 1
            }
        }
        return text
    }

    private mutating func mark(at index: Int) -> (length: Int, text: StyledText)? {
        switch source[index] {
        case "\\": escape(at: index)
        case "`": delimited(at: index, by: .backtick, .code)
        case "*":
            Closer.twoStars.stands(in: source, at: index)
                ? delimited(at: index, by: .twoStars, .strong) : delimited(at: index, by: .star, .emphasis)
        case "_": isWordStart(index) ? delimited(at: index, by: .underscore, .emphasis) : nil
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

    private mutating func delimited(at index: Int, by mark: Closer, _ style: TextStyle) -> (Int, StyledText)?
    {
        let start = index + mark.length
        guard start < source.count, !source[start].isWhitespace,
            let end = closers.next(mark, from: start + 1)
        else { return nil }
        let inner = String(source[start..<end])
        return (end + mark.length - index, StyledText(style == .code ? inner : plain(inner), style))
    }

    private mutating func plain(_ inner: String) -> String {
        let (text, looks) = Self.reading(inner)
        closers.looks += looks
        return text.text
    }

    /// `[text](address)` shows both; other brackets stay.
    private mutating func link(at index: Int) -> (Int, StyledText)? {
        guard let close = closers.next(.linkText, from: index + 1),
            let end = closers.next(.address, from: close + 2)
        else { return nil }
        let text = String(source[(index + 1)..<close])
        let address = String(source[(close + 2)..<end])
        return (
            end + 1 - index,
            StyledText(text, .emphasis) + StyledText(address == text ? "" : " (\(address))", .hint)
        )
    }

    private func isWordStart(_ index: Int) -> Bool {
        index == 0 || !(source[index - 1].isLetter || source[index - 1].isNumber)
    }
}

/// What ends a mark.
private enum Closer: String, CaseIterable {
    case backtick = "`"
    case twoStars = "**"
    case star = "*"
    case underscore = "_"
    case linkText = "]("
    case address = ")"

    var length: Int { self == .twoStars || self == .linkText ? 2 : 1 }

    func stands(in source: [Character], at index: Int) -> Bool {
        switch self {
        case .backtick: source[index] == "`"
        case .twoStars: source[index] == "*" && index + 1 < source.count && source[index + 1] == "*"
        case .star: source[index] == "*"
        case .underscore: source[index] == "_"
        case .linkText: source[index] == "]" && index + 1 < source.count && source[index + 1] == "("
        case .address: source[index] == ")"
        }
    }
}

/// Where marks end. Each search goes on where the last one for the same mark stopped, so that a line is gone over once a
/// mark, however many of them are never closed.
private struct Closers {
    private let source: [Character]
    /// From where a search began, and where it ended; at the end of the line where nothing was found.
    private var found: [Closer: (from: Int, at: Int)] = [:]
    /// Characters looked at.
    var looks = 0

    init(_ source: [Character]) { self.source = source }

    mutating func next(_ mark: Closer, from start: Int) -> Int? {
        guard start < source.count else { return nil }
        if let known = found[mark], known.from <= start, start <= known.at {
            return known.at < source.count ? known.at : nil
        }
        var index = start
        while index < source.count, !mark.stands(in: source, at: index) { index += 1 }
        looks += index - start + 1
        found[mark] = (start, index)
        return index < source.count ? index : nil
    }
}
