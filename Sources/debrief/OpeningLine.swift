import DisplayText
import DocumentStorage
import TerminalIO

/// A line that is read before there is a document; what is typed is kept as it is in the interview.
struct OpeningLine {
    let terminal: any Terminal
    let drafts: DraftStore?

    enum Reply {
        /// In one line; typed or with something pasted in it.
        case text(String, isTyped: Bool)
        case left(ExitStatus)
    }

    /// - Parameter isReturned: the prefill could not be taken, and gives way to what was typed ahead.
    func read(_ label: String, prefill: String = "", isReturned: Bool = false) -> Reply {
        terminal.onIdle = { keep($0, label) }
        defer { terminal.onIdle = nil }
        var request = LineRequest(
            prompt: StyledText(terminal.isAccessible ? "\(label): " : "\(label) › ", .command),
            prefill: prefill,
            givesWay: isReturned, history: "opening")
        while true {
            switch terminal.read(request) {
            case .line(let entered):
                let lines = entered.text.split(whereSeparator: \.isNewline)
                return .text(
                    lines.joined(separator: " ").trimmed,
                    isTyped: entered.origin == .typed && lines.count < 2)
            case .endOfInput: return .left(.success)
            case .interrupted(let discarded):
                if discarded.isEmpty { return .left(.interrupted) }
                terminal.remember(discarded, in: request.history)
                terminal.show(StyledText("Line given up; Up brings it back.", .hint))
                request.prefill = ""
            case .terminated(let signal, let draft):
                keep(draft, label)
                return .left(ExitStatus(signal: signal))
            }
        }
    }

    private func keep(_ text: String, _ label: String) {
        if text.isEmpty { drafts?.clear() } else { drafts?.write(Draft(key: "", label: label, text: text)) }
    }
}
