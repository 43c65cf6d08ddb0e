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
        return lines.map { .tell($0) } + session.ask()
    }

    static func candidates(in session: InterviewSession) -> [String] { CommandName.allCases.map(\.rawValue) }

    private static var overview: [StyledText] {
        let widest = CommandGroup.allCases.map(\.rawValue.count).max() ?? 0
        let lines = CommandGroup.allCases.flatMap { group -> [StyledText] in
            let names = CommandName.allCases.filter { $0.group == group }.map(Self.shown)
            return Self.rows(of: names, room: Self.width - widest - 4).enumerated().map { index, row in
                let word = index == 0 ? group.rawValue : ""
                let pad = String(repeating: " ", count: widest - word.count + 2)
                return StyledText("  \(word)\(pad)", .hint) + StyledText(row, .command)
            }
        }
        return [StyledText("From any prompt; ':help goto' says what one of them does:", .strong)] + lines + [
            StyledText("Enter on an empty line leaves a question open, or keeps the answer it has.", .hint),
            StyledText(
                "Ctrl-J or Alt-Enter starts a new line within an answer; '::word' writes ':word'.", .hint),
        ]
    }

    /// The narrowest terminal in common use.
    private static let width = 80

    /// As many names on a line as there is room for.
    private static func rows(of names: [String], room: Int) -> [String] {
        names.reduce(into: []) { rows, name in
            guard let last = rows.last, last.count + 2 + name.count <= room else { return rows.append(name) }
            rows[rows.count - 1] = "\(last)  \(name)"
        }
    }

    private static func shown(_ name: CommandName) -> String {
        ":\(name.rawValue)" + (name.shortForm.map { " (:\($0))" } ?? "")
    }
}
