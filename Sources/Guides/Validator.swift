import Diagnostics
import Forms
import IncidentTime

/// What an answer is checked against.
package struct ValidationContext: Sendable {
    package var today: CalendarDate
    package var now: ClockTime
    /// By which the rows of a timeline are read.
    package var clock: IncidentClock
    /// The time before, from which `+5m` counts.
    package var previousMoment: String?
    /// What a row's time gets that names no zone; nil for nothing.
    package var rowZone: String?
    /// Those of the tables that are told before this one, and of its own rows.
    package var momentsBefore: [IncidentMoment]
    package var rowMoments: [IncidentMoment] = []

    package init(
        today: CalendarDate, now: ClockTime, clock: IncidentClock = IncidentClock(),
        rowZone: String? = nil, previousMoment: String? = nil, momentsBefore: [IncidentMoment] = []
    ) {
        self.today = today
        self.now = now
        self.clock = clock
        self.rowZone = rowZone
        self.previousMoment = previousMoment
        self.momentsBefore = momentsBefore
    }

    fileprivate var momentsSoFar: MomentsSoFar {
        MomentsSoFar(
            before: momentsBefore, rows: rowMoments, last: previousMoment.map { IncidentMoment($0) },
            by: clock)
    }
}

/// Checks what was typed and writes it the way the document does.
package struct Validator: Sendable {
    package enum Verdict: Equatable, Sendable {
        case accepted(String)
        /// Unusual; taken when it is given again.
        case doubted(String)
    }

    private let name: String
    private let kind: AnswerKind
    private let choices: [String]
    private let initial: String
    /// The zone that times get which name none.
    private let zone: String

    package init(
        name: String, kind: AnswerKind, choices: [String] = [], initial: String = "", zone: String = ""
    ) {
        self.name = name
        self.kind = kind
        self.choices = choices
        self.initial = initial
        self.zone = zone
    }

    package init(_ question: Question) {
        self.init(
            name: question.field.label, kind: question.kind, choices: question.field.choices,
            initial: question.initial,
            zone: Self.zone(in: question.field.placeholder))
    }

    package func check(_ text: String, _ context: ValidationContext) -> Verdict {
        switch kind {
        case .text, .person: .accepted(text)
        case .time: time(text, context)
        case .date: date(text, context)
        case .duration: duration(text)
        case .number: number(text)
        case .choice: choice(text)
        case .moment: moment(text, context)
        }
    }

    /// What Enter takes on an open question.
    package func initialText(_ context: ValidationContext) -> String {
        initial == "today" ? context.today.description : initial
    }

    /// The zone at the end of a placeholder such as `HH:MM UTC`.
    private static func zone(in placeholder: String) -> String {
        let words = placeholder.split(separator: " ")
        return words.count == 2 && words[0] == "HH:MM" ? String(words[1]) : ""
    }

    // MARK: kinds

    private func choice(_ text: String) -> Verdict {
        if let match = Choice(choices).match(text) { return .accepted(match) }
        let numbered = choices.enumerated().map { "\($0.offset + 1) \($0.element)" }
        return .doubted(
            "\(name) is one of \(joined(numbered, "or")); a number or the first letters are enough.")
    }

    private func date(_ text: String, _ context: ValidationContext) -> Verdict {
        if let date = CalendarDate.parse(text, today: context.today) { return .accepted(date.description) }
        return .doubted("\(name) reads best as a date such as \(context.today).")
    }

    /// A time in the document's own zone where no other was typed.
    private func time(_ text: String, _ context: ValidationContext) -> Verdict {
        if let time = ClockTime.parse(text, now: now(context), previous: previous(context)) {
            return .accepted(inZone(time.description, time.zone))
        }
        let moment = IncidentMoment(text)
        guard moment.sortKey != nil, moment.namesHour else {
            return .doubted("\(name) reads best as a time such as 14:05, ~14:05 or 2026-03-02 14:05.")
        }
        return .accepted(inZone(Self.withTwoDigitHours(text), moment.zone))
    }

    private func inZone(_ time: String, _ written: String?) -> String {
        zone.isEmpty || written != nil ? time : "\(time) \(zone)"
    }

    /// A timeline cell: shorthand is spelt out, a range or `Next Day` stays as it is.
    private func moment(_ text: String, _ context: ValidationContext) -> Verdict {
        if let shift = ClockTime.minutes(of: text), let before = context.previousMoment {
            guard let time = context.momentsSoFar.moment(minutesLater: shift) else {
                return .doubted("'\(text)' counts from the row before, and '\(before)' has no hour.")
            }
            return .accepted(time)
        }
        if let time = ClockTime.parse(text, now: now(context), previous: previous(context)) {
            let isNow = text.lowercased() == "now"
            let written = isNow ? time.description : Self.inZone(time.description, context.rowZone)
            guard let later = context.momentsSoFar.laterReading(of: IncidentMoment(written)) else {
                return .accepted(written)
            }
            return .doubted("\(written) goes before the rows of its day; the morning after is '\(later)'.")
        }
        if let date = CalendarDate.parse(text, today: nil) { return .accepted(date.description) }
        return IncidentMoment(text).sortKey == nil
            ? .doubted("\(name) reads best as a time such as 14:05, ~14:30, 14:20-14:35 or Next Day.")
            : .accepted(Self.inZone(Self.withTwoDigitHours(text), context.rowZone))
    }

    /// `14:30 +1d` as `14:30 CEST +1d`; what names a zone or no hour stays.
    private static func inZone(_ written: String, _ zone: String?) -> String {
        let moment = IncidentMoment(written)
        guard let zone, moment.zone == nil, moment.namesHour else { return written }
        let day = written.firstMatch(of: /\s+\+[0-9]+d$/)?.range.lowerBound ?? written.endIndex
        let zoned = "\(written[..<day]) \(zone)\(written[day...])"
        return IncidentMoment(zoned).zone == zone ? zoned : written
    }

    /// `~9:18` as `~09:18`, as the times of the rows around it are written.
    private static func withTwoDigitHours(_ text: String) -> String {
        text.replacing(/(^|[^0-9:.])([0-9]:[0-5][0-9])/) { "\($0.1)0\($0.2)" }
    }

    /// On another day than the incident's, now is a time with its date.
    private func now(_ context: ValidationContext) -> ClockTime {
        var now = context.now
        if let day = context.clock.date, day != context.today { now.date = context.today }
        return now
    }

    private func previous(_ context: ValidationContext) -> ClockTime? {
        context.previousMoment.flatMap { ClockTime.parse($0, now: context.now, previous: nil) }
    }

    private func number(_ text: String) -> Verdict {
        Quantity(text) == nil
            ? .doubted("\(name) reads best with a number such as 1,200 or 15 %.") : .accepted(text)
    }

    private func duration(_ text: String) -> Verdict {
        TimeSpan(text) == nil
            ? .doubted("\(name) reads best as a duration such as 2 hours 15 minutes.") : .accepted(text)
    }
}

/// One of a closed set, by its number, its words, its first letters or the words after its mark.
package struct Choice: Sendable {
    private let choices: [String]

    package init(_ choices: [String]) { self.choices = choices }

    package func match(_ typed: String) -> String? {
        let text = Self.words(typed)
        if let exact = choices.first(where: { Self.words($0) == text || $0 == typed }) { return exact }
        if let number = number(text) {
            return choices.indices.contains(number - 1) ? choices[number - 1] : nil
        }
        guard !text.isEmpty else { return nil }
        let matches = choices.filter { Self.words($0).hasPrefix(text) }
        return matches.count == 1 ? matches[0] : nil
    }

    /// `2`, and `SEV2`, `P-2` or `priority 2`, as trackers write it, where the choices have no numbers of their own.
    private func number(_ text: String) -> Int? {
        if let number = Int(text) { return number }
        guard !choices.contains(where: { $0.contains(where: \.isNumber) }) else { return nil }
        return text.wholeMatch(of: /(?:sev|severity|p|prio|priority)[- ]?([0-9])/).flatMap { Int($0.1) }
    }

    /// Without case and without a leading mark such as `✅`.
    private static func words(_ text: String) -> String {
        String(text.lowercased().drop { !$0.isLetter && !$0.isNumber }).trimmed
    }
}
