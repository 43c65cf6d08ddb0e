import ArgumentParser
import Diagnostics
import DisplayText
import Forms
import Guides
import Postmortems
import Rendering
import TerminalIO

/// `debrief status FILE`: what is answered and what is not, and where placeholders are left.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "What is answered and what is not, section by section.")

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
    }

    @Argument(help: "The postmortem to look at.", completion: .file(extensions: ["md"]))
    var file: String

    @Option(help: "The guide to follow, where the document does not name one.")
    var guide: String?

    @Option(help: "text or json.")
    var format: Format = .text

    func run() throws {
        let prompts = PromptFiles(surroundings: .current)
        let postmortem = try OpenDocument(file, guide: guide, prompts: prompts).postmortem
        switch format {
        case .text:
            let width = StyledOutput(environment: Surroundings.current.environment).columns
            StandardOutput.write(StatusText(postmortem, file: file, width: width).text)
        case .json: StandardOutput.write(StatusJSON.text(of: postmortem, file: file))
        }
    }
}

/// The status as a person reads it.
struct StatusText {
    private let postmortem: Postmortem
    private let file: String
    /// Of the terminal; nil in a pipe, where lines stay whole.
    private let width: Int?

    init(_ postmortem: Postmortem, file: String, width: Int? = nil) {
        self.postmortem = postmortem
        self.file = file
        self.width = width
    }

    var text: String {
        (summary + sections + placeholders).flatMap { fitted(visible($0)) }.map { $0 + "\n" }.joined()
    }

    /// What goes on behind a mark or a position begins below the words there.
    private func fitted(_ line: String) -> [String] {
        guard let width else { return [line] }
        let indent = line.hasPrefix("  ") ? 7 : 2
        return wrapped(StyledText(line), width: max(20, width - 1), indent: indent).map(\.text)
    }

    private var summary: [String] {
        let ids = postmortem.guide.askedQuestions
        let settled = ids.count { postmortem.reading($0).state.isSettled }
        return [
            "\(file): \(settled) of \(counted(ids.count, "question")) answered, guide '\(postmortem.guide.name)'",
            "[x] answered, [-] does not apply, [?] not known yet, [ ] open; * essential and open", "",
        ]
    }

    private var sections: [String] {
        postmortem.guide.askedSections.flatMap { section -> [String] in
            [section.heading ?? "\(section.id.prefix(1).uppercased())\(section.id.dropFirst())"]
                + section.questions.map { question in
                    let id = QuestionID(section.id, question.field.id)
                    let state = postmortem.reading(id).state
                    let label = question.field.label.isEmpty ? id.question : question.field.label
                    return "  \(state.mark)\(question.isEssential && !state.isSettled ? "*" : " ") \(label)"
                }
        }
    }

    private var placeholders: [String] {
        let left = postmortem.placeholders
        guard !left.isEmpty else { return [] }
        return ["", "\(counted(left.count, "placeholder")) left:"]
            + left.map { placeholder in
                let position = postmortem.document.position(of: placeholder.range.lowerBound)
                return "  \(position.line):\(position.column)  \(placeholder.text)"
            }
    }
}
