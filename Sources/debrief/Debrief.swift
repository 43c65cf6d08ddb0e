import ArgumentParser
import DisplayText
import DocumentStorage

@main
struct Debrief: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "debrief",
        abstract:
            "Interviews people about an incident and keeps a blameless postmortem in one Markdown file.",
        usage: """
            debrief [FILE] [--guide NAME] [--plain] [--no-input] [--today DATE]
            debrief <subcommand>
            """,
        discussion: """
            Without a file, debrief offers the unfinished postmortems in this folder or starts a new one.
            Every accepted answer is on disk before the next question; 'debrief FILE' goes on where it stopped.
            """,
        version: "1.0.0",
        subcommands: [
            InterviewCommand.self, NewCommand.self, StatusCommand.self, ExportCommand.self,
            ReviewCommand.self, CheckCommand.self, GuidesCommand.self, RulesCommand.self,
        ],
        defaultSubcommand: InterviewCommand.self)

    static func main() {
        StandardStreams.fillGaps()
        ProcessSignals.ignoreFileSizeAndPipe()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            StandardError.say(visible("debrief: \(failure.message)"))
            exit(withError: failure.status.code)
        } catch {
            exit(withError: error)
        }
    }
}
