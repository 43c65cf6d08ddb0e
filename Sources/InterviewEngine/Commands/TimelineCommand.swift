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
        let parts = argument.split(separator: " ", maxSplits: 1).map(String.init)
        let cells = RowSyntax.cells(in: argument) ?? [parts[0], parts.count > 1 ? parts[1] : ""]
        switch session.timelineRow(cells, in: section) {
        case .row(let row, let target): return session.captureRow(row, in: target)
        case .problem(let problem): return session.declined(problem)
        }
    }
}
