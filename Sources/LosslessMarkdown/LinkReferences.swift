/// Link reference definitions at the start of a paragraph: `[label]: address "title"`, over up to three lines.
extension BlockScanner {
    var leafIsOnlyReferences: Bool { referenceLineCount == leafLines.count }

    /// Turns a paragraph of definitions into a reference block, or takes the definitions off its start.
    mutating func takeReferences(_ index: Int) {
        let count = referenceLineCount
        guard count > 0 else { return }
        if count == leafLines.count {
            nodes[index].kind = .linkReference
        } else {
            leafLines.removeFirst(count)
            nodes[index].start = leafLines[0].low
        }
    }

    /// How many of the leaf's lines belong to definitions at its start.
    private var referenceLineCount: Int {
        guard let first = leafLines.first, !first.isEmpty, source[Int(first.low)] == Byte.openingBracket
        else { return 0 }
        var line = 0
        while line < leafLines.count, let next = lineAfterReference(at: line) { line = next }
        return line
    }

    private func lineAfterReference(at line: Int) -> Int? {
        var reader = ReferenceReader(scanner: self, line: line)
        return reader.lineAfter()
    }

    /// Reads one definition over the leaf's lines.
    private struct ReferenceReader {
        let scanner: BlockScanner
        var line: Int
        var at: Int

        init(scanner: BlockScanner, line: Int) {
            self.scanner = scanner
            self.line = line
            at = Int(scanner.leafLines[line].low)
        }

        private var end: Int { Int(scanner.leafLines[line].high) }
        private var byte: UInt8? { at < end ? scanner.source[at] : nil }

        /// The line after the definition, nil where there is none.
        mutating func lineAfter() -> Int? {
            guard label(), skipToText(), destination() else { return nil }
            let afterDestination = (line: line, isWhole: isLineDone)
            let hadBlank = byte.map(Byte.isBlank) ?? true
            if hadBlank, skipToText(), title(), isLineDone { return line + 1 }
            return afterDestination.isWhole ? afterDestination.line + 1 : nil
        }

        private var isLineDone: Bool { scanner.source[at..<end].allSatisfy(Byte.isBlank) }

        /// `[label]:` on one line, with something in it.
        private mutating func label() -> Bool {
            guard byte == Byte.openingBracket else { return false }
            at += 1
            var holdsText = false
            while let next = byte, next != Byte.closingBracket {
                if next == Byte.openingBracket { return false }
                if next == Byte.backslash { at += 1 }
                if !Byte.isBlank(next) { holdsText = true }
                at += 1
            }
            guard holdsText, byte == Byte.closingBracket else { return false }
            at += 1
            guard byte == Byte.colon else { return false }
            at += 1
            return true
        }

        /// Over blanks and at most one line end.
        private mutating func skipToText() -> Bool {
            while let next = byte, Byte.isBlank(next) { at += 1 }
            guard byte == nil else { return true }
            guard line + 1 < scanner.leafLines.count else { return false }
            line += 1
            at = Int(scanner.leafLines[line].low)
            while let next = byte, Byte.isBlank(next) { at += 1 }
            return byte != nil
        }

        private mutating func destination() -> Bool {
            if byte == Byte.less {
                while let next = byte, next != Byte.greater { at += next == Byte.backslash ? 2 : 1 }
                guard at < end else { return false }
                at += 1
                return true
            }
            let start = at
            while let next = byte, !Byte.isBlank(next) { at += 1 }
            return at > start
        }

        /// In quotes or parentheses, possibly over several lines.
        private mutating func title() -> Bool {
            guard let open = byte, [Byte.quote, Byte.apostrophe, Byte.openingParenthesis].contains(open)
            else { return false }
            let close = open == Byte.openingParenthesis ? Byte.closingParenthesis : open
            at += 1
            while true {
                while let next = byte, next != close { at += next == Byte.backslash ? 2 : 1 }
                if byte == close {
                    at += 1
                    return true
                }
                guard line + 1 < scanner.leafLines.count else { return false }
                line += 1
                at = Int(scanner.leafLines[line].low)
            }
        }
    }
}
