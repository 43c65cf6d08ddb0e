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

        /// `[label]:`, possibly over several lines, with something in it and at most 1,000 bytes long.
        private mutating func label() -> Bool {
            guard byte == Byte.openingBracket else { return false }
            let start = at
            at += 1
            var holdsText = false
            while byte != Byte.closingBracket {
                guard let next = byte else {
                    guard nextLine(), at - start <= Self.longestLabel else { return false }
                    continue
                }
                if next == Byte.openingBracket { return false }
                if !Byte.isBlank(next) { holdsText = true }
                at += next == Byte.backslash && at + 1 < end ? 2 : 1
            }
            guard holdsText, at - start <= Self.longestLabel else { return false }
            at += 1
            guard byte == Byte.colon else { return false }
            at += 1
            return true
        }

        private static let longestLabel = 1000

        private mutating func nextLine() -> Bool {
            guard line + 1 < scanner.leafLines.count else { return false }
            line += 1
            at = Int(scanner.leafLines[line].low)
            return true
        }

        /// Over blanks and at most one line end.
        private mutating func skipToText() -> Bool {
            while let next = byte, Byte.isBlank(next) { at += 1 }
            guard byte == nil else { return true }
            guard nextLine() else { return false }
            while let next = byte, Byte.isBlank(next) { at += 1 }
            return byte != nil
        }

        private mutating func destination() -> Bool {
            byte == Byte.less ? bracketedDestination() : bareDestination()
        }

        private mutating func bracketedDestination() -> Bool {
            at += 1
            while let next = byte, next != Byte.greater {
                if next == Byte.less { return false }
                at += next == Byte.backslash ? 2 : 1
            }
            guard at < end else { return false }
            at += 1
            return true
        }

        /// Parentheses in it come in pairs.
        private mutating func bareDestination() -> Bool {
            let start = at
            var depth = 0
            while let next = byte, !Byte.isBlank(next) {
                if next == Byte.openingParenthesis { depth += 1 }
                if next == Byte.closingParenthesis { depth -= 1 }
                guard (0...32).contains(depth) else { return false }
                at += next == Byte.backslash && at + 1 < end && !Byte.isBlank(scanner.source[at + 1]) ? 2 : 1
            }
            return at > start
        }

        /// In quotes, or in parentheses without others inside; possibly over several lines.
        private mutating func title() -> Bool {
            guard let open = byte, [Byte.quote, Byte.apostrophe, Byte.openingParenthesis].contains(open)
            else { return false }
            let close = open == Byte.openingParenthesis ? Byte.closingParenthesis : open
            at += 1
            while true {
                while let next = byte, next != close {
                    if next == Byte.openingParenthesis, open == next { return false }
                    at += next == Byte.backslash ? 2 : 1
                }
                if byte == close {
                    at += 1
                    return true
                }
                guard nextLine() else { return false }
            }
        }
    }
}
