/// `{"version":1,"findings":[…]}`; lines and columns from 1, columns in code points, ends exclusive.
package struct JSONReporter: FindingReporter {
    private var list = JSONList(indent: "    ")

    package init() {}

    package mutating func begin() -> [ReportLine] {
        [ReportLine("{"), ReportLine("  \"version\": 1,"), ReportLine("  \"findings\": [")]
    }

    package mutating func report(_ file: FileFindings) -> [ReportLine] {
        file.located.flatMap { list.add(value($0, file)) }
    }

    package mutating func finish(_ tally: FindingTally) -> [ReportLine] {
        list.end() + [ReportLine("  ]"), ReportLine("}")]
    }

    private func value(_ found: LocatedFinding, _ file: FileFindings) -> JSONValue {
        .object([
            ("file", .text(file.file)), ("line", .number(found.start.line)),
            ("column", .number(found.start.column)), ("endLine", .number(found.end.line)),
            ("endColumn", .number(found.end.column)), ("rule", .text(found.finding.rule)),
            ("category", .text(found.finding.category)), ("severity", .text(found.finding.severity.rawValue)),
            ("excerpt", .text(file.text(found.range))), ("message", .text(found.finding.message)),
            ("question", found.finding.question.map { .text($0) } ?? .null),
            ("suggestions", .list(found.finding.suggestions.map { suggestion($0) })),
        ])
    }

    private func suggestion(_ suggestion: Suggestion) -> JSONValue {
        let replacement = suggestion.replacement.map { String(decoding: $0.replacement, as: UTF8.self) }
        return .object([
            ("description", .text(suggestion.description)),
            ("replacement", replacement.map { .text($0) } ?? .null),
        ])
    }
}

/// The items of a JSON list as they come; each is given out when it is known whether a comma follows.
struct JSONList {
    let indent: String
    private var waiting: String?

    init(indent: String) { self.indent = indent }

    mutating func add(_ value: JSONValue) -> [ReportLine] {
        defer { waiting = indent + JSONText.lines(of: value, indent: indent) }
        return waiting.map { [ReportLine($0 + ",")] } ?? []
    }

    mutating func end() -> [ReportLine] {
        defer { waiting = nil }
        return waiting.map { [ReportLine($0)] } ?? []
    }
}
