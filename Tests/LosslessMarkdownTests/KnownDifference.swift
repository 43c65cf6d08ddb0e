import LosslessMarkdown

/// Where the scanner and libcmark-gfm part ways on purpose, each with what has to be taken out of a document so that
/// they agree again.
enum KnownDifference: String, CaseIterable {
    /// Front matter is a rule and a heading to libcmark-gfm.
    case frontMatter
    /// libcmark-gfm takes `12 [x]` and `- [x]` on a line of an item's text for its box.
    case boxInText
    /// libcmark-gfm sees a task's box only where nothing but blanks stands before the item's marker.
    case boxInAnotherContainer
    /// libcmark-gfm takes a task for done when `[x]` stands anywhere on its line.
    case boxStateOfTheLine
    /// libcmark-gfm does not count the blank line behind a rule, so that a list with one in an item stays tight.
    case ruleInAnItem
    /// A heading's underline below nothing but link definitions is text to libcmark-gfm, and they end there; here a
    /// rule stays a rule.
    case underlineBelowDefinitions
    /// libcmark-gfm takes an indented link definition on a lazy line for text.
    case indentedDefinition
    /// libcmark-gfm lets a backslash take a line's end into an address in angle brackets.
    case escapedLineEnd
    /// libcmark-gfm counts the indent before the bar of a table's header, behind text, for a cell.
    case indentedBar
    /// To libcmark-gfm a table without rows is followed by a blank line, so that a list around it is loose.
    case tableOfAHeader

    /// The document without what makes the difference.
    func removed(from bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .frontMatter: withoutFrontMatter(bytes)
        case .boxInAnotherContainer, .boxStateOfTheLine: withoutAnyBoxes(bytes)
        case .escapedLineEnd: mapLines(bytes, withoutSlashAtEnd)
        case .boxInText: withoutBoxesInText(bytes)
        case .ruleInAnItem: withoutRulesInItems(bytes)
        case .underlineBelowDefinitions: withoutUnderlines(bytes)
        case .indentedDefinition: mapLines(bytes) { withoutIndent(before: 0x5B, $0) }
        case .indentedBar: mapLines(bytes) { withoutIndent(before: 0x7C, $0) }
        case .tableOfAHeader: withoutTablesOfAHeader(bytes)
        }
    }

    private func withoutFrontMatter(_ bytes: [UInt8]) -> [UInt8] {
        guard let first = MarkdownDocument(bytes).topLevel.first, first.kind == .frontMatter else {
            return bytes
        }
        return Array(bytes[first.range.upperBound...])
    }

    /// Until none is left, since text in a box's place may make another item of the lines below.
    private func withoutAnyBoxes(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        while case let without = withoutBoxes(bytes), without != bytes { bytes = without }
        return bytes
    }

    private func withoutSlashAtEnd(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let isOpen = line.last == 0x5C && line.contains(0x3C)
        return Array(isOpen ? line.dropLast() : line)
    }

    /// Boxes become words, also on the lines of open tasks that name another one.
    private func withoutBoxes(_ bytes: [UInt8]) -> [UInt8] {
        let document = MarkdownDocument(bytes)
        var copy = bytes
        for box in document.blocks.compactMap(\.taskBox) {
            let line = document.lineRange(containing: box)
            let before = String(decoding: bytes[line.lowerBound..<(box - 1)], as: UTF8.self)
            let isNested = before.wholeMatch(of: /[ \t]*([-+*]|[0-9]+.)[ \t]+/) == nil
            let isState = self == .boxStateOfTheLine
            guard isState || isNested else { continue }
            let places = isState ? (box + 1)..<line.upperBound : box..<(box + 1)
            for place in places where place > line.lowerBound {
                let isBox = [0x20, 0x58, 0x78].contains(copy[place]) && copy[place - 1] == 0x5B
                if isBox, place + 1 < copy.count, copy[place + 1] == 0x5D { copy[place] = 0x77 }
            }
        }
        return copy
    }

    private func withoutBoxesInText(_ bytes: [UInt8]) -> [UInt8] {
        let boxes = Set(MarkdownDocument(bytes).blocks.compactMap(\.taskBox))
        return mapLines(bytes) { line in
            let text = String(decoding: line, as: UTF8.self)
            guard let start = text.prefixMatch(of: /[ \t]*([-+*]|[0-9]+.)[ \t]+\[[ xX]\](?=[ \t]|$)/) else {
                return Array(line)
            }
            let box = line.startIndex + start.0.utf8.count - 2
            return boxes.contains(box) ? Array(line) : line[..<box] + [0x77] + line[(box + 1)...]
        }
    }

    private func withoutRulesInItems(_ bytes: [UInt8]) -> [UInt8] {
        let document = MarkdownDocument(bytes)
        var copy = bytes
        for block in document.blocks where block.kind == .thematicBreak {
            guard document.parent(of: block)?.kind == .listItem else { continue }
            for place in block.range where !" \t".utf8.contains(copy[place]) { copy[place] = 0x77 }
        }
        return copy
    }

    private func withoutUnderlines(_ bytes: [UInt8]) -> [UInt8] {
        var isBelowDefinition = false
        return mapLines(bytes) { line in
            let text = String(decoding: line, as: UTF8.self)
            if text.wholeMatch(of: /[ \t>]*/) != nil { isBelowDefinition = false }
            if text.firstRange(of: "]:") != nil { isBelowDefinition = true }
            let isUnderline = isBelowDefinition && text.wholeMatch(of: /[ \t>]*(-+|=+)[ \t]*/) != nil
            return isUnderline ? line.map { "-=".utf8.contains($0) ? 0x77 : $0 } : Array(line)
        }
    }

    /// A table's rule becomes words, so that its header is text.
    private func withoutTablesOfAHeader(_ bytes: [UInt8]) -> [UInt8] {
        let document = MarkdownDocument(bytes)
        var copy = bytes
        for case let table? in document.blocks.map(document.table) where table.rows.isEmpty {
            for place in table.delimiterRow { copy[place] = 0x77 }
        }
        return copy
    }

    private func withoutIndent(before mark: UInt8, _ line: ArraySlice<UInt8>) -> [UInt8] {
        let prefix = line.prefix { " \t>".utf8.contains($0) }
        guard line.dropFirst(prefix.count).first == mark else { return Array(line) }
        return Array(prefix.reversed().drop { $0 != 0x3E }.reversed() + line.dropFirst(prefix.count))
    }

    private func mapLines(_ bytes: [UInt8], _ change: (ArraySlice<UInt8>) -> [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var start = 0
        while start <= bytes.count {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
            result += change(bytes[start..<end])
            start = end + (isPair ? 2 : 1)
            result += bytes[end..<min(start, bytes.count)]
        }
        return result
    }
}
