import ArgumentParser
import DocumentStorage
import Postmortems
import Rendering

extension ExportFormat: ExpressibleByArgument {}

/// `debrief export FILE --to FORMAT`
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a postmortem in another format.")

    @Argument(help: "The postmortem to export.", completion: .file(extensions: ["md"]))
    var file: String

    @Option(help: "\(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var to: ExportFormat

    @Option(name: [.customShort("o"), .long], help: "Where to write it; without it, standard output.")
    var output: String?

    @Option(help: "The guide to follow, where the document does not name one.")
    var guide: String?

    func run() throws {
        let prompts = PromptFiles(surroundings: .current)
        let postmortem = try OpenDocument(file, guide: guide, prompts: prompts).postmortem
        let text = to.text(of: postmortem)
        guard let output else { return StandardOutput.write(text) }
        try OutputPlace(output).check(sparing: [file])
        do {
            try StoredDocument.replacing(output, with: Array(text.utf8))
        } catch {
            throw Failure(error)
        }
    }
}
