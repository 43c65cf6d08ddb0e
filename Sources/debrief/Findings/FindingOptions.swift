import ArgumentParser
import Diagnostics
import DisplayText
import Forms
import LosslessMarkdown

extension ReportFormat: ExpressibleByArgument {}

/// From which severity on a run ends with 1.
enum FailLevel: String, CaseIterable, ExpressibleByArgument {
    case error
    case warning
    case never

    var severity: Severity? {
        switch self {
        case .error: .error
        case .warning: .warning
        case .never: nil
        }
    }
}

/// What every command that reports findings understands.
struct FindingOptions: ParsableArguments {
    @Argument(
        help: "Markdown files, folders, patterns in quotes, or '-' for standard input.",
        completion: .file(extensions: ["md"]))
    var files: [String] = []

    @Option(help: "\(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: ReportFormat = .text

    @Option(help: "End with 1 from this severity on: error, warning or never.")
    var failOn: FailLevel = .error

    @Option(help: ArgumentHelp("What standard input is called in the report.", valueName: "name"))
    var stdinFilename: String?

    @Option(
        help: ArgumentHelp(
            "Only these categories or rules; may be given again, or with commas.", valueName: "category"))
    var only: [String] = []

    @Option(help: ArgumentHelp("All but these categories or rules.", valueName: "category"))
    var except: [String] = []

    @Option(help: ArgumentHelp("Only lines that have changed since a Git revision.", valueName: "rev"))
    var changed: String?

    @Option(
        help: ArgumentHelp("Only what is not in this list of known findings.", valueName: "file"),
        completion: .file())
    var baseline: String?

    @Option(
        help: ArgumentHelp("Write all present findings into a list for --baseline.", valueName: "file"),
        completion: .file())
    var writeBaseline: String?

    @Flag(help: "Also tell which 'debrief:keep' and 'debrief:off' comments cover nothing.")
    var unused = false

    func validate() throws {
        if files.isEmpty, changed == nil {
            throw ValidationError(
                "Name what to read: Markdown files, folders, patterns in quotes, or '-' for standard input.")
        }
        if changed != nil, files.contains(FileArguments.standardInput) {
            throw ValidationError("'--changed' compares files, so it cannot go with '-'.")
        }
        if baseline != nil, writeBaseline != nil {
            throw ValidationError(
                "'--baseline' reads a list and '--write-baseline' makes one; one at a time.")
        }
        if stdinFilename != nil, !files.contains(FileArguments.standardInput) {
            throw ValidationError(
                "'--stdin-filename' names what comes in with '-'; '-' is not among the files.")
        }
    }
}

/// What findings may be called: by this command, and by others that a comment or a configuration may name as well.
struct FindingNames: Sendable {
    var own: [String]
    var others: [String]

    var all: [String] { own + others + [Suppressions.category] }
}

/// Which categories and rules were asked for.
struct CategorySelection: Sendable {
    private let only: Set<String>
    private let except: Set<String>

    init(only: [String], except: [String], names: FindingNames) throws(Failure) {
        self.only = try Self.names(only, "--only", names)
        self.except = try Self.names(except, "--except", names)
    }

    func takes(_ finding: Finding) -> Bool {
        if except.contains(finding.category) || except.contains(finding.rule) { return false }
        return only.isEmpty || only.contains(finding.category) || only.contains(finding.rule)
    }

    private static func names(_ given: [String], _ option: String, _ names: FindingNames) throws(Failure)
        -> Set<String>
    {
        let words = given.flatMap { $0.split(separator: ",").map(\.trimmed) }
        let known = names.own + [Suppressions.category]
        for word in words where !known.contains(word) {
            let guess = closest(to: word, in: known).map { " Did you mean '\($0)'?" } ?? ""
            throw Failure(
                .usage, "'\(option)' knows no category or rule '\(word)'.\(guess) 'debrief rules' lists them."
            )
        }
        return Set(words)
    }
}
