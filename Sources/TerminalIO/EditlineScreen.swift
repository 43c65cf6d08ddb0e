import CEditline
import DisplayText
import Glibc

/// What happens on the screen around the line: resizing, stopping, the rows a text takes.
extension EditlineTerminal {
    /// libedit 3.1-20221030 writes through a null pointer once the text is taller than the terminal, so it never learns the
    /// height. It asks again at every line and after each resize.
    func pretendTall() { ceditline_settc(line, "li", "1000") }

    /// What libedit draws at the right, asked for before it draws anything of a new line. That is the moment to tell it the
    /// height: it then forgets what it has drawn, and what it has forgotten it never wipes.
    func rightPrompt() -> UnsafeMutablePointer<CChar> {
        if isFresh {
            isFresh = false
            pretendTall()
        }
        return rightPromptBytes
    }

    /// Rows below the prompt's first one that a text reaches to, as libedit lays it out.
    func rows(for text: ArraySlice<Unicode.Scalar>, columns: Int) -> Int {
        var row = promptWidth / columns
        var column = promptWidth % columns
        for scalar in text {
            switch scalar {
            case "\n":
                row += 1
                column = 0
                continue
            case "\t":
                column = (column / 8 + 1) * 8
            default:
                let width = max(0, Int(ceditline_width(scalar.value)))
                if column + width > columns {
                    row += 1
                    column = 0
                }
                column += width
            }
            if column >= columns {
                row += 1
                column = 0
            }
        }
        return row
    }

    var cursorPosition: Int { Int(el_cursor(line, 0)) }

    func clearFromPrompt(columns: Int) {
        let before = Array(currentText.unicodeScalars)[..<cursorPosition]
        let up = rows(for: before, columns: columns)
        ceditline_put("\r" + (up > 0 ? "\u{1B}[\(up)A" : "") + "\u{1B}[J")
    }

    /// The terminal has wrapped what it shows anew: climb to the prompt's first row as it is now, wipe and redraw.
    func redrawAfterResize() {
        clearFromPrompt(columns: columns)
        drawnColumns = columns
        el_resize(line)
        pretendTall()
        ceditline_refresh(line)
    }

    /// Puts a text in the place of the line's.
    func setText(_ text: String) {
        let count = el_cursor(line, Int32.max / 2)
        if count > 0 { el_deletestr(line, count) }
        if !text.isEmpty { el_insertstr(line, spelledOut.spelling(text)) }
    }

    /// Rows that leave the top of the screen cannot be seen any more; said once a line, in a pause.
    func hintAtEditor() {
        guard !hasHintedAtEditor, searchedFrom == nil, !isPasting else { return }
        let needed = rows(for: Array(currentText.unicodeScalars)[...], columns: drawnColumns)
        guard needed >= 3, needed >= terminalSize().rows - 3 else { return }
        hasHintedAtEditor = true
        clearFromPrompt(columns: drawnColumns)
        let hint = "Ctrl-X Ctrl-E opens this in your editor: the text nears the height of the screen."
        ceditline_put(
            styles.render(StyledText(truncated(hint, to: max(8, drawnColumns - 1)), .hint)) + "\r\n")
        ceditline_refresh(line)
    }

    // MARK: moving

    func moveUp() -> UInt8 {
        let text = Array(currentText.unicodeScalars)
        let at = cursorPosition
        let start = text[..<at].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        guard start > 0 else { return push(.olderAnswer) }
        let before = text[..<(start - 1)].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        el_cursor(line, Int32(min(before + at - start, start - 1) - at))
        return KeyResult.cursor
    }

    func moveDown() -> UInt8 {
        let text = Array(currentText.unicodeScalars)
        let at = cursorPosition
        let start = text[..<at].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        guard let end = text[at...].firstIndex(of: "\n") else { return push(.newerAnswer) }
        let next = text[(end + 1)...].firstIndex(of: "\n") ?? text.count
        el_cursor(line, Int32(min(end + 1 + at - start, next) - at))
        return KeyResult.cursor
    }

    private func push(_ key: PrivateKey) -> UInt8 {
        el_push(line, key.sequence)
        return KeyResult.norm
    }

    // MARK: completing

    func complete() -> UInt8 {
        guard let completer else { return KeyResult.beep }
        let whole = currentText
        let before = String(String.UnicodeScalarView(whole.unicodeScalars.prefix(cursorPosition)))
        let completion = completer(before, whole)
        guard let first = completion.candidates.first else { return KeyResult.beep }
        let typed = String(decoding: before.utf8.dropFirst(completion.start), as: UTF8.self)
        var common = completion.candidates.dropFirst().reduce(first) { $0.commonPrefix(ignoringCase: $1) }
        if completion.candidates.count == 1, whole.hasPrefix(":"), !before.contains(" ") { common += " " }
        if common != typed, common.count >= typed.count {
            el_deletestr(line, Int32(typed.unicodeScalars.count))
            el_insertstr(line, spelledOut.spelling(common))
            return KeyResult.refresh
        }
        guard completion.candidates.count > 1 else { return KeyResult.beep }
        listing = inColumns(completion.candidates.prefix(60).map(visible))
        cursorBeforeListing = cursorPosition
        el_cursor(line, Int32.max / 2)
        el_push(line, PrivateKey.showListing.sequence)
        return KeyResult.cursor
    }

    func showListing() -> UInt8 {
        ceditline_put("\r\n" + listing)
        el_cursor(line, Int32(cursorBeforeListing - cursorPosition))
        ceditline_refresh(line)
        return KeyResult.norm
    }

    private func inColumns(_ items: [String]) -> String {
        let widest = (items.map { displayWidth($0) }.max() ?? 0) + 2
        let perRow = max(1, columns / widest)
        return stride(from: 0, to: items.count, by: perRow).map { start in
            items[start..<min(start + perRow, items.count)].map { padded($0, to: widest) }.joined() + "\r\n"
        }.joined()
    }
}

extension String {
    /// What both begin with, in the spelling of this one.
    fileprivate func commonPrefix(ignoringCase other: String) -> String {
        String(zip(self, other).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
    }
}
