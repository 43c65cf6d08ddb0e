import IncidentTime
import Testing

@Suite("Words are looked up by number") struct WordKeyTests {
    private let words: WordSet = ["page", "on-call", "naïve", "", "half past"]

    @Test(arguments: ["page", "on-call", "naïve", "", "half past"])
    func held(_ word: String) {
        #expect(words.contains(word) && words.contains(Substring(word)) && words.contains(WordKey(word)))
    }

    @Test(arguments: ["pag", "pages", "Page", "on", "naive", " ", "half"])
    func notHeld(_ word: String) { #expect(!words.contains(word)) }

    @Test func aUnionHoldsBoth() {
        let both = words.union(["paged", "page"])
        #expect(
            both.contains("paged") && both.contains("page") && both.contains("naïve") && !both.contains("x"))
    }

    /// The keys of a word's beginnings are passed on the way to its own.
    @Test func aKeyGrowsByBytes() {
        var key = WordKey()
        var passed: [WordKey] = []
        for byte in "alerts".utf8 {
            key.append(byte)
            passed.append(key)
        }
        #expect(passed.last == WordKey("alerts") && passed[4] == WordKey("alert"))
    }
}

@Suite("Words hold their letters in place") struct WordTextTests {
    @Test(arguments: ["", "page", "fifteen letters", "exactly twenty-four byte", "naïve", "журнал"])
    func whole(_ text: String) {
        let word = WordText(text)
        #expect(word.description == text && word.count == text.utf8.count)
        #expect(word.firstByte == text.utf8.first && word.lastByte == text.utf8.last)
    }

    @Test(arguments: [
        ("pneumonoultramicroscopic|silicovolcanoconiosis", 24), ("переконфигур|ация", 24),
        ("aпереконфигу|рация", 23),
    ])
    func cut(_ picture: String, bytes: Int) {
        let word = WordText(picture.replacing("|", with: ""))
        #expect(word.description == picture.prefix { $0 != "|" } && word.count == bytes)
    }

    /// What two long words go on with is told by their keys.
    @Test func longWordsAreToldApart() {
        let (one, other) = (
            ProseWord("0123456789abcdef0123456789a"), ProseWord("0123456789abcdef0123456789b")
        )
        #expect(one.text == other.text && one.key != other.key && one != other)
    }

    @Test func beginningsAndEnds() {
        let word: WordText = "unmonitored"
        #expect(word.hasPrefix("un") && word.hasPrefix("") && word.hasPrefix("unmonitored"))
        #expect(word.hasSuffix("ed") && word.holds(UInt8(ascii: "m")) && !word.holds(UInt8(ascii: "x")))
        #expect(!word.hasPrefix("on") && !word.hasSuffix("unmonitoreds") && !word.hasPrefix("unmonitoreds"))
    }

    @Test func numbers() {
        #expect(ProseWord("1,420").grouped == 1420 && ProseWord("1,420").decimal == nil)
        #expect(ProseWord("99.5").decimal == 99.5 && ProseWord("99.5").whole == nil)
        #expect(ProseWord("42").whole == 42 && ProseWord("x").whole == nil && ProseWord("inf").decimal == nil)
    }
}

@Suite("Words of several classes") struct WordClassesTests {
    private struct Fruit: OptionSet {
        let rawValue: Int
        static let round = Fruit(rawValue: 1)
        static let red = Fruit(rawValue: 2)
    }

    @Test func aWordHasAllClassesOfItsLists() {
        let classes = WordClasses<Fruit>([
            (.round, ["apple", "orange"]), (.red, ["apple", "strawberry"]),
        ])
        #expect(classes[WordKey("apple")] == [.round, .red] && classes[WordKey("orange")] == .round)
        #expect(classes[WordKey("banana")] == [])
    }
}
