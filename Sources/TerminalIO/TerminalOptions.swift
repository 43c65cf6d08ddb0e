import Glibc

/// What decides how a person is talked with.
package struct TerminalOptions {
    package var program: String
    /// `--plain` was given.
    package var isPlain: Bool
    package var environment: [String: String]
    /// Where earlier answers are kept.
    package var history: HistoryFile?

    package init(program: String, isPlain: Bool, environment: [String: String], history: HistoryFile? = nil) {
        self.program = program
        self.isPlain = isPlain
        self.environment = environment
        self.history = history
    }

    private func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty && $0 != "0" } ?? false }

    var wantsEditor: Bool {
        let term = environment["TERM"] ?? ""
        return isatty(0) == 1 && isatty(1) == 1 && !["", "dumb"].contains(term) && !isPlain
            && !isSet("ACCESSIBLE")
    }

    var wantsColor: Bool { !(environment["NO_COLOR"].map { !$0.isEmpty } ?? false) }
}

/// The line editor where a person sits at a terminal that can redraw, plain lines everywhere else.
package func makeTerminal(_ options: TerminalOptions) -> any Terminal {
    guard options.wantsEditor, let editor = EditlineTerminal(options) else {
        return PlainTerminal(environment: options.environment)
    }
    return editor
}
