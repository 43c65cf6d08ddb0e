import ArgumentParser
import Diagnostics
import DisplayText
import DocumentStorage
import Guides
import IncidentTime
import InterviewEngine
import LosslessMarkdown
import Postmortems
import TerminalIO

/// `debrief [FILE]`: start a postmortem, or go on with one.
struct InterviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interview", abstract: "Start a postmortem, or go on with FILE (the default).")

    @Argument(help: "The postmortem to go on with.", completion: .file(extensions: ["md"]))
    var file: String?

    @Option(help: "The guide to follow: standard, short or one of your own.")
    var guide: String?

    @OptionGroup var day: DayOption

    @Flag(help: "Whole lines only: no redrawing, no colour, numbered choices; good with a screen reader.")
    var plain = false

    @Flag(help: "Never prompt: list the essential questions that are open and end with 1.")
    var noInput = false

    func run() throws {
        let surroundings = Surroundings.current
        if noInput { return try listMissing(surroundings) }
        let terminal = TerminalChoice(surroundings: surroundings, isPlain: plain).terminal
        let opening = InterviewOpening(
            surroundings: surroundings, terminal: terminal, guide: guide, today: try day.date(surroundings))
        let status = try opening.run(file)
        if status != .success { throw status.code }
    }

    private func listMissing(_ surroundings: Surroundings) throws {
        guard let file else { throw Failure(.usage, "'--no-input' needs the file to look at.") }
        let open = try OpenDocument(file, guide: guide, prompts: PromptFiles(surroundings: surroundings))
            .postmortem
        let missing = open.guide.questionIDs.filter {
            open.guide[$0]?.isEssential == true && !open.reading($0).state.isSettled
        }
        guard !missing.isEmpty else { return }
        StandardError.say(
            "\(counted(missing.count, "essential question")) without an answer in \(visible(file)):")
        for id in missing { StandardError.say(visible("  \(id)  \(open.guide[id]?.ask ?? "")")) }
        throw ExitStatus.findings.code
    }
}

/// `--today DATE`, wherever the day matters.
struct DayOption: ParsableArguments {
    @Option(help: ArgumentHelp("Take DATE for today, so that a run can be repeated.", valueName: "date"))
    var today: String?

    func date(_ surroundings: Surroundings) throws -> CalendarDate? {
        guard let today else { return nil }
        guard let date = CalendarDate.parse(today, today: surroundings.now(today: nil).date) else {
            throw Failure(.usage, "'\(visible(today))' is no date; --today takes one such as 2026-03-02.")
        }
        return date
    }
}
