/// The formats that findings are told in.
package enum ReportFormat: String, CaseIterable, Sendable {
    /// For people: a frame of the line for each finding, and a summary.
    case text
    /// The promise to programs: `{"version":1,"findings":[…]}`.
    case json
    /// SARIF 2.1.0, for code scanning.
    case sarif
    /// Workflow commands, which GitHub shows beside the changed lines.
    case github
    /// A line of reviewdog's JSON for each finding.
    case rdjsonl

    package func reporter(_ surroundings: ReportSurroundings) -> any FindingReporter {
        switch self {
        case .text: TextReporter(surroundings)
        case .json: JSONReporter()
        case .sarif: SARIFReporter(surroundings)
        case .github: GitHubReporter(surroundings)
        case .rdjsonl: ReviewdogReporter()
        }
    }
}

/// What reporters cannot know by themselves.
package struct ReportSurroundings: Sendable {
    package var face: CharacterFace
    /// Columns a line of text may take.
    package var width: Int
    package var version: String
    package var rules: [String: RuleDescription]
    /// The folder that SARIF's paths start from, without a slash at its end.
    package var folder: String

    package init(
        face: CharacterFace, width: Int = 100, version: String, rules: [String: RuleDescription] = [:],
        folder: String = ""
    ) {
        self.face = face
        self.width = width
        self.version = version
        self.rules = rules
        self.folder = folder
    }
}

/// What becomes of characters on a terminal.
package struct CharacterFace: Sendable {
    /// Text without anything that could steer a terminal or hide text.
    package var visible: @Sendable (String) -> String
    /// Columns a character takes.
    package var width: @Sendable (Character) -> Int

    package init(
        visible: @escaping @Sendable (String) -> String, width: @escaping @Sendable (Character) -> Int
    ) {
        self.visible = visible
        self.width = width
    }
}
