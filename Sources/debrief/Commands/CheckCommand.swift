import ArgumentParser
import Consistency
import Diagnostics
import IncidentTime
import DocumentStorage
import LosslessMarkdown
import Postmortems
import Wording

/// `debrief check FILE...`: what a postmortem leaves open, and where it disagrees with itself.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find where a postmortem is incomplete or disagrees with itself.",
        discussion: """
            Reads the whole document: placeholders and open sections, times, numbers, what answers what, actions, whys, \
            secrets. Each finding names both places and what would settle it. A comment \
            '<!-- debrief:keep CATEGORY reason -->' keeps a finding in its paragraph, item, cell or heading. In a folder, \
            Markdown files that are no postmortems are passed over.
            """)

    @OptionGroup var options: FindingOptions

    @Option(help: "The guide to follow, where a document does not name one.")
    var guide: String?

    @OptionGroup var day: DayOption

    func run() throws {
        let surroundings = Surroundings.current
        let shelf = GuideShelf(PromptFiles(surroundings: surroundings), name: guide)
        if let guide { _ = try PromptFiles(surroundings: surroundings).guide(named: guide) }
        let today = surroundings.now(today: try day.date(surroundings)).date
        let zones = ZoneSource(ZoneFiles.rules)
        var run = try FindingRun(options, surroundings, names: .checks)
        run.rules = Dictionary(
            uniqueKeysWithValues: CheckID.allCases.map { ($0.rawValue, $0.ruleDescription) })
        try run.run { file throws(Failure) -> [Finding] in
            guard let postmortem = shelf.postmortem(file.document) else {
                throw Self.refusal(file.name, shelf)
            }
            return DocumentChecks.findings(in: postmortem, today: today, zones: zones)
        }
    }

    private static func refusal(_ name: String, _ shelf: GuideShelf) -> Failure {
        if let whole = StaleFiles.wholeText(of: StoredDocument.realPath(name)) {
            return OpenDocument.cutShort(name, whole)
        }
        return Failure(
            .unreadable,
            "'\(name)' does not look like a postmortem: it has fewer than three headings of any guide. '--guide NAME' says which it follows (\(shelf.names.joined(separator: ", ")))."
        )
    }
}

extension CheckID {
    fileprivate var ruleDescription: RuleDescription {
        RuleDescription(
            id: rawValue, category: category.rawValue, severity: severity, summary: summary,
            help: "\(summary) \(help)")
    }

    private var help: String { "'<!-- debrief:keep \(rawValue) reason -->' keeps a finding where it stands." }
}

extension FindingNames {
    /// What `debrief check` speaks of, and what comments may name for `debrief review`.
    static let checks = FindingNames(
        own: CheckCategory.allCases.map(\.rawValue) + CheckID.allCases.map(\.rawValue),
        others: BlameCategory.allCases.map(\.rawValue) + WordingTrap.allCases.map(\.rawValue))
}
