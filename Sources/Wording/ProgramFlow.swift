/// The ways through a program in which every test still has its number.
struct ProgramFlow {
    let instructions: [Program.Instruction]

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
        case .test, .word, .member, .clauseStart, .sentenceStart, .sentenceEnd, .open, .close: [index + 1]
        }
    }

    /// Tests that the first token is put to, nil where a match may have no first token or be at the sentence's end.
    var first: [UInt32]? {
        var isSeen = [Bool](repeating: false, count: instructions.count)
        var open = [0]
        var tests: [UInt32] = []
        while let index = open.popLast() {
            guard !isSeen[index] else { continue }
            isSeen[index] = true
            switch instructions[index] {
            case .test(let test): tests.append(test)
            case .sentenceEnd, .accept, .word, .member: return nil
            case .fork, .skip, .jump, .clauseStart, .sentenceStart, .open, .close: open += steps(from: index)
            }
        }
        return tests
    }
}
