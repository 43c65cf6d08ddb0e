/// A word or a sign of a sentence, by its place in the prose of a block.
struct Token: Sendable {
    var start: Int32
    /// After its last byte.
    var end: Int32
    /// Its number in the vocabulary.
    var word: UInt32
    /// Of its small letters; names that are told are found by it.
    var hash: UInt32
    var shape: Shape

    struct Shape: OptionSet, Sendable {
        let rawValue: UInt32

        /// Begins with a capital.
        static let capital = Shape(rawValue: 1)
        /// Has more than one letter and no small one.
        static let allCapitals = Shape(rawValue: 2)
        /// Begins with a digit: a number, a time, a date.
        static let number = Shape(rawValue: 4)
        /// A word with a digit in it, or with signs that names of machines have.
        static let identifier = Shape(rawValue: 8)
        /// Code, an address, a placeholder.
        static let hole = Shape(rawValue: 16)
        /// `@name`.
        static let handle = Shape(rawValue: 32)
        static let punctuation = Shape(rawValue: 64)
        /// Ends a clause: comma, semicolon, colon, long dash, parenthesis.
        static let clauseBreak = Shape(rawValue: 128)
        /// Inside quotation marks: other people's words.
        static let quoted = Shape(rawValue: 256)
        static let quote = Shape(rawValue: 512)
        /// Cut from the word before: `'s`, `n't`.
        static let suffix = Shape(rawValue: 1024)
        /// Looks like a person's name and is no known word.
        static let nameLike = Shape(rawValue: 2048)
        /// A word that ends in `ed`.
        static let pastEnding = Shape(rawValue: 4096)
        /// A word that ends in `ing`.
        static let ingEnding = Shape(rawValue: 8192)
        /// A word that ends in `ly`.
        static let lyEnding = Shape(rawValue: 16384)
        /// A word that no lexicon knows and that ends as words for people do.
        static let personEnding = Shape(rawValue: 32768)
        /// A word with a capital that no lexicon knows and that ends as words for things in general do.
        static let abstractEnding = Shape(rawValue: 65536)
    }

    var range: Range<Int> { Int(start)..<Int(end) }
    var isPunctuation: Bool { shape.contains(.punctuation) }
}

/// Words that the sentence reader itself needs to know.
struct ReaderWords: Sendable {
    let not: UInt32
    let can: UInt32
    let will: UInt32
    let cannot: UInt32
    /// What an apostrophe and the letters behind it stand for.
    let suffixes: [(letters: [UInt8], word: UInt32)]
    let signs: [UInt32]

    init(_ lexicon: inout Lexicon) {
        not = lexicon.intern("not")
        can = lexicon.intern("can")
        will = lexicon.intern("will")
        cannot = lexicon.intern("cannot")
        let have = lexicon.intern("have")
        let are = lexicon.intern("are")
        let am = lexicon.intern("am")
        let had = lexicon.intern("'d")
        let s = lexicon.intern("'s")
        suffixes = [("s", s), ("ve", have), ("re", are), ("ll", will), ("m", am), ("d", had)].map {
            (Array($0.0.utf8), $0.1)
        }
        signs = (0..<128).map { byte in
            let isSign = byte > 0x20 && byte < 0x7F && !isWordByte(UInt8(byte))
            return isSign ? lexicon.intern(String(UnicodeScalar(UInt8(byte)))) : 0
        }
    }
}

@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F
        || byte >= 0x80
}
