/// The lines a finding lies on with its words underlined; what is long is cut around them.
package struct CodeFrame {
    private static let tab = 4
    /// A finding over more lines shows its first ones.
    private static let lineLimit = 3
    /// Bytes that are looked at around the words for each column of room, so that a long line costs no more than a short one.
    private static let bytesPerColumn = 8

    private let file: FileFindings
    private let table: LineTable
    private let face: CharacterFace
    private let width: Int

    package init(_ file: FileFindings, face: CharacterFace, width: Int) {
        self.file = file
        self.face = face
        self.width = width
        table = LineTable(file.bytes)
    }

    package func lines(of found: LocatedFinding) -> [ReportLine] {
        let last = min(found.end.line, found.start.line + Self.lineLimit - 1)
        let gutter = max(4, "\(last)".count + 1)
        var shown: [ReportLine] = []
        for number in found.start.line...last {
            let line = table.range(of: number - 1, in: file.bytes)
            let span = found.range.clamped(to: line)
            if span.isEmpty, number > found.start.line { continue }
            let drawn = draw(line, span, room: max(20, width - gutter - 3))
            let digits = "\(number)"
            let blanks = String(repeating: " ", count: gutter - digits.count)
            var source = ReportLine(blanks + digits + " | ", .hint)
            source.append(drawn.text, .source)
            var marks = ReportLine(String(repeating: " ", count: gutter) + " | ", .hint)
            marks.append(drawn.marks, .mark)
            shown += [source, marks]
        }
        return shown
    }

    private struct Cell {
        var text: String
        var width: Int
        var isMarked: Bool
    }

    private func draw(_ line: Range<Int>, _ span: Range<Int>, room: Int) -> (text: String, marks: String) {
        let reach = room * Self.bytesPerColumn
        let low = boundary(atOrAfter: max(line.lowerBound, span.lowerBound - reach), line)
        let high = boundary(atOrAfter: min(line.upperBound, span.lowerBound + reach), line)
        let before = cells(low..<span.lowerBound, isMarked: false, from: 0)
        let middleEnd = min(span.upperBound, high)
        let column = before.reduce(0) { $0 + $1.width }
        let marked = cells(span.lowerBound..<max(span.lowerBound, middleEnd), isMarked: true, from: column)
        let after = cells(
            max(middleEnd, span.lowerBound)..<max(middleEnd, high), isMarked: false,
            from: column + marked.reduce(0) { $0 + $1.width })
        let window = Window(
            before + (marked.isEmpty ? [] : marked) + after, focus: before.count,
            length: marked.count, room: room, isCut: (low > line.lowerBound, high < line.upperBound))
        let text = window.prefix + window.cells.map(\.text).joined() + window.suffix
        var marks = String(repeating: " ", count: window.prefix.isEmpty ? 0 : 1)
        for cell in window.cells { marks += String(repeating: cell.isMarked ? "^" : " ", count: cell.width) }
        while marks.last == " " { marks.removeLast() }
        if !marks.contains("^") {
            let blanks = window.cells.prefix(window.focus).reduce(window.prefix.count) { $0 + $1.width }
            marks = String(repeating: " ", count: blanks) + "^"
        }
        return (text, marks)
    }

    /// Where a character begins, so that none is cut in two.
    private func boundary(atOrAfter offset: Int, _ line: Range<Int>) -> Int {
        var at = offset
        while at < line.upperBound, file.bytes[at] & 0xC0 == 0x80 { at += 1 }
        return at
    }

    private func cells(_ range: Range<Int>, isMarked: Bool, from column: Int) -> [Cell] {
        var at = column
        return file.text(range).map { character in
            let cell: Cell
            if character == "\t" {
                let blanks = Self.tab - at % Self.tab
                cell = Cell(text: String(repeating: " ", count: blanks), width: blanks, isMarked: isMarked)
            } else {
                let text = face.visible(String(character))
                let width = text.reduce(0) { $0 + face.width($1) }
                cell = Cell(text: text, width: width, isMarked: isMarked)
            }
            at += cell.width
            return cell
        }
    }

    /// As many cells as there is room for, those in focus first.
    private struct Window {
        let cells: ArraySlice<Cell>
        let prefix: String
        let suffix: String
        /// Cells that stand before the focus.
        let focus: Int

        init(_ all: [Cell], focus: Int, length: Int, room: Int, isCut: (start: Bool, end: Bool)) {
            let total = all.reduce(0) { $0 + $1.width }
            var low = focus
            var high = focus
            var used = 0
            if total <= room {
                (low, high) = (0, all.count)
            } else {
                let marked = all[focus..<(focus + length)].reduce(0) { $0 + $1.width }
                let lead = max(8, (room - 2 - min(marked, room - 2)) / 2)
                while low > 0, used + all[low - 1].width <= lead {
                    (low, used) = (low - 1, used + all[low - 1].width)
                }
                while high < all.count, used + all[high].width <= room - 2 {
                    (high, used) = (high + 1, used + all[high].width)
                }
                while low > 0, used + all[low - 1].width <= room - 2 {
                    (low, used) = (low - 1, used + all[low - 1].width)
                }
            }
            cells = all[low..<high]
            prefix = isCut.start || low > 0 ? "…" : ""
            suffix = isCut.end || high < all.count ? "…" : ""
            self.focus = focus - low
        }
    }
}
