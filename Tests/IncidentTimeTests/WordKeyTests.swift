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

    @Test func aWordThatIsChangedGetsAnotherKey() {
        var word = ProseWord("minute")
        word.text += "s"
        #expect(word.key == WordKey("minutes"))
    }
}
