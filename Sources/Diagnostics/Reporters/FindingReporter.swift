/// Turns findings into the text of one format, file by file, so that no more than a file's findings are held. It reads
/// and writes nothing: what it gives back is for the caller to write.
package protocol FindingReporter {
    /// What stands before the first file.
    mutating func begin() -> [ReportLine]
    mutating func report(_ file: FileFindings) -> [ReportLine]
    /// What stands behind the last file.
    mutating func finish(_ tally: FindingTally) -> [ReportLine]
}

extension FindingReporter {
    /// The whole report at once.
    package func report(on files: [FileFindings]) -> String {
        var reporter = self
        var tally = FindingTally()
        var lines = reporter.begin()
        for file in files {
            tally.add(file)
            lines += reporter.report(file)
        }
        return (lines + reporter.finish(tally)).map { $0.text + "\n" }.joined()
    }
}

/// A line of a report in stretches that say what they are; what that looks like is the caller's business.
package struct ReportLine: Equatable, Sendable {
    package enum Role: String, CaseIterable, Sendable {
        case plain
        case place
        case error
        case warning
        case hint
        case source
        case mark
        case question
        case suggestion
    }

    package private(set) var runs: [(text: String, role: Role)]

    package init(_ text: String = "", _ role: Role = .plain) { runs = [(text, role)] }

    package mutating func append(_ text: String, _ role: Role = .plain) { runs.append((text, role)) }

    package var text: String { runs.map(\.text).joined() }

    package static func == (left: ReportLine, right: ReportLine) -> Bool {
        left.runs.elementsEqual(right.runs) { $0.text == $1.text && $0.role == $1.role }
    }
}

extension Severity {
    package var role: ReportLine.Role {
        switch self {
        case .error: .error
        case .warning: .warning
        case .hint: .hint
        }
    }
}

/// How many findings there are, of which kinds, in how many files.
package struct FindingTally: Equatable, Sendable {
    package private(set) var files = 0
    package private(set) var filesWithFindings = 0
    package private(set) var bySeverity: [Severity: Int] = [:]
    package private(set) var byCategory: [String: Int] = [:]

    package init() {}

    package var total: Int { bySeverity.values.reduce(0, +) }

    package mutating func add(_ file: FileFindings) {
        files += 1
        if !file.findings.isEmpty { filesWithFindings += 1 }
        for finding in file.findings {
            bySeverity[finding.severity, default: 0] += 1
            byCategory[finding.category, default: 0] += 1
        }
    }

    /// Whether there is a finding of a severity or above.
    package func reaches(_ severity: Severity) -> Bool { bySeverity.keys.contains { $0 >= severity } }

    /// `3 findings in 2 of 14 files: 2 errors and 1 warning`.
    package var sentence: String {
        let places =
            files == 1
            ? "" : " in \(filesWithFindings == 0 ? "" : "\(filesWithFindings) of ")\(counted(files, "file"))"
        guard total > 0 else { return "No findings\(places)" }
        let kinds = Severity.allCases.reversed().compactMap { severity in
            bySeverity[severity].map { counted($0, severity.rawValue) }
        }
        return "\(counted(total, "finding"))\(places): \(joined(kinds, "and"))"
    }
}
