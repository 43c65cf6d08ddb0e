/// Runs programs over a sentence. Its buffers are used again for every run.
struct Matcher {
    struct Match {
        var range: Range<Int>
        /// The words between the marks, all of them where there are none.
        var marked: Range<Int>
    }

    fileprivate struct Thread {
        var instruction: Int
        var token: Int
        var open = -1
        var close = -1
    }

    private let table: ProgramTable.Pointers
    private let tried: TriedPlaces
    private let threads = ThreadStack()

    init(_ table: ProgramTable.Pointers) {
        self.table = table
        tried = TriedPlaces(instructions: table.longest)
    }

    /// The first match that begins at a token, as the pattern prefers it.
    mutating func match(
        _ program: Program, _ sentence: Sentence, at start: Int, endingAt end: Int? = nil,
        readsQuotes: Bool = false
    ) -> Match? {
        let run = Run(
            instructions: UnsafeBufferPointer(
                rebasing: table.instructions[
                    Int(program.instructions.lowerBound)..<Int(program.instructions.upperBound)]),
            start: start, readsQuotes: readsQuotes)
        defer { tried.forget() }
        threads.removeAll()
        var next: Thread? = Thread(instruction: 0, token: start)
        while var thread = next {
            while step(&thread, run, sentence) {
                guard case .accept = run.instructions[thread.instruction] else { continue }
                guard thread.token - start < Program.window, end == nil || thread.token == end else { break }
                let open = thread.open < 0 ? start : thread.open
                let close = thread.close < 0 ? thread.token : thread.close
                return Match(range: start..<thread.token, marked: open..<max(open, close))
            }
            next = threads.pop()
        }
        return nil
    }

    /// What stays the same while a program runs, beside the sentence, which is too large to be copied for each run.
    private struct Run {
        let instructions: UnsafeBufferPointer<Program.Instruction>
        let start: Int
        let readsQuotes: Bool

        @inline(__always)
        func mayRead(_ token: Int, _ sentence: Sentence) -> Bool {
            token < sentence.tokens.count
                && (readsQuotes || !sentence.tokens[token].shape.contains(.quoted))
        }

        @inline(__always)
        func isWord(_ token: Int, _ word: UInt32, _ sentence: Sentence) -> Bool {
            mayRead(token, sentence) && sentence.tokens[token].word == word
        }

        @inline(__always)
        func isMember(_ token: Int, _ index: UInt32, _ sentence: Sentence) -> Bool {
            mayRead(token, sentence) && sentence.classes[token].contains(Int(index))
        }
    }

    @inline(__always)
    private func passes(_ token: Int, _ test: UInt32, _ run: Run, _ sentence: Sentence) -> Bool {
        run.mayRead(token, sentence) && table.passes(test, token, sentence)
    }

    /// Whether an instruction is a test that a token fails.
    @inline(__always)
    private func fails(_ instruction: Int, _ token: Int, _ run: Run, _ sentence: Sentence) -> Bool {
        switch run.instructions[instruction] {
        case .word(let word): !run.isWord(token, word, sentence)
        case .member(let index): !run.isMember(token, index, sentence)
        case .test(let test): !passes(token, test, run, sentence)
        case .fork, .skip, .jump, .choose, .clauseStart, .sentenceStart, .sentenceEnd, .open, .close,
            .accept:
            false
        }
    }

    /// Takes a thread on to the next instruction; false where it ends.
    @inline(__always)
    private mutating func step(_ thread: inout Thread, _ run: Run, _ sentence: Sentence) -> Bool {
        let offset = thread.token - run.start
        // All ways lead forwards: as long as there was but one, nothing can be met again.
        guard offset < Program.window, threads.isUntouched || tried.isNew(thread.instruction, offset) else {
            return false
        }
        switch run.instructions[thread.instruction] {
        case .word(let word):
            guard run.isWord(thread.token, word, sentence) else { return false }
            thread.token += 1
        case .member(let index):
            guard run.isMember(thread.token, index, sentence) else { return false }
            thread.token += 1
        case .test(let test):
            guard passes(thread.token, test, run, sentence) else { return false }
            thread.token += 1
        case .fork(let other):
            takeAlternative(&thread, Int(other), run, sentence)
            return true
        case .choose(let choice): return takeAlternative(&thread, of: choice, run, sentence)
        case .skip(let other):
            if !fails(Int(other), thread.token, run, sentence) {
                var later = thread
                later.instruction += 1
                threads.push(later)
                thread.instruction = Int(other)
                return true
            }
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

    /// Passes over the alternatives that fail at their first word, and leaves a thread for what comes behind the one it
    /// takes.
    @inline(__always)
    private mutating func takeAlternative(
        _ thread: inout Thread, _ second: Int, _ run: Run, _ sentence: Sentence
    ) {
        var second = second
        while fails(thread.instruction + 1, thread.token, run, sentence) {
            thread.instruction = second
            guard case .fork(let other) = run.instructions[second] else { return }
            second = Int(other)
        }
        var later = thread
        later.instruction = second
        threads.push(later)
        thread.instruction += 1
    }

    /// The same for the alternatives of a choice; false where all fail.
    @inline(__always)
    private mutating func takeAlternative(
        _ thread: inout Thread, of choice: UInt32, _ run: Run, _ sentence: Sentence
    ) -> Bool {
        var isFound = false
        var found = thread
        let word =
            run.mayRead(thread.token, sentence) ? sentence.tokens[thread.token].word : Vocabulary.unknown
        for target in table.alternatives(of: choice, for: word).reversed()
        where !fails(Int(target), thread.token, run, sentence) {
            if isFound { threads.push(found) }
            found.instruction = Int(target)
            isFound = true
        }
        thread = found
        return isFound
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

/// The ways through a program that are still to be tried, the one to try next on top.
private final class ThreadStack {
    private var threads = UnsafeMutableBufferPointer<Matcher.Thread>.allocate(capacity: 64)
    private var count = 0
    /// Whether no thread was left here since the start.
    private(set) var isUntouched = true

    deinit { threads.deallocate() }

    @inline(__always)
    func push(_ thread: Matcher.Thread) {
        if count == threads.count { grow() }
        threads[count] = thread
        count += 1
        isUntouched = false
    }

    @inline(__always)
    func pop() -> Matcher.Thread? {
        guard count > 0 else { return nil }
        count -= 1
        return threads[count]
    }

    func removeAll() {
        count = 0
        isUntouched = true
    }

    private func grow() {
        let larger = UnsafeMutableBufferPointer<Matcher.Thread>.allocate(capacity: threads.count * 2)
        _ = larger.update(fromContentsOf: threads)
        threads.deallocate()
        threads = larger
    }
}

/// For each instruction of a program, the tokens behind the start at which it was tried. What a run touched is forgotten
/// behind it, which is little of a long program.
private final class TriedPlaces {
    private let places: UnsafeMutablePointer<UInt64>
    private let touched: UnsafeMutablePointer<Int32>
    private var count = 0

    /// - Parameter instructions: of the longest program.
    init(instructions: Int) {
        places = .allocate(capacity: instructions)
        places.initialize(repeating: 0, count: instructions)
        touched = .allocate(capacity: instructions)
    }

    deinit {
        places.deallocate()
        touched.deallocate()
    }

    /// Notes a place, a number below 64; false where it was noted before.
    @inline(__always)
    func isNew(_ instruction: Int, _ offset: Int) -> Bool {
        let before = places[instruction]
        guard before & (1 << UInt64(offset)) == 0 else { return false }
        places[instruction] = before | 1 << UInt64(offset)
        if before == 0 {
            touched[count] = Int32(instruction)
            count += 1
        }
        return true
    }

    @inline(__always)
    func forget() {
        for index in 0..<count { places[Int(touched[index])] = 0 }
        count = 0
    }
}
