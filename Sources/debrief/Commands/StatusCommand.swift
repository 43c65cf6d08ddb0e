import ArgumentParser
import Diagnostics
import DisplayText
import Forms
import Guides
import Postmortems
import Rendering

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
        case .text: StandardOutput.write(StatusText(postmortem, file: file).text)
        case .json: StandardOutput.write(StatusJSON.text(of: postmortem, file: file))
        }
    }
}

/// The status as a person reads it.
struct StatusText {
    private let postmortem: Postmortem
    private let file: String

    init(_ postmortem: Postmortem, file: String) {
        self.postmortem = postmortem
        self.file = file
    }

    var text: String { visible((summary + sections + placeholders).joined(separator: "\n") + "\n") }

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
