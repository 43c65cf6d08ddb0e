/// The rules as a style for Vale, as far as they can be said there: what a sentence is about cannot, so a rule about
/// people is written with the roles that can stand before it.
package struct ValeStyle: Sendable {
    /// One a rule, by its name below the style's folder.
    package private(set) var files: [(name: String, text: String)] = []
    /// Rules that no expression can say.
    package private(set) var skipped: [String] = []

    /// Longer expressions are slow there.
    private static let limit = 6000

    package init(packs: [RulePack], lexicons: [LexiconPack]) {
        var lexicon = Lexicon(lexicons)
        for rule in packs.flatMap(\.rules) {
            let tokens = rule.patterns.compactMap { pattern -> String? in
                guard let text = ValeExpression.text(of: pattern, &lexicon), text.utf8.count < Self.limit
                else { return nil }
                guard let subjects = rule.subjects, !subjects.contains(.none) else { return text }
                return ValeExpression.people(subjects, lexicon) + " " + text
            }
            guard !tokens.isEmpty else {
                skipped.append(rule.id)
                continue
            }
            files.append(("\(rule.id).yml", Self.file(rule, tokens)))
        }
    }

    private static func file(_ rule: WordingRule, _ tokens: [String]) -> String {
        let level: String =
            switch rule.severity {
            case .error: "error"
            case .byTarget, .bySentence, .warning: "warning"
            case .hint: "suggestion"
            }
        let lines = tokens.map { "  - \(quoted($0))" }.joined(separator: "\n")
        return """
            extends: existence
            message: \(quoted(rule.message.replacing("'{words}'", with: "'%s'").replacing("{words}", with: "%s")))
            level: \(level)
            ignorecase: true
            tokens:
            \(lines)

            """
    }

    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}

/// Patterns as regular expressions over words and single blanks.
enum ValeExpression {
    /// Nil where a class is one that only a sentence tells.
    static func text(of pattern: Pattern, _ lexicon: inout Lexicon) -> String? {
        parts([pattern], &lexicon).map { joined($0) }
    }

    /// A piece, and whether it can be absent, which takes its blank with it.
    private struct Piece {
        var text: String
        var isOptional = false
    }

    private static func parts(_ patterns: [Pattern], _ lexicon: inout Lexicon) -> [Piece]? {
        var pieces: [Piece] = []
        for pattern in patterns {
            guard let more = parts(of: pattern, &lexicon) else { return nil }
            pieces += more
        }
        return pieces
    }

    private static func parts(of pattern: Pattern, _ lexicon: inout Lexicon) -> [Piece]? {
        switch pattern {
        case .word(let word): return [Piece(text: escaped(word))]
        case .verb(let verb): return [Piece(text: alternatives(lexicon.inflections(of: verb), lexicon))]
        case .anyOf(let names, let forms, let isNegated):
            guard !isNegated, !names.isEmpty else { return [Piece(text: "[\\w-]+")] }
            var classes = ClassSet()
            for name in names { if let index = lexicon.classIndex(name) { classes.insert(index) } }
            let words = lexicon.words(in: classes).filter {
                forms.isEmpty || !lexicon.vocabulary.forms[Int($0)].isDisjoint(with: forms)
            }
            return words.isEmpty ? nil : [Piece(text: alternatives(words, lexicon))]
        case .any, .number: return [Piece(text: "[\\w-]+")]
        case .sequence(let items): return parts(items, &lexicon)
        case .choice(let items):
            let texts = items.compactMap { item in parts([item], &lexicon).map { joined($0) } }
            return texts.count == items.count ? [Piece(text: "(?:\(texts.joined(separator: "|")))")] : nil
        case .repeated(let item, let count):
            guard let inner = parts(of: item, &lexicon) else { return nil }
            return (0..<count).map { _ in Piece(text: joined(inner), isOptional: true) }
        case .clauseStart, .sentenceStart, .sentenceEnd, .open, .close: return []
        }
    }

    private static func joined(_ pieces: [Piece]) -> String {
        var text = ""
        var needsBlank = false
        for piece in pieces {
            if piece.isOptional {
                text += needsBlank ? "(?: \(piece.text))?" : "(?:\(piece.text) )?"
            } else {
                text += (needsBlank ? " " : "") + piece.text
                needsBlank = true
            }
        }
        return text
    }

    private static func alternatives(_ words: [UInt32], _ lexicon: Lexicon) -> String {
        let texts = words.map { escaped(lexicon.vocabulary.text($0)) }
        return texts.count == 1 ? texts[0] : "(?:\(texts.joined(separator: "|")))"
    }

    private static func escaped(_ word: String) -> String {
        word.reduce(into: "") { text, letter in
            if ".?*+()[]{}|^$\\".contains(letter) { text += "\\" }
            text.append(letter)
        }
    }

    /// Words that can be the subject of a rule.
    static func people(_ subjects: Set<SubjectKind>, _ lexicon: Lexicon) -> String {
        var words: [String] = []
        if subjects.contains(.own) { words += ["we", "I"] }
        if subjects.contains(.everyone) { words += ["everyone", "everybody", "nobody", "no one"] }
        if subjects.contains(.third) {
            words += [
                "he", "she", "they", "engineers?", "operators?", "developers?", "reviewers?", "teams?",
                "vendors?",
            ]
            words += [
                "on-call", "DBAs?", "administrators?", "managers?", "contractors?", "support", "QA", "ops",
                "security",
            ]
        }
        return "(?:\(words.joined(separator: "|")))"
    }
}
