import DisplayText
import Testing

@Suite("Text that could steer a terminal is spelt out") struct VisibleTextTests {
    @Test(arguments: [
        ("plain é 日本 👩‍💻 ⚠️ 🇫🇷", "plain é 日本 👩‍💻 ⚠️ 🇫🇷"), ("line\nand\ttab", "line\nand\ttab"), ("", ""),
        ("\u{1B}[31mred", "^[[31mred"), ("\u{1B}]0;title\u{7}", "^[]0;title^G"), ("\u{0}", "^@"),
        ("back\u{8}space", "back^Hspace"),
        ("over\rwritten", "over^Mwritten"), ("a\r\nb", "a^M\nb"), ("\u{7F}", "^?"),
        ("\u{9B}31m", "\\u{9b}31m"), ("\u{85}", "\\u{85}"),
        ("evil\u{202E}txt.exe", "evil\\u{202e}txt.exe"), ("\u{2066}iso\u{2069}", "\\u{2066}iso\\u{2069}"),
        ("\u{200F}", "\\u{200f}"),
        ("zero\u{200B}width", "zero\\u{200b}width"), ("\u{FEFF}mark", "\\u{feff}mark"),
        ("\u{2028}", "\\u{2028}"),
        ("\u{E0041}tag", "\\u{e0041}tag"), ("\u{61C}", "\\u{61c}"),
    ])
    func isShown(_ text: String, _ expected: String) {
        #expect(visible(text) == expected)
    }

    /// Nothing below a blank but line feed and tab, and nothing between DEL and the no-break space, gets through.
    @Test func noControlCharacterGetsThrough() {
        let controls = (0...0x9F).compactMap { UnicodeScalar($0) }.filter {
            $0.value < 0x20 || $0.value >= 0x7F
        }
        for control in controls where control != "\n" && control != "\t" {
            let shown = visible("a\(Character(control))b")
            #expect(!shown.unicodeScalars.contains(control), "U+\(String(control.value, radix: 16))")
        }
    }

    @Test func whatIsVisibleStaysAsItIs() {
        let once = visible("\u{1B}[2J\u{202E}")
        #expect(visible(once) == once)
    }
}
