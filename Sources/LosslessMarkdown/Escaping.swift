import Diagnostics

/// Makes typed text safe to place: only what would change the frame around it is escaped; lists, emphasis and links
/// stay as they were typed.
package enum Escaping {
    /// A cell's source: bars are escaped, line breaks become `<br>`.
    package static func cell(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == Byte.bar || $0 == Byte.backslash || $0 == Byte.lineFeed })
        else {
            return text
        }
        var cell = ""
        var slashes = 0
        for character in text {
            switch character {
            case "|": cell += String(repeating: "\\", count: slashes + 1) + "|"
            case "\n", "\r\n": cell += "<br>"
            default: cell.append(character)
            }
            slashes = character == "\\" ? slashes + 1 : 0
        }
        return cell + trailingSlashes(of: cell)
    }

    /// What a cell's source says; the inverse of `cell`.
    package static func cellValue(_ source: String) -> String {
        guard source.holds(Byte.backslash) || source.holds(Byte.less) else { return source }
        var text = withUnescapedBars(withoutComments(source))
        for mark in ["<br>", "<br/>", "<br />"] { text = text.replacing(mark, with: "\n") }
        text.removeLast(trailingSlashes(of: text).count / 2)
        return text
    }

    /// At the end of a cell a backslash is written twice.
    private static func trailingSlashes(of text: String) -> String {
        String(repeating: "\\", count: text.reversed().prefix { $0 == "\\" }.count)
    }

    /// The last backslash before a bar escapes the bar, and of the others two stand for one.
    private static func withUnescapedBars(_ source: String) -> String {
        var text = ""
        var slashes = 0
        for character in source {
            if character == "|", slashes > 0 { text.removeLast(slashes - (slashes - 1) / 2) }
            text.append(character)
            slashes = character == "\\" ? slashes + 1 : 0
        }
        return text
    }

    /// Text without control characters but tabs, without blanks at line ends and without blank lines around it.
    package static func normalized(_ text: String) -> String {
        if text.withBytes(isNormalLine) { return text }
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            withoutBlanksAtEnd(printable(line))
        }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// Code keeps its blanks; line endings become line feeds and control characters but tabs go.
    package static func code(_ text: String) -> String {
        if text.withBytes({ $0.allSatisfy { $0 < 0x80 && (!isControl($0) || $0 == Byte.lineFeed) } }) {
            return text
        }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { printable($0) }
            .joined(separator: "\n")
    }

    /// Paragraphs and lists that cannot become headings, rules, quotes, HTML, code or tables.
    package static func blockLines(_ text: String) -> String {
        if text.withBytes(isPlainLine) { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            LineStart(line).escaped
        }.joined(separator: "\n")
    }

    /// One line of an item that holds no block of its own: no list and no box either.
    package static func itemLine(_ text: String) -> String {
        let line = blockLines(text)
        guard LineStart(line[...]).startsList else { return line }
        // Before a digit a backslash would be a backslash; it is the sign behind the number that opens a list.
        let number = line.prefix(while: \.isNumber)
        return number + "\\" + line.dropFirst(number.count)
    }

    /// Lines of an item that may hold blocks of its own, and is no task's box.
    package static func itemLines(_ text: String) -> String {
        let lines = blockLines(text)
        return LineStart(lines[...]).isBox ? "\\" + lines : lines
    }

    /// One more than the longest run of back-ticks, at least three.
    package static func fenceLength(for code: String) -> Int {
        var longest = 0
        var run = 0
        for character in code {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        return max(3, longest + 1)
    }

    /// One line of letters and signs of ASCII with none of them to be taken away.
    private static func isNormalLine(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.last != Byte.blank && text.last != Byte.tab
            && text.allSatisfy { $0 < 0x80 && !isControl($0) }
    }

    /// One line that begins with a letter opens no block.
    private static func isPlainLine(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.first.map(Byte.isLetter) == true && !text.contains(Byte.lineFeed)
    }

    private static func printable(_ line: Substring) -> String {
        guard line.utf8.contains(where: isControl) else { return String(line) }
        return String(decoding: line.utf8.filter { !isControl($0) }, as: UTF8.self)
    }

    private static func isControl(_ byte: UInt8) -> Bool { (byte < 0x20 && byte != Byte.tab) || byte == 0x7F }

    private static func withoutBlanksAtEnd(_ line: String) -> String {
        var line = line
        while let last = line.last, last == " " || last == "\t" { line.removeLast() }
        return line
    }

    /// Without the program's own comments, and without a blank before each.
    package static func withoutComments(_ text: String) -> String {
        guard text.holds(Byte.less) else { return text }
        let opening = Array("<!-- debrief:".utf8)
        let source = Array(text.utf8)
        guard var start = source.firstPlace(of: opening) else { return text }
        var kept: [UInt8] = []
        var at = 0
        while let end = source.firstPlace(of: Array("-->".utf8), from: start + opening.count) {
            kept += source[at..<start]
            if kept.last == Byte.blank { kept.removeLast() }
            at = end + 3
            guard let next = source.firstPlace(of: opening, from: at) else { break }
            start = next
        }
        return String(decoding: kept + source[at...], as: UTF8.self)
    }
}

/// The start of a typed line, which decides whether it would become another kind of block.
private struct LineStart {
    private let indent: Substring
    private let rest: Substring

    init(_ line: Substring) {
        var text = line
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        rest = text
        indent = line[..<text.startIndex]
    }

    var escaped: String {
        let plainIndent = String(indent.prefix(isList ? 12 : 3).map { $0 == "\t" ? " " : $0 })
        return (isList ? String(indent).replacing("\t", with: "  ") : plainIndent) + (needsEscape ? "\\" : "")
            + rest
    }

    /// Whether the line would open a list, a list without text, or a task's box.
    var startsList: Bool {
        if ["-", "*", "+"].contains(rest) || isList { return true }
        if isBox { return true }
        let digits = rest.prefix(while: \.isNumber)
        return !digits.isEmpty && digits.count <= 9 && [".", ")"].contains(rest.dropFirst(digits.count))
    }

    var isBox: Bool { ["[ ] ", "[x] ", "[X] "].contains { rest.hasPrefix($0) } }

    private var isList: Bool {
        ["- ", "* ", "+ "].contains { rest.hasPrefix($0) } && !isRule || isNumbered
    }

    private var isNumbered: Bool {
        let digits = rest.prefix(while: \.isNumber)
        return !digits.isEmpty && digits.count <= 9
            && [". ", ") "].contains { rest.dropFirst(digits.count).hasPrefix($0) }
    }

    private var needsEscape: Bool {
        guard let first = rest.first else { return false }
        switch first {
        case "#":
            let marks = rest.prefix { $0 == "#" }
            let after = rest.dropFirst(marks.count).first
            return marks.count <= 6 && (after == nil || after == " " || after == "\t")
        case ">", "<", "|": return true
        case "=": return rest.allSatisfy { $0 == "=" || $0 == " " }
        case "-": return isRule || rest.allSatisfy { "-:| \t".contains($0) }
        case "*", "_": return isRule
        case ":": return rest.allSatisfy { "-:| \t".contains($0) } && rest.contains("-")
        case "`", "~": return rest.hasPrefix(String(repeating: first, count: 3))
        case "[": return rest.place(of: "]:") != nil
        default: return false
        }
    }

    private var isRule: Bool {
        guard let mark = rest.first, "-*_".contains(mark) else { return false }
        return rest.count { $0 == mark } >= 3 && rest.allSatisfy { $0 == mark || $0 == " " || $0 == "\t" }
    }
}
