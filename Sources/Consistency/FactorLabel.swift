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
        for word in words(of: text) {
            if isDash(word), found.last != nil {
                opensRange = true
                continue
            }
            if let label = word.first == "F" ? FactorLabel(word) : nil {
                if opensRange, let last = found.last, last < label, label.number - last.number < 20 {
                    found += ((last.number + 1)..<label.number).map { FactorLabel($0) }
                }
                found.append(label)
            }
            opensRange = false
        }
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Whether a capital F stands before a digit.
    private static func mayName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.indices.dropLast().contains { text[$0] == 0x46 && (0x30...0x39).contains(text[$0 + 1]) }
    }

    /// Words of letters and digits, and dashes that stand between two of them.
    private static func words(of text: String) -> [Substring] {
        if text.withBytes({ $0.allSatisfy { $0 < 0x80 } }) {
            return text.words(with: "-").flatMap { word in
                word.utf8.contains(0x2D) ? wordsAndDashes(in: word) : [word]
            }
        }
        return wordsOfAnything(text)
    }

    /// `F1-F3` is two words with a dash between them.
    private static func wordsAndDashes(in text: Substring) -> [Substring] {
        var pieces: [Substring] = []
        var rest = text
        while let dash = rest.firstIndex(of: "-") {
            if dash > rest.startIndex { pieces.append(rest[..<dash]) }
            pieces.append(rest[dash...dash])
            rest = rest[rest.index(after: dash)...]
        }
        return rest.isEmpty ? pieces : pieces + [rest]
    }

    private static func wordsOfAnything(_ text: String) -> [Substring] {
        var words: [Substring] = []
        var start: String.Index?
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            if scalar.isASCII ? isLetterOrDigit(scalar) : scalar.properties.isAlphabetic {
                start = start ?? index
                continue
            }
            if let first = start { words.append(text[first..<index]) }
            start = nil
            if scalar == "–" || scalar == "—" || scalar == "-" {
                words.append(text[index..<text.unicodeScalars.index(after: index)])
            }
        }
        if let first = start { words.append(text[first...]) }
        return words
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
    }

    private static func isDash(_ word: Substring) -> Bool { word == "–" || word == "—" || word == "-" }
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
