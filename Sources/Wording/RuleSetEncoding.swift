/// Everything the checker needs, worked out when the program was built; examples and the lexicons' own shape are left
/// out, so that a program starts within a few milliseconds.
extension RuleSet {
    var encoded: String {
        var writer = CompactWriter()
        lexicon.write(to: &writer)
        programs.write(to: &writer)
        writer.list(rules) { writer, rule in rule.write(to: &writer) }
        let entries = (0..<UInt32(lexicon.vocabulary.count)).map { index.tables.entries(of: $0) }
        writer.list(entries) { $0.number($1.count) }
        writer.list(entries.flatMap { $0 }) { writer, entry in
            for number in [Int(entry.rule), Int(entry.program), Int(entry.nearest), Int(entry.farthest)] {
                writer.number(number)
            }
        }
        writer.list(headings.map { $0 }) { writer, heading in
            writer.text(heading.kind)
            writer.list(heading.phrases) { $0.texts($1.map(String.init)) }
        }
        writer.list(probes) { writer, probe in
            writer.text(probe.probe.id)
            writer.text(probe.probe.question)
            writer.list(probe.programs) { $1.write(to: &$0) }
            writer.list(probe.unless) { $1.write(to: &$0) }
        }
        return writer.string
    }

    convenience init(decoding text: StaticString) {
        self.init(text.utf8Start)
    }

    convenience init(_ bytes: UnsafePointer<UInt8>) {
        var reader = CompactReader(bytes)
        var lexicon = Lexicon(&reader)
        let table = ProgramTable(&reader)
        let rules = reader.list { Compiled(&$0) }
        let sizes = reader.list { $0.number() }
        let entries = reader.list { reader in
            let rule = Int32(reader.number())
            let program = Int32(reader.number())
            let nearest = Int16(reader.number())
            return RuleIndex.Entry(
                rule: rule, program: program, nearest: nearest, farthest: Int16(reader.number()))
        }
        let headings = reader.list { reader in
            (kind: reader.text(), phrases: reader.list { $0.texts().map { $0[...] } })
        }
        let probes = reader.list { reader in
            let probe = Probe(
                id: reader.text(), patterns: [], unless: [], question: reader.text(), flags: [], passes: [],
                line: 0)
            let programs = reader.list { Program(&$0) }
            return CompiledProbe(probe: probe, programs: programs, unless: reader.list { Program(&$0) })
        }
        let words = ReaderWords(&lexicon)
        self.init(
            rules: rules, programs: table, lexicon: lexicon, words: words, headings: headings,
            probes: probes, entries: RuleIndex.Entries(sizes: sizes, all: entries))
    }
}

extension RuleSet.Compiled {
    fileprivate func write(to writer: inout CompactWriter) {
        writer.text(rule.id)
        writer.text(rule.category.name)
        writer.number(rule.subjects == nil ? 0 : 1)
        writer.texts((rule.subjects ?? []).map(\.rawValue).sorted())
        writer.texts(rule.sections.sorted())
        writer.texts(rule.otherSections.sorted())
        writer.text(rule.severity.rawValue)
        writer.number(rule.readsQuotes ? 1 : 0)
        writer.text(rule.message)
        writer.texts([rule.question].compactMap { $0 })
        writer.texts([rule.rewrite].compactMap { $0 })
        for list in [programs, notBefore, notAfter, unless, unlessLater, needs] {
            writer.list(list) { $1.write(to: &$0) }
        }
    }

    fileprivate init(_ reader: inout CompactReader) {
        rule = WordingRule(&reader)
        programs = reader.list { Program(&$0) }
        notBefore = reader.list { Program(&$0) }
        notAfter = reader.list { Program(&$0) }
        unless = reader.list { Program(&$0) }
        unlessLater = reader.list { Program(&$0) }
        needs = reader.list { Program(&$0) }
    }
}

extension WordingRule {
    /// Without patterns, which are programs by now, and without examples.
    fileprivate init(_ reader: inout CompactReader) {
        id = reader.text()
        let name = reader.text()
        guard let category = RuleCategory(named: name) else {
            preconditionFailure("'\(name)' was a category when the program was built")
        }
        self.category = category
        let hasSubjects = reader.number() == 1
        let kinds = Set(reader.texts().compactMap { SubjectKind(rawValue: $0) })
        subjects = hasSubjects ? kinds : nil
        sections = Set(reader.texts())
        otherSections = Set(reader.texts())
        severity = RuleSeverity(rawValue: reader.text()) ?? .byTarget
        readsQuotes = reader.number() == 1
        message = reader.text()
        question = reader.texts().first
        rewrite = reader.texts().first
        (patterns, notBefore, notAfter, unless, unlessLater, needs) = ([], [], [], [], [], [])
        (flags, passes, line) = ([], [], 0)
    }
}
