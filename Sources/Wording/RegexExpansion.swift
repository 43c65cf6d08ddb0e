/// Every text that a simple regular expression stands for.
struct RegexExpansion {
    private let letters: [Character]
    private var at = 0
    private(set) var problem: String?

    /// More alternatives than this are no list of words.
    private static let limit = 512
    /// Stands for any word.
    static let anyWord: Character = "\u{1}"

    init(_ expression: String) { letters = Array(expression) }

    mutating func run() -> [String] {
        let texts = alternatives()
        if problem == nil, at < letters.count { problem = "there is a ')' without a '('" }
        return problem == nil ? texts : []
    }

    private mutating func alternatives() -> [String] {
        var all = sequence()
        while at < letters.count, letters[at] == "|" {
            at += 1
            all += sequence()
        }
        return all
    }

    private mutating func sequence() -> [String] {
        var texts = [""]
        while problem == nil, at < letters.count, letters[at] != "|", letters[at] != ")" {
            var next = item()
            if at < letters.count, letters[at] == "?" {
                at += 1
                next.append("")
            } else if at < letters.count, "*+{".contains(letters[at]) {
                problem = "'\(letters[at])' is read behind '\\s' and '\\w' only"
            }
            guard texts.count * next.count <= Self.limit else {
                problem = "it stands for more than \(Self.limit) texts"
                return []
            }
            texts = texts.flatMap { text in next.map { text + $0 } }
        }
        return texts
    }

    private mutating func item() -> [String] {
        let letter = letters[at]
        at += 1
        switch letter {
        case "(": return group()
        case "[": return set()
        case "\\": return escape()
        case ".", "^", "$":
            problem = "'\(letter)' is not read"
            return []
        default: return [String(letter)]
        }
    }

    private mutating func group() -> [String] {
        if at + 1 < letters.count, letters[at] == "?" {
            guard letters[at + 1] == ":" else {
                problem = "looking ahead or behind is not read"
                return []
            }
            at += 2
        }
        let inner = alternatives()
        guard at < letters.count, letters[at] == ")" else {
            problem = problem ?? "a '(' is not closed"
            return []
        }
        at += 1
        return inner
    }

    private mutating func set() -> [String] {
        var members: [String] = []
        while at < letters.count, letters[at] != "]" {
            guard letters[at] != "^", letters[at] != "-" || members.isEmpty else {
                problem = "ranges and sets with '^' are not read"
                return []
            }
            members.append(String(letters[at]))
            at += 1
        }
        guard at < letters.count, !members.isEmpty else {
            problem = "a '[' is not closed"
            return []
        }
        at += 1
        return members
    }

    private mutating func escape() -> [String] {
        guard at < letters.count else {
            problem = "it ends with a '\\'"
            return []
        }
        let letter = letters[at]
        at += 1
        let repeats = at < letters.count && "*+".contains(letters[at])
        switch letter {
        case "b": return [""]
        case "s":
            if repeats { at += 1 }
            return [" "]
        case "w" where repeats:
            at += 1
            return [String(Self.anyWord)]
        case _ where letter.isLetter || letter.isNumber:
            problem = "'\\\(letter)' is not read"
            return []
        default: return [String(letter)]
        }
    }

    /// The words of a text as the sentence reader cuts them.
    static func words(_ text: String) -> [Pattern] {
        text.lowercased().split(whereSeparator: \.isWhitespace).flatMap { word -> [Pattern] in
            if word.contains(anyWord) { return [.any(crossesClauses: false)] }
            if word.hasSuffix("n't") { return [.word(stem(word.dropLast(3))), .word("not")] }
            if word == "cannot" { return [.word("can"), .word("not")] }
            for (suffix, whole) in [
                ("'s", "'s"), ("'ve", "have"), ("'re", "are"), ("'ll", "will"), ("'m", "am"), ("'d", "'d"),
            ]
            where word.hasSuffix(suffix) && word.count > suffix.count {
                return [.word(String(word.dropLast(suffix.count))), .word(whole)]
            }
            let body = word.prefix { !",.;:!?".contains($0) }
            return (body.isEmpty ? [] : [.word(String(body))])
                + word.dropFirst(body.count).map { .word(String($0)) }
        }
    }

    private static func stem(_ word: Substring) -> String {
        switch word {
        case "ca": "can"
        case "wo": "will"
        default: String(word)
        }
    }
}
