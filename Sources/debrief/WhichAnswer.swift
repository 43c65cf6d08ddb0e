import Diagnostics
import Postmortems

/// What an answer to "Which" of the unfinished postmortems means.
enum WhichAnswer: Equatable {
    /// One of those in the folder, by its place among them.
    case file(Int)
    /// What happened, in one line.
    case title(String)
    case leave
    /// Nothing that can be acted on, and why; the line comes back.
    case neither(String)

    /// - Parameters:
    ///   - isTyped: only what is keyed in can be a command.
    ///   - files: all names, the one written to last first.
    ///   - offered: how many of them have a number.
    init(_ answer: String, isTyped: Bool, files: [String], offered: Int) {
        if answer.isEmpty {
            self = .file(0)
        } else if let index = files.firstIndex(of: answer) {
            self = .file(index)
        } else if let number = Int(answer) {
            self =
                (1...offered).contains(number)
                ? .file(number - 1)
                : .neither("'\(answer)' is none of the numbers above; ':quit' leaves.")
        } else if isTyped, [":q", ":quit"].contains(answer) {
            self = .leave
        } else if isTyped, answer.hasPrefix(":"), !answer.hasPrefix("::") {
            self = .neither(
                "The commands work once a postmortem is open; ':quit' leaves, and '::' at the start writes a colon."
            )
        } else {
            self = .title(answer)
        }
    }
}
