import Testing

@testable import TerminalIO

@Suite("Earlier lines where nothing is redrawn") struct PlainHistoryTests {
    @Test func comeBackOneByOneAndLeadBackToWhatWasTyped() {
        var history = PlainHistory()
        for text in ["one", "two", "", "one"] { history.add(text, under: "title") }
        history.add("elsewhere", under: "date")
        history.begin("title")
        #expect(history.newer() == nil)
        #expect(history.older(than: "half") == "one")
        #expect(history.older(than: "one") == "two")
        #expect(history.older(than: "two") == nil)
        #expect(history.newer() == "one")
        #expect(history.newer() == "half")
        #expect(history.newer() == nil)
        history.begin("scribe")
        #expect(history.older(than: "") == nil)
    }
}
