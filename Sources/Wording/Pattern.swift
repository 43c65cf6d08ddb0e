/// What a rule looks for, as it is written: `^ <person> (just|simply)? ⟦assumed⟧`.
///
/// A pattern is words with blanks between them. `fail~` is the verb in all its forms, `<class>` a word of a class,
/// `<class:past|ing>` one in some forms, `<a|b>` of either class, `<!a>` of neither, `_` any word; `x?` may be absent,
/// `x*3` stands up to three times, `_*3` is a gap that keeps to the clause, `_,*3` one that does not, `(a b|c)` are
/// alternatives, `$who` is a part that the pack names, `^` and `^^` are the start of a clause and of the sentence, `$$`
/// its end, and `⟦ ⟧` are around the words to be marked.
indirect enum Pattern: Sendable {
    case word(String)
    case verb(String)
    case anyOf(classes: [String], forms: WordForms, isNegated: Bool)
    /// Any token; only within a clause, or across its signs too.
    case any(crossesClauses: Bool)
    case number
    case sequence([Pattern])
    case choice([Pattern])
    case repeated(Pattern, upTo: Int)
    case clauseStart
    case sentenceStart
    case sentenceEnd
    case open
    case close
}

/// Reads a pattern; `problem` says what could not be read.
struct PatternParser {
    private let bytes: [UInt8]
    private let parts: [String: Pattern]
    private var at = 0
    private var depth = 0
    private(set) var problem: String?

    init(_ text: String, parts: [String: Pattern]) {
        bytes = Array(text.utf8)
        self.parts = parts
    }

    mutating func parse() -> Pattern? {
        let pattern = choice()
        if problem == nil, at < bytes.count { problem = "there is a ')' without a '('" }
        return problem == nil ? pattern : nil
    }

    private mutating func choice() -> Pattern {
        var alternatives = [sequence()]
        while at < bytes.count, bytes[at] == UInt8(ascii: "|") {
            at += 1
            alternatives.append(sequence())
        }
        return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
    }

    private mutating func sequence() -> Pattern {
        var items: [Pattern] = []
        while problem == nil {
            while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
            guard at < bytes.count, bytes[at] != UInt8(ascii: "|"), bytes[at] != UInt8(ascii: ")") else {
                break
            }
            items.append(repetition(of: item()))
        }
        return items.count == 1 ? items[0] : .sequence(items)
    }

    private mutating func item() -> Pattern {
        if take("⟦") { return .open }
        if take("⟧") { return .close }
        if take("(") { return group() }
        if take("<") { return wordClass() }
        return simple(word())
    }

    private mutating func group() -> Pattern {
        depth += 1
        defer { depth -= 1 }
        guard depth < 16 else {
            problem = "parentheses are nested deeper than 16"
            return .sequence([])
        }
        let inner = choice()
        if !take(")") { problem = problem ?? "a '(' is not closed" }
        return inner
    }

    /// To the next blank or sign of the notation.
    private mutating func word() -> String {
        let start = at
        while at < bytes.count, bytes[at] > 0x20, !"()|<".utf8.contains(bytes[at]), !startsMark { at += 1 }
        if at == start { at += 1 }
        var end = at
        // A suffix belongs to the word before it, a lone sign is a word.
        while end - start > 1, bytes[end - 1] == UInt8(ascii: "?") || isCount(start, end) {
            end = start + suffixStart(start, end)
        }
        at = end
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private var startsMark: Bool { bytes[at] == 0xE2 && at + 1 < bytes.count && bytes[at + 1] == 0x9F }

    private func isCount(_ start: Int, _ end: Int) -> Bool { suffixStart(start, end) < end - start }

    /// Where `?` or `*3` begins at the end of a word.
    private func suffixStart(_ start: Int, _ end: Int) -> Int {
        if end - start > 1, bytes[end - 1] == UInt8(ascii: "?") { return end - start - 1 }
        var digits = end
        while digits > start, bytes[digits - 1] >= 0x30, bytes[digits - 1] <= 0x39 { digits -= 1 }
        guard digits < end, digits - 1 > start, bytes[digits - 1] == UInt8(ascii: "*") else {
            return end - start
        }
        return digits - 1 - start
    }

    private mutating func simple(_ text: String) -> Pattern {
        switch text {
        case "^": return .clauseStart
        case "^^": return .sentenceStart
        case "$$": return .sentenceEnd
        case "_": return .any(crossesClauses: false)
        case "_,": return .any(crossesClauses: true)
        case "#": return .number
        default: break
        }
        if text.hasPrefix("$"), text.count > 1 {
            if let part = parts[String(text.dropFirst())] { return part }
            problem = problem ?? "there is no part '\(text)'"
        }
        if text.hasSuffix("~"), text.count > 1 { return .verb(String(text.dropLast())) }
        return .word(text.lowercased())
    }

    private mutating func wordClass() -> Pattern {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
        var text = String(decoding: bytes[start..<at], as: UTF8.self)
        guard take(">") else {
            problem = problem ?? "a '<' is not closed"
            return .sequence([])
        }
        let isNegated = text.hasPrefix("!")
        if isNegated { text.removeFirst() }
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        let classes = (halves.first ?? "").split(separator: "|").map(String.init)
        var forms: WordForms = []
        for name in halves.count > 1 ? halves[1].split(separator: "|").map(String.init) : [] {
            if let form = WordForms.names[name] {
                forms.insert(form)
            } else {
                problem = problem ?? "there is no form '\(name)'; known: base, s, past, participle and ing"
            }
        }
        for name in classes where !WordClass.isName(name) {
            problem = problem ?? "'\(name)' is no name of a class"
        }
        if classes.isEmpty, forms.isEmpty { problem = problem ?? "'<>' names no class" }
        return .anyOf(classes: classes, forms: forms, isNegated: isNegated)
    }

    private mutating func repetition(of item: Pattern) -> Pattern {
        if take("?") { return .repeated(item, upTo: 1) }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "*") else { return item }
        at += 1
        var count = 0
        while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39, count < 100 {
            count = count * 10 + Int(bytes[at] - 0x30)
            at += 1
        }
        guard (1...12).contains(count) else {
            problem = problem ?? "a count such as '*3' is from 1 to 12"
            return item
        }
        return .repeated(item, upTo: count)
    }

    private mutating func take(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard at + wanted.count <= bytes.count, bytes[at..<(at + wanted.count)].elementsEqual(wanted) else {
            return false
        }
        at += wanted.count
        return true
    }
}

extension Pattern {
    /// The classes that are named in it.
    var classNames: [String] {
        switch self {
        case .anyOf(let classes, _, _): classes
        case .sequence(let items), .choice(let items): items.flatMap(\.classNames)
        case .repeated(let item, _): item.classNames
        case .word, .verb, .any, .number, .clauseStart, .sentenceStart, .sentenceEnd, .open, .close: []
        }
    }
}
