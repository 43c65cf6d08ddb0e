import Diagnostics
import DisplayText
import TerminalIO

/// Writes a report's lines in pieces that are large enough to be fast.
struct ReportOutput {
    private static let piece = 64 * 1024

    private let output: StyledOutput
    private let format: ReportFormat
    private var waiting = ""

    init(_ output: StyledOutput, format: ReportFormat) { (self.output, self.format) = (output, format) }

    mutating func add(_ lines: [ReportLine]) {
        for line in lines.flatMap(broken) { waiting += output.rendered(line) + "\n" }
        if waiting.utf8.count >= Self.piece || output.columns != nil { flush() }
    }

    /// On a terminal a line for people ends between words; what continues it stands to the right of its start. A pipe and
    /// a program get it whole, and the frame of a line is as wide as the terminal already.
    private func broken(_ line: ReportLine) -> [StyledText] {
        let text = StyledText(line)
        guard format == .text, !line.runs.contains(where: { $0.role == .source || $0.role == .mark }),
            let columns = output.columns, displayWidth(text.text) > columns
        else { return [text] }
        let start = text.text.prefix { $0 == " " }.count
        return wrapped(text, width: columns, indent: start == 0 ? 4 : start + 5)
    }

    mutating func flush() {
        guard !waiting.isEmpty else { return }
        StandardOutput.write(waiting)
        waiting = ""
    }
}

extension StyledText {
    init(_ line: ReportLine) {
        self.init()
        for run in line.runs { append(run.text, TextStyle(run.role)) }
    }
}

extension TextStyle {
    fileprivate init(_ role: ReportLine.Role) {
        self =
            switch role {
            case .plain, .source: .plain
            case .place: .strong
            case .error, .mark: .finding
            case .warning: .problem
            case .hint: .hint
            case .question: .question
            case .suggestion: .suggestion
            }
    }
}
