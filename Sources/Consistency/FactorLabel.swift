import Diagnostics

/// `F1`, `F2` …: the name by which actions and measures say which contributing factor they answer.
package struct FactorLabel: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var number: Int

    package init(_ number: Int) { self.number = number }

    package var description: String { "F\(number)" }

    package static func < (left: FactorLabel, right: FactorLabel) -> Bool { left.number < right.number }

    /// Reads `F1` and `f1`; nil for anything else.
    package init?(_ word: some StringProtocol) {
        let digits = word.dropFirst()
        guard let mark = word.first, mark == "F" || mark == "f", (1...3).contains(digits.count),
            digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits), number > 0
        else { return nil }
        self.number = number
    }

    /// The label that a factor begins with, and the rest: `F1 Quiet gates: no graph shows all of them`.
    package static func leading(in factor: String) -> (label: FactorLabel, rest: String)? {
        let word = factor.prefix { $0.isLetter || $0.isNumber }
        guard word.first == "F", let label = FactorLabel(word) else { return nil }
        let rest = factor.dropFirst(word.count).drop { " .:)–—-".contains($0) }
        return (label, String(rest))
    }

    /// Every label in a text, each once: `(F1)`, `(F1, F3)`, `(F1–F3)`, `for F2`.
    package static func named(in text: String) -> [FactorLabel] {
        guard text.withBytes(mayName) else { return [] }
        var found: [FactorLabel] = []
        var opensRange = false
        for piece in text.withBytes(piecesOfASCII) ?? pieces(of: text) {
            switch piece {
            case .dash where found.last != nil: opensRange = true
            case .label(let label):
                if opensRange, let last = found.last, last < label, label.number - last.number < 20 {
                    found += ((last.number + 1)..<label.number).map { FactorLabel($0) }
                }
                found.append(label)
                opensRange = false
            case .dash, .word: opensRange = false
            }
        }
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Whether a capital F stands before a digit.
    private static func mayName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.indices.dropLast().contains { text[$0] == 0x46 && isDigit(text[$0 + 1]) }
    }

    private enum Piece {
        case label(FactorLabel)
        case word
        case dash
    }

    /// Runs of letters and digits, and the dashes between them; nil where a letter is beyond ASCII.
    private static func piecesOfASCII(_ text: UnsafeBufferPointer<UInt8>) -> [Piece]? {
        var pieces: [Piece] = []
        var at = 0
        while at < text.count {
            let start = at
            while at < text.count, isLetterOrDigit(text[at]) { at += 1 }
            if at > start { pieces.append(label(text[start..<at]).map { .label($0) } ?? .word) }
            guard at < text.count else { break }
            guard text[at] < 0x80 else { return nil }
            if text[at] == 0x2D { pieces.append(.dash) }
            at += 1
        }
        return pieces
    }

    /// `F` and one to three digits.
    private static func label(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> FactorLabel? {
        guard word.first == 0x46, (2...4).contains(word.count), word.dropFirst().allSatisfy(isDigit) else {
            return nil
        }
        let number = word.dropFirst().reduce(0) { 10 * $0 + Int($1 - 0x30) }
        return number > 0 ? FactorLabel(number) : nil
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var start: String.Index?
        func end(_ index: String.Index) {
            guard let first = start else { return }
            let word = text[first..<index]
            pieces.append((word.first == "F" ? FactorLabel(word) : nil).map { .label($0) } ?? .word)
            start = nil
        }
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            if scalar.isASCII ? isLetterOrDigit(UInt8(scalar.value)) : scalar.properties.isAlphabetic {
                start = start ?? index
                continue
            }
            end(index)
            if scalar == "–" || scalar == "—" || scalar == "-" { pieces.append(.dash) }
        }
        end(text.endIndex)
        return pieces
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension FactorLabel {
    /// The text with labels at its end in brackets, as a reader expects them: `… F1, F2` becomes `… (F1, F2)`.
    package static func bracketed(in text: String) -> String {
        var words = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        var labels: [FactorLabel] = []
        while let last = words.last {
            let bare = last.filter { $0 != "," && $0 != ";" }
            if let label = FactorLabel(bare) {
                labels.insert(label, at: 0)
            } else if labels.isEmpty || !["and", "&", "+"].contains(bare.lowercased()) {
                break
            }
            words.removeLast()
        }
        guard !labels.isEmpty, !words.isEmpty else { return text }
        return suffixed(words.joined(separator: " "), with: labels)
    }

    /// `text (F1, F2)`
    package static func suffixed(_ text: String, with labels: [FactorLabel]) -> String {
        labels.isEmpty ? text : "\(text) (\(labels.map(\.description).joined(separator: ", ")))"
    }

    /// The text without the labels in brackets at its end.
    package static func withoutSuffix(_ text: String) -> String {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return text }
        let inside = text[text.index(after: open)...].dropLast()
        let words = inside.split { " ,;&".contains($0) }
        guard !words.isEmpty, words.allSatisfy({ FactorLabel($0) != nil || $0 == "and" }) else { return text }
        var rest = text[..<open]
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
