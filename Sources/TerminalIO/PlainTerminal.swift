import DisplayText
import Glibc

/// Plain lines without a line editor: a pipe, or a terminal on which nothing may be redrawn.
package final class PlainTerminal: Terminal {
    package let isInteractive: Bool
    package var isAccessible: Bool { true }
    package var onIdle: ((String) -> Void)?
    private let output: Int32
    private let editor: ExternalEditor
    private var input: [UInt8] = []
    private var isAtEnd = false

    package init(environment: [String: String]) {
        isInteractive = isatty(0) == 1
        output = isInteractive && isatty(1) != 1 ? 2 : 1
        editor = ExternalEditor(environment: environment)
        SignalPipe.install([SIGTERM, SIGHUP, SIGINT])
    }

    package var columns: Int { isInteractive ? terminalSize().columns : 80 }

    package func show(_ text: StyledText) {
        for line in wrapped(text.mapped(visible), width: max(20, columns)) { put(line.text + "\n") }
    }

    package func showPreformatted(_ lines: [StyledText]) {
        for line in lines { put(plainDrawing(visible(line.text)) + "\n") }
    }

    package func remember(_ text: String, in history: String) {}

    package func edit(_ text: String) -> EditOutcome { isInteractive ? editor.edit(text) : .unchanged }

    package func read(_ request: LineRequest) -> LineOutcome {
        if isInteractive { put(visible(request.prompt.text)) }
        while true {
            if let end = input.firstIndex(of: 0x0A) { return line(upTo: end) }
            if isAtEnd { return input.isEmpty ? .endOfInput : line(upTo: input.count) }
            if let outcome = wait() { return outcome }
        }
    }

    private func line(upTo end: Int) -> LineOutcome {
        if String(validating: input[..<end], as: UTF8.self) == nil {
            show(StyledText(ReplacedBytes.notice, .problem))
        }
        var text = String(decoding: input[..<end], as: UTF8.self)
        input.removeFirst(min(end + 1, input.count))
        if text.hasSuffix("\r") { text.removeLast() }
        return .line(EnteredLine(text: text, origin: .typed))
    }

    /// Waits for bytes or a signal; an outcome where there is no line to come.
    private func wait() -> LineOutcome? {
        var waiting = [
            pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
            pollfd(fd: SignalPipe.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&waiting, 2, -1) >= 0 || errno == EINTR else { return .endOfInput }
        if let signal = SignalPipe.next() {
            let draft = isInteractive ? unfinishedLine() : ""
            if signal == SIGINT, isInteractive {
                put("\n")
                input = []
                return .interrupted(discarded: draft)
            }
            return .terminated(signal: signal, draft: draft)
        }
        guard waiting[0].revents != 0 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(0, &buffer, buffer.count)
        if count > 0 { input += buffer[..<count] } else if count == 0 || errno != EINTR { isAtEnd = true }
        return nil
    }

    /// What stands on the line before Enter: the terminal's driver holds it back until lines are no longer waited for.
    private func unfinishedLine() -> String {
        var lines = termios()
        guard tcgetattr(0, &lines) == 0 else { return "" }
        var keys = lines
        keys.c_lflag &= ~tcflag_t(ICANON)
        tcsetattr(0, TCSANOW, &keys)
        defer { tcsetattr(0, TCSANOW, &lines) }
        var waiting = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        var buffer = [UInt8](repeating: 0, count: 4096)
        guard poll(&waiting, 1, 0) == 1 else { return "" }
        let count = Glibc.read(0, &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, count)).prefix { $0 != 0x0A }, as: UTF8.self)
    }

    private func put(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}

/// The terminal's size, 80 by 24 where it does not say.
func terminalSize() -> (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1, size.ws_row > 1 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
}
