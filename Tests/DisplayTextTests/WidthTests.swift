import DisplayText
import Testing

@Suite("Columns that text takes on a terminal") struct WidthTests {
    @Test(arguments: [
        // Latin, with marks on their own and put together.
        ("a", 1), ("é", 1), ("e\u{301}", 1), ("ñ", 1), ("ß", 1), ("Å", 1), ("\u{301}", 0),
        ("a\u{302}\u{323}", 1),
        // Wide scripts, and their narrow and wide forms.
        ("日", 2), ("本語", 4), ("ア", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("，", 2), ("🈁", 2),
        // Other scripts.
        ("ж", 1), ("Ω", 1), ("ا", 1), ("ש", 1), ("ก", 1), ("กำ", 2), ("न", 1),
        // Emoji: alone, by a variation selector, with a skin tone, joined, flags, keycaps.
        ("😀", 2), ("✅", 2), ("❌", 2), ("⚠", 1), ("⚠️", 2), ("❤️", 2), ("☑️", 2), ("☑", 1), ("👍🏽", 2), ("👩‍💻", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("🏳️‍🌈", 2), ("🇫🇷", 2), ("🇫🇷🇩🇪", 4), ("1️⃣", 2), ("#️⃣", 2), ("🟢", 2), ("⏳", 2), ("ℹ️", 2), ("✔", 1), ("🫠", 2),
        // Symbols that tables and diagrams use.
        ("│", 1), ("─", 1), ("…", 1), ("–", 1), ("“", 1), ("€", 1), ("→", 1), ("°", 1), ("½", 1), ("●", 1),
        // Nothing to see.
        ("", 0), ("\u{0}", 0), ("\u{1B}", 0), ("\u{7F}", 0), ("\u{200B}", 0), ("\u{200D}", 0),
        ("\u{FE0F}", 0), ("\u{FEFF}", 0),
        // Lines.
        ("plain words", 11), ("naïve café", 10), ("日本 and more", 13), ("a\u{300}b\u{300}", 2),
    ])
    func isCounted(_ text: String, _ columns: Int) {
        #expect(displayWidth(text) == columns, "\(text.debugDescription)")
    }

    @Test func aLineIsAsWideAsItsCharacters() {
        let text = "Status: ✅ 完了, 👩‍💻 on call, ⚠️ é"
        #expect(displayWidth(text) == text.map { displayWidth($0) }.reduce(0, +))
    }

    @Test(arguments: [
        ("ab", 4, "ab  "), ("日", 4, "日  "), ("⚠️", 3, "⚠️ "), ("wide", 2, "wide"), ("", 2, "  "),
        ("e\u{301}", 2, "e\u{301} "),
    ])
    func isPadded(_ text: String, _ width: Int, _ expected: String) {
        #expect(padded(text, to: width) == expected)
    }

    @Test(arguments: [
        ("fits", 4, "fits"), ("too long", 4, "too…"), ("日本語", 4, "日…"), ("日本語", 5, "日本…"), ("日本語", 6, "日本語"),
        ("👩‍💻👩‍💻", 3, "👩‍💻…"), ("word", 1, "…"), ("word", 0, ""), ("", 0, ""),
        ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
    func isCut(_ text: String, _ width: Int, _ expected: String) {
        let cut = truncated(text, to: width)
        #expect(cut == expected)
        #expect(displayWidth(cut) <= width)
    }
}
