import IncidentTime

enum TimelineCommand: InterviewCommand {
    static let usage = ":timeline TIME TEXT"
    static let help = [
        "Adds a row to the timeline from anywhere.",
        "':timeline TIME what was seen', or cells between ' | '; it finds its phase by its time.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let section = session.guide.captures.timeline else {
            return session.declined("This guide has no timeline.")
        }
        guard !argument.isEmpty else {
            return session.declined(
                "':timeline' needs a time and what was seen, such as ':timeline 14:32 error rate at 15 %'.")
        }
        switch session.timelineRow(cells(in: argument), in: section) {
        case .row(let row, let target): return session.captureRow(row, in: target)
        case .problem(let problem): return session.declined(problem)
        }
    }

    /// Cells between bars; where the first holds more than a time, its first word is the time.
    private static func cells(in argument: String) -> [String] {
        let cells = RowSyntax.cells(in: argument) ?? [argument]
        let words = cells[0].split(separator: " ", maxSplits: 1).map(String.init)
        let isTimeAlone = cells.count > 1 && (words.count == 1 || IncidentMoment(cells[0]).sortKey != nil)
        return isTimeAlone ? cells : [words.first ?? "", words.count > 1 ? words[1] : ""] + cells.dropFirst()
    }
}
