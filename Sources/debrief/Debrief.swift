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
        if CommandLine.arguments.dropFirst().first == ReviewCommand.configuration.commandName {
            WordingFiles.prepare()
        }
        do {
            var command = try parseAsRoot()
            try command.run()
            if let failure = StandardOutput.failure { throw failure }
        } catch {
            end(with: StandardOutput.failure.map { $0 as any Error } ?? error)
        }
    }

    /// Help and versions go to standard output as they are; whatever quotes an argument is made visible.
    private static func end(with error: any Error) -> Never {
        if let failure = error as? Failure {
            StandardError.say(visible("debrief: \(failure.message)"))
            exit(withError: failure.status.code)
        }
        let code = exitCode(for: error)
        guard code != .success, !(error is ExitCode) else { exit(withError: error) }
        StandardError.say(visible(fullMessage(for: error)))
        exit(withError: code)
    }
}
