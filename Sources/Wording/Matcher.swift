/// Runs programs over a sentence. Its buffers are used again for every run.
struct Matcher {
    struct Match {
        var range: Range<Int>
        /// The words between the marks, all of them where there are none.
        var marked: Range<Int>
    }

    private struct Thread {
        var instruction: Int
        var token: Int
        var open: Int
        var close: Int
    }

    private var threads: [Thread] = []
    /// For each instruction, the tokens behind the start at which it was tried.
    private var tried: [UInt64] = []

    /// The first match that begins at a token, as the pattern prefers it.
    mutating func match(
        _ program: Program, _ sentence: Sentence, at start: Int, endingAt end: Int? = nil,
        readsQuotes: Bool = false
    ) -> Match? {
        let length = program.instructions.count
        if tried.count < length { tried = Array(repeating: 0, count: length) }
        for index in 0..<length { tried[index] = 0 }
        threads.removeAll(keepingCapacity: true)
        threads.append(Thread(instruction: 0, token: start, open: -1, close: -1))
        while let thread = threads.popLast() {
            let offset = thread.token - start
            guard offset < Program.window, tried[thread.instruction] & (1 << UInt64(offset)) == 0 else {
                continue
            }
            tried[thread.instruction] |= 1 << UInt64(offset)
            if case .accept = program.instructions[thread.instruction] {
                if let end, thread.token != end { continue }
                let open = thread.open < 0 ? start : thread.open
                let close = thread.close < 0 ? thread.token : thread.close
                return Match(range: start..<thread.token, marked: open..<max(open, close))
            }
            step(thread, program, sentence, readsQuotes)
        }
        return nil
    }

    private mutating func step(
        _ thread: Thread, _ program: Program, _ sentence: Sentence, _ readsQuotes: Bool
    ) {
        var next = thread
        next.instruction += 1
        switch program.instructions[thread.instruction] {
        case .test(let index):
            guard thread.token < sentence.tokens.count,
                Self.holds(program, index, thread.token, sentence, readsQuotes)
            else { return }
            next.token += 1
        case .fork(let first, let second):
            var other = thread
            other.instruction = second
            threads.append(other)
            next.instruction = first
        case .jump(let target): next.instruction = target
        case .clauseStart: guard sentence.startsClause(thread.token) else { return }
        case .sentenceStart: guard thread.token == sentence.start else { return }
        case .sentenceEnd: guard Self.isEnd(thread.token, sentence) else { return }
        case .open: next.open = thread.token
        case .close: next.close = thread.token
        case .accept: return
        }
        threads.append(next)
    }

    private static func holds(
        _ program: Program, _ number: Int, _ index: Int, _ sentence: Sentence, _ readsQuotes: Bool
    ) -> Bool {
        let test = program.tests[number]
        let token = sentence.tokens[index]
        if !readsQuotes, token.shape.contains(.quoted) { return false }
        switch test.kind {
        case .words: return token.word != Vocabulary.unknown && program.words(of: test).contains(token.word)
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

    private static func isEnd(_ index: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[min(index, sentence.tokens.count)...].allSatisfy(\.isPunctuation)
    }

    /// Whether a pattern stands anywhere in a stretch.
    mutating func occurs(_ programs: [Program], _ sentence: Sentence, in range: Range<Int>) -> Bool {
        programs.contains { program in range.contains { match(program, sentence, at: $0) != nil } }
    }

    mutating func ends(_ programs: [Program], _ sentence: Sentence, at end: Int) -> Bool {
        programs.contains { program in
            (max(0, end - 12)...end).contains { match(program, sentence, at: $0, endingAt: end) != nil }
        }
    }

    mutating func begins(_ programs: [Program], _ sentence: Sentence, at start: Int) -> Bool {
        programs.contains { match($0, sentence, at: start) != nil }
    }
}
