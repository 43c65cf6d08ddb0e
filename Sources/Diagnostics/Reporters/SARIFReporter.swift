/// SARIF 2.1.0 as GitHub's code scanning reads it: one run, columns in code points, paths relative to the folder.
package struct SARIFReporter: FindingReporter {
    private let surroundings: ReportSurroundings
    private var list = JSONList(indent: "        ")
    /// In the order in which their first findings came.
    private var rules: [RuleDescription] = []
    private var ruleIndex: [String: Int] = [:]

    /// How many results a run may hold; GitHub refuses an upload with more.
    private let limit: Int
    private var count = 0

    package init(_ surroundings: ReportSurroundings, limit: Int = 25_000) {
        self.surroundings = surroundings
        self.limit = limit
    }

    package mutating func begin() -> [ReportLine] {
        [
            "{", "  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",",
            "  \"version\": \"2.1.0\",", "  \"runs\": [", "    {",
            "      \"columnKind\": \"unicodeCodePoints\",", "      \"results\": [",
        ].map { ReportLine($0) }
    }

    package mutating func report(_ file: FileFindings) -> [ReportLine] {
        guard !file.findings.isEmpty else { return [] }
        let lines = LineTable(file.bytes)
        let uri = SARIFPath(file.file, from: surroundings.folder).uri
        var given: [ReportLine] = []
        for (found, fingerprint) in zip(file.located, FindingFingerprint.all(of: file)) {
            count += 1
            guard count <= limit else { continue }
            given += list.add(result(found, fingerprint, uri: uri, file, lines))
        }
        return given
    }

    package mutating func finish(_ tally: FindingTally) -> [ReportLine] {
        let driver = JSONValue.object([
            ("name", .text("debrief")), ("version", .text(surroundings.version)),
            ("rules", .list(rules.map { Self.rule($0) })),
        ])
        let tool = JSONText.lines(of: .object([("driver", driver)]), indent: "      ")
        return list.end()
            + [ReportLine("      ],")] + notices
            + ["      \"tool\": " + tool, "    }", "  ]", "}"].map { ReportLine($0) }
    }

    /// What was left out, where a run cannot hold all of it.
    private var notices: [ReportLine] {
        guard count > limit else { return [] }
        let text =
            "\(counted(count - limit, "further finding")) left out: code scanning takes \(limit) in a run."
        let notice = JSONValue.object([
            ("level", .text("warning")), ("message", .object([("text", .text(text))])),
        ])
        let run = JSONValue.object([
            ("executionSuccessful", .bool(true)), ("toolExecutionNotifications", .list([notice])),
        ])
        return [
            ReportLine("      \"invocations\": " + JSONText.lines(of: .list([run]), indent: "      ") + ",")
        ]
    }

    private mutating func index(of finding: Finding) -> Int {
        if let known = ruleIndex[finding.rule] { return known }
        ruleIndex[finding.rule] = rules.count
        rules.append(surroundings.rules[finding.rule] ?? RuleDescription(from: finding))
        return rules.count - 1
    }

    // MARK: results

    private mutating func result(
        _ found: LocatedFinding, _ fingerprint: String, uri: String, _ file: FileFindings, _ lines: LineTable
    ) -> JSONValue {
        let finding = found.finding
        let message = [finding.message, finding.question].compactMap { $0 }.joined(separator: " ")
        let artifact = JSONValue.object([("uri", .text(uri))])
        let location = JSONValue.object([
            ("artifactLocation", artifact), ("region", Self.region(found.start, found.end)),
        ])
        var fields: [(key: String, value: JSONValue)] = [
            ("ruleId", .text(finding.rule)), ("ruleIndex", .number(index(of: finding))),
            ("level", .text(Self.level(finding.severity))),
            ("message", .object([("text", .text(message))])),
            ("locations", .list([.object([("physicalLocation", location)])])),
            ("partialFingerprints", .object([("primaryLocationLineHash", .text(fingerprint))])),
        ]
        let fixes = finding.suggestions.filter { $0.replacement != nil }
        if !fixes.isEmpty {
            fields.append(("fixes", .list(fixes.map { Self.fix($0, artifact, file, lines) })))
        }
        return .object(fields)
    }

    private static func fix(
        _ suggestion: Suggestion, _ artifact: JSONValue, _ file: FileFindings, _ lines: LineTable
    ) -> JSONValue {
        guard let edit = suggestion.replacement else { preconditionFailure("a fix replaces something") }
        let region = region(
            lines.position(of: edit.range.lowerBound, in: file.bytes),
            lines.position(of: edit.range.upperBound, in: file.bytes))
        let text = JSONValue.text(String(decoding: edit.replacement, as: UTF8.self))
        let replacement = JSONValue.object([
            ("deletedRegion", region), ("insertedContent", .object([("text", text)])),
        ])
        return .object([
            ("description", .object([("text", .text(suggestion.description))])),
            (
                "artifactChanges",
                .list([.object([("artifactLocation", artifact), ("replacements", .list([replacement]))])])
            ),
        ])
    }

    private static func region(_ start: LinePosition, _ end: LinePosition) -> JSONValue {
        .object([
            ("startLine", .number(start.line)), ("startColumn", .number(start.column)),
            ("endLine", .number(end.line)), ("endColumn", .number(end.column)),
        ])
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .hint: "note"
        }
    }

    // MARK: rules

    private static func rule(_ rule: RuleDescription) -> JSONValue {
        let severity =
            switch rule.severity {
            case .error: "error"
            case .warning: "warning"
            case .hint: "recommendation"
            }
        return .object([
            ("id", .text(rule.id)), ("shortDescription", .object([("text", .text(rule.summary))])),
            ("fullDescription", .object([("text", .text(rule.summary))])),
            ("help", .object([("text", .text(rule.help))])),
            ("defaultConfiguration", .object([("level", .text(level(rule.severity)))])),
            (
                "properties",
                .object([
                    ("tags", .list([.text(rule.category)])), ("precision", .text("high")),
                    ("problem.severity", .text(severity)),
                ])
            ),
        ])
    }
}
