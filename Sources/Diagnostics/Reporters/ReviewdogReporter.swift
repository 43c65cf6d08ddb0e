/// One line of reviewdog's `rdjsonl` for each finding; columns from 1 in bytes of UTF-8, ends exclusive.
package struct ReviewdogReporter: FindingReporter {
    package init() {}

    package func begin() -> [ReportLine] { [] }

    package func report(_ file: FileFindings) -> [ReportLine] {
        guard !file.findings.isEmpty else { return [] }
        let lines = LineTable(file.bytes)
        return file.located.map { ReportLine(JSONText.line(of: value($0, file, lines))) }
    }

    package func finish(_ tally: FindingTally) -> [ReportLine] { [] }

    private func value(_ found: LocatedFinding, _ file: FileFindings, _ lines: LineTable) -> JSONValue {
        let finding = found.finding
        var fields: [(key: String, value: JSONValue)] = [
            ("message", .text([finding.message, finding.question].compactMap { $0 }.joined(separator: " "))),
            (
                "location",
                .object([("path", .text(file.file)), ("range", range(found.start, found.end))])
            ),
            ("severity", .text(severity(finding.severity))),
            ("source", .object([("name", .text("debrief"))])),
            ("code", .object([("value", .text(finding.name))])),
        ]
        let edits = finding.suggestions.compactMap(\.replacement)
        if !edits.isEmpty {
            fields.append(("suggestions", .list(edits.map { suggestion($0, file, lines) })))
        }
        return .object(fields)
    }

    private func suggestion(_ edit: TextEdit, _ file: FileFindings, _ lines: LineTable) -> JSONValue {
        let start = lines.position(of: edit.range.lowerBound, in: file.bytes)
        let end = lines.position(of: edit.range.upperBound, in: file.bytes)
        return .object([
            ("range", range(start, end)),
            ("text", .text(String(decoding: edit.replacement, as: UTF8.self))),
        ])
    }

    private func range(_ start: LinePosition, _ end: LinePosition) -> JSONValue {
        .object([("start", place(start)), ("end", place(end))])
    }

    private func place(_ position: LinePosition) -> JSONValue {
        .object([("line", .number(position.line)), ("column", .number(position.byteColumn))])
    }

    private func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "ERROR"
        case .warning: "WARNING"
        case .hint: "INFO"
        }
    }
}
