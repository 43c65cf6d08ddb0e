/// A program as plain pointers: it is run some thousand times for a page, and counting references to its lists would take
/// longer than running it. The lists outlive every run, as whoever holds them hands the pointers in for its length only.
struct RunningProgram {
    let instructions: UnsafeBufferPointer<Program.Instruction>
    let tests: UnsafeBufferPointer<TokenTest>
    let words: UnsafeBufferPointer<UInt32>

    @inline(__always)
    func passes(_ number: Int, _ index: Int, _ sentence: Sentence, _ readsQuotes: Bool) -> Bool {
        guard index < sentence.tokens.count else { return false }
        let token = sentence.tokens[index]
        if !readsQuotes, token.shape.contains(.quoted) { return false }
        let test = tests[number]
        switch test.kind {
        case .words: return token.word != Vocabulary.unknown && holds(token.word, test)
        case .classes:
            guard sentence.classes[index].intersects(test.classes) else { return false }
            return test.forms.isEmpty || !sentence.forms[index].isDisjoint(with: test.forms)
        case .notClasses: return !token.isPunctuation && !sentence.classes[index].intersects(test.classes)
        case .forms: return !sentence.forms[index].isDisjoint(with: test.forms)
        case .any: return !token.isPunctuation
        case .anywhere: return true
        case .number: return token.shape.contains(.number)
        }
    }

    @inline(__always)
    private func holds(_ word: UInt32, _ test: TokenTest) -> Bool {
        for place in Int(test.first)..<Int(test.first + test.count) where words[place] == word { return true }
        return false
    }
}

extension Program {
    func withRunning<Result>(_ body: (RunningProgram) -> Result) -> Result {
        instructions.withUnsafeBufferPointer { instructions in
            tests.withUnsafeBufferPointer { tests in
                words.withUnsafeBufferPointer { words in
                    body(RunningProgram(instructions: instructions, tests: tests, words: words))
                }
            }
        }
    }
}
