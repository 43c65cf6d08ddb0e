import Diagnostics
import Forms
import Guides
import IncidentTime

/// One event told with two times: in a row and in the communication log, or in a row and in prose.
enum TwoTimesCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        messages(in: document) + prose(in: document) + lists(in: document) + date(in: document)
    }

    // MARK: the communication log

    private static let shared: EventKinds = [.declared, .customersTold, .callOpened, .statusPage]

    private static func messages(in document: CheckedDocument) -> [Finding] {
        document.events.compactMap { event in
            guard let span = event.span, event.moment.namesHour, let minute = span.middle else {
                return nil
            }
            if let kind = event.kinds.intersection(shared).first,
                let finding = sameKind(kind, event, span, minute, in: document)
            {
                return finding
            }
            return similar(event, minute, slack(span), in: document)
        }
    }

    private static func sameKind(
        _ kind: EventKinds, _ event: TimelineEvent, _ span: MomentRange, _ minute: Int,
        in document: CheckedDocument
    ) -> Finding? {
        let same = document.messages.filter { $0.kinds.contains(kind) && $0.moment.namesHour }
        guard let other = same.min(by: { distance($0, minute) < distance($1, minute) }),
            !same.contains(where: { isNear($0, span, minute, kind) })
        else { return nil }
        if kind != .customersTold, same.count > 1, distance(other, minute) > 120 { return nil }
        return finding(kind.phrase, event, other, document)
    }

    /// A message in nearly the words of a row.
    private static func similar(
        _ event: TimelineEvent, _ minute: Int, _ slack: Int, in document: CheckedDocument
    ) -> Finding? {
        let (subject, action) = (event.subject, SubjectWords(event.actionWords))
        guard subject.count >= 2 || action.count >= 2 else { return nil }
        let alike = document.messages.filter { message in
            guard message.moment.namesHour else { return false }
            if isRepeated(event, by: message) { return true }
            // Of so few words all have to be the same.
            if subject.count == 2 {
                return message.words.starts(with: event.words) { $0.key == $1.key }
            }
            let isOfEvent =
                message.subject.count >= 3 && message.subject.shared(with: subject) >= 3
                && message.subject.overlap(with: subject) >= 0.8
            let shared = message.subject.shared(with: action)
            return isOfEvent || shared >= 3 && 4 * shared >= 3 * max(message.subject.count, action.count)
                || shared >= 4 && shared == action.count
        }
        guard alike.count == 1, let message = alike.first, let time = message.span?.middle,
            abs(time - minute) > max(isRepeated(event, by: message) ? 2 : 5, slack),
            !document.events.contains(where: {
                $0.span?.isNear(time, within: 2) == true
                    && $0.subject.shared(with: message.subject) >= 2
            })
        else { return nil }
        return finding("it", event, message, document)
    }

    /// Word by word, by what was seen or by what was done.
    private static func isRepeated(_ event: TimelineEvent, by message: Message) -> Bool {
        message.words.count > 1
            && [event.words, event.actionWords].contains { words in
                words.count == message.words.count
                    && zip(words, message.words).allSatisfy { $0.key == $1.key }
            }
    }

    private static func distance(_ message: Message, _ minute: Int) -> Int {
        message.span?.middle.map { abs($0 - minute) } ?? Int.max
    }

    /// People are told that it was declared some minutes after it was, and never before.
    private static func isNear(_ message: Message, _ span: MomentRange, _ minute: Int, _ kind: EventKinds)
        -> Bool
    {
        guard let told = message.span else { return true }
        let late = kind == .declared && (told.latest ?? minute) > minute ? 8 : 0
        return told.isNear(minute, within: slack(span) + late)
    }

    private static func slack(_ span: MomentRange) -> Int { 2 + ((span.latest ?? 0) - (span.earliest ?? 0)) }

    private static func finding(
        _ what: String, _ event: TimelineEvent, _ message: Message, _ document: CheckedDocument
    ) -> Finding {
        CheckID.twoTimes.finding(
            at: event.timeRange,
            "The timeline has \"\(document.quoted(event.eventRange))\" at \(document.quoted(event.timeRange)), and the communication log has \"\(document.quoted(message.textRange))\" at \(document.quoted(message.timeRange)) (line \(document.line(message.timeRange))).",
            ask: "Are these the same, and when was it?",
            settle: [Suggestion("Give both the same time, or say in each what sets it apart.")])
    }
}
