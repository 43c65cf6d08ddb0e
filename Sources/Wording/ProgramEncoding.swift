extension ProgramTable {
    func write(to writer: inout CompactWriter) {
        writer.list(instructions) { $1.write(to: &$0) }
        writer.list(tests) { $1.write(to: &$0) }
        writer.list(classes) { writer, classes in writer.list(classes.indices) { $0.number($1) } }
        writer.list(choices) { writer, choice in
            for range in [choice.words, choice.starts] { writer.range(range) }
        }
        for list in [words, lists] { writer.list(list) { $0.number(Int($1)) } }
        writer.number(longest)
    }

    init(_ reader: inout CompactReader) {
        instructions = reader.list { Program.Instruction(&$0) }
        tests = reader.list { TokenTest(&$0) }
        classes = reader.list { reader in
            var classes = ClassSet()
            for _ in 0..<reader.number() { classes.insert(reader.number()) }
            return classes
        }
        choices = reader.list { Choice(words: $0.range(), starts: $0.range()) }
        words = reader.list { UInt32($0.number()) }
        lists = reader.list { UInt32($0.number()) }
        longest = reader.number()
        for index in tests.indices { tests[index].noteBits(words(of: tests[index])) }
    }
}

extension Program {
    func write(to writer: inout CompactWriter) {
        for range in [instructions, required, first, second] { writer.range(range) }
    }

    init(_ reader: inout CompactReader) {
        instructions = reader.range()
        required = reader.range()
        first = reader.range()
        second = reader.range()
    }
}

extension Program.Instruction {
    fileprivate func write(to writer: inout CompactWriter) {
        switch self {
        case .clauseStart: writer.number(0)
        case .sentenceStart: writer.number(1)
        case .sentenceEnd: writer.number(2)
        case .open: writer.number(3)
        case .close: writer.number(4)
        case .accept: writer.number(5)
        case .jump(let target):
            writer.number(6)
            writer.number(Int(target))
        case .fork(let other):
            writer.number(7)
            writer.number(Int(other))
        case .skip(let other):
            writer.number(8)
            writer.number(Int(other))
        case .word(let word):
            writer.number(9)
            writer.number(Int(word))
        case .member(let index):
            writer.number(10)
            writer.number(Int(index))
        case .choose(let choice):
            writer.number(11)
            writer.number(Int(choice))
        case .test(let test): writer.number(12 + Int(test))
        }
    }

    fileprivate init(_ reader: inout CompactReader) {
        switch reader.number() {
        case 0: self = .clauseStart
        case 1: self = .sentenceStart
        case 2: self = .sentenceEnd
        case 3: self = .open
        case 4: self = .close
        case 5: self = .accept
        case 6: self = .jump(UInt32(reader.number()))
        case 7: self = .fork(UInt32(reader.number()))
        case 8: self = .skip(UInt32(reader.number()))
        case 9: self = .word(UInt32(reader.number()))
        case 10: self = .member(UInt32(reader.number()))
        case 11: self = .choose(UInt32(reader.number()))
        case let code: self = .test(UInt32(code - 12))
        }
    }
}

extension TokenTest {
    fileprivate func write(to writer: inout CompactWriter) {
        writer.number(Int(kind.rawValue))
        writer.number(Int(forms.rawValue))
        writer.number(Int(classes))
        writer.range(words)
    }

    fileprivate init(_ reader: inout CompactReader) {
        guard let kind = Kind(rawValue: UInt8(reader.number())) else {
            preconditionFailure("the kinds of tests are those that were written")
        }
        self.kind = kind
        forms = WordForms(rawValue: UInt8(reader.number()))
        classes = UInt16(reader.number())
        words = reader.range()
    }
}

extension CompactWriter {
    fileprivate mutating func range(_ range: Range<Int32>) {
        number(Int(range.lowerBound))
        number(range.count)
    }
}

extension CompactReader {
    fileprivate mutating func range() -> Range<Int32> {
        let start = Int32(number())
        return start..<(start + Int32(number()))
    }
}
