extension Program {
    func write(to writer: inout CompactWriter) {
        writer.list(instructions) { writer, instruction in
            switch instruction {
            case .test(let test): Self.write(0, Int(test), to: &writer)
            case .fork(let first, let second):
                Self.write(1, Int(first), to: &writer)
                writer.number(Int(second))
            case .jump(let target): Self.write(2, Int(target), to: &writer)
            case .clauseStart: writer.number(3)
            case .sentenceStart: writer.number(4)
            case .sentenceEnd: writer.number(5)
            case .open: writer.number(6)
            case .close: writer.number(7)
            case .accept: writer.number(8)
            }
        }
        writer.list(tests) { writer, test in test.write(to: &writer, words(of: test)) }
        writer.list(required) { $0.number($1) }
    }

    private static func write(_ code: Int, _ operand: Int, to writer: inout CompactWriter) {
        writer.number(code)
        writer.number(operand)
    }

    init(_ reader: inout CompactReader) {
        instructions = reader.list { reader in
            switch reader.number() {
            case 0: return .test(UInt32(reader.number()))
            case 1:
                let first = UInt32(reader.number())
                return .fork(first, UInt32(reader.number()))
            case 2: return .jump(UInt32(reader.number()))
            case 3: return .clauseStart
            case 4: return .sentenceStart
            case 5: return .sentenceEnd
            case 6: return .open
            case 7: return .close
            case 8: return .accept
            case let code: preconditionFailure("instructions are numbered 0 to 8, not \(code)")
            }
        }
        let count = reader.number()
        tests.reserveCapacity(count)
        for _ in 0..<count {
            let test = TokenTest(&reader)
            add(test, reader.list { UInt32($0.number()) })
        }
        required = reader.list { $0.number() }
    }
}

extension TokenTest {
    fileprivate func write(to writer: inout CompactWriter, _ words: ArraySlice<UInt32>) {
        writer.number(Int(kind.rawValue))
        writer.list(classes.indices) { $0.number($1) }
        writer.number(Int(forms.rawValue))
        writer.list(Array(words)) { $0.number(Int($1)) }
    }

    fileprivate init(_ reader: inout CompactReader) {
        guard let kind = Kind(rawValue: UInt8(reader.number())) else {
            preconditionFailure("the kinds of tests are those that were written")
        }
        self.kind = kind
        let count = reader.number()
        for _ in 0..<count { classes.insert(reader.number()) }
        forms = WordForms(rawValue: UInt8(reader.number()))
    }
}
