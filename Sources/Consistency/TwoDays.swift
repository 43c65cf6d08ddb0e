import Diagnostics
import IncidentTime

/// A summary and a field that give the incident two days.
extension TwoTimesCheck {
    /// `On 2 March 2026, checkout was slow`, and no `since 2 March`, `installed on 2 March`.
    private static func isOnset(_ day: Range<Int>, _ passage: Passage) -> Bool {
        let sentence = passage.sentences.first { $0.indices.contains(day.lowerBound) } ?? passage.words[...]
        guard !sentence.has(otherDays) else { return false }
        return sentence[..<day.lowerBound].count <= 4
            || sentence[..<day.lowerBound].last.map { ["on", "of", ","].contains($0.text) } == true
                && sentence.has(onsets)
    }

    private static let otherDays: WordSet = [
        "since", "until", "version", "installed", "live", "changed", "season", "force", "introduced", "next",
        "planned", "incident", "performance", "till", "founded", "signed", "launched", "opened", "last",
    ]
    private static let onsets: WordSet = [
        "slow", "down", "failed", "outage", "unavailable", "stopped", "broke", "began", "started", "lost",
        "could", "stood", "affected", "unable",
    ]

    /// A summary that names another day than the field.
    static func date(in document: CheckedDocument) -> [Finding] {
        guard let field = document.postmortem.incidentDate,
            let question = document.guide.questionIDs.first(where: { document.guide[$0]?.kind == .date }),
            let place = document.place(question.section, question.question)
        else { return [] }
        let last = document.end?.moment.date ?? field
        let paragraphs = document.passages(kinds: ["summary"]).filter { $0.block.kind == .paragraph }
        let all = paragraphs.map { passage -> [(CalendarDate, Range<Int>)] in
            guard SpokenDate.mayStand(in: passage.words) else { return [] }
            return passage.words.indices.compactMap { index in
                SpokenDate(passage.words[index...]).map { ($0.date, index..<(index + $0.count)) }
            }
        }
        // Where the day of the incident is told, others are told beside it.
        guard
            !all.joined().contains(where: { field.adding(days: -1) <= $0.0 && $0.0 <= last.adding(days: 1) })
        else { return [] }
        return zip(paragraphs, all).compactMap { passage, dates in
            guard let (date, words) = dates.first, isOnset(words, passage),
                abs(date.dayNumber - field.dayNumber) < 400
            else { return nil }
            let range =
                passage.words[words.lowerBound].range
                .lowerBound..<passage.words[words.upperBound - 1].range.upperBound
            return CheckID.twoTimes.finding(
                at: range,
                "The summary speaks of \(document.quoted(range)), and the date field says \(field) (line \(document.line(place))).",
                ask: "On which day did it begin?", settle: [Suggestion("Give the same day in both places.")])
        }
    }
}
