import IncidentTime

enum TimelineCommand: InterviewCommand {
    static let usage = ":timeline TIME TEXT"
    static let help = [
        "Adds a row to the timeline from anywhere.",
        "':timeline TIME what was seen', or cells between ' | '; it finds its phase by its time.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard let section = session.guide.captures.timeline else {
            return session.hasNoPlace("timeline", for: ":timeline \(argument)")
        }
        guard !argument.isEmpty else {
            return session.declined(
                "':timeline' needs a time and what was seen, such as ':timeline 14:32 error rate at 15 %'.")
        }
        switch session.timelineRow(cells(in: argument), in: section) {
        case .row(let row, let target):
            return session.captureRow(row, in: target, typed: ":timeline \(argument)")
        case .problem(let problem):
            session.returned = ":timeline \(argument)"
            return session.declined(problem)
        }
    }

    /// Cells between bars; where the first holds more than a time, the words that are one are the time.
    static func cells(in argument: String) -> [String] {
        let cells = RowSyntax.cells(in: argument) ?? cellsBehindTime(argument) ?? [argument]
        let isTimeAlone = cells.count > 1 && (!cells[0].contains(" ") || TimedWords.isTime(cells[0]))
        if isTimeAlone { return cells }
        if let row = TimedWords(cells[0]) {
            return [row.time, RowSyntax.cell(row.words)] + cells.dropFirst()
        }
        let words = cells[0].split(separator: " ", maxSplits: 1).map(String.init)
        return words + cells.dropFirst()
    }

    /// A bar right behind a time ends a cell, and so do those that follow, without blanks as well.
    private static func cellsBehindTime(_ argument: String) -> [String]? {
        guard let cells = RowSyntax.cellsAtBars(in: argument), IncidentMoment(cells[0]).sortKey != nil else {
            return nil
        }
        return cells
    }
}
