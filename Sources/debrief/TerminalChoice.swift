import DocumentStorage
import TerminalIO

/// The line editor where a person sits at a terminal, plain lines everywhere else.
struct TerminalChoice {
    let surroundings: Surroundings
    let isPlain: Bool

    var terminal: any Terminal {
        let state = StateFolder(environment: surroundings.environment)
        let history = HistoryFile(folder: state.path) { state.make() }
        return makeTerminal(
            TerminalOptions(
                program: "debrief", isPlain: isPlain, environment: surroundings.environment, history: history)
        )
    }
}
