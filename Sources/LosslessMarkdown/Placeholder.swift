import Diagnostics

/// Text that holds the place of an answer.
package struct Placeholder: Equatable, Sendable {
    package var range: Range<Int>
    package var text: String

    package init(range: Range<Int>, text: String) {
        self.range = range
        self.text = text
    }
}

/// Why a text is taken for a placeholder.
package enum PlaceholderKind: String, CaseIterable, Sendable {
    /// `[Name]`
    case brackets
    /// `YYYY-MM-DD`, `$XX,XXX`, `X hours Y minutes`
    case mask
    /// `TBD`
    case word
    /// `Low / Medium / High`, where exactly these can be chosen
    case choices
}

/// Whether a text as a whole holds the place of an answer; nil for an answer, `-` and `N/A` among them.
package func placeholder(in text: String, choices: [[String]] = []) -> PlaceholderKind? {
    guard text.withBytes(mayHoldPlace) else { return nil }
    let bare = text.trimmed
    guard !bare.isEmpty else { return nil }
    if isBracketed(bare) { return .brackets }
    if isPlaceWord(bare) { return .word }
    if bare.withBytes({ mayHoldMask($0[...]) }), Mask.fills(bare) { return .mask }
    guard choices.contains(where: { mayList($0, bare.utf8.count) }), bare.holds(Byte.slash) else {
        return nil
    }
    let parts = Set(bare.split(separator: "/").map { $0.trimmed.lowercased() })
    let isList = choices.contains { $0.count >= parts.count && Set($0.map { $0.lowercased() }) == parts }
    return parts.count >= 2 && isList ? .choices : nil
}

/// Whether a text is short enough for a list of choices with signs and blanks between them.
private func mayList(_ choices: [String], _ length: Int) -> Bool {
    length <= choices.reduce(0) { $0 + $1.utf8.count + 8 }
}

/// Whether a text needs a closer look: it begins with a bracket, may be one of the words, or has a slash, an X or a
/// mask's letter twice.
private func mayHoldPlace(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var bare = text[...]
    while let first = bare.first, first <= Byte.blank { bare.removeFirst() }
    while let last = bare.last, last <= Byte.blank { bare.removeLast() }
    guard let first = bare.first, let end = bare.last, first < 0x80, end < 0x80, first != Byte.openingBracket
    else { return true }
    return mayBePlaceWord(first, bare.count) || mayHoldMask(bare) || bare.contains(Byte.slash)
}

private let placeWords: Set<String> = ["TBD", "TODO", "TBC", "FIXME", "XXX", "???", "…", "..."]
/// In bytes.
private let longestPlaceWord = 8

private func mayBePlaceWord(_ first: UInt8, _ count: Int) -> Bool {
    guard count <= longestPlaceWord else { return false }
    switch first | 0x20 {
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "x"), UInt8(ascii: "?"), UInt8(ascii: "."):
        return true
    default: return false
    }
}

private func isPlaceWord(_ text: some StringProtocol) -> Bool {
    text.utf8.count <= longestPlaceWord && placeWords.contains(text.uppercased())
}

/// `[text]`, alone, before a colon, or as a condition before more text; no link, footnote, box or definition.
private func isBracketed(_ text: String) -> Bool {
    guard text.first == "[", let close = text.firstIndex(of: "]") else { return false }
    let inner = text[text.index(after: text.startIndex)..<close].trimmed
    guard inner.count > 1, inner.first != "^", asksForText(inner) else { return false }
    let after = text[text.index(after: close)...]
    guard let next = after.first else { return true }
    guard next == ":" else { return next == " " && isCondition(inner) }
    return !after.dropFirst().trimmed.hasPrefix("http")
}

/// Whether words in brackets ask for others: no ticket, tag, time or mark of an editor.
private func asksForText(_ inner: String) -> Bool {
    if isPlaceWord(inner) { return true }
    guard !editorsMarks.contains(inner.lowercased()) else { return false }
    guard inner.contains(where: \.isWhitespace) else {
        let letters = inner.filter(\.isLetter)
        let isShouted = letters.count > 1 && letters.allSatisfy(\.isUppercase)
        return !letters.isEmpty && !inner.contains(where: \.isNumber) && inner.first != "#"
            && (!isShouted || askedFor.contains(inner) || Mask.fills(inner))
    }
    return inner.contains(where: \.isLetter) && !isTime(inner)
}

/// `[If applicable]`, `[Optional]`
private func isCondition(_ inner: String) -> Bool {
    let words = inner.lowercased().split(separator: " ")
    return ["if", "optional", "optionally"].contains(words.first)
}

/// `2026-03-02 10:00 UTC`: mostly digits and signs.
private func isTime(_ inner: String) -> Bool {
    inner.first?.isNumber == true && 2 * inner.count(where: \.isLetter) < inner.count(where: \.isNumber)
}

private let editorsMarks: Set<String> = [
    "sic", "redacted", "removed", "masked", "omitted", "anonymised", "anonymized", "unknown", "none",
]

private let askedFor: Set<String> = [
    "NAME", "DATE", "TIME", "LINK", "TEAM", "ROLE", "OWNER", "TITLE", "URL", "TEXT", "NUMBER", "SERVICE",
]

/// Whether a mask's letter stands twice, or an X at all; few texts need the closer look at their words.
private func mayHoldMask(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var last: UInt8 = 0
    for byte in text {
        if byte == UInt8(ascii: "X") || (byte == last && isMaskLetter(byte)) { return true }
        last = byte
    }
    return false
}

private func isMaskLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "Y"), UInt8(ascii: "M"), UInt8(ascii: "D"), UInt8(ascii: "H"), UInt8(ascii: "S"),
        UInt8(ascii: "N"):
        true
    default: false
    }
}

/// Letters that stand for digits: `YYYY-MM-DD`, `HH:MM UTC`, `X hours Y minutes`, `$XX,XXX in lost sales`.
private enum Mask {
    /// Whether nothing else stands in a text than masks, their units and their zone; words may follow an amount.
    static func fills(_ text: String) -> Bool {
        let words = text.split(maxSplits: longest, whereSeparator: \.isWhitespace)
        guard let first = words.first, words.count <= longest, !text.contains(where: \.isNewline) else {
            return false
        }
        if isAmount(first) {
            return !words.dropFirst().joined().contains { $0.isNumber || ".!?".contains($0) }
        }
        let isCounted = words.count > 1 && words.contains { units.contains($0.lowercased()) }
        let masks = words.filter { isMask($0) || isCounted && counts.contains($0) }
        return !masks.isEmpty
            && words.allSatisfy { word in
                masks.contains(word) || units.contains(word.lowercased()) || zones.contains(word)
            }
    }

    private static let longest = 8
    private static let parts: Set<Substring> = ["YYYY", "MM", "DD", "HH", "SS"]
    private static let whole: Set<Substring> = ["YYYY", "XX", "XXX", "XXXX", "NN", "NNN", "NNNN"]
    private static let counts: Set<Substring> = ["X", "Y", "Z", "N", "MM", "HH", "SS"]
    private static let zones: Set<Substring> = ["UTC", "GMT", "CET", "CEST", "EST", "PST", "Z", "AM", "PM"]
    private static let units: Set<String> = [
        "hour", "hours", "h", "minute", "minutes", "min", "m", "second", "seconds", "s", "ms", "day", "days",
        "week", "weeks", "user", "users", "customer", "customers", "people", "requests", "and", "%",
    ]

    /// One mask, or several with signs between them and perhaps an abbreviation in front: `INC-YYYY-NNN`.
    private static func isMask(_ word: Substring) -> Bool {
        guard word.unicodeScalars.allSatisfy(\.isASCII) else { return false }
        let letters = word.split { !$0.isLetter && !$0.isNumber }
        guard let last = letters.last else { return false }
        if ["X.Y", "X.Y.Z"].contains(word) { return true }
        let isDate = letters.count > 1 && letters.filter(parts.contains).count > 1
        guard whole.contains(last) || isDate && parts.contains(last) else { return false }
        return letters.allSatisfy { part in
            whole.contains(part) || parts.contains(part) || part.allSatisfy(\.isNumber)
                || part == letters[0] && part.allSatisfy(\.isUppercase)
        }
    }

    /// `$XX,XXX`, `XX%`
    private static func isAmount(_ word: Substring) -> Bool {
        let signs = "$€£%"
        guard word.first.map({ "$€£".contains($0) }) == true || word.last == "%" else { return false }
        let rest = word.filter { !signs.contains($0) }
        return rest.contains("X") && rest.allSatisfy { "X,.Kk".contains($0) }
    }
}

extension MarkdownDocument {
    /// Every place of the document that holds no answer yet: cells, items, labelled values, paragraphs.
    package func placeholders(choices: [[String]] = []) -> [Placeholder] {
        var found: [Placeholder] = []
        for (id, node) in tree.nodes.enumerated() {
            switch node.kind {
            case .tableCell:
                for line in tree.segments[Int(node.firstLine)..<Int(node.lastLine)] {
                    found += placeholder(at: line.range, choices)
                }
            case .paragraph: found += inParagraph(tree.block(id), choices)
            case .document, .frontMatter, .blockQuote, .list, .listItem, .heading, .thematicBreak,
                .fencedCode,
                .indentedCode, .html, .table, .tableRow, .linkReference:
                continue
            }
        }
        return found
    }

    private func inParagraph(_ block: Block, _ choices: [[String]]) -> [Placeholder] {
        let lines = block.lines
        let isItem = parent(of: block)?.kind == .listItem
        let values = lines.map { keyedPlace($0, bare: isItem)?.value }
        guard values.contains(where: { $0 != nil }) else {
            guard let first = lines.first, let last = lines.last else { return [] }
            return placeholder(at: first.lowerBound..<last.upperBound, choices)
        }
        return zip(lines, values).flatMap { line, value in placeholder(at: value ?? line, choices) }
    }

    private func placeholder(at range: Range<Int>, _ choices: [[String]]) -> [Placeholder] {
        guard bytes[range].withUnsafeBufferPointer(mayHoldPlace) else { return [] }
        let text = self.text(range)
        return LosslessMarkdown.placeholder(in: text, choices: choices) == nil
            ? [] : [Placeholder(range: range, text: text)]
    }
}
