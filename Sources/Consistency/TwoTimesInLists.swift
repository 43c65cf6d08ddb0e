import Diagnostics
import IncidentTime

/// Times that a sentence lists for things of one kind, beside as many rows: `two restarts at 07:32 and 08:25`.
extension TwoTimesCheck {
    static func lists(in document: CheckedDocument) -> [Finding] {
        document.story(kinds: kinds, holding: at) { passage, sentence in
            passage.block.kind != .tableCell && sentence.has(and) && sentence.count(where: \.isNumber) > 1
        }.compactMap { list($0.sentence, in: document) }
    }

    private static let kinds: WordSet = [
        "summary", "impact", "well", "wrong", "lessons", "whys", "factors", "meeting",
    ]
    private static let at: WordSet = ["at"]
    private static let and: WordSet = ["and"]

    private static func list(_ sentence: ArraySlice<ProseWord>, in document: CheckedDocument) -> Finding? {
        let clocks = listed(in: sentence)
        guard clocks.count > 1 else { return nil }
        let subject = SubjectWords(sentence[..<clocks[0].index])
        let rows = document.events.filter { $0.span != nil && $0.subject.shared(with: subject) > 0 }
        guard rows.count == clocks.count else { return nil }
        let minutes = clocks.map { document.clock.reading(of: $0.clock, near: rows[0].minute) }
        let others = rows.filter { row in
            !minutes.contains { $0.map { row.span?.isNear($0, within: 1) == true } ?? false }
        }
        let strange = zip(clocks, minutes).filter { _, minute in minute.map { !document.tellsOf($0) } ?? false
        }
        guard others.count == 1, strange.count == 1 else { return nil }
        return finding("it", strange[0].0, others[0].eventRange, others[0].timeRange, document)
    }

    /// The times behind the first `at`, as long as only `and` and commas part them.
    private static func listed(in sentence: ArraySlice<ProseWord>) -> [ClockMention] {
        let clocks = Passage.clocks(in: sentence)
        guard let first = clocks.firstIndex(where: { $0.before?.text == "at" }) else { return [] }
        var end = clocks[first].index
        return Array(
            clocks[first...].prefix { clock in
                defer { end = clock.index + clock.clock.count }
                return !clock.clock.isAbout
                    && sentence[end..<clock.index].allSatisfy { ["and", ",", "at"].contains($0.text) }
            })
    }
}
