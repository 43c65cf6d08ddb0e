import Diagnostics

/// Kinds of answers that a chain of whys is asked on from.
package enum RestKind: String, CaseIterable, Sendable {
    /// Someone, by name or by role.
    case person
    /// The word error and its kin.
    case error
    /// The line above in other words.
    case restatement
    /// Something that was not there: a remedy in disguise.
    case fix
}

extension WhysPhrasing {
    /// What there is to ask about an answer that a branch would end at, nil where nothing is.
    ///
    /// - Parameters:
    ///   - above: the lines that led to it, the nearest last.
    ///   - people: names that the document knows.
    package func rest(at answer: String, above: [String], people: [String]) -> Rest? {
        let line = Self.line(answer)
        return rests.first { rest in
            switch rest.kind {
            case .person: rest.matches(line) || people.contains { Self.begins(line, with: $0) }
            case .error, .fix: rest.matches(line)
            case .restatement: above.last.map { Self.restates(answer, $0) } ?? false
            }
        }
    }

    private static func begins(_ line: String, with name: String) -> Bool {
        let words = Self.line(name)
        return words.count > 3 && line.hasPrefix(words)
    }

    /// Whether nearly all that an answer says was said by the line above.
    package static func restates(_ answer: String, _ above: String) -> Bool {
        let said = contentWords(above)
        let says = contentWords(answer)
        guard says.count > 1 else { return says.count == 1 && said == says }
        return 5 * says.intersection(said).count >= 4 * says.count
    }

    /// Words of four letters and more, without endings that change with the sentence.
    private static func contentWords(_ text: String) -> Set<String> {
        let words = text.lowercased().words()
        return Set(
            words.filter { $0.count > 3 && !small.contains(String($0)) }.map { word in
                var word = word
                for ending in ["ing", "ed", "es", "s"] where word.count > ending.count + 3 {
                    guard word.hasSuffix(ending) else { continue }
                    word = word.dropLast(ending.count)
                    break
                }
                return String(word)
            })
    }

    private static let small: Set<String> = [
        "because", "that", "this", "with", "from", "were", "have", "been", "when", "which", "their", "there",
        "they", "then", "than", "what", "into", "also", "again",
    ]

    /// Small letters, single blanks, without a leading *because* or article, a blank at both ends.
    fileprivate static func line(_ text: String) -> String {
        var words = text.lowercased().replacing("’", with: "'").split {
            !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "-"
        }[...]
        while let first = words.first, ["because", "the", "a", "an", "our"].contains(first) {
            words = words.dropFirst()
        }
        return " " + words.joined(separator: " ") + " "
    }
}

extension WhysPhrasing.Rest {
    fileprivate func matches(_ line: String) -> Bool {
        words.contains { Self.holds(line, $0) } || starts.contains { Self.starts(line, $0) }
    }

    private static func holds(_ line: String, _ word: String) -> Bool {
        line.contains(word.hasSuffix("*") ? " " + word.dropLast().lowercased() : " \(word.lowercased()) ")
    }

    private static func starts(_ line: String, _ word: String) -> Bool {
        line.hasPrefix(word.hasSuffix("*") ? " " + word.dropLast().lowercased() : " \(word.lowercased()) ")
    }
}
