import ArgumentParser
import BuiltInPrompts
import Diagnostics
import DisplayText
import Guides

/// `debrief guides [FILE...]`: list what can be followed, or check guide files.
struct GuidesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guides", abstract: "List the guides, or check guide files of your own.",
        discussion:
            "Your own guides are YAML files in '.debrief/' beside the documents, or in the config folder.")

    @Argument(help: "Guide files to check.", completion: .file(extensions: ["yml", "yaml"]))
    var files: [String] = []

    func run() throws {
        let prompts = PromptFiles(surroundings: .current)
        if files.isEmpty { return try list(prompts) }
        var problems: [String] = []
        for file in files {
            do {
                let guide = try prompts.read(file)
                StandardOutput.write(
                    visible("\(file): \(counted(guide.askedQuestions.count, "question")), no problem\n"))
            } catch {
                guard error.status == .unreadable else { throw error }
                problems.append(error.message)
            }
        }
        guard problems.isEmpty else {
            StandardError.say(visible(problems.joined(separator: "\n")))
            throw ExitStatus.unreadable.code
        }
    }

    /// Every guide with its place; a broken one of a user's own says so in its line.
    private func list(_ prompts: PromptFiles) throws {
        var isEveryGuideFit = true
        for name in prompts.guideNames {
            let own = prompts.ownFiles.first { $0.name == name }?.path
            do {
                let guide = try prompts.guide(named: name)
                let essential = guide.askedQuestions.count { guide[$0]?.isEssential == true }
                StandardOutput.write(
                    visible(
                        "\(name)  \(guide.title): \(counted(guide.askedQuestions.count, "question")), \(essential) essential. \(guide.description)\(own.map { " (\($0))" } ?? "")\n"
                    ))
            } catch {
                StandardOutput.write(visible("\(name)  cannot be used:\n\(error.message)\n"))
                isEveryGuideFit = false
            }
        }
        if !isEveryGuideFit { throw ExitStatus.unreadable.code }
    }
}
