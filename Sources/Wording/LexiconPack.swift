import StrictYAML

/// Words by what they mean to the rules, as one YAML file holds them.
package struct LexiconPack: Sendable {
    package var name: String
    var classes: [WordClass]

    /// The lexicon of a tree, or every problem in it.
    package static func read(_ node: YAMLNode, file: String) -> (pack: LexiconPack?, problems: [YAMLProblem])
    {
        let reader = YAMLReader(file: file)
        guard let mapping = reader.mapping(node, keys: LexiconKey.self, of: "lexicon") else {
            return (nil, reader.problems)
        }
        let name = mapping.requiredString(.name)
        _ = mapping.string(.about)
        var classes: [WordClass] = []
        if let entries = mapping.node(.classes)?.entries {
            classes = entries.compactMap { WordClass.read($0.key, $0.value, reader) }
        } else {
            reader.problem(at: node, "a lexicon needs 'classes', a mapping of names to words")
        }
        return (reader.problems.isEmpty ? LexiconPack(name: name, classes: classes) : nil, reader.problems)
    }
}

private enum LexiconKey: String, CaseIterable {
    case name
    case about
    case classes
}

/// One class of a lexicon. All words are texts with blanks between them, which read fast and are edited with ease.
struct WordClass: Sendable {
    var name: String
    /// As they stand.
    var words = ""
    /// With their plurals; `man:men` where it is irregular.
    var nouns = ""
    /// In all their forms.
    var verbs = ""
    /// Classes whose words belong here too.
    var includes: [String] = []

    private enum Key: String, CaseIterable {
        case words
        case nouns
        case verbs
        case includes
    }

    static func read(_ key: YAMLNode, _ node: YAMLNode, _ reader: YAMLReader) -> WordClass? {
        let name = key.text ?? ""
        guard isName(name) else {
            reader.problem(at: key, "the name of a class is of small letters, digits and '-', not '\(name)'")
            return nil
        }
        var wordClass = WordClass(name: name)
        if let text = node.text {
            wordClass.words = text
        } else if let mapping = reader.mapping(node, keys: Key.self, of: "class") {
            wordClass.words = mapping.string(.words) ?? ""
            wordClass.nouns = mapping.string(.nouns) ?? ""
            wordClass.verbs = mapping.string(.verbs) ?? ""
            wordClass.includes = mapping.strings(.includes)
        }
        return wordClass
    }

    static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
    }
}

/// The words of a text, separated by blanks and line ends, without a String for each.
func eachWord(in text: String, _ body: (ArraySlice<UInt8>) -> Void) {
    let bytes = Array(text.utf8)
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] <= 0x20 {
        if index > start { body(bytes[start..<index]) }
        start = index + 1
    }
}
