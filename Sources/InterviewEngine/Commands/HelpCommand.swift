import Diagnostics
import DisplayText

enum HelpCommand: InterviewCommand {
    static let usage = ":help [command]"
    static let help = [
        "Lists the commands, or says what one of them does.",
        "':?' is short for it; TAB completes a command after its colon.",
    ]

    static func run(_ argument: String, in session: inout InterviewSession) -> [InterviewOutput] {
        guard !argument.isEmpty else { return [.show(overview)] + session.ask() }
        let word = argument.hasPrefix(":") ? String(argument.dropFirst()) : argument
        guard case .command(let name, _) = TypedLine(":\(word)") else {
            let guess =
                closest(to: word, in: CommandName.allCases.map(\.rawValue)).map { " Did you mean ':\($0)'?" }
                ?? ""
            return session.declined("There is no command ':\(word)'.\(guess) ':help' lists them.")
        }
        let command = name.command
        let lines = [StyledText(command.usage, .command)] + command.help.map { StyledText("  \($0)") }
        return [.show(lines)] + session.ask()
    }

    static func candidates(in session: InterviewSession) -> [String] { CommandName.allCases.map(\.rawValue) }

    private static var overview: [StyledText] {
        let widest = CommandGroup.allCases.map(\.rawValue.count).max() ?? 0
        let lines = CommandGroup.allCases.map { group in
            let pad = String(repeating: " ", count: widest - group.rawValue.count + 2)
            let names = CommandName.allCases.filter { $0.group == group }.map(Self.shown)
            return StyledText("  \(group.rawValue)\(pad)", .hint)
                + StyledText(names.joined(separator: "  "), .command)
        }
        return [StyledText("From any prompt; ':help goto' says what one of them does:", .strong)] + lines + [
            StyledText("Enter on an empty line leaves a question open, or keeps the answer it has.", .hint),
            StyledText(
                "Ctrl-J or Alt-Enter starts a new line within an answer; '::word' writes ':word'.", .hint),
        ]
    }

    private static func shown(_ name: CommandName) -> String {
        ":\(name.rawValue)" + (name.shortForm.map { " (:\($0))" } ?? "")
    }
}
