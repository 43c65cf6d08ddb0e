import Diagnostics
import DisplayText
import DocumentStorage
import TerminalIO

/// Writes a report while the files come in, and knows how the run ends.
final class FindingReport {
    private let options: FindingOptions
    private var reporter: any FindingReporter
    private var output: ReportOutput
    private var progress: ProgressLine
    private var tally = FindingTally()
    private var firstFailure: ExitStatus?
    private var passedOver: [String] = []
    /// Of the list that is to be written.
    private let baseline: Baseline?
    private var baselineLines: [String] = []

    init(_ run: FindingRun, fileCount: Int) {
        options = run.options
        let styled = StyledOutput(environment: run.surroundings.environment)
        reporter = options.format.reporter(run.surroundings(for: styled))
        output = ReportOutput(styled, format: options.format)
        progress = ProgressLine { "\($0) of \(counted(fileCount, "file"))" }
        baseline = options.writeBaseline.map { Baseline($0, workingFolder: run.surroundings.folder) }
    }

    func begin() { if baseline == nil { output.add(reporter.begin()) } }

    func showProgress(_ done: Int) { progress.show(done) }

    func take(_ outcome: FileOutcome) {
        switch outcome {
        case .failed(let failure): tell(failure)
        case .passedOver(let name): passedOver.append(name)
        case .read(let file):
            tally.add(file)
            if let baseline {
                baselineLines += baseline.lines(for: file)
            } else if !file.findings.isEmpty {
                progress.clear()
                output.add(reporter.report(file))
            }
        }
    }

    /// One file among many that cannot be read: the others are read all the same, the status says so.
    func tell(_ failure: Failure) {
        progress.clear()
        StandardError.say(visible("debrief: \(failure.message)"))
        firstFailure = firstFailure ?? failure.status
    }

    /// Files that are named and that the configuration excludes all the same.
    func tell(leftOut first: String, others: Int) {
        let names = others == 0 ? first : "\(first) and \(counted(others, "other"))"
        StandardError.say(visible("Left out by 'exclude' in the configuration: \(names)."))
    }

    func finish() throws {
        progress.clear()
        if let path = options.writeBaseline {
            try writeBaseline(path)
        } else {
            // Where nothing could be read, what was told already is all there is to say to a person.
            if tally.files > 0 || options.format != .text { output.add(reporter.finish(tally)) }
            output.flush()
        }
        tellPassedOver()
        if let firstFailure { throw firstFailure.code }
        if options.writeBaseline == nil, let level = options.failOn.severity, tally.reaches(level) {
            throw ExitStatus.findings.code
        }
    }

    private func tellPassedOver() {
        guard let first = passedOver.first else { return }
        let names = passedOver.count == 1 ? first : "\(first) and \(counted(passedOver.count - 1, "other"))"
        StandardError.say(
            visible("Passed over, as no guide has three of their headings: \(names)."))
    }

    private func writeBaseline(_ path: String) throws {
        do {
            try StoredDocument.replacing(path, with: Array(Baseline.text(baselineLines).utf8))
        } catch {
            throw Failure(error)
        }
        StandardError.say(visible("\(counted(baselineLines.count, "finding")) noted in \(path)."))
    }
}
