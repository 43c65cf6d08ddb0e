/// For people: each finding with its line, then a summary by category.
package struct TextReporter: FindingReporter {
    private let surroundings: ReportSurroundings

    package init(_ surroundings: ReportSurroundings) { self.surroundings = surroundings }

    package func begin() -> [ReportLine] { [] }

    package func report(_ file: FileFindings) -> [ReportLine] {
        guard !file.findings.isEmpty else { return [] }
        let frame = CodeFrame(file, face: surroundings.face, width: surroundings.width)
        return file.located.flatMap { found in
            [headline(found, in: file.file)] + frame.lines(of: found) + words(found.finding)
                + [ReportLine()]
        }
    }

    package func finish(_ tally: FindingTally) -> [ReportLine] {
        let categories = tally.byCategory.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let room = categories.first.map { "\($0.value)".count } ?? 0
        return [ReportLine(tally.sentence + ".")]
            + categories.map { category, count in
                let blanks = String(repeating: " ", count: room - "\(count)".count)
                return ReportLine("  \(blanks)\(count)  \(visible(category))")
            }
    }

    private func headline(_ found: LocatedFinding, in file: String) -> ReportLine {
        let severity = found.finding.severity
        var line = ReportLine(
            "\(oneLine(file)):\(found.start.line):\(found.start.column): ", .place)
        line.append("\(severity.rawValue): ", severity.role)
        line.append(oneLine(found.finding.name))
        return line
    }

    /// Why it was told, what to ask, how it could be put.
    private func words(_ finding: Finding) -> [ReportLine] {
        var lines = [ReportLine("    why: " + oneLine(finding.message))]
        if let question = finding.question {
            lines.append(ReportLine("    ask: " + oneLine(question), .question))
        }
        for suggestion in finding.suggestions {
            lines.append(ReportLine("    try: " + oneLine(suggestion.description), .suggestion))
        }
        return lines
    }

    private func visible(_ text: String) -> String { surroundings.face.visible(text) }

    /// Line ends and tabs spelt out as well, so that no text can begin a line of its own.
    private func oneLine(_ text: String) -> String {
        let line = visible(text)
        guard line.holds(0x0A) || line.holds(0x09) else { return line }
        return line.replacing("\n", with: "\\n").replacing("\t", with: " ")
    }
}
