import DisplayText
import Glibc

/// Text for standard output that nobody types into: styled on a terminal, plain in a pipe.
package struct StyledOutput {
    private let styles: Styles
    /// Of the terminal; nil in a pipe, where lines may be as long as they like.
    package let columns: Int?

    package init(environment: [String: String]) {
        let isTerminal = isatty(1) == 1
        let options = TerminalOptions(program: "", isPlain: false, environment: environment)
        let canStyle = isTerminal && !["", "dumb"].contains(environment["TERM"] ?? "")
        styles = Styles(hasColor: canStyle && options.wantsColor)
        columns = isTerminal ? terminalSize().columns : nil
    }

    /// The text is taken as it is: what came from a document was made visible before.
    package func rendered(_ text: StyledText) -> String { styles.render(text) }
}
