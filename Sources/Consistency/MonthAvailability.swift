import Diagnostics
import IncidentTime
import LosslessMarkdown

/// The availability that a month comes to, worked out again from the length of the incident: `with nothing else down, June
/// comes to 99.54%`.
struct MonthAvailability {
    private let document: CheckedDocument
    private let month: String
    /// In per cent of the month.
    private let down: Double
    /// Whether nothing at all worked, by a metric that fell to zero.
    private let isWhollyDown: Bool

    /// Nil where the incident does not lie in one month with both of its ends.
    init?(_ document: CheckedDocument) {
        guard let date = document.clock.date, let start = document.start?.span.middle,
            let length = Self.length(document, from: start), length > 0,
            CalendarDate(dayNumber: (start + length + (document.clock.offset ?? 0)) / 1440).month
                == date.month
        else { return nil }
        self.document = document
        month = CalendarDate.monthNames[date.month - 1]
        down = Double(length) / Double(Self.minutes(of: date)) * 100
        isWhollyDown = document.metrics.contains { row in
            let name = row.name.value.lowercased()
            return (name.holds("availab") || name.holds("uptime")) && Quantity(row.during.value)?.value == 0
        }
    }

    /// To the end, or as the duration tells where the end cannot be read.
    private static func length(_ document: CheckedDocument, from start: Int) -> Int? {
        if let end = document.end?.span.middle { return end - start }
        let field = document.guide.questionIDs.first { document.guide[$0]?.kind == .duration }
        guard let field, let text = document.text(field.section, field.question) else { return nil }
        return TimeSpan(text)?.minutes
    }

    private static func minutes(of date: CalendarDate) -> Int {
        let next = date.month == 12 ? (date.year + 1, 1) : (date.year, date.month + 1)
        guard let first = CalendarDate(year: date.year, month: date.month, day: 1),
            let last = CalendarDate(year: next.0, month: next.1, day: 1)
        else { return 30 * 1440 }
        return (last.dayNumber - first.dayNumber) * 1440
    }

    var findings: [Finding] {
        document.sentences(kinds: Self.kinds, holding: ProseWord.percents).compactMap { passage, sentence in
            passage.block.kind != .tableCell && !document.elsewhere.isTold(in: sentence)
                ? finding(in: sentence) : nil
        }
    }

    private static let kinds: WordSet = ["summary", "impact"]

    private func finding(in sentence: ArraySlice<ProseWord>) -> Finding? {
        let isAlone = sentence.has(Self.othersAbsent) || Self.countedDown.stand(in: sentence)
        let isWhole = isWhollyDown || Self.wholeWindow.stand(in: sentence)
        guard isAlone || isWhole else { return nil }
        for clause in Passage.clauses(of: sentence) where namesMonth(clause) {
            if clause.has(Self.goals) || Self.goalPhrases.stand(in: clause) { continue }
            let shares = AmountMention.all(.availability, in: clause)
            guard shares.count == 1, let share = shares.first, share.bound == nil else { continue }
            return judge(
                share, isOutage: share.value <= 20 && clause.has(Self.outages), isAlone: isAlone,
                isWhole: isWhole)
        }
        return namesMonth(sentence) ? parted(sentence, isAlone: isAlone, isWhole: isWhole) : nil
    }

    /// The month and the share in different clauses: `availability for September (43,200 minutes) is 99.85%`.
    private func parted(_ sentence: ArraySlice<ProseWord>, isAlone: Bool, isWhole: Bool) -> Finding? {
        guard sentence.has(["availability", "available", "uptime"]) else { return nil }
        let shares = AmountMention.all(.availability, in: sentence).filter { share in
            let before = sentence.filter { $0.range.upperBound <= share.range.lowerBound }.suffix(4)
            return !before.has(Self.goals) && !before.has(["slo", "sla"])
        }
        guard shares.count == 1, let share = shares.first, share.bound == nil else { return nil }
        return judge(share, isOutage: false, isAlone: isAlone, isWhole: isWhole)
    }

    /// More than the incident leaves of the month cannot be; less than that can, where something else failed as well.
    private func judge(_ share: AmountMention, isOutage: Bool, isAlone: Bool, isWhole: Bool) -> Finding? {
        let real = isOutage ? down : 100 - down
        guard isOutage || (90...100).contains(share.value) else { return nil }
        let slack = share.isRough ? down * 0.2 : step(share) * 0.6
        let isTooGood = isOutage ? share.value < real - slack : share.value > real + slack
        let isTooBad = isOutage ? share.value > real + slack : share.value < real - slack
        guard isTooGood && isWhole || isTooBad && isAlone else { return nil }
        let digits = max(2, decimals(share))
        let right = "\(Self.rounded(real, digits)) %"
        return CheckID.availability.finding(
            at: share.range,
            "\(document.quoted(share.range)) % of the month is told here, and the incident's length leaves \(right).",
            ask: "What was counted, over which hours?",
            settle: [Suggestion("Write \(right), or say what else was counted.")])
    }

    // MARK: words

    private func namesMonth(_ clause: ArraySlice<ProseWord>) -> Bool {
        let (name, isVerbToo) = (WordKey(month), month == "may")
        return clause.indices.contains { index in
            guard clause[index].key == name || clause[index].key == name.appending("'s") else { return false }
            return !isVerbToo
                || index > clause.startIndex && ["of", "in", "for"].contains(clause[index - 1].text)
        } || Self.thisMonth.stand(in: clause)
    }

    private static let thisMonth: ProsePhrases = ["this month", "the month"]
    private static let othersAbsent: WordSet = [
        "else", "further", "rest", "remainder", "remaining", "otherwise", "only",
    ]
    private static let wholeWindow: ProsePhrases = [
        "whole window", "entire window", "full window", "whole time", "whole length", "whole incident",
        "entire incident", "entire length", "whole duration", "full duration", "every minute of it",
        "counting all", "counted as down", "as down",
    ]
    /// What is worked out from this incident alone.
    private static let countedDown: ProsePhrases = ["counting all", "counted as down", "as down"]
    private static let goals: WordSet = [
        "target", "goal", "promise", "promises", "promised", "agreement", "objective", "allows",
        "must", "should", "least", "owed", "guarantee", "guarantees", "guaranteed", "agreed", "against",
        "required", "requires",
    ]
    private static let goalPhrases: ProsePhrases = [
        "sla of", "our sla", "the sla", "slo of", "our slo", "the slo",
    ]
    private static let outages: WordSet = ["down", "unavailable", "downtime", "unavailability", "outage"]

    // MARK: digits

    private func decimals(_ share: AmountMention) -> Int {
        let text = document.document.text(share.range)
        return text.firstIndex(of: ".").map { text[text.index(after: $0)...].count { $0.isNumber } } ?? 0
    }

    /// Of the last digit that is written.
    private func step(_ share: AmountMention) -> Double {
        (0..<decimals(share)).reduce(1.0) { step, _ in step / 10 }
    }

    private static func rounded(_ value: Double, _ digits: Int) -> String {
        let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
        return String((value * scale).rounded() / scale)
    }
}
