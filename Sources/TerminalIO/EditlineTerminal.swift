import CEditline
import DisplayText
import Glibc

/// A terminal with libedit's line editor.
///
/// `el_gets` blocks the calling thread and calls back on it, so nothing here crosses threads. What libedit lacks comes from
/// its reader, which is ours: signals, escape sequences, bracketed paste, idle moments, characters without width.
package final class EditlineTerminal: Terminal {
    let line: OpaquePointer
    let styles: Styles
    let original: termios
    package var onIdle: ((String) -> Void)?
    package var isInteractive: Bool { true }
    package var isAccessible: Bool { false }
    package var columns: Int { terminalSize().columns }

    private let editor: ExternalEditor
    private let pager: Pager
    private let historyFile: HistoryFile?
    private var histories: [String: OpaquePointer] = [:]
    /// Earlier answers that hold what would not be seen, by what they answered.
    private var hidingAnswers: [String: [String]] = [:]
    /// All answers, oldest first, for searching.
    private(set) var answers: [String] = []

    // The line being read.
    private var promptBytes: UnsafeMutablePointer<CChar> = strdup("")
    private(set) var rightPromptBytes: UnsafeMutablePointer<CChar> = strdup("")
    var promptWidth = 0
    var prefill = ""
    var completer: ((String, String) -> Completion)?
    var interruptedLine: String?
    var terminatingSignal: Int32 = 0
    /// Ctrl-C was pressed while somebody else had the terminal.
    var wasInterrupted = false
    var origin = EnteredLine.Origin.typed
    var pastes: [String] = []
    /// The line as it was before the first paste.
    var typedFirst = ""
    var spelledOut = SpelledOut()
    /// Nothing of the line was drawn yet.
    var isFresh = false

    // Bytes that were read and not yet handed on.
    var input: [UInt8] = []
    var inputPosition = 0
    /// Text to insert that a key function picks up.
    var pendingInsert = ""
    var isPasting = false
    /// Bytes go on arriving without a pause since a paste.
    var isInBurst = false
    /// A paste ended in silence: its end mark, and more of it, may still come.
    var hasOpenPaste = false
    var lastDraft = ""
    var nextDraftTime: UInt64 = 0
    /// The line as it was before Ctrl-R.
    var searchedFrom: String?
    /// Something that was no UTF-8 came in.
    var hasReplaced = false
    var hasHintedAtEditor = false
    var drawnColumns = 80
    var listing = ""
    var cursorBeforeListing = 0

    /// Nil where libedit cannot work here, or `~/.editrc` says `edit off`.
    init?(_ options: TerminalOptions) {
        setlocale(LC_CTYPE, "")
        if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
        guard let found = TerminalRestore.arm(), let line = ceditline_init(options.program) else {
            return nil
        }
        self.line = line
        original = found
        styles = Styles(hasColor: options.wantsColor)
        editor = ExternalEditor(environment: options.environment)
        pager = Pager(environment: options.environment)
        historyFile = options.history
        ceditline_set_client(line, Unmanaged.passUnretained(self).toOpaque())
        ceditline_set_int(line, EL_SIGNAL, 0)
        ceditline_set_editor(line, "emacs")
        addFunctions()
        el_source(line, nil)
        guard ceditline_get_int(line, EL_EDITMODE) != 0 else { return nil }
        input = TypedAhead.takeAll()
        bindKeys(EditrcKeys(environment: options.environment))
        setModes()
        ceditline_set_prompt(line, { EditlineTerminal.of($0).promptBytes }, 1)
        ceditline_set_rprompt(line, { EditlineTerminal.of($0).rightPrompt() }, 1)
        ceditline_set_getc(line) { line, out in EditlineTerminal.of(line).readScalar(into: out) }
        SignalPipe.install([SIGWINCH, SIGCONT, SIGTERM, SIGHUP, SIGINT])
        loadHistory()
    }

    deinit {
        for history in histories.values { history_end(history) }
        el_end(line)
        free(promptBytes)
        free(rightPromptBytes)
    }

    static func of(_ line: OpaquePointer) -> EditlineTerminal {
        guard let client = ceditline_client(line) else { preconditionFailure("every line has its terminal") }
        return Unmanaged<EditlineTerminal>.fromOpaque(client).takeUnretainedValue()
    }

    /// Keys arrive raw while a line is edited, and between lines as well, so that keys typed ahead are not changed.
    private func setModes() {
        for flag in ["-isig", "-icrnl", "-inlcr"] { ceditline_setty(line, "-d", flag) }
        for flag in ["-icanon", "-isig", "-iexten", "-icrnl", "-inlcr", "-echo"] {
            ceditline_setty(line, "-x", flag)
        }
    }

    // MARK: showing

    package func show(_ text: StyledText) {
        let lines = wrapped(text.mapped(visible), width: max(20, columns - 1))
        for line in lines { ceditline_put(styles.render(line) + "\r\n") }
    }

    package func showPreformatted(_ lines: [StyledText]) {
        let rendered = lines.map { styles.render($0.mapped(visible)) }
        // What was typed ahead is meant for the interview, and a pager would take it for its own keys.
        let mayPage = inputPosition == input.count && !TypedAhead.isWaiting
        if rendered.count >= terminalSize().rows, mayPage, page(rendered) { return }
        for line in rendered { ceditline_put(line + "\r\n") }
    }

    private func page(_ lines: [String]) -> Bool {
        let outcome = withTerminalAsFound {
            let outcome = pager.show(lines.joined(separator: "\n") + "\n")
            if case .typed(let keys) = outcome { input += keys }
            return outcome
        }
        // The driver left its ^C where the prompt would begin.
        if wasInterrupted { ceditline_put("\r\n") }
        return outcome != .failed || terminatingSignal != 0
    }

    // MARK: reading

    package func read(_ request: LineRequest) -> LineOutcome {
        if terminatingSignal != 0 { return .terminated(signal: terminatingSignal, draft: request.prefill) }
        prepare(request)
        markPastes(true)
        defer { markPastes(false) }
        ceditline_set_int(line, EL_PREP_TERM, 1)
        var count: Int32 = 0
        let read = el_gets(line, &count)
        if let discarded = interruptedLine { return .interrupted(discarded: expanded(discarded)) }
        if terminatingSignal != 0 {
            return .terminated(signal: terminatingSignal, draft: expanded(currentText))
        }
        guard let read, count > 0 else { return .endOfInput }
        if hasReplaced { show(StyledText(ReplacedBytes.notice, .problem)) }
        var text = String(cString: read)
        if text.hasSuffix("\n") { text.removeLast() }
        return .line(EnteredLine(text: expanded(text), origin: origin, typedFirst: typedFirst))
    }

    private func prepare(_ request: LineRequest) {
        let prompt = EditlinePrompt(request.prompt, hasColor: styles.hasColor)
        replace(&promptBytes, prompt.encoded)
        promptWidth = prompt.width
        let right =
            promptWidth + displayWidth(request.rightPrompt.text) + 20 < columns ? request.rightPrompt : ""
        replace(&rightPromptBytes, EditlinePrompt(right, hasColor: styles.hasColor).encoded)
        (prefill, completer, interruptedLine) = (filling(request), request.completer, nil)
        (origin, pastes, isFresh, lastDraft) = (.typed, [], true, prefill)
        typedFirst = ""
        spelledOut = SpelledOut()
        for text in hidingAnswers[request.history] ?? [] { _ = spelledOut.spelling(text) }
        (hasReplaced, hasHintedAtEditor, hasOpenPaste) = (false, false, false)
        drawnColumns = columns
        ceditline_set_history(line, history(request.history))
        if !prefill.isEmpty { el_push(line, PrivateKey.prefill.sequence) }
    }

    /// What was typed ahead was not meant to go behind a line that came back.
    private func filling(_ request: LineRequest) -> String {
        guard request.givesWay, !request.prefill.isEmpty, hasTypedAhead else { return request.prefill }
        remember(request.prefill, in: request.history)
        show(StyledText(TypedAhead.notice, .hint))
        return ""
    }

    private var hasTypedAhead: Bool { inputPosition < input.count || TypedAhead.isWaiting }

    private func replace(_ bytes: inout UnsafeMutablePointer<CChar>, _ text: String) {
        free(bytes)
        bytes = strdup(text)
    }

    /// The text of the line as it stands.
    var currentText: String {
        guard let info = el_line(line)?.pointee, let start = info.buffer, let end = info.lastchar, end > start
        else { return "" }
        return String(decoding: UnsafeRawBufferPointer(start: start, count: end - start), as: UTF8.self)
    }

    // MARK: history

    private func history(_ key: String) -> OpaquePointer {
        if let known = histories[key] { return known }
        guard let made = history_init() else { preconditionFailure("libedit has memory for a history") }
        ceditline_history_int(made, H_SETSIZE, 200)
        ceditline_history_int(made, H_SETUNIQUE, 1)
        histories[key] = made
        return made
    }

    package func remember(_ text: String, in key: String) {
        guard !text.isEmpty else { return }
        putWithinReach(text, key)
        historyFile?.append(text, key: key)
    }

    /// Up brings it back with what would not be seen spelt out.
    private func putWithinReach(_ text: String, _ key: String) {
        var spelledOut = SpelledOut()
        let line = spelledOut.spelling(text)
        if line != text { hidingAnswers[key, default: []].append(text) }
        ceditline_history_str(history(key), H_ENTER, line)
        answers.append(text)
    }

    private func loadHistory() {
        historyFile?.trim()
        for (key, text) in historyFile?.read() ?? [] { putWithinReach(text, key) }
    }

    // MARK: the user's editor

    package func edit(_ text: String) -> EditOutcome {
        withTerminalAsFound { editor.edit(text) }
    }
}
