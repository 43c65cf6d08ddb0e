import Foundation
import TestSupport
import Testing

@testable import TerminalIO

@Suite("Earlier answers are kept in a file") struct HistoryFileTests {
    private let texts = [
        "plain", "two\nlines\n", "tab\tand back\\slash", "\\n is no line end", "\\", "é 日本 👩‍💻", "\u{301}mark",
        " ",
    ]

    @Test func andComeBackAsTheyWere() throws {
        let folder = try TemporaryFolder()
        let file = HistoryFile(folder: folder.path) { true }
        for text in texts { file.append(text, key: "summary.title") }
        #expect(file.read().map(\.text) == texts)
        #expect(Set(file.read().map(\.key)) == ["summary.title"])
        #expect(folder.text("history").split(separator: "\n").count == texts.count, "one line an answer")
    }

    @Test func linesThatMeanNothingArePassedOver() throws {
        let folder = try TemporaryFolder()
        folder.write("no tab here\n\nkey\tgood\n\tno key\nkey\t\n", to: "history")
        #expect(HistoryFile(folder: folder.path) { true }.read().map(\.text).contains("good"))
        #expect(!HistoryFile(folder: folder.path) { true }.read().map(\.text).contains("no tab here"))
    }

    /// A line that was cut short by a full disk costs itself alone.
    @Test func aBrokenEndCostsOneLine() throws {
        let folder = try TemporaryFolder()
        let file = HistoryFile(folder: folder.path) { true }
        file.append("first", key: "k")
        folder.write(folder.text("history") + "k\tcut sho", to: "history")
        file.append("second", key: "k")
        file.append("third", key: "k")
        #expect(file.read().map(\.text).first == "first")
        #expect(file.read().map(\.text).suffix(2) == ["second", "third"])
    }

    @Test func onlyTheLatestAreKept() throws {
        let folder = try TemporaryFolder()
        let file = HistoryFile(folder: folder.path) { true }
        for number in 1...1_010 { file.append("answer \(number)", key: "k") }
        #expect(file.read().count == 1_000)
        file.trim()
        #expect(file.read().map(\.text).last == "answer 1010")
        #expect(file.read().count == 500)
        #expect(folder.names == ["history"])
    }

    /// Long pastes fill the file; the newest answers are those that Up brings.
    @Test func theLatestAreReadWhereTheFileIsLarge() throws {
        let folder = try TemporaryFolder()
        let paste = String(repeating: "x", count: 63_000)
        let lines = (0..<140).map { "k\t\(paste) \($0)\n" }.joined()
        folder.write(lines + "k\tnewest\n", to: "history")
        let file = HistoryFile(folder: folder.path) { true }
        #expect(file.read().last?.text == "newest")
        #expect(file.read().allSatisfy { $0.key == "k" })
        file.trim()
        #expect(file.read().last?.text == "newest")
        #expect(folder.text("history").utf8.count < 5_000_000)
    }

    @Test func aLinkInItsPlaceIsNotFollowed() throws {
        let folder = try TemporaryFolder()
        folder.write("precious", to: "victim")
        try FileManager.default.createSymbolicLink(
            atPath: folder["history"], withDestinationPath: folder["victim"])
        HistoryFile(folder: folder.path) { true }.append("text", key: "k")
        #expect(folder.text("victim") == "precious")
    }

    @Test func thatNobodyElseReads() throws {
        let folder = try TemporaryFolder()
        let file = HistoryFile(folder: folder.path) { true }
        let mode = {
            try FileManager.default.attributesOfItem(atPath: folder["history"])[.posixPermissions] as? Int
        }
        file.append("secret", key: "k")
        #expect(try mode() == 0o600)
        for number in 1...1_010 { file.append("answer \(number)", key: "k") }
        file.trim()
        #expect(try mode() == 0o600, "cut back, it is as private as before")
    }
}
