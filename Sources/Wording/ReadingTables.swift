/// What the loop over a text looks up, as plain pointers: counting references to the lists would take longer than reading
/// them. They are handed out for the length of a call, while the rules hold the lists.
struct ReadingTables {
    let lookup: WordLookup
    let index: RuleIndex.Tables
    let abbreviations: UnsafeBufferPointer<Bool>
    let programs: ProgramTable.Pointers
}

extension RuleSet {
    func withTables(_ body: (ReadingTables) -> Void) {
        lexicon.vocabulary.withLookup { lookup in
            abbreviations.withUnsafeBufferPointer { abbreviations in
                programs.withPointers { programs in
                    body(
                        ReadingTables(
                            lookup: lookup, index: index.tables, abbreviations: abbreviations,
                            programs: programs))
                }
            }
        }
    }
}
