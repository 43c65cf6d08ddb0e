import Diagnostics
import IncidentTime

/// A change that a sentence tells with both of its ends: `rose by 40 per cent, from 20 to 60 per cent`.
struct ChangeInProse {
    private let from: Double
    private let to: Double
    private let isPercent: Bool
    private let said: Double
    private let saysPoints: Bool
    /// Half of the last digit that is written.
    private let precision: Double
    private let isRough: Bool
    private let range: Range<Int>

    static func findings(in document: CheckedDocument) -> [Finding] {
        document.sentences(holding: units).compactMap { passage, sentence in
            guard passage.block.kind != .tableCell, passage.block.kind != .heading,
                let index = sentence.firstIndex(where: { $0.text == "from" }),
                let change = ChangeInProse(from: index, in: sentence)
            else { return nil }
            return change.finding(document)
        }
    }

    private init?(from index: Int, in sentence: ArraySlice<ProseWord>) {
        guard let first = Self.value(at: index + 1, sentence),
            let to = sentence[first.end...].prefix(2).firstIndex(where: { $0.text == "to" }),
            let second = Self.value(at: to + 1, sentence),
            let unit = sentence[second.end...].first, unit.isPercent || Self.isUnit(unit),
            let told = Self.told(before: index, sentence) ?? Self.told(after: second.end, sentence)
        else { return nil }
        (from, self.to, isPercent) = (first.value, second.value, unit.isPercent)
        (said, saysPoints) = (told.value, told.isPoints)
        let text = sentence[told.index].text
        let decimals = text.description.split(separator: ".").dropFirst().first?.count ?? 0
        precision = (0..<decimals).reduce(0.5) { step, _ in step / 10 }
        isRough = sentence[max(sentence.startIndex, told.index - 2)..<told.index].has(Self.rough)
        range = sentence[told.index].range.lowerBound..<sentence[told.end - 1].range.upperBound
    }

    private static func value(at index: Int, _ sentence: ArraySlice<ProseWord>) -> (value: Double, end: Int)?
    {
        var at = index
        if at < sentence.endIndex, ["$", "€", "£", "about"].contains(sentence[at].text) { at += 1 }
        guard at < sentence.endIndex, sentence[at].isNumber, let number = WrittenNumber(at: at, of: sentence)
        else { return nil }
        return (number.value, at + number.count)
    }

    /// What both ends are counted in, and no hour or day.
    private static func isUnit(_ word: ProseWord) -> Bool {
        word.beginsWithLetter && !noUnits.contains(word.key)
    }

    // MARK: the change that is told

    private struct Told {
        var value: Double
        var isPoints: Bool
        var index: Int
        var end: Int
    }

    /// `by 40 per cent, from`
    private static func told(before from: Int, _ sentence: ArraySlice<ProseWord>) -> Told? {
        let lead = sentence[max(sentence.startIndex, from - 6)..<from]
        guard let number = lead.lastIndex(where: \.isNumber), number > sentence.startIndex,
            let told = told(at: number, sentence), told.end < from, from - told.end <= 2,
            [",", "(", "–"].contains(sentence[told.end].text),
            sentence[max(sentence.startIndex, number - 3)..<number].has(leads)
        else { return nil }
        return told
    }

    /// `to 60 per cent, a rise of 40 per cent`
    private static func told(after end: Int, _ sentence: ArraySlice<ProseWord>) -> Told? {
        let mark = sentence[end...].prefix(5).firstIndex { [",", "(", "–"].contains($0.text) }
        guard let mark else { return nil }
        let tail = sentence[(mark + 1)...].prefix(6)
        guard let number = tail.firstIndex(where: \.isNumber), sentence[mark + 1..<number].has(leads) else {
            return nil
        }
        return told(at: number, sentence)
    }

    private static func told(at number: Int, _ sentence: ArraySlice<ProseWord>) -> Told? {
        guard let value = sentence[number].grouped else { return nil }
        let next = sentence[(number + 1)...].prefix(2)
        guard let unit = next.first, units.contains(unit.key) else { return nil }
        let isPoints = !unit.isPercent || next.dropFirst().first.map { points.contains($0.key) } ?? false
        let count = unit.text == "percentage" || unit.isPercent && isPoints ? 2 : 1
        return Told(value: value, isPoints: isPoints, index: number, end: number + 1 + count)
    }

    // MARK: the finding

    private func finding(_ document: CheckedDocument) -> Finding? {
        let relative = from == 0 ? nil : (to - from) / abs(from) * 100
        let difference = to - from
        if saysPoints {
            return isPercent && !agrees(difference)
                ? wrong("\(Self.plain(difference)) points", document) : nil
        }
        let isPoints = isPercent && isExactly(difference) && relative.map { !isExactly($0) } ?? true
        if isPoints { return points(document) }
        guard let relative, !agrees(relative) else { return nil }
        return isPercent && agrees(difference)
            ? points(document) : wrong("\(Self.plain(relative)) %", document)
    }

    private func points(_ document: CheckedDocument) -> Finding {
        CheckID.percentagePoints.finding(
            at: range,
            "\"\(document.quoted(range))\" is the difference between \(Self.plain(from)) % and \(Self.plain(to)) %, which is counted in percentage points.",
            ask: "Is the difference meant, or the relative change?",
            settle: [Suggestion("Write \(Self.plain(abs(to - from))) percentage points.")])
    }

    private func wrong(_ right: String, _ document: CheckedDocument) -> Finding {
        CheckID.change.finding(
            at: range,
            "\"\(document.quoted(range))\" is not the change from \(Self.plain(from)) to \(Self.plain(to)): that is \(right).",
            ask: "Which of the three numbers is another one?", settle: [Suggestion("Write \(right).")])
    }

    private func isExactly(_ real: Double) -> Bool { abs(abs(real) - said) <= precision * 1.02 }

    private func agrees(_ real: Double) -> Bool {
        abs(abs(real) - said) <= max(precision * 1.02, abs(real) * (isRough ? 0.1 : 0.02))
    }

    private static func plain(_ value: Double) -> String {
        let rounded = (value * 100).rounded() / 100
        return rounded == rounded.rounded() && rounded.magnitude < 1e15
            ? String(Int(rounded)) : String(rounded)
    }

    private static let points: WordSet = ["point", "points"]
    private static let units: WordSet = ["%", "percent", "percentage", "pp", "point", "points"]
    private static let leads: WordSet = [
        "by", "up", "down", "rise", "increase", "drop", "fall", "decline", "decrease", "growth", "jump", "+",
        "-",
        "plus", "minus", "reduction", "gain", "loss", "rose", "fell", "grew", "dropped", "increased",
        "decreased",
    ]
    private static let rough: WordSet = [
        "about", "around", "roughly", "nearly", "almost", "some", "over", "than", "~",
    ]
    private static let noUnits = WordSet(
        CalendarDate.monthNames + [
            "am", "pm", "a.m.", "p.m.", "o'clock", "utc", "cet", "cest", "gmt", "bst", "on", "and", "the",
            "in",
            "at", "while", "when", "because", "as", "but", "with", "or", "for", "again", "within", "during",
        ])
}
