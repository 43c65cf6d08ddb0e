import TestSupport

/// Writes documents of every block that Markdown has, in one another, and then lets a hurried hand at their lines.
struct DocumentGenerator {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func document() -> [UInt8] {
        var lines = blocks(depth: 0, upTo: 5)
        if chance(1, in: 30) { lines = ["---", "title: words", "---"] + lines }
        for _ in 0..<Int.random(in: 0...4, using: &random) where !lines.isEmpty { mutate(&lines) }
        let ending = ["\n", "\n", "\n", "\r\n", "\r"].randomElement(using: &random)!
        var text = lines.joined(separator: ending)
        if chance(2, in: 3) { text += ending }
        let mark: [UInt8] = chance(1, in: 30) ? [0xEF, 0xBB, 0xBF] : []
        return mark + Array(text.utf8)
    }

    // MARK: blocks

    private mutating func blocks(depth: Int, upTo count: Int) -> [String] {
        var lines: [String] = []
        for number in 0..<Int.random(in: 1...count, using: &random) {
            if number > 0, chance(2, in: 3) { lines.append(pick("", "", "", "  ", "\t")) }
            lines += block(depth)
        }
        return lines
    }

    private mutating func block(_ depth: Int) -> [String] {
        switch Int.random(in: 0..<(depth < 3 ? 15 : 11), using: &random) {
        case 0:
            [
                pick("#", "##", "###", "######", "#######", "#") + pick(" ", "  ", "\t", "") + words()
                    + pick("", " #", " ##  ", "#", "\\#")
            ]
        case 1: paragraph() + [pick("===", "---", "=", "-", "== ", " ---", "= =", "--- -", "    ===")]
        case 2: [pick("---", "***", "___", "- - -", " * * *", "_ _ _ _", "--", "-----  ", "*\t*\t*")]
        case 3: fence()
        case 4: indented()
        case 5: html()
        case 6: table()
        case 7: definition()
        case 8: definition() + definition() + paragraph()
        case 9, 10: paragraph()
        case 11: quote(depth)
        default: list(depth)
        }
    }

    private mutating func paragraph() -> [String] {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
            pick("", "", "", " ", "   ", "      ", "\t") + words() + pick("", "", "", "  ", "\\")
        }
    }

    private mutating func words() -> String {
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
            pick(
                "word", "café", "日本", "42", "*bold", "**strong**", "`code`", "_under_", "a|b", "\\|", "x",
                "<b>", "#1",
                "1.", "-", "+", ">", "[x]", "!", "\\", "1986)", "=", "|")
        }.joined(separator: pick(" ", " ", "  "))
    }

    private mutating func fence() -> [String] {
        let mark = pick("```", "~~~", "````", "~~~~~")
        let indent = pick("", "", " ", "   ")
        let inside =
            chance(1, in: 2)
            ? indented() : ["code", "", "# not a heading", pick("``", "~~", "```x", " ~~~ y")]
        let close = pick([indent + mark], [mark + mark + " "], [], ["   " + mark], ["    " + mark])
        return [indent + mark + pick("", "swift", " two words", "`", "~")] + inside + close
    }

    private mutating func indented() -> [String] {
        let indent = pick("    ", "\t", "     ", "  \t", "\t\t")
        return [indent + words()] + pick([], ["", indent + "more"], ["      "], [indent + "more", "\t"])
    }

    private mutating func html() -> [String] {
        pick(
            ["<script>", "", "let a = 1", "</script> behind"], ["<pre class=\"x\">", "text", "", "</pre>"],
            ["<style", "a", "</style>"], ["<!-- one line -->"], ["<!-- three", "", "lines -->", "behind"],
            ["<?php", "", "?> behind"], ["<!DOCTYPE html>"], ["<!X", "", ">"], ["<![CDATA[", "", "]]>"],
            ["<div>", "text", ""], ["</div>  behind"],
            ["<details open>", "<summary>", "", "**text**", "", "</details>"],
            ["<custom-tag a='1' b>", "text"], ["</custom-tag >"], ["<custom-tag> behind"], ["<a href=\"x"],
            ["<div\tclass"],
            ["<!-- open", "", "text"], ["<p/>"], ["<hr />", "- x"], ["<textarea>", "", "*a*", "</textarea>"],
            ["<!doctype x>"],
            ["<source>"], ["<search>"], ["<script-x>"], ["<b>bold</b>"], ["<b>"], ["<!-->"], ["<i><b>"])
    }

    private mutating func table() -> [String] {
        let columns = Int.random(in: 1...3, using: &random)
        let rule = (0..<columns).map { _ in pick("---", "-", ":-:", " --- ", "--:", ":--") }
        let rows = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            row((0..<Int.random(in: max(1, columns - 1)...(columns + 1), using: &random)).map { _ in cell() })
        }
        let above = chance(1, in: 5) ? paragraph() : []
        let below =
            chance(1, in: 4) ? [pick("text behind", "> quote", "# heading", "- item", "    code", "<b>")] : []
        return above + [row((0..<columns).map { _ in cell() }), row(rule)] + rows + below
    }

    private mutating func row(_ cells: [String]) -> String {
        let open = pick("| ", "|", "", " | ")
        return open + cells.joined(separator: pick(" | ", "|")) + pick(" |", "|", "", " | ")
    }

    private mutating func cell() -> String {
        pick("cell", "two words", "", "`a\\|b`", "\\|", "日本", "**x**", "1", "- a", "x \\\\", "<br>", " ")
    }

    private mutating func definition() -> [String] {
        pick(
            ["[x]: /url"], ["[x]: /url \"title\""], ["[x]:", "/url"], ["[x]: /url", "'title'"],
            ["[x]:", "  /url", "  (title)"],
            ["[x", "y]: /url"], ["[x]: <a b>"], ["[x]: <a b> bad"], ["[x]: /url \"two", "lines\""],
            ["[x]: /url \"open"],
            ["[x]: /url \"title\" bad"], ["[x]: /url", "\"title\" bad"], ["[x]:"], ["[]: /url"],
            ["[x] : /url"], ["   [x]: /url"],
            ["[x\\]]: /url"], ["[x[y]: /url"], ["[x]: <>"], ["[x]: /url\"t\""], ["[^1]: a footnote"],
            ["[x]: /url\t'a'  "],
            ["[x", "", "y]: /url"], ["[x]: /u(r(l))"], ["[x]: /u(r"], ["[x]: <a", "b>"],
            ["[x]: /url 'a", "", "b'"])
    }

    // MARK: containers

    private mutating func quote(_ depth: Int) -> [String] {
        let inside = blocks(depth: depth + 1, upTo: 2)
        let isLazy = chance(1, in: 3)
        return inside.enumerated().map { index, line in
            isLazy && index > 0 && chance(1, in: 3) ? line : pick("> ", "> ", ">", " > ", ">\t", ">  ") + line
        }
    }

    private mutating func list(_ depth: Int) -> [String] {
        let isOrdered = chance(1, in: 3)
        var number = pick(1, 1, 0, 7, 123_456_789, 1_234_567_890)
        let marks = isOrdered ? [".", ".", ")"] : ["-", "*", "+"]
        var mark = marks.randomElement(using: &random)!
        let outdent = pick("", "", "", " ", "   ")
        var lines: [String] = []
        for item in 0..<Int.random(in: 1...3, using: &random) {
            if item > 0, chance(1, in: 3) { lines.append("") }
            if chance(1, in: 10) { mark = marks.randomElement(using: &random)! }
            lines += self.item(outdent + (isOrdered ? "\(number)" : "") + mark, depth)
            number += 1
        }
        return lines
    }

    private mutating func item(_ marker: String, _ depth: Int) -> [String] {
        let gap = pick(" ", " ", "  ", "    ", "\t", "     ")
        let box = pick("", "", "", "[ ] ", "[x] ", "[X]\t", "[ ]", "[x]x")
        let inside = chance(1, in: 10) ? pick([""], ["", "late"]) : blocks(depth: depth + 1, upTo: 2)
        let indent = String(
            repeating: " ", count: marker.count + (gap == "\t" || gap.count > 4 ? 1 : gap.count))
        return inside.enumerated().map { index, line in
            if index == 0 { return marker + gap + box + line }
            return line.isEmpty ? "" : (chance(1, in: 8) ? pick("", " ", "\t", indent + " ") : indent) + line
        }
    }

    // MARK: a hurried hand

    private mutating func mutate(_ lines: inout [String]) {
        let at = Int.random(in: 0..<lines.count, using: &random)
        switch Int.random(in: 0..<12, using: &random) {
        case 0 where lines.count > 1: lines.remove(at: at)
        case 1: lines.insert(lines[at], at: at)
        case 2: lines.swapAt(at, Int.random(in: 0..<lines.count, using: &random))
        case 3: lines.insert("", at: at)
        case 4: lines[at] = pick(" ", "  ", "    ", "\t", "> ", "- ", "1. ", ">", "   ") + lines[at]
        case 5: lines[at] += pick(" ", "\t", "|", "\\", ">", "-->", "`", "\"", "\u{0}")
        case 6: lines[at] = String(lines[at].drop { $0 == " " })
        case 7: lines[at] = lines[at].replacing("    ", with: "\t")
        case 8 where !lines[at].isEmpty: lines[at].remove(at: place(in: lines[at]))
        case 9 where !lines[at].isEmpty:
            lines[at].insert(
                pick("|", "-", " ", "\t", "`", "<", "#", "x", "[", ":"), at: place(in: lines[at]))
        case 10 where at + 1 < lines.count: lines[at] += lines.remove(at: at + 1)
        default: lines[at] = String(lines[at].prefix(Int.random(in: 0...lines[at].count, using: &random)))
        }
    }

    private mutating func place(in line: String) -> String.Index {
        line.index(line.startIndex, offsetBy: Int.random(in: 0..<line.count, using: &random))
    }

    private mutating func chance(_ few: Int, in many: Int) -> Bool {
        Int.random(in: 0..<many, using: &random) < few
    }

    private mutating func pick<Choice>(_ choices: Choice...) -> Choice {
        choices.randomElement(using: &random)!
    }
}
