import Consistency
import Diagnostics
import DisplayText
import DocumentStorage
import Glibc
import LosslessMarkdown
import TerminalIO

/// A document that findings are looked for in.
struct ReviewedFile: Sendable {
    /// As it is named in the report.
    let name: String
    let document: MarkdownDocument
}

/// Findings of a file, or why it is none that is looked at.
typealias FindingSearch = @Sendable (ReviewedFile) throws(Failure) -> [Finding]

/// Reads the files, looks for findings on all cores, leaves out what comments, the configuration, a revision or a list of
/// known findings leave out, and writes the report. What is looked for is the caller's.
struct FindingRun {
    let options: FindingOptions
    let surroundings: Surroundings
    let names: FindingNames
    var rules: [String: RuleDescription] = [:]
    let config: ProjectConfig

    init(_ options: FindingOptions, _ surroundings: Surroundings, names: FindingNames) throws(Failure) {
        self.options = options
        self.surroundings = surroundings
        self.names = names
        config = try ProjectConfig.read(surroundings, known: names.all)
    }

    /// - Parameter find: findings of a file in document order, or why it is none that is looked at here; called on
    ///   several threads at once.
    func run(_ find: @escaping FindingSearch) throws {
        let arguments = FileArguments(
            options.files.isEmpty ? ["."] : options.files, exclude: config.exclude)
        let files = arguments.files
        if let path = options.writeBaseline { try OutputPlace(path).check(sparing: files) }
        let sieve = try FindingSieve(self, find)
        let work = OrderedWork(count: files.count) { sieve.outcome(of: files[$0]) }
        let report = FindingReport(self, fileCount: files.count)
        for failure in arguments.failures { report.tell(failure) }
        arguments.leftOut.first.map { report.tell(leftOut: $0, others: arguments.leftOut.count - 1) }
        report.begin()
        work.forEach(isWaiting: { report.showProgress($0) }) { report.take($0) }
        try report.finish()
    }

    func surroundings(for output: StyledOutput) -> ReportSurroundings {
        ReportSurroundings(
            face: CharacterFace(visible: { visible($0) }, width: { displayWidth($0) }),
            width: output.columns ?? 100, version: Debrief.configuration.version, rules: rules,
            folder: surroundings.folder)
    }
}

/// What became of one file.
enum FileOutcome: Sendable {
    case read(FileFindings)
    /// Came along with a folder or a pattern and is none of the kind that is looked at.
    case passedOver(String)
    case failed(Failure)
}

/// From a path to the findings that are to be told.
struct FindingSieve: Sendable {
    private let find: FindingSearch
    private let names: FindingNames
    private let config: ProjectConfig
    private let selection: CategorySelection
    private let changes: ChangedLines?
    private let baseline: Baseline?
    private let tellsUnused: Bool
    private let stdinName: String
    private let asked: Set<String>

    init(_ run: FindingRun, _ find: @escaping FindingSearch) throws(Failure) {
        let options = run.options
        self.find = find
        names = run.names
        config = run.config
        selection = try CategorySelection(only: options.only, except: options.except, names: run.names)
        changes = try options.changed.map { rev throws(Failure) in
            try ChangedLines(since: rev, in: run.surroundings.folder)
        }
        baseline = try options.baseline.map { path throws(Failure) in
            try Baseline.read(path, workingFolder: run.surroundings.folder)
        }
        tellsUnused = options.unused
        asked = Set(options.files)
        stdinName = options.stdinFilename ?? FileArguments.standardInput
    }

    func outcome(of path: String) -> FileOutcome {
        let isInput = path == FileArguments.standardInput
        let name = isInput ? stdinName : path
        let lines = isInput ? .all : changes?.lines(of: path) ?? (changes == nil ? .all : nil)
        guard let lines else { return .read(FileFindings(file: name, bytes: [], findings: [])) }
        let bytes: [UInt8]
        do {
            bytes = try isInput ? StandardInput.document() : documentBytes(at: path)
        } catch {
            return .failed(Failure(error))
        }
        do {
            return .read(try new(ReviewedFile(name: name, document: MarkdownDocument(bytes)), within: lines))
        } catch {
            return asked.contains(path) ? .failed(error) : .passedOver(name)
        }
    }

    /// What is found in a document, without what its comments, the configuration and the options leave out.
    private func told(_ file: ReviewedFile) throws(Failure) -> [Finding] {
        let found = try find(file)
        let comments = Suppressions(file.document)
        let applied = comments.applied(to: found)
        var told = applied.open
        if !comments.isEmpty {
            told += comments.problems(known: names.all)
            if tellsUnused { told += applied.unused.filter { isOurs($0) }.map { Suppressions.unused($0) } }
            told.sort { $0.span.range.lowerBound < $1.span.range.lowerBound }
        }
        return config.applied(to: told.filter { selection.takes($0) }, in: file.document.bytes)
    }

    /// What is told of a document, without what a list of known findings or unchanged lines leave out, and with the
    /// document's bytes as a report may show them.
    func new(_ reviewed: ReviewedFile, within lines: ChangedLines.Lines = .all) throws(Failure)
        -> FileFindings
    {
        let told = try told(reviewed)
        guard !told.isEmpty else { return FileFindings(file: reviewed.name, bytes: [], findings: []) }
        var file = FileFindings(
            file: reviewed.name, bytes: reviewed.document.bytes.withoutSecrets, findings: told)
        if let baseline {
            file.findings = baseline.new(in: file)
        }
        if case .some(let ranges) = lines {
            file.findings = file.findings.filter { finding in
                let lines = Self.lines(around: finding, in: reviewed.document)
                return ranges.contains { $0.overlaps(lines) }
            }
        }
        return file
    }

    /// Those of the sentence that a finding is in: who did it may stand on another line than what was done. A comment
    /// without effect is about its own line.
    private static func lines(around finding: Finding, in document: MarkdownDocument) -> ClosedRange<Int> {
        var range = finding.span.range
        if finding.category != Suppressions.category,
            let sentence = EditableSentence(in: document, around: range)?.range
        {
            range = min(range.lowerBound, sentence.lowerBound)..<max(range.upperBound, sentence.upperBound)
        }
        let first = document.position(of: range.lowerBound).line
        return first...max(first, document.position(of: range.upperBound).line)
    }

    /// Whether a comment without effect could have had one here: another command's categories are not looked for.
    private func isOurs(_ comment: Directive) -> Bool {
        switch comment.kind {
        case .keep(let named, _): named.split(separator: ",").allSatisfy { names.own.contains(String($0)) }
        case .off(let category?), .on(let category?): names.own.contains(category)
        case .off(nil), .on(nil): true
        case .guide, .unknown: false
        }
    }
}
