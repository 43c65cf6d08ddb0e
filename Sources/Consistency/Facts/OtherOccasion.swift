import IncidentTime

/// Sentences that tell of something else than this incident: an earlier outage, a drill, a copy that was restored for a
/// test. Nothing that they claim is held against the timeline.
struct OtherOccasion {
    private let date: CalendarDate?
    /// In small letters, such as `inc-2026-014`.
    private let incidentID: String
    /// What the names of incidents begin with here: `inc`.
    private let prefix: WordKey?

    /// - Parameters:
    ///   - date: of the incident, nil where the document does not tell it.
    ///   - incidentID: its name in the tracker, nil where the document does not tell it.
    init(_ date: CalendarDate?, incidentID: String? = nil) {
        self.date = date
        self.incidentID = incidentID?.lowercased() ?? ""
        let letters = self.incidentID.prefix(while: \.isLetter)
        prefix = letters.isEmpty || letters.count == self.incidentID.count ? nil : WordKey(String(letters))
    }

    func isTold(in sentence: ArraySlice<ProseWord>) -> Bool {
        sentence.has(Self.words) || Self.phrases.stand(in: sentence)
            || sentence.contains { isOtherYear($0) || isOtherMonth($0) }
            || namesOtherIncident(sentence)
    }

    /// `INC-2025-058` in the story of INC-2026-014.
    private func namesOtherIncident(_ sentence: ArraySlice<ProseWord>) -> Bool {
        guard let prefix else { return false }
        return sentence.indices.contains { index in
            guard sentence[index].key == prefix else { return false }
            let rest = sentence[(index + 1)...].prefix { $0.isJoined && $0.isPartOfID }
            guard let end = rest.lastIndex(where: \.isNumber) else { return false }
            return !incidentID.hasPrefix(sentence[index...end].map(\.text.description).joined())
        }
    }

    private func isOtherYear(_ word: ProseWord) -> Bool {
        guard let date, word.text.count == 4, word.text[0] == 0x31 || word.text[0] == 0x32,
            let year = word.whole, (1990...2100).contains(year)
        else {
            return false
        }
        return year != date.year && !(date.month == 12 && year == date.year + 1)
    }

    /// A month by its full name, this one and the next left out. May is a verb as well.
    private func isOtherMonth(_ word: ProseWord) -> Bool {
        guard let date, Self.monthKeys.contains(word.key),
            let index = CalendarDate.monthNames.firstIndex(of: word.text.description)
        else {
            return false
        }
        return index + 1 != date.month && index != date.month % 12
    }

    private static let monthKeys = WordSet(CalendarDate.monthNames.filter { $0 != "may" })
    private static let words: WordSet = [
        "drill", "drills", "rehearsal", "rehearsals", "exercise", "exercises", "staging", "longest",
        "shortest", "previously",
    ]
    private static let phrases: ProsePhrases = [
        "last year's", "last month's", "last week's", "last year", "last month", "last week", "last time",
        "earlier outage", "earlier incident",
        "earlier outages", "earlier incidents", "previous outage", "previous incident", "previous outages",
        "previous incidents", "so far", "in the past", "years ago", "months ago", "weeks ago", "restore test",
    ]
}

extension ProseWord {
    fileprivate var isPartOfID: Bool { isNumber || text == "-" || text == "#" }
}
