/// The ways through a program in which every test still has its number.
struct ProgramFlow {
    let instructions: [Program.Instruction]
    /// Where each choice may lead.
    let alternatives: [UInt32: [UInt32]]

    /// Tests that lie on every way. All ways lead forwards, so an instruction can only be passed over by a step from one
    /// before it to one behind it.
    func required(_ isTelling: (UInt32) -> Bool) -> [UInt32] {
        var tests: [UInt32] = []
        var farthest = 0
        for index in instructions.indices {
            if case .test(let test) = instructions[index], index >= farthest, isTelling(test) {
                tests.append(test)
            }
            farthest = max(farthest, steps(from: index).max() ?? farthest)
        }
        return tests
    }

    /// Where an instruction that was passed may lead.
    private func steps(from index: Int) -> [Int] {
        switch instructions[index] {
        case .accept: []
        case .fork(let other), .skip(let other): [index + 1, Int(other)]
        case .jump(let target): [Int(target)]
        case .choose(let choice): (alternatives[choice] ?? []).map(Int.init)
        case .test, .word, .member, .clauseStart, .sentenceStart, .sentenceEnd, .open, .close: [index + 1]
        }
    }

    /// Tests that the first token behind an instruction is put to, nil where a match may have none or be at the
    /// sentence's end.
    func first(from start: Int = 0) -> [UInt32]? { firstTests(from: start).map { Set($0.values).sorted() } }

    /// The same for the second token.
    func second() -> [UInt32]? {
        guard let first = firstTests(from: 0) else { return nil }
        var tests: Set<UInt32> = []
        for place in first.keys {
            guard let next = firstTests(from: place + 1) else { return nil }
            tests.formUnion(next.values)
        }
        return tests.sorted()
    }

    /// By the places of their instructions.
    private func firstTests(from start: Int) -> [Int: UInt32]? {
        var isSeen = [Bool](repeating: false, count: instructions.count)
        var open = [start]
        var tests: [Int: UInt32] = [:]
        while let index = open.popLast() {
            guard !isSeen[index] else { continue }
            isSeen[index] = true
            switch instructions[index] {
            case .test(let test): tests[index] = test
            case .sentenceEnd, .accept, .word, .member: return nil
            case .fork, .skip, .jump, .choose, .clauseStart, .sentenceStart, .open, .close:
                open += steps(from: index)
            }
        }
        return tests
    }
}
