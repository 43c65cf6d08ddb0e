import Testing

@testable import TerminalIO

@Suite("A word that is begun under less is for the line") struct PagerKeysTests {
    /// What a key that is set for less has it leave with, as it is read again; nil for one that it keeps.
    private func typed(_ keys: String) -> [UInt8]? {
        let escaped = keys.utf8.map { "\\" + String(Int($0) + 0o1000, radix: 8).dropFirst() }.joined()
        let line = PagerKeys.settings.split(separator: "\n").first { $0.hasPrefix("\(escaped) quit \\") }
        return line.flatMap { UInt8($0.suffix(3), radix: 8) }.flatMap(PagerKeys.typed)
    }

    @Test(arguments: ["a", "M", "4", "-", "\"", "(", ":b", ":z"]) func whatBeginsOneIsGivenBack(
        _ keys: String
    ) {
        #expect(typed(keys) == Array(keys.utf8))
    }

    @Test(arguments: ["Ä", "é", "ș", "Я", "א", "日", "한", "“", "🔥"]) func anyScriptIsGivenBack(
        _ letter: String
    ) {
        let lead = letter.utf8.first!
        #expect((3...0x7D).contains { PagerKeys.typed($0) == [lead] })
        #expect(PagerKeys.settings.contains("\n\\\(String(lead, radix: 8)) quit \\"))
    }

    /// Searching and the keys of vi are less's; what can begin no word is nobody's.
    @Test(arguments: Array("qnNgGjkb/?: ~").map(String.init) + [":q"]) func movingStaysWithLess(
        _ keys: String
    ) {
        #expect(typed(keys) == nil)
    }

    /// Success, failures of less and of a shell, and signals.
    @Test(arguments: [0, 1, 2, 126, 127, 130, 143] as [UInt8]) func aFailureIsNoKey(_ status: UInt8) {
        #expect(PagerKeys.typed(status) == nil)
    }

    @Test func everyStatusIsOneKey() {
        let typed = (UInt8(0)...255).compactMap(PagerKeys.typed)
        #expect(Set(typed).count == typed.count)
        #expect(PagerKeys.settings.split(separator: "\n").count { $0.contains(" quit ") } == typed.count)
    }

    @Test(arguments: ["1;5C", "1;2A", "3~", "5;5~", "24~", "Z"]) func aKeyThatLessDoesNotKnowDoesNothing(
        _ keys: String
    ) {
        #expect(PagerKeys.settings.contains("\n\\e[\(keys) noaction\n"))
    }

    @Test(arguments: [
        ("less", [:], "", true), ("/usr/bin/less -R", [:], "", true), ("more", [:], "", false),
        ("less", ["LESSKEY": "x"], "", false), ("less", ["LESSKEYIN": "x"], "", false),
        ("less", ["LESSKEY_CONTENT": "x"], "", false), ("less", [:], "/home/ana/.lesskey", false),
        ("less", [:], "/home/ana/.less", false), ("less", [:], "/home/ana/.config/lesskey", false),
        ("less", ["XDG_CONFIG_HOME": "/etc/ana"], "/etc/ana/lesskey", false),
        ("less", ["XDG_CONFIG_HOME": "/etc/ana"], "/etc/ben/lesskey", true),
    ])
    func somebodysOwnKeysStay(_ command: String, _ own: [String: String], _ file: String, _ isSet: Bool) {
        let environment = own.merging(["HOME": "/home/ana"]) { $1 }
        #expect(PagerKeys.mayBeSet(for: command, environment) { $0 == file } == isSet)
    }
}
