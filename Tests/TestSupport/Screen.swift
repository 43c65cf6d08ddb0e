import DisplayText

/// What a person would see: the part of an xterm that a line editor writes. Other sequences are recorded.
package struct Screen: Sendable {
    package private(set) var columns: Int
    package private(set) var rows: Int
    /// The cursor, from 0.
    package private(set) var x = 0
    package private(set) var y = 0
    package private(set) var bracketedPaste = false
    /// Sequences that this terminal does not know.
    package private(set) var unknown: [String] = []
    /// One text a cell; the right half of a wide character is empty.
    private var cells: [[String]]
    private var wrapsNext = false
    private var insertsCells = false
    private var pending: [UInt8] = []

    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    package var lines: [String] {
        cells.map { row in String(row.joined().reversed().drop { $0 == " " }.reversed()) }
    }

    package var text: String { lines.reversed().drop { $0.isEmpty }.reversed().joined(separator: "\n") }

    package var cursorLine: String { lines[y] }

    /// Rows are cut or filled up; nothing flows anew.
    package mutating func resize(columns: Int, rows: Int) {
        let blank = Array(repeating: " ", count: columns)
        cells = (0..<rows).map { $0 < cells.count ? Array((cells[$0] + blank).prefix(columns)) : blank }
        (self.columns, self.rows) = (columns, rows)
        (x, y) = (min(x, columns - 1), min(y, rows - 1))
        wrapsNext = false
    }

    package mutating func feed(_ bytes: some Sequence<UInt8>) {
        pending += bytes
        var at = 0
        while at < pending.count, let length = take(at) { at += length }
        pending.removeFirst(at)
    }

    // MARK: bytes

    /// Acts on what begins at an offset; its length, or nil where the rest has not arrived.
    private mutating func take(_ at: Int) -> Int? {
        let byte = pending[at]
        switch byte {
        case 0x1B: return takeEscape(at)
        case 0x0D: x = 0
        case 0x0A: lineFeed()
        case 0x08: if x > 0, !wrapsNext { x -= 1 }
        case 0x09: x = min(columns - 1, (x / 8 + 1) * 8)
        case ..<0x20: break
        default: return takeCharacter(at)
        }
        wrapsNext = false
        return 1
    }

    private mutating func takeEscape(_ at: Int) -> Int? {
        guard at + 1 < pending.count else { return nil }
        if pending[at + 1] == UInt8(ascii: "M") {
            reverseLineFeed()
            return 2
        }
        guard pending[at + 1] == 0x5B else {
            unknown.append("ESC \(UnicodeScalar(pending[at + 1]))")
            return 2
        }
        guard let final = pending[(at + 2)...].firstIndex(where: { (0x40...0x7E).contains($0) }) else {
            return nil
        }
        let arguments = String(decoding: pending[(at + 2)..<final], as: UTF8.self)
        control(arguments, UnicodeScalar(pending[final]))
        return final - at + 1
    }

    private mutating func takeCharacter(_ at: Int) -> Int? {
        let byte = pending[at]
        let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        guard at + length <= pending.count else { return nil }
        for scalar in String(decoding: pending[at..<(at + length)], as: UTF8.self).unicodeScalars {
            put(scalar)
        }
        return length
    }

    private mutating func put(_ scalar: UnicodeScalar) {
        let width = displayWidth(Character(scalar))
        guard width > 0 else { return combine(scalar) }
        if wrapsNext || x + width > columns {
            x = 0
            lineFeed()
            wrapsNext = false
        }
        if insertsCells { insert(width) }
        cells[y][x] = String(scalar)
        if width == 2 { cells[y][x + 1] = "" }
        x += width
        if x >= columns { (x, wrapsNext) = (columns - 1, true) }
    }

    private mutating func combine(_ scalar: UnicodeScalar) {
        let at = wrapsNext ? x : x - 1
        guard at >= 0 else { return }
        cells[y][cells[y][at].isEmpty ? at - 1 : at].unicodeScalars.append(scalar)
    }

    private mutating func lineFeed() {
        guard y == rows - 1 else { return y += 1 }
        cells.removeFirst()
        cells.append(Array(repeating: " ", count: columns))
    }

    private mutating func reverseLineFeed() {
        wrapsNext = false
        guard y == 0 else { return y -= 1 }
        cells.removeLast()
        cells.insert(Array(repeating: " ", count: columns), at: 0)
    }

    // MARK: sequences

    private mutating func control(_ arguments: String, _ final: UnicodeScalar) {
        let numbers = arguments.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        let first = numbers.first ?? 0
        let count = max(1, first)
        if final != "m" { wrapsNext = false }
        switch final {
        case "A": y = max(0, y - count)
        case "B": y = min(rows - 1, y + count)
        case "C": x = min(columns - 1, x + count)
        case "D": x = max(0, x - count)
        case "G": x = min(columns - 1, count - 1)
        case "H":
            y = min(rows - 1, count - 1)
            x = min(columns - 1, max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
        case "J": clearBelow(all: first == 2)
        case "K": clear(row: y, from: first == 0 ? x : 0)
        case "P": delete(count)
        case "@": insert(count)
        case "X": for column in x..<min(columns, x + count) { cells[y][column] = " " }
        case "m": break
        case "h", "l": setMode(arguments, final == "h")
        default: unknown.append("CSI \(arguments)\(final)")
        }
    }

    private mutating func setMode(_ mode: String, _ isOn: Bool) {
        switch mode {
        case "?2004": bracketedPaste = isOn
        case "4": insertsCells = isOn
        case "?25", "?1", "?12", "?1034": break
        default: unknown.append("CSI \(mode)\(isOn ? "h" : "l")")
        }
    }

    private mutating func clearBelow(all: Bool) {
        for row in (all ? 0 : y)..<rows { clear(row: row, from: row == y && !all ? x : 0) }
    }

    private mutating func clear(row: Int, from column: Int) {
        for place in column..<columns { cells[row][place] = " " }
    }

    private mutating func delete(_ count: Int) {
        cells[y].removeSubrange(x..<min(columns, x + count))
        cells[y] += Array(repeating: " ", count: columns - cells[y].count)
    }

    private mutating func insert(_ count: Int) {
        cells[y].insert(contentsOf: Array(repeating: " ", count: count), at: x)
        cells[y].removeLast(cells[y].count - columns)
    }
}
