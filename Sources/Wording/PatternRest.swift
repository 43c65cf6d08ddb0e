/// What a pattern goes on with behind its first token: few of the places that pass that one pass this as well.
struct PatternRest: Sendable {
    private let second: TokenFilter
    private let startsClause: Bool

    init(_ program: Program, _ table: ProgramTable, _ bits: inout WordBits) {
        second = TokenFilter(program.second, table, &bits)
        startsClause = table.instructions[Int(program.instructions.lowerBound)] == .clauseStart
    }

    /// - Parameter index: of the first token.
    @inline(__always)
    func mayFollow(_ index: Int, in sentence: Sentence, _ wordBits: UnsafeBufferPointer<UInt64>) -> Bool {
        second.mayBe(index + 1, of: sentence, wordBits) && (!startsClause || sentence.startsClause(index))
    }
}
