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

    private let table: ProgramTable.Pointers
    private var threads: [Thread] = []
    /// For each instruction, the tokens behind the start at which it was tried.
    private var tried: [UInt64] = []

    init(_ table: ProgramTable.Pointers) { self.table = table }

    /// The first match that begins at a token, as the pattern prefers it.
    mutating func match(
        _ program: Program, _ sentence: Sentence, at start: Int, endingAt end: Int? = nil,
        readsQuotes: Bool = false
    ) -> Match? {
        let instructions = UnsafeBufferPointer(
            rebasing: table.instructions[
                Int(program.instructions.lowerBound)..<Int(program.instructions.upperBound)])
        let length = instructions.count
        if tried.count < length { tried = Array(repeating: 0, count: length) }
        for index in 0..<length { tried[index] = 0 }
        threads.removeAll(keepingCapacity: true)
        threads.append(Thread(instruction: 0, token: start, open: -1, close: -1))
        while var thread = threads.popLast() {
            while step(&thread, instructions, sentence, start, readsQuotes) {
                guard case .accept = instructions[thread.instruction] else { continue }
                guard thread.token - start < Program.window, end == nil || thread.token == end else { break }
                let open = thread.open < 0 ? start : thread.open
                let close = thread.close < 0 ? thread.token : thread.close
                return Match(range: start..<thread.token, marked: open..<max(open, close))
            }
        }
        return nil
    }

    /// Takes a thread on to the next instruction; false where it ends.
    @inline(__always)
    private mutating func step(
        _ thread: inout Thread, _ instructions: UnsafeBufferPointer<Program.Instruction>,
        _ sentence: Sentence, _ start: Int, _ readsQuotes: Bool
    ) -> Bool {
        let offset = thread.token - start
        guard offset < Program.window, tried[thread.instruction] & (1 << UInt64(offset)) == 0 else {
            return false
        }
        tried[thread.instruction] |= 1 << UInt64(offset)
        switch instructions[thread.instruction] {
        case .test(let test):
            guard table.passes(test, thread.token, sentence, readsQuotes) else { return false }
            thread.token += 1
        case .fork(let other):
            thread.instruction = choose(
                thread.instruction + 1, else: Int(other), thread, instructions, sentence, readsQuotes)
            return true
        case .skip(let other):
            thread.instruction = choose(
                Int(other), else: thread.instruction + 1, thread, instructions, sentence, readsQuotes)
            return true
        case .jump(let target):
            thread.instruction = Int(target)
            return true
        case .clauseStart: guard sentence.startsClause(thread.token) else { return false }
        case .sentenceStart: guard thread.token == sentence.start else { return false }
        case .sentenceEnd: guard Self.isEnd(thread.token, sentence) else { return false }
        case .open: thread.open = thread.token
        case .close: thread.close = thread.token
        case .accept: return false
        }
        thread.instruction += 1
        return true
    }

    /// The instruction to go on with, and a thread for the other one; most alternatives fail at their first word, and
    /// need no thread of their own.
    @inline(__always)
    private mutating func choose(
        _ first: Int, else second: Int, _ thread: Thread,
        _ instructions: UnsafeBufferPointer<Program.Instruction>, _ sentence: Sentence, _ readsQuotes: Bool
    ) -> Int {
        if case .test(let test) = instructions[first],
            !table.passes(test, thread.token, sentence, readsQuotes)
        {
            return second
        }
        threads.append(
            Thread(instruction: second, token: thread.token, open: thread.open, close: thread.close))
        return first
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
