import Diagnostics

/// The words after a colon.
package enum CommandName: String, CaseIterable, Sendable {
    case help
    case back
    case next
    case goto
    case skip
    case na
    case unknown
    case edit
    case more
    case row
    case drop
    case show
    case find
    case list
    case why
    case example
    case probes
    case undo
    case redo
    case clear
    case read
    case preview
    case save
    case quit
    case note
    case park
    case action
    case timeline
    case tree
    case trace
    case check
    case coach
    case zone

    /// The one-letter form, and `:w`, which hands of long habit type.
    var shortForm: String? {
        switch self {
        case .help: "?"
        case .back: "b"
        case .next: "n"
        case .goto: "g"
        case .skip: "s"
        case .edit: "e"
        case .list: "l"
        case .undo: "u"
        case .read: "r"
        case .preview: "p"
        case .save: "w"
        case .quit: "q"
        case .na, .unknown, .more, .row, .drop, .show, .find, .why, .example, .probes, .redo, .clear, .note,
            .park,
            .action, .timeline, .tree, .trace, .check, .coach, .zone:
            nil
        }
    }
}

/// What a command is for, as `:help` sorts them.
enum CommandGroup: String, CaseIterable {
    case moving = "Moving"
    case answering = "Answering"
    case looking = "Looking"
    case changing = "Taking back"
    case capturing = "Noting aside"
    case settings = "Settings"
    case leaving = "Leaving"
}

extension CommandName {
    var group: CommandGroup {
        switch self {
        case .back, .next, .goto, .skip: .moving
        case .na, .unknown, .edit, .more, .row, .drop, .read: .answering
        case .show, .list, .find, .why, .example, .preview, .tree, .trace, .check, .help: .looking
        case .probes, .coach, .zone: .settings
        case .undo, .redo, .clear: .changing
        case .note, .park, .action, .timeline: .capturing
        case .save, .quit: .leaving
        }
    }
}

/// What a typed line turned out to be.
package enum TypedLine: Equatable {
    case answer(String)
    case command(CommandName, argument: String)
    /// A colon and a word that no command has, with what may have been meant.
    case unknownCommand(String, suggestions: [String])
    /// A whole answer that is also the name of a command.
    case looksLikeCommand(CommandName, answer: String)
}

extension TypedLine {
    /// A line is a command where it begins with a colon and a small letter or `?`. `::word` writes `:word`.
    init(_ line: String) {
        if line.hasPrefix("::"), Self.startsCommand(line.dropFirst()) {
            self = .answer(String(line.dropFirst()))
        } else if Self.startsCommand(line[...]) {
            self = Self.command(in: line.dropFirst())
        } else if let bare = Self.bareWords[line.trimmed.lowercased()] {
            self = .looksLikeCommand(bare, answer: line)
        } else {
            self = .answer(line)
        }
    }

    /// Whether a line begins with a colon and the name of a command.
    package static func isCommand(_ line: String) -> Bool {
        if case .command = TypedLine(line) { true } else { false }
    }

    /// The line that writes a text as an answer, whatever it looks like.
    package static func answering(_ text: String) -> String {
        let isEscaped = !text.contains(where: \.isNewline) && TypedLine(":" + text) == .answer(text)
        return isEscaped ? ":" + text : text
    }

    private static let bareWords: [String: CommandName] = [
        "quit": .quit, "exit": .quit, "help": .help, "back": .back, "?": .help,
    ]

    private static func startsCommand(_ text: Substring) -> Bool {
        guard text.first == ":", let next = text.dropFirst().first else { return false }
        return next == "?" || (next.isASCII && next.isLowercase)
    }

    private static func command(in text: Substring) -> TypedLine {
        let word = String(text.prefix { !$0.isWhitespace })
        let argument = text.dropFirst(word.count).trimmed
        if let exact = CommandName.allCases.first(where: { $0.rawValue == word || $0.shortForm == word }) {
            return .command(exact, argument: argument)
        }
        let matches = CommandName.allCases.filter { $0.rawValue.hasPrefix(word) }
        if matches.count == 1 { return .command(matches[0], argument: argument) }
        let near =
            matches.isEmpty
            ? closest(to: word, in: CommandName.allCases.map(\.rawValue)).map { [$0] } ?? []
            : matches.map(\.rawValue)
        return .unknownCommand(word, suggestions: near)
    }
}
