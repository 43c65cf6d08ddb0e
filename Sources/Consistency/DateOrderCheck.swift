import Diagnostics
import Forms
import Guides
import IncidentTime
import LosslessMarkdown

/// Dates that cannot follow each other: a meeting before the incident, a signature before the meeting.
enum DateOrderCheck: Check {
    static func findings(in document: CheckedDocument) -> [Finding] {
        let dates = document.dates
        var found: [Finding] = []
        let add = { (later: PlacedDate?, earlier: PlacedDate?, isQuiet: Bool) in
            guard let later, let earlier, later.date < earlier.date else { return }
            found.append(finding(later, earlier, document, isQuiet))
        }
        if let incident = dates.incident {
            for later in [dates.meeting, dates.followUp, dates.updated, dates.nextReview]
                + dates.signOffs.map(Optional.some)
            {
                add(later, incident, false)
            }
            for related in dates.related { add(incident, related, false) }
        }
        add(dates.followUp, dates.meeting, false)
        for signed in dates.signOffs where signed.date >= dates.incident?.date ?? signed.date {
            add(signed, dates.meeting, false)
        }
        add(dates.nextReview, dates.updated, false)
        add(dates.nextReview, dates.meeting, false)
        add(dates.updated, dates.meeting, true)
        return unique(found + ahead(dates, document))
    }

    /// A signature or a change that lies ahead of today.
    private static func ahead(_ dates: Dates, _ document: CheckedDocument) -> [Finding] {
        guard let today = document.today else { return [] }
        return (dates.signOffs + [dates.updated].compactMap { $0 }).filter { $0.date > today }.map { dated in
            CheckID.dateOrder.finding(
                at: dated.range,
                "\(dated.name.prefix(1).uppercased() + dated.name.dropFirst()) is dated \(dated.date), which is still to come.",
                ask: "Has it taken place?",
                settle: [Suggestion("Correct the date, or leave it open until that day.")], quietly: true)
        }
    }

    /// One finding a place: the first says enough.
    private static func unique(_ findings: [Finding]) -> [Finding] {
        var seen: Set<Range<Int>> = []
        return findings.filter { seen.insert($0.span.range).inserted }
    }

    private static func finding(
        _ later: PlacedDate, _ earlier: PlacedDate, _ document: CheckedDocument, _ isQuiet: Bool
    ) -> Finding {
        CheckID.dateOrder.finding(
            at: later.range,
            "\(later.name.prefix(1).uppercased() + later.name.dropFirst()) is dated \(later.date), before \(earlier.name) on \(earlier.date) (line \(document.line(earlier.range))).",
            ask: "Which of the two dates is another one?",
            settle: [Suggestion("Correct the date that is off.")], quietly: isQuiet)
    }
}
