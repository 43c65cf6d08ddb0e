import Diagnostics
import LosslessMarkdown

/// A list of the document as items that can be compared, kept byte for byte or written anew.
struct ListContent {
    let document: MarkdownDocument
    let list: Block
    let text: ListItemText
    /// The items as they are typed.
    let values: [String]

    /// - Parameter values: the items as another form reads them.
    init(document: MarkdownDocument, list: Block, text: ListItemText, values: [String]? = nil) {
        (self.document, self.list, self.text) = (document, list, text)
        self.values =
            values ?? document.children(of: list).map { text.typed(document.itemText($0)) }
    }

    private var items: [Block] { document.children(of: list) }

    /// The boxes of a task list, nil where an item has none.
    var boxes: [Bool?] {
        items.map { $0.taskBox.map { document.bytes[$0] != 0x20 } }
    }

    /// Edits that turn the list into `wanted`. Items that stay keep their bytes.
    func edits(to wanted: [String], boxes: [Bool]? = nil) -> [TextEdit] {
        let pieces = pieces(for: wanted, boxes: boxes)
        var bytes: [UInt8] = []
        for (index, piece) in pieces.enumerated() {
            if index > 0 { bytes += separator(between: pieces[index - 1].old, and: piece.old) }
            bytes += piece.bytes
        }
        return Region(document: document, range: firstLine..<list.range.upperBound).edit(to: bytes)
    }

    // MARK: pieces

    private struct Piece {
        var old: Int?
        var bytes: [UInt8]
    }

    private func pieces(for wanted: [String], boxes: [Bool]?) -> [Piece] {
        let kept = Alignment(from: values, to: wanted).kept
        let renumbers = isSequential
        return wanted.enumerated().map { index, value in
            let number = list.isOrdered && renumbers ? list.start + index : nil
            let box = boxes?[index]
            guard let place = kept[index] else {
                return Piece(old: nil, bytes: rendered(value, number: number ?? list.start + index, box: box))
            }
            return Piece(old: place, bytes: keptBytes(place, number: number, box: box))
        }
    }

    private func keptBytes(_ index: Int, number: Int?, box: Bool?) -> [UInt8] {
        let item = items[index]
        let start = document.lineRange(containing: item.range.lowerBound).lowerBound
        var bytes = Array(document.bytes[start..<item.range.upperBound])
        if let box, let place = item.taskBox, document.bytes[place] == 0x20 || !box {
            bytes[place - start] = box ? 0x78 : 0x20
        } else if box == true, item.taskBox == nil {
            bytes.insert(contentsOf: Array("[x] ".utf8), at: item.contentOffset - start)
        }
        guard let number else { return bytes }
        let marker = item.range.lowerBound - start
        let digits = bytes[marker...].prefix { (0x30...0x39).contains($0) }.count
        guard digits > 0, String(decoding: bytes[marker..<(marker + digits)], as: UTF8.self) != String(number)
        else {
            return bytes
        }
        bytes.replaceSubrange(marker..<(marker + digits), with: Array(String(number).utf8))
        return bytes
    }

    /// A new item in the manner of its siblings: same indentation, same marker.
    private func rendered(_ value: String, number: Int, box: Bool?) -> [UInt8] {
        let prefix =
            sibling.map { item in
                let start = document.lineRange(containing: item.range.lowerBound).lowerBound
                return String(decoding: document.bytes[start..<item.range.lowerBound], as: UTF8.self)
            } ?? ""
        let marker =
            list.isOrdered
            ? "\(number)\(list.marker == 0x29 ? ")" : ".")" : String(UnicodeScalar(list.marker))
        let head = marker + " " + boxSource(box)
        let indent = prefix.map { _ in " " }.joined() + marker.map { _ in " " }.joined() + " "
        let ending = String(decoding: document.lineEnding(near: list.range.lowerBound), as: UTF8.self)
        let lines = text.document(value).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        let body = lines.enumerated().map {
            $0.offset == 0 || $0.element.isEmpty ? $0.element : indent + $0.element
        }
        return Array((prefix + head + body.joined(separator: ending)).utf8)
    }

    /// An item among others without boxes gets one only when it is ticked.
    private func boxSource(_ box: Bool?) -> String {
        guard let box else { return "" }
        if box { return "[x] " }
        return items.isEmpty || items.contains { $0.taskBox != nil } ? "[ ] " : ""
    }

    private var sibling: Block? { items.first }

    private var firstLine: Int { document.lineRange(containing: list.range.lowerBound).lowerBound }

    /// What stands between two items that were neighbours, else what the list uses.
    private func separator(between first: Int?, and second: Int?) -> ArraySlice<UInt8> {
        if let first, let second, second == first + 1 { return gap(after: first) }
        let ending = document.lineEnding(near: list.range.lowerBound)
        return list.isTight || items.count < 2 ? ending[...] : (ending + ending)[...]
    }

    private func gap(after index: Int) -> ArraySlice<UInt8> {
        let next = document.lineRange(containing: items[index + 1].range.lowerBound).lowerBound
        return document.bytes[items[index].range.upperBound..<next]
    }

    /// Whether the numbers count up by one, so that they go on doing so.
    private var isSequential: Bool {
        guard list.isOrdered else { return false }
        let numbers = items.map { item in
            Int(
                String(
                    decoding: document.bytes[item.range].prefix { (0x30...0x39).contains($0) }, as: UTF8.self)
            ) ?? 0
        }
        return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }
}

extension MarkdownDocument {
    /// An item's source after its marker and box, continuation lines without their indentation.
    func itemText(_ item: Block) -> String {
        var start = item.contentOffset
        if let box = item.taskBox { start = min(item.range.upperBound, box + 2) }
        let line = lineRange(containing: item.range.lowerBound)
        let indent = item.contentOffset - line.lowerBound
        let source = text(min(start, item.range.upperBound)..<item.range.upperBound).withLineFeeds
        guard source.holds(0x0A) else { return source.trimmed }
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let body = lines.enumerated().map { number, line -> Substring in
            guard number > 0 else { return line }
            let blanks = line.prefix { $0 == " " }.count
            return line.dropFirst(min(blanks, indent))
        }
        return body.joined(separator: "\n").trimmed
    }
}
