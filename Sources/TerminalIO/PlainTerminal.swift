import DisplayText
import Glibc

/// Plain lines without a line editor: a pipe, or a terminal on which nothing may be redrawn.
package final class PlainTerminal: Terminal {
    package let isInteractive: Bool
    package var isAccessible: Bool { true }
    package var onIdle: ((String) -> Void)?
    let output: Int32
    /// The terminal can be asked to mark what is pasted.
    let marksPastes: Bool
    private let editor: ExternalEditor
    /// The terminal as it was found; nil in a pipe.
    private let found: termios?
    var input: ArraySlice<UInt8> = []
    private var isAtEnd = false

    // The line that is being typed.
    var line = PlainLine()
    var prompt = ""
    var history = PlainHistory()
    /// What an empty line stands for, where the keys are shown and mended by somebody else.
    var offered = ""
    var knowsFilledLines = false
    var lastDraft = ""
    var nextDraftTime: UInt64 = 0
    /// The signal that ends the program.
    var endedBy: Int32 = 0

    package init(environment: [String: String]) {
        found = TerminalRestore.arm()
        isInteractive = found != nil
        output = isInteractive && isatty(1) != 1 ? 2 : 1
        marksPastes = isatty(output) == 1 && !["", "dumb"].contains(environment["TERM"] ?? "")
        editor = ExternalEditor(environment: environment)
        SignalPipe.install([SIGTERM, SIGHUP, SIGINT] + (isInteractive ? [SIGCONT] : []))
        if let found { takeKeys(found) }
    }

    /// A terminal inside another program, such as an editor's shell window, shows the keys itself.
    var echoes: Bool { found.map { $0.c_lflag & tcflag_t(ECHO) != 0 } ?? false }

    package var columns: Int { isInteractive ? terminalSize().columns : 80 }

    package func show(_ text: StyledText) {
        for line in wrapped(text.mapped(visible), width: max(20, columns)) { put(line.text + "\n") }
    }

    package func showPreformatted(_ lines: [StyledText]) {
        for line in lines { put(plainDrawing(visible(line.text)) + "\n") }
    }

    package func remember(_ text: String, in history: String) { self.history.add(text, under: history) }

    package func edit(_ text: String) -> EditOutcome {
        guard let found else { return .unchanged }
        giveKeysBack(found)
        let edited = editor.edit(text)
        if let ending = Foreground.waitForTurn().ending {
            endedBy = ending
            Foreground.leaveBehind()
        } else {
            takeKeys(found)
        }
        return edited
    }

    package func read(_ request: LineRequest) -> LineOutcome {
        if let found { return readTyped(request, found) }
        while true {
            if let end = input.firstIndex(of: 0x0A) { return takeLine(upTo: end) }
            if isAtEnd { return input.isEmpty ? .endOfInput : takeLine(upTo: input.endIndex) }
            if let outcome = wait() { return outcome }
        }
    }

    private func takeLine(upTo end: Int) -> LineOutcome {
        if String(validating: input[..<end], as: UTF8.self) == nil {
            show(StyledText(ReplacedBytes.notice, .problem))
        }
        var text = String(decoding: input[..<end], as: UTF8.self)
        input = input[min(end + 1, input.endIndex)...]
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
        if let signal = SignalPipe.next() { return .terminated(signal: signal, draft: "") }
        guard waiting[0].revents != 0 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(0, &buffer, buffer.count)
        if count > 0 { input += buffer[..<count] } else if count == 0 || errno != EINTR { isAtEnd = true }
        return nil
    }

    func put(_ text: String) {
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
