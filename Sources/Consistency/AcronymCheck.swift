import Diagnostics
import Forms
import Guides
import IncidentTime

/// Short forms that the document uses and never explains.
enum AcronymCheck: Check {
    /// Known to whoever reads a postmortem at all.
    private static let common: Set<String> = [
        "UTC", "GMT", "CET", "CEST", "BST", "EST", "EDT", "PST", "PDT", "API", "APIS", "URL", "URLS", "HTTP",
        "HTTPS", "DNS", "CPU", "RAM", "OK", "ID", "IDS",
        "IP", "JSON", "YAML", "XML", "HTML", "CSS", "SQL", "PDF", "CSV", "UI", "USB", "PC", "SMS", "FAQ",
        "EU", "UK", "US", "USA", "IT", "HR", "PR", "VPN",
        "TLS", "SSL", "SSH", "TCP", "UDP", "AM", "PM", "NOTE", "INC", "TODO", "TBD", "AND", "OR", "NOT", "NO",
        "YES", "ALL", "ERROR", "WARN", "INFO", "FATAL",
        "DEBUG", "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "SELECT", "UPDATE", "INSERT", "NULL",
        "TRUE", "FALSE", "README", "GB", "MB", "KB", "TB", "MS", "QR", "GPS", "EUR", "USD", "GBP",
        "PIN", "TV", "CEO", "CTO", "AWS", "GCP", "CI", "CD", "QA", "AI", "ETA", "FYI", "ASAP", "LAN", "WLAN",
        "CDN", "SDK", "CLI", "OS", "VM", "VMS", "LED", "SIM", "CRM", "ERP", "RFC", "ISO", "IEEE", "AT", "IN",
        "ON", "TO", "OF", "BE", "A", "I", "NN", "MM", "DD", "HH", "YYYY", "XX", "XXX",
    ]

    static func findings(in document: CheckedDocument) -> [Finding] {
        let bytes = document.document.bytes
        var defined: Set<String> = []
        var firstUse: [(String, Range<Int>)] = []
        var seen: Set<String> = []
        // Where a glossary is kept, a reader looks up the guide's own short forms there too.
        let hasGlossary = document.passages.contains { $0.section == "glossary" && $0.words.has([":"]) }
        let labels =
            hasGlossary ? [] : Set(document.guide.questionIDs.compactMap { document.guide[$0]?.field.label })
        let passages = document.passages.map { ($0, places(in: $0.words, bytes)) }.filter { !$0.1.isEmpty }
        for (passage, places) in passages { defined.formUnion(definitions(in: passage, at: places, bytes)) }
        for (passage, places) in passages
        where passage.section != "glossary" && passage.block.kind != .heading {
            for index in places {
                let word = passage.words[index]
                guard let acronym = acronym(word, bytes), !seen.contains(acronym),
                    !isCode(passage.words, index), !isLabel(word, passage, labels, document)
                else { continue }
                seen.insert(acronym)
                firstUse.append((acronym, word.range))
            }
        }
        let unknown = firstUse.filter { acronym, range in
            !defined.contains(acronym) && !common.contains(acronym)
                && !document.secrets.contains { $0.range.overlaps(range) }
        }
        return unknown.map { acronym, range in
            CheckID.undefinedAcronym.finding(
                at: range, "\"\(acronym)\" is used and nowhere explained.", ask: "What does it stand for?",
                settle: [Suggestion("Write it out at its first use, or add it to the glossary.")])
        }
    }

    /// Short words that begin with two capitals, which most passages have none of.
    private static func places(in words: [ProseWord], _ bytes: [UInt8]) -> [Int] {
        words.indices.filter { index in
            let start = words[index].range.lowerBound
            return (2...6).contains(words[index].range.count) && isCapital(bytes[start])
                && isCapital(bytes[start + 1])
        }
    }

    private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

    /// Two to five capitals, a plural `s` left off; names such as `A1` and shouted words are none.
    private static func acronym(_ word: ProseWord, _ bytes: [UInt8]) -> String? {
        guard (2...6).contains(word.range.count),
            isCapital(bytes[word.range.lowerBound]), isCapital(bytes[word.range.lowerBound + 1])
        else { return nil }
        var letters = bytes[word.range]
        if letters.count > 2, letters.last == UInt8(ascii: "s") { letters.removeLast() }
        guard (2...5).contains(letters.count), letters.allSatisfy(isCapital) else { return nil }
        let text = String(decoding: letters, as: UTF8.self)
        return letters.count > 2 || !["AM", "PM", "NO"].contains(text) ? text : nil
    }

    /// What stands in a label of the guide's own is no word of the author's.
    private static func isLabel(
        _ word: ProseWord, _ passage: Passage, _ labels: Set<String>, _ document: CheckedDocument
    ) -> Bool {
        let lines = passage.block.lines
        guard let line = lines.firstIndex(where: { $0.contains(word.range.lowerBound) }),
            let keyed = document.document.keyed(passage.block, line: line), labels.contains(keyed.key)
        else { return false }
        return word.range.upperBound <= keyed.valueRange.lowerBound
    }

    /// `ORD-1234`, `PAY_TOKEN`, `[ERROR]`: parts of names.
    private static func isCode(_ words: [ProseWord], _ index: Int) -> Bool {
        if index + 1 < words.count, words[index + 1].isJoined,
            ["-", "_", "=", "/", "["].contains(words[index + 1].text)
        {
            return true
        }
        if index > 0, words[index].isJoined,
            ["-", "_", "/", "=", "#", "@", "$", "."].contains(words[index - 1].text)
        {
            return true
        }
        let neighbours = [
            index > 0 ? words[index - 1] : nil, index + 1 < words.count ? words[index + 1] : nil,
        ].compactMap { $0 }
        return neighbours.count { $0.isUppercase && $0.text.count > 2 && !$0.isNumber } == 2
    }

    /// Keys of the glossary, `Long Name (LN)` and `LN (long name)`.
    private static func definitions(in passage: Passage, at places: [Int], _ bytes: [UInt8]) -> Set<String> {
        var found: Set<String> = []
        let words = passage.words
        if passage.kind == "appendix", passage.section != "glossary" || explains(words, bytes) {
            for word in words.prefix(while: { ![":", "–"].contains($0.text) }).prefix(8) {
                if let text = acronym(word, bytes) { found.insert(text) }
            }
        }
        for index in places {
            guard let text = acronym(words[index], bytes) else { continue }
            if index > 1, words[index - 1].text == "(", spells(text, words[..<(index - 1)]) {
                found.insert(text)
            }
            if index + 2 < words.count, words[index + 1].text == "(",
                spellsForward(text, words[(index + 2)...])
            {
                found.insert(text)
            }
            if index + 2 < words.count, [",", "–", ":"].contains(words[index + 1].text),
                spellsForward(text, words[(index + 2)...])
            {
                found.insert(text)
            }
        }
        return found
    }

    /// Whether an entry says more than its own short form: not `WAN: the WAN`.
    private static func explains(_ words: [ProseWord], _ bytes: [UInt8]) -> Bool {
        guard let mark = words.firstIndex(where: { [":", "–", "="].contains($0.text) }) else { return true }
        let names = words[..<mark].map(\.key)
        return words[mark...].contains { word in
            word.beginsWithLetter && !names.contains(word.key)
                && !["the", "a", "an", "our", "see"].contains(word.text)
        }
    }

    private static func spells(_ acronym: String, _ before: ArraySlice<ProseWord>) -> Bool {
        let initials = before.suffix(acronym.count + 2).filter(\.beginsWithLetter).compactMap {
            $0.text.description.first
        }
        return String(initials.suffix(acronym.count)) == acronym.lowercased()
            || initials.last == acronym.lowercased().last && initials.contains(acronym.lowercased().first!)
    }

    private static func spellsForward(_ acronym: String, _ after: ArraySlice<ProseWord>) -> Bool {
        let initials = after.prefix(acronym.count + 2).filter(\.beginsWithLetter).compactMap {
            $0.text.description.first
        }
        return initials.first == acronym.lowercased().first && initials.count >= 2
            && initials.dropFirst().contains(Array(acronym.lowercased())[1])
    }
}
