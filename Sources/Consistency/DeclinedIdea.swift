import Diagnostics
import IncidentTime

/// Notes on what will not be done, or is done already.
package enum DeclinedIdea {
    package static func isOne(_ text: String) -> Bool { begins(text, with: declining) }

    package static func isStanding(_ text: String) -> Bool {
        begins(text, with: standing) || remarks(in: text).contains { habits.stand(in: $0) || sinceYear($0) }
    }

    /// What is proposed, without the word that declines it and without the reason.
    static func subject(of text: String) -> SubjectWords {
        let words = WordScanner.words(of: Array(text.utf8), in: [0..<text.utf8.count])
        let start = words.prefix(3).lastIndex { $0.text == ":" }.map { $0 + 1 } ?? 0
        let proposed = words[start...].prefix { !reasons.contains($0.key) }
        return SubjectWords(proposed.filter { !declines.contains($0.key) })
    }

    private static func begins(_ text: String, with starts: [String]) -> Bool {
        let plain = beginning(of: text)
        return starts.contains { plain.starts(with: $0.utf8) }
    }

    /// As much as can matter, in small letters and without emphasis.
    private static func beginning(of text: String) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(longest + 3)
        for byte in text.utf8 where byte != 0x2A && byte != 0x5F {
            plain.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            if byte == 0x99, plain.suffix(3) == [0xE2, 0x80, 0x99] {
                plain.replaceSubrange((plain.count - 3)..., with: [0x27])
            }
            if plain.count >= longest { break }
        }
        return plain
    }

    /// What stands in brackets or behind a dash, a comma, a colon or a semicolon, which tells how far a measure is.
    private static func remarks(in text: String) -> [ArraySlice<ProseWord>] {
        let words = WordScanner.words(of: Array(text.utf8), in: [0..<text.utf8.count])
        return words.split { marks.contains($0.key) }.filter { $0.startIndex > 0 && !$0.has(plans) }
    }

    /// `since 2024`
    private static func sinceYear(_ words: ArraySlice<ProseWord>) -> Bool {
        zip(words, words.dropFirst()).contains {
            $0.text == "since" && $1.isNumber && $1.text.count == 4
        }
    }

    private static let longest = (declining + standing).map(\.utf8.count).max() ?? 0

    private static let declining = [
        "declined", "we declined", "rejected", "not doing", "not done:", "will not do", "won't do",
        "we will not",
        "we won't", "decided against", "we decided against", "knowingly not", "accepted risk",
        "risk accepted",
        "no action:", "left as it is", "considered and ", "not pursued", "we accept the risk",
        "stays as it is", "dropped the idea", "we dropped the idea", "turned down",
    ]

    private static let standing = [
        "standing practice", "standing:", "already in place", "already standing", "existing practice",
        "practice in place", "in place:", "in place since", "unchanged:",
    ]

    /// Said of a measure that needs nobody to begin it.
    private static let habits: ProsePhrases = [
        "standing practice", "existing practice", "established practice", "common practice",
        "current practice", "usual practice", "practice since", "already in place", "already in use",
        "already in force", "already done", "already the case", "already practised", "already practiced",
        "in place since", "in use since", "in force since", "done since", "done on", "carried out on",
        "completed on", "finished on", "as before", "as until now", "as ever", "as it was", "unchanged",
        "is done", "was done", "has been done", "have been done",
    ]
    private static let plans: WordSet = ["to", "once", "until", "when", "not", "will", "if", "must"]
    private static let marks: WordSet = ["(", ")", "–", ",", ":", ";", "-", "[", "]"]
    private static let reasons: WordSet = [":", ";", "because", "since", "as", "until", "("]
    private static let declines: WordSet = [
        "declined", "rejected", "decided", "against", "dropped", "pursued", "considered", "second", "third",
        "another", "idea",
    ]
}
