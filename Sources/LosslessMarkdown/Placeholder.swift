/// Text that holds the place of an answer.
package struct Placeholder: Equatable, Sendable {
    package var range: Range<Int>
    package var text: String
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
    let bare = text.bare
    guard !bare.isEmpty else { return nil }
    if isBracketed(bare) { return .brackets }
    if bare.utf8.count <= 8, placeWords.contains(bare.uppercased()) { return .word }
    if mayHoldMask(bare), hasMask(bare) { return .mask }
    guard !choices.isEmpty, bare.utf8.contains(Byte.slash) else { return nil }
    let parts = Set(bare.split(separator: "/").map { $0.bare.lowercased() })
    return parts.count >= 2 && choices.contains { Set($0.map { $0.lowercased() }) == parts } ? .choices : nil
}

/// Whether a text needs a closer look: it is short, begins with a bracket, or has a slash, an X or a mask's letter twice.
private func mayHoldPlace(_ text: ArraySlice<UInt8>) -> Bool {
    var bare = text.drop { $0 <= Byte.blank }
    while let last = bare.last, last <= Byte.blank { bare.removeLast() }
    guard let first = bare.first, let end = bare.last, bare.count > 16, first < 0x80, end < 0x80,
        first != Byte.openingBracket
    else { return true }
    var last: UInt8 = 0
    for byte in bare {
        if byte == Byte.slash || byte == UInt8(ascii: "X") { return true }
        if byte == last, "YMDHSN".utf8.contains(byte) { return true }
        last = byte
    }
    return false
}

private let placeWords: Set<String> = ["TBD", "TODO", "TBC", "FIXME", "XXX", "???", "…", "..."]

/// `[text]`, alone or before more text; no link, footnote, box or definition.
private func isBracketed(_ text: String) -> Bool {
    guard text.first == "[", let close = text.firstIndex(of: "]") else { return false }
    let inner = text[text.index(after: text.startIndex)..<close]
    guard inner.count > 1, inner.first != "^" else { return false }
    let after = text[text.index(after: close)...]
    guard let next = after.first else { return true }
    return !"([".contains(next) && !(next == ":" && after.dropFirst().bare.hasPrefix("http"))
}

/// Whether a mask's letter stands twice, or an X at all; few texts need the closer look at their words.
private func mayHoldMask(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
        if byte == UInt8(ascii: "X") || (byte == last && "YMDHSN".utf8.contains(byte)) { return true }
        last = byte
    }
    return false
}

private let masks: Set<Substring> = [
    "YYYY", "MM", "DD", "HH", "SS", "XX", "XXX", "XXXX", "NN", "NNN", "NNNN",
]

/// Whole words that stand for digits.
private func hasMask(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }
    if words.contains(where: masks.contains) { return true }
    return words.contains("X") && (words.contains("Y") || words.count <= 3)
}

extension StringProtocol {
    /// Without blanks at either end.
    fileprivate var bare: String {
        var rest = self[...]
        while rest.unicodeScalars.first.map(mayBeBlank) == true, let first = rest.first, first.isWhitespace {
            rest.removeFirst()
        }
        while rest.unicodeScalars.last.map(mayBeBlank) == true, let last = rest.last, last.isWhitespace {
            rest.removeLast()
        }
        return String(rest)
    }
}

/// Letters, digits and signs of ASCII are told from blanks at a glance.
private func mayBeBlank(_ scalar: UnicodeScalar) -> Bool { scalar.value <= 0x20 || scalar.value >= 0x7F }

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
        let keyed = lines.map { self.keyed($0, bare: isItem) }
        guard keyed.contains(where: { $0 != nil }) else {
            guard let first = lines.first, let last = lines.last else { return [] }
            return placeholder(at: first.lowerBound..<last.upperBound, choices)
        }
        return zip(lines, keyed).flatMap { line, keyed in placeholder(at: keyed?.valueRange ?? line, choices)
        }
    }

    private func placeholder(at range: Range<Int>, _ choices: [[String]]) -> [Placeholder] {
        guard mayHoldPlace(bytes[range]) else { return [] }
        let text = self.text(range)
        return LosslessMarkdown.placeholder(in: text, choices: choices) == nil
            ? [] : [Placeholder(range: range, text: text)]
    }
}
