/// GitHub's workflow commands. It shows ten of each kind and step, so errors come first, and a last line says what is
/// there when not all can be shown.
package struct GitHubReporter: FindingReporter {
    /// What GitHub shows of one kind in one step of a workflow.
    private static let shown = 10

    private let face: CharacterFace
    private var commands: [Severity: [String]] = [:]

    package init(_ surroundings: ReportSurroundings) { face = surroundings.face }

    package mutating func begin() -> [ReportLine] { [] }

    package mutating func report(_ file: FileFindings) -> [ReportLine] {
        for found in file.located {
            commands[found.finding.severity, default: []].append(command(found, in: file.file))
        }
        return []
    }

    package mutating func finish(_ tally: FindingTally) -> [ReportLine] {
        let lines = Severity.allCases.reversed().flatMap { commands[$0] ?? [] }.map { ReportLine($0) }
        let isCut = commands.values.contains { $0.count > Self.shown }
        let note = isCut ? "; GitHub shows the first \(Self.shown) of each kind, this log shows all" : ""
        return lines + [ReportLine("\(tally.sentence)\(note).")]
    }

    private func command(_ found: LocatedFinding, in file: String) -> String {
        var properties = [("file", file), ("line", "\(found.start.line)")]
        if found.isOnOneLine { properties.append(("col", "\(found.start.column)")) }
        properties.append(("endLine", "\(found.end.line)"))
        // With columns on two lines GitHub drops the annotation.
        if found.isOnOneLine { properties.append(("endColumn", "\(found.end.column)")) }
        properties.append(("title", found.finding.name))
        let words = properties.map { "\($0)=\(property($1))" }.joined(separator: ",")
        return "::\(kind(found.finding.severity)) \(words)::\(message(found.finding))"
    }

    private func kind(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .hint: "notice"
        }
    }

    private func message(_ finding: Finding) -> String {
        let parts = [finding.message, finding.question] + finding.suggestions.prefix(1).map(\.description)
        return data(parts.compactMap { $0 }.joined(separator: "\n"))
            .replacing("::", with: ": :").replacing("##[", with: "## [")
    }

    private func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }

    private func data(_ text: String) -> String {
        var data = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": data += "%25"
            case "\r": data += "%0D"
            case "\n": data += "%0A"
            case "\t": data += " "
            default: data.unicodeScalars.append(scalar)
            }
        }
        return face.visible(data)
    }
}
