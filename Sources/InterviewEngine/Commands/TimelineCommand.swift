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
        let words = cells[0].split(separator: " ").map(String.init)
        let isTimeAlone = cells.count > 1 && (words.count == 1 || IncidentMoment(cells[0]).sortKey != nil)
        if isTimeAlone { return cells }
        let (time, event) = Self.split(words)
        return [time, event] + cells.dropFirst()
    }

    /// A bar right behind a time ends a cell, and so do those that follow, without blanks as well.
    private static func cellsBehindTime(_ argument: String) -> [String]? {
        guard let cells = RowSyntax.cellsAtBars(in: argument), IncidentMoment(cells[0]).sortKey != nil else {
            return nil
        }
        return cells
    }

    /// `14:32 error rate`, `14:32 UTC: error rate`, `2026-03-02 14:32 error rate`; the longest time counts.
    private static func split(_ words: [String]) -> (time: String, event: String) {
        for count in (1...4).reversed() where count <= words.count {
            var time = words[..<count].joined(separator: " ")
            while let mark = time.last, ":,".contains(mark) { time.removeLast() }
            if IncidentMoment(time).sortKey != nil { return (time, words[count...].joined(separator: " ")) }
        }
        return (words.first ?? "", words.dropFirst().joined(separator: " "))
    }
}
