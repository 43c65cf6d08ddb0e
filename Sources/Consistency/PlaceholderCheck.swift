import Diagnostics
import Forms
import IncidentTime
import LosslessMarkdown

/// Text that still holds the place of an answer: `[Name]`, `YYYY-MM-DD`, `TBD`, a template's own question or example.
enum PlaceholderCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        let whole = document.placeholders.filter { !isLabelledList($0, document) }.map(\.range)
        var found = whole
        let telling = Set(document.sentences(holding: markers).map { ObjectIdentifier($0.passage) })
        for passage in document.passages where passage.kind != "" || passage.block.kind != .heading {
            let isTelling = telling.contains(ObjectIdentifier(passage))
            found += inside(passage, document, isTelling: isTelling).filter {
                UntouchedPlaces.overlapping($0, whole).isEmpty
            }
        }
        found += code(in: document)
        // A line that is all a tag is read as HTML.
        found += document.document.blocks(of: .html).flatMap {
            BlankMarks.ranges(in: $0.range, of: document.document.bytes)
        }
        return UntouchedPlaces(found, in: document).places.map { finding($0, document) }
    }

    private static func finding(_ place: UntouchedPlaces.Place, _ document: CheckedDocument) -> Finding {
        let message: String
        var cure = "Write the answer, or \"Not applicable: reason\" where there is none."
        switch place.kind {
        case .text: message = "\"\(document.quoted(place.range))\" still holds the place of an answer."
        case .row(let columns):
            message = "This row still holds the places of answers: \(joined(columns, "and"))."
            cure =
                "Fill the row in, or write \"Not applicable: reason\" in its first cell and \"-\" in the others."
        case .question(let name, let end):
            let last = document.document.position(of: end).line
            message = "\"\(name)\" is still open: placeholders stand from here to line \(last)."
        }
        return CheckID.placeholder.finding(
            at: place.range, message, ask: "What goes here?", settle: [Suggestion(cure)])
    }

    /// `Links: [the plan](…)` and glossary entries are read whole elsewhere.
    private static func isLabelledList(_ placeholder: Placeholder, _ document: CheckedDocument) -> Bool {
        placeholder.text.hasPrefix("[x]") || placeholder.text.hasPrefix("[ ]")
    }

    // MARK: within a text

    private static let words: WordSet = ["tbd", "tbc", "todo", "fixme", "xxx", "tba"]
    private static let masks: WordSet = ["yyyy", "x", "xx", "xxxx", "hh", "nn", "nnn", "nnnn"]
    /// Words and marks at which one of them can begin or end.
    private static let beginnings = words.union(masks).union(["[", "{", "<", "lorem", "?"])

    /// - Parameter isTelling: whether a word of a phrase such as `to be determined` stands in the passage.
    private static func inside(
        _ passage: Passage, _ document: CheckedDocument, isTelling: Bool
    ) -> [Range<Int>] {
        let words = passage.words
        var found: [Range<Int>] = []
        for index in words.indices where beginnings.contains(words[index].key) {
            let word = words[index]
            if word.isUppercase, self.words.contains(word.key), !isNamed(words, index) {
                found.append(word.range)
            }
            if word.isUppercase, masks.contains(word.key), isMask(words, index) { found.append(word.range) }
            if word.text == "[", let range = bracket(words, index, document) { found.append(range) }
            if word.text == "{", let range = braces(words, index) { found.append(range) }
            if word.text == "<", let range = angle(words, index) { found.append(range) }
            if word.text == "lorem", words.dropFirst(index + 1).first?.text == "ipsum" {
                found.append(word.range)
            }
            if word.text == "?", let range = questionMarks(words, index) { found.append(range) }
            if word.text == "?", index >= 2, words[index - 1].text == "?", words[index - 2].text == "?",
                index < 3 || !["?", "\"", "“"].contains(words[index - 3].text)
            {
                found.append(words[index - 2].range.lowerBound..<word.range.upperBound)
            }
        }
        if passage.section != "sign-off" {
            found += BlankMarks.ranges(in: passage.range, of: document.document.bytes)
        }
        found += forms(in: passage, document)
        return isTelling && found.isEmpty ? phrase(in: passage).map { [$0] } ?? [] : found
    }

    /// `the TODO list` speaks about one; `TODO comments`, too.
    private static func isNamed(_ words: [ProseWord], _ index: Int) -> Bool {
        guard index + 1 < words.count else { return false }
        return ["comment", "comments", "list", "lists", "app", "item", "items", "marker", "markers"].contains(
            words[index + 1].text)
    }

    private static func isMask(_ words: [ProseWord], _ index: Int) -> Bool {
        switch words[index].text {
        case "yyyy", "hh":
            return index + 1 < words.count && ["-", ":", "/"].contains(words[index + 1].text)
                || index > 0 && words[index].isJoined && ["-", ".", "/"].contains(words[index - 1].text)
        case "x":
            return index > 0 && ["$", "€", "£"].contains(words[index - 1].text)
                || index + 1 < words.count && words[index + 1].isPercent
        case "nn": return !words[index].isJoined && index + 1 < words.count && counted(words[index + 1].text)
        case "xx", "xxxx":
            let neighbours =
                [
                    index > 0 ? words[index - 1].text : "",
                    index + 1 < words.count ? words[index + 1].text : "",
                ] as [WordText]
            return neighbours.contains { ["$", "€", "£", "%", ":", ",", "-", "~"].contains($0) }
                || !words[index].isJoined
                    && (index == 0 || rough.contains(words[index - 1].key) || counted(neighbours[1]))
        default: return index > 0 && words[index - 1].text == "-"
        }
    }

    /// `about ?? customers`: two of them where a word would stand.
    private static func questionMarks(_ words: [ProseWord], _ index: Int) -> Range<Int>? {
        guard index > 0, words[index].isJoined, words[index - 1].text == "?", !words[index - 1].isJoined,
            index + 1 < words.count, words[index + 1].text != "?", index < 2 || words[index - 2].text != "?"
        else { return nil }
        return words[index - 1].range.lowerBound..<words[index].range.upperBound
    }

    /// What a number stands before: `XX of them`, `XX customers`.
    private static func counted(_ next: WordText) -> Bool {
        next == "of" || next.count > 3 && next.hasSuffix("s") && !["was", "has", "does"].contains(next)
    }

    private static let rough: WordSet = [
        "about", "around", "approximately", "roughly", "nearly", "over", "some",
    ]

    /// `[RFC 9110]`
    private static func isReference(_ inner: ArraySlice<ProseWord>) -> Bool {
        guard let first = inner.first, let last = inner.last, inner.count <= 3, first.isUppercase else {
            return false
        }
        return first.text.count > 1 && last.isNumber
    }

    /// `[Name]`, `[link to the graph]`; no link, footnote, quotation or box.
    private static func bracket(_ words: [ProseWord], _ index: Int, _ document: CheckedDocument) -> Range<
        Int
    >? {
        guard
            let close = words[(index + 1)...].firstIndex(where: {
                $0.text == "]" || $0.text == "[" || $0.text == WordScanner.link
            }),
            words[close].text == "]", close > index + 1
        else { return nil }
        let inner = words[(index + 1)..<close]
        if close + 1 < words.count, words[close + 1].isJoined,
            ["(", "["].contains(words[close + 1].text)
                || words[close + 1].text == ":" && close + 2 < words.count
                    && words[close + 2].text == WordScanner.link
        {
            return nil
        }
        if index > 0, words[index - 1].text == "]", words[index].isJoined { return nil }
        guard inner.first?.beginsWithLetter == true, !isReference(inner) else { return nil }
        if innocents.contains(inner.map(\.text.description).joined(separator: " ")) { return nil }
        let text = document.document.text(words[index].range.lowerBound..<words[close].range.upperBound)
        if inner.count == 1, text.dropFirst().dropLast().allSatisfy({ $0.isLowercase }),
            !lowers.contains(inner.first!.text)
        {
            return nil
        }
        if inner.count == 1, inner.first!.text == "x" { return nil }
        let isShout = text.dropFirst().first?.isUppercase == true
        guard
            isShout || inner.count > 1 && starts.contains(inner.first!.text)
                || lowers.contains(inner.first!.text)
        else { return nil }
        if isShout, inner.count == 1,
            text.dropFirst().dropLast().allSatisfy({ $0.isUppercase || $0.isNumber }),
            !["NAME", "DATE", "TIME", "LINK", "TEAM"].contains(text.dropFirst().dropLast())
        {
            return nil
        }
        return words[index].range.lowerBound..<words[close].range.upperBound
    }

    private static let innocents: Set<String> = [
        "sic", "redacted", "removed", "masked", "omitted", "anonymised", "anonymized", "emphasis added", "x",
    ]
    private static let lowers: Set<WordText> = [
        "name", "date", "time", "link", "team", "number", "url", "description", "owner", "title", "role",
        "placeholder", "value", "region", "service", "tbd", "tba", "tbc", "todo", "count", "amount",
    ]
    private static let starts: Set<WordText> = [
        "insert", "describe", "add", "your", "link", "name", "date", "time", "number", "list", "if", "any",
        "include", "attach", "the", "what",
        "who", "when", "how", "fill", "enter", "team", "to", "brief", "short", "specific", "quantity",
        "service", "details", "a",
    ]

    /// `{{service}}`, `{{link to procedure}}`.
    private static func braces(_ words: [ProseWord], _ index: Int) -> Range<Int>? {
        guard let close = close("}", words, index) else { return nil }
        let isNoun = close == index + 2 && lowers.contains(words[index + 1].text)
        guard words[index + 1].text == "{" || isNoun else { return nil }
        let isDouble = words.dropFirst(close + 1).first.map { $0.text == "}" && $0.isJoined } ?? false
        return words[index].range.lowerBound..<words[isDouble ? close + 1 : close].range.upperBound
    }

    /// The mark that ends a placeholder, which is short.
    private static func close(_ mark: WordText, _ words: [ProseWord], _ index: Int) -> Int? {
        words[index...].prefix(40).firstIndex { $0.text == mark }
    }

    /// `<insert name>`, `<your team>`: a tag is no word of its own, so that only these come here.
    private static func angle(_ words: [ProseWord], _ index: Int) -> Range<Int>? {
        guard let first = words.dropFirst(index + 1).first,
            ["insert", "your", "name", "date", "add", "team"].contains(first.text),
            let close = close(">", words, index)
        else { return nil }
        return words[index].range.lowerBound..<words[close].range.upperBound
    }

    // MARK: code

    /// A block of code with nothing but a placeholder in it.
    private static func code(in document: CheckedDocument) -> [Range<Int>] {
        document.document.blocks(of: .fencedCode).compactMap { block in
            guard let first = block.lines.first, let last = block.lines.last else {
                return nil
            }
            let range = first.lowerBound..<last.upperBound
            let text = document.document.text(range).trimmed
            return !text.contains("\n") && LosslessMarkdown.placeholder(in: text) == .brackets
                && text.hasSuffix("]") ? range : nil
        }
    }
}
