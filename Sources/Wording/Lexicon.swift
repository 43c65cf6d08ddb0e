/// All lexicons together: which word is in which class, and how each verb bends.
struct Lexicon: Sendable {
    private(set) var vocabulary = Vocabulary()
    private(set) var classNames: [String] = KnownClass.allCases.map(\.name)
    private var classIndices: [String: Int] = [:]
    /// Words of each verb by its base form.
    private var verbs: [UInt32: [UInt32]] = [:]
    /// Words of each class.
    private var members: [[UInt32]] = []

    init(_ packs: [LexiconPack]) {
        for (index, name) in classNames.enumerated() { classIndices[name] = index }
        for pack in packs {
            for wordClass in pack.classes where classIndices[wordClass.name] == nil {
                guard classNames.count < ClassSet.capacity else { break }
                classIndices[wordClass.name] = classNames.count
                classNames.append(wordClass.name)
            }
        }
        for pack in packs {
            for wordClass in pack.classes { add(wordClass) }
        }
        include(packs.flatMap(\.classes))
        members = Array(repeating: [], count: classNames.count)
        for word in 1..<UInt32(vocabulary.count) {
            for index in vocabulary.classes[Int(word)].indices { members[index].append(word) }
        }
    }

    /// What is needed to read texts; to compile more rules the lexicons themselves are.
    func write(to writer: inout CompactWriter) {
        writer.texts(classNames)
        writer.number(vocabulary.count - 1)
        for word in 1..<UInt32(vocabulary.count) {
            writer.text(vocabulary.text(word))
            writer.list(vocabulary.classes[Int(word)].indices) { $0.number($1) }
            writer.number(Int(vocabulary.forms[Int(word)].rawValue))
        }
    }

    init(_ reader: inout CompactReader) {
        classNames = reader.texts()
        let count = reader.number()
        vocabulary = Vocabulary(expecting: count)
        for _ in 0..<count {
            let word = reader.slice()
            var classes = ClassSet()
            for _ in 0..<reader.number() { classes.insert(reader.number()) }
            vocabulary.append(word, classes, WordForms(rawValue: UInt8(reader.number())))
        }
    }

    func classIndex(_ name: String) -> Int? { classIndices[name] }

    mutating func intern(_ word: String) -> UInt32 { vocabulary.intern(word) }

    /// Every form of a verb, whether or not a lexicon holds it.
    mutating func inflections(of lemma: String) -> [UInt32] {
        let base = vocabulary.intern(lemma)
        if let known = verbs[base] { return known }
        return add(VerbEntry(lemma.utf8), ClassSet())
    }

    /// The words of a class, for finding out where a rule can begin.
    func words(in classes: ClassSet) -> [UInt32] { classes.indices.flatMap { members[$0] } }

    private mutating func add(_ wordClass: WordClass) {
        guard let index = classIndices[wordClass.name] else { return }
        let classSet = ClassSet(index)
        var plural = classSet
        plural.insert(KnownClass.plural.index)
        eachWord(in: wordClass.words) { vocabulary.add(classSet, [], to: vocabulary.intern($0)) }
        eachWord(in: wordClass.nouns) { noun in
            let parts = noun.split(separator: UInt8(ascii: ":"))
            guard let one = parts.first else { return }
            vocabulary.add(classSet, [], to: vocabulary.intern(one))
            let many = parts.count > 1 ? Array(parts[1]) : VerbEntry.ending(in: Array(one))
            vocabulary.add(plural, [], to: vocabulary.intern(many))
        }
        eachWord(in: wordClass.verbs) { add(VerbEntry($0), classSet) }
    }

    @discardableResult
    private mutating func add(_ verb: VerbEntry, _ classSet: ClassSet) -> [UInt32] {
        let words = verb.forms.map { word, form in
            let number = vocabulary.intern(word)
            vocabulary.add(classSet, form, to: number)
            return number
        }
        if let base = words.first, verbs[base] == nil { verbs[base] = words }
        return words
    }

    /// Inclusion is followed once more for each class, so that chains of classes end.
    private mutating func include(_ classes: [WordClass]) {
        let pairs = classes.flatMap { wordClass in wordClass.includes.map { (wordClass.name, $0) } }
        guard !pairs.isEmpty else { return }
        for _ in 0..<3 {
            for (name, included) in pairs {
                guard let index = classIndices[name], let source = classIndices[included] else { continue }
                for word in 1..<UInt32(vocabulary.count) where vocabulary.classes[Int(word)].contains(source)
                {
                    vocabulary.add(ClassSet(index), [], to: word)
                }
            }
        }
    }
}
