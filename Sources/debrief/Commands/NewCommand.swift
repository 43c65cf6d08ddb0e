import ArgumentParser
import Diagnostics
import DisplayText
import DocumentStorage
import Forms
import Guides
import IncidentTime
import Postmortems
import StrictYAML
import TerminalIO

/// `debrief new [FILE]`: create a document, with answers from a file or none.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Create a postmortem; with --answers it is filled from YAML or JSON without asking.",
        discussion:
            "Without answers it asks for them. Where there is neither a terminal nor a line to read, the document has every heading and a placeholder wherever an answer goes."
    )

    @Argument(
        help: "Where to create it; without a name it is made from the date and the title.",
        completion: .file(extensions: ["md"]))
    var file: String?

    @Option(help: "The guide to follow: standard, short or one of your own.")
    var guide: String?

    @Option(
        help: "Answers in YAML or JSON, '-' for standard input.",
        completion: .file(extensions: ["yml", "yaml", "json"]))
    var answers: String?

    @OptionGroup var day: DayOption

    @Flag(help: "Whole lines only: no redrawing, no colour, numbered choices; good with a screen reader.")
    var plain = false

    func run() throws {
        let surroundings = Surroundings.current
        guard let answers else { return try interview(surroundings) }
        let source = try source(answers)
        let parsed = StrictYAML.parse(source)
        guard let node = parsed.node, parsed.problems.isEmpty else {
            throw Failure(
                .unreadable, parsed.problems.map { $0.rendered(in: source) }.joined(separator: "\n"))
        }
        let read = AnswersFile.read(AnswerValue(node))
        let prompts = PromptFiles(surroundings: surroundings).beside(file)
        let named = read.file.map { $0.guide.isEmpty ? "standard" : $0.guide }
        let followed = try prompts.guide(named: guide ?? named ?? "standard")
        let filled = read.file?.applied(to: Postmortem.blank(followed))
        let problems = read.problems + (filled?.problems ?? [])
        guard problems.isEmpty, let filled else {
            throw Failure(
                .unreadable, problems.map { "\(visible(answers)): \(visible($0))" }.joined(separator: "\n"))
        }
        try create(filled.postmortem, surroundings)
    }

    private func create(_ postmortem: Postmortem, _ surroundings: Surroundings) throws {
        let today = surroundings.now(today: try day.date(surroundings)).date
        let date = postmortem.incidentDate ?? today
        let name =
            file
            ?? FileName.unused(
                title: postmortem.title ?? "", date: date.description, in: surroundings.folder)
        do {
            try StoredDocument.checkSize(postmortem.document.bytes, of: name)
            _ = try StoredDocument.creating(name, postmortem.document.bytes)
        } catch {
            throw Failure(error)
        }
        StandardError.say("Created \(visible(name)).")
    }

    /// Without answers a new document is what the interview starts with.
    private func interview(_ surroundings: Surroundings) throws {
        if let file, FolderListing.exists(file) {
            throw Failure(
                .cannotCreate,
                "'\(visible(file))' exists already; 'debrief \(visible(file))' goes on with it.")
        }
        if let file, let link = StorageError.deadLink(file, .cannotCreate) { throw Failure(link) }
        let terminal = TerminalChoice(surroundings: surroundings, isPlain: plain).terminal
        let opening = InterviewOpening(
            surroundings: surroundings, terminal: terminal, guide: guide, today: try day.date(surroundings))
        let status = try opening.start(file)
        if status != .success { throw status.code }
    }

    private func source(_ path: String) throws -> YAMLSource {
        do {
            let isInput = path == "-"
            let bytes = try isInput ? StandardInput.document() : documentBytes(at: path)
            return YAMLSource(
                name: isInput ? "standard input" : path, text: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw Failure(error)
        }
    }
}
